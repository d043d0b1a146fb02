#include "ui/pages/fairness_page.h"

#include <QTimer>
#include <QVBoxLayout>
#include <memory>

#include "ui/charts/panel_frame.h"
#include "ui/models/finding_review.h"
#include "ui/pages/proposal_list.h"
#include "ui/pages/roles_bar.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr const char* kGapsAudit = "group-gaps";
constexpr const char* kPredictionsAudit = "group-gaps-predictions";
constexpr const char* kCrossed = "intersection-rates:";

bool isComplete(const reports::AuditReport* audit)
{
    return audit && audit->result.outcome == audits::Outcome::Completed;
}

} // namespace

FairnessPage::FairnessPage(QWidget* parent)
    : ChartPage(parent)
    , m_frame(new PanelFrame(PanelFrame::Ground::Card, this))
    , m_bar(new RolesBar)
{
    m_frame->hide();
    auto* layout = new QVBoxLayout(m_frame);
    layout->addWidget(m_bar);
    connect(m_bar, &RolesBar::rolesChosen, this, &FairnessPage::rolesChosen);
}

void FairnessPage::setDataset(const OpenDatasetPtr& dataset)
{
    // What is being chosen in the bar stays where only the review is another one.
    if (dataset && !isSameRun(this->dataset(), dataset))
        m_bar->setDataset(dataset);
    ChartPage::setDataset(dataset);
}

QString FairnessPage::emptyReason() const
{
    return tr("Here you would see how the label and the predictions differ between groups.");
}

/// The bar stays; whoever is choosing in it keeps the focus.
void FairnessPage::beforeClear()
{
    m_focus = m_frame->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    m_frame->hide();
    m_frame->setParent(this);
}

void FairnessPage::fill()
{
    column().addWidget(m_frame);
    m_frame->show();
    // The column is shown with the next events.
    if (m_focus)
        QTimer::singleShot(0, m_focus, [focus = m_focus] { focus->setFocus(); });
    const reports::AuditReport* gaps = dataset()->audit(kGapsAudit);
    if (isComplete(gaps))
        addGaps(*gaps);
    else
        addUnknown(gaps);
    addPredictions();
}

void FairnessPage::addGaps(const reports::AuditReport& audit)
{
    addFindings({kGapsAudit, kPredictionsAudit});
    addHeading(tr("How does the favourable label differ between groups?"));
    addRemark(tr("A dot is the share of a group's rows with the favourable value, a line its "
                 "confidence interval. Click one to see the rows of the group."));
    for (const charts::ChartSpec& spec : audit.result.charts) {
        if (spec.table.rfind(kCrossed, 0) == 0)
            addHeatMap(audit, spec);
        addChart(audit, spec);
    }
    addHeading(tr("Metrics of the differences"));
    addMetrics({kGapsAudit},
        {"demographic-parity-difference:between-groups", "demographic-parity-ratio:between-groups",
            "statistical-parity-difference:rest-minus-reference",
            "disparate-impact-ratio:rest-over-reference", "differential-fairness:smoothed",
            "facet-imbalance", "subgroup-gap"},
        {"label", "favourable"});
}

/// Nothing was compared, which is not the same as nothing was found.
void FairnessPage::addUnknown(const reports::AuditReport* audit)
{
    const reports::DatasetReport& report = dataset()->dataset();
    const bool hasGroups = !report.roles.groups.empty() || !report.roles.intersections.empty();
    addHeading(tr("No groups were compared"));
    using Wanted = ProposalList::Wanted;
    const auto propose = [this](Wanted wanted, const QString& alone, const QString& before) {
        auto proposals = std::make_unique<ProposalList>(*dataset(), wanted);
        if (proposals->count() == 0) {
            addText(alone);
            addRemark(wanted == Wanted::Label
                    ? tr("No column looks like a label.")
                    : tr("No column looks like a group: none has a name and values as columns "
                         "such as sex or age have."));
            return;
        }
        addText(before);
        connect(proposals.get(), &ProposalList::rolesEdited, this, &FairnessPage::rolesEdited);
        column().addWidget(proposals.release());
    };
    if (!report.roles.label)
        propose(Wanted::Label, tr("It takes a label. Choose it above."),
            tr("It takes a label. Choose it above, or one of these columns:"));
    if (!hasGroups)
        propose(Wanted::Group,
            tr("It takes columns that say who the groups are. Choose them above."),
            tr("It takes columns that say who the groups are. Choose them above, or one of these "
               "columns:"));
    if (report.roles.label && hasGroups && !report.roles.label->favourable)
        addText(tr("It takes the favourable value of %1: the good outcome. Choose it above.")
                    .arg(shownShort(report.roles.label->column)));
    else if (report.roles.label && hasGroups)
        addReason(audit);
    addFindings({kGapsAudit, kPredictionsAudit});
}

void FairnessPage::addPredictions()
{
    const reports::AuditReport* audit = dataset()->audit(kPredictionsAudit);
    addHeading(tr("How do predictions differ between groups?"));
    if (!isComplete(audit)) {
        addText(tr("Nothing was compared. Hits and errors need a column of predictions, or of "
                   "scores with the value from which on they predict; choose one above."));
        const audits::Roles& roles = dataset()->dataset().roles;
        if (roles.label && (!roles.prediction.empty() || !roles.score.empty()))
            addReason(audit);
        return;
    }
    for (const charts::ChartSpec& spec : audit->result.charts)
        addChart(*audit, spec);
    addHeading(tr("Metrics of the predictions"));
    addMetrics({kPredictionsAudit},
        {"prediction-demographic-parity-difference:between-groups",
            "equal-opportunity-difference:between-groups",
            "equalized-odds-difference:between-groups", "average-odds-difference",
            "false-positive-rate-difference:between-groups",
            "predictive-parity-difference:between-groups"},
        {"label", "positive", "prediction"});
}

} // namespace cupel::ui
