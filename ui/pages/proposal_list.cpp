#include "ui/pages/proposal_list.h"

#include <QGridLayout>
#include <QPushButton>

#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kMostProposals = 12;

} // namespace

ProposalList::ProposalList(const OpenDataset& dataset, Wanted wanted, QWidget* parent)
    : QWidget(parent)
{
    const reports::DatasetReport& report = dataset.dataset();
    const std::string role = wanted == Wanted::Label ? "label" : "group";
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    grid->setHorizontalSpacing(16);
    for (const audits::Proposal& proposal : report.proposals) {
        if (proposal.role != role || m_count == kMostProposals)
            continue;
        const QString column = shownShort(proposal.column);
        auto* button
            = new QPushButton(wanted == Wanted::Label ? tr("Use as label") : tr("Use as group"));
        button->setAccessibleName(wanted == Wanted::Label ? tr("Use %1 as label").arg(column)
                                                          : tr("Use %1 as group").arg(column));
        QString why = shownShort(proposal.reason);
        if (!proposal.value.empty())
            why += tr("; favourable value: %1").arg(shownShort(proposal.value));
        auto* name = new PlainLabel(column);
        name->setWordWrap(false);
        grid->addWidget(button, m_count, 0);
        grid->addWidget(name, m_count, 1);
        grid->addWidget(new PlainLabel(why, PlainLabel::Look::Small), m_count, 2);
        connect(button, &QPushButton::clicked, this,
            [this, role, column = proposal.column, report = dataset.report] {
                Q_EMIT rolesEdited([role, column, report](const audits::Roles& roles) {
                    return withRole(roles, column, role, report->datasets.front().proposals);
                });
            });
        ++m_count;
    }
}

} // namespace cupel::ui
