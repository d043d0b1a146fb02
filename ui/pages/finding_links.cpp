#include "ui/pages/finding_links.h"

#include <QGridLayout>
#include <algorithm>

#include "core/reports/finding_texts.h"
#include "ui/pages/link_label.h"
#include "ui/pages/tone_mark.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kMostLinks = 6;

/// Those of some audits, ranked as those of the dataset.
std::vector<const findings::Finding*> findingsOf(
    const OpenDataset& dataset, const std::vector<std::string>& audits)
{
    std::vector<const findings::Finding*> wanted;
    for (const std::string& id : audits) {
        const reports::AuditReport* audit = dataset.audit(id);
        if (!audit)
            continue;
        for (const findings::Finding& finding : audit->result.findings)
            wanted.push_back(&finding);
    }
    std::sort(wanted.begin(), wanted.end());
    std::vector<const findings::Finding*> ranked = reports::rankedFindings(dataset.dataset());
    std::erase_if(ranked, [&wanted](const findings::Finding* finding) {
        return !std::binary_search(wanted.begin(), wanted.end(), finding);
    });
    return ranked;
}

} // namespace

FindingLinks::FindingLinks(
    const OpenDataset& dataset, const std::vector<std::string>& audits, QWidget* parent)
    : QWidget(parent)
{
    const std::vector<const findings::Finding*> all = findingsOf(dataset, audits);
    m_count = static_cast<int>(all.size());
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    int row = 0;
    for (const findings::Finding* finding : all) {
        if (row == static_cast<int>(kMostLinks))
            break;
        auto* mark = new ToneMark(reports::toneOf(*finding), shown(reports::wordOf(*finding)));
        auto* link
            = new LinkLabel(shown(reports::cutTexts(finding->message)), LinkLabel::Style::Row);
        link->setAccessibleName(mark->word() + QStringLiteral(": ") + link->text());
        grid->addWidget(mark, row, 0, Qt::AlignTop);
        grid->addWidget(link, row, 1);
        connect(link, &LinkLabel::activated, this,
            [this, id = finding->id(dataset.dataset().name)] { Q_EMIT followed(id); });
        ++row;
    }
    if (all.size() > kMostLinks) {
        auto* more
            = new LinkLabel(tr("%1 more finding(s)", nullptr,
                pluralOf(static_cast<std::int64_t>(all.size() - kMostLinks)))
                                .arg(counted(static_cast<std::int64_t>(all.size() - kMostLinks))));
        grid->addWidget(more, row, 1);
        connect(more, &LinkLabel::activated, this, [this] { Q_EMIT followed({}); });
    }
}

} // namespace cupel::ui
