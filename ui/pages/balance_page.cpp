#include "ui/pages/balance_page.h"

#include <QVBoxLayout>

#include "ui/pages/link_label.h"
#include "ui/pages/proposal_list.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr const char* kClassAudit = "class-imbalance";
constexpr const char* kSplitAudit = "split-drift";

bool hasCompleted(const reports::AuditReport* audit)
{
    return audit && audit->result.outcome == audits::Outcome::Completed;
}

} // namespace

QString BalancePage::emptyReason() const
{
    return tr("Here you would see how the rows are spread over the classes of the label.");
}

void BalancePage::fill()
{
    const reports::AuditReport* classes = dataset()->audit(kClassAudit);
    const reports::AuditReport* splits = dataset()->audit(kSplitAudit);
    if (hasCompleted(classes))
        addClasses(*classes);
    else
        addUnknown(classes);
    if (hasCompleted(splits))
        addSplits(*splits);
}

void BalancePage::addClasses(const reports::AuditReport& audit)
{
    addHeading(tr("Which classes are rare?"));
    for (const charts::ChartSpec& spec : audit.result.charts)
        addChart(audit, spec);
    addFindings({kClassAudit, kSplitAudit});
    addHeading(tr("Metrics"));
    addMetrics({kClassAudit},
        {"minority-share", "imbalance-ratio", "shannon-evenness", "effective-classes",
            "gini-simpson:normalised", "minority-class-fraction", "imbalance-degree:hellinger"},
        {"label"});
    bool isFirst = true;
    for (const audits::ResultTable& table : audit.result.tables) {
        if (table.id.find(':') == std::string::npos)
            continue;
        if (std::exchange(isFirst, false)) {
            addHeading(tr("Classes and groups"));
            addRemark(tr("Evenness and the normalised Gini-Simpson index are 1 where all classes "
                         "are equally large. Double-click a row to see its rows of the data."));
        }
        addTable(audit, table);
    }
}

/// Nothing was counted, which is not the same as nothing was found.
void BalancePage::addUnknown(const reports::AuditReport* audit)
{
    addHeading(tr("Which classes are rare?"));
    if (dataset()->dataset().roles.label) {
        addText(tr("The classes could not be counted."));
        addReason(audit);
        addFindings({kClassAudit});
        return;
    }
    addText(tr("No column is the label yet, so no classes were counted."));
    auto* proposals = new ProposalList(*dataset(), ProposalList::Wanted::Label);
    if (proposals->count() > 0) {
        column().addWidget(proposals);
        connect(proposals, &ProposalList::rolesEdited, this, &BalancePage::rolesEdited);
        return;
    }
    delete proposals;
    auto* link = new LinkLabel(tr("Choose the label among the columns"));
    column().addWidget(link);
    connect(link, &LinkLabel::activated, this, [this] {
        Q_EMIT followed({PageId::Columns, {}, {}, {}});
    });
}

void BalancePage::addSplits(const reports::AuditReport& audit)
{
    if (audit.result.charts.empty())
        return;
    addHeading(tr("Between splits"));
    if (!hasCompleted(dataset()->audit(kClassAudit)))
        addFindings({kSplitAudit});
    for (const charts::ChartSpec& spec : audit.result.charts)
        addChart(audit, spec);
}

} // namespace cupel::ui
