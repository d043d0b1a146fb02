#include "ui/charts/heat_map_panel.h"

#include <QVBoxLayout>

#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/reports/page.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

HeatMapPanel::HeatMapPanel(const ResultTablePtr& table, const HeatMapModel::Order& rows,
    const HeatMapModel::Order& columns, std::int64_t minimumRows, QWidget* parent)
    : PanelFrame(Ground::Paper, parent)
    , m_map(new HeatMap)
{
    m_map->cells().setTable(table, rows, columns, minimumRows);
    m_map->fit();
    const QString title = shown(reports::cutTexts(table->title));
    m_map->setAccessibleName(title);
    m_map->setAccessibleDescription(legend(minimumRows));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(new PlainLabel(title, PlainLabel::Look::Heading));
    layout->addWidget(
        new PlainLabel(tr("Rows: %1. Columns: %2.")
                           .arg(m_map->cells().firstColumn(), m_map->cells().secondColumn()),
            PlainLabel::Look::Small));
    layout->addWidget(m_map);
    layout->addWidget(new PlainLabel(legend(minimumRows), PlainLabel::Look::Small));
    if (const QString outside = outsideWords(*table); !outside.isEmpty())
        layout->addWidget(new PlainLabel(outside, PlainLabel::Look::Small));
    setFocusProxy(m_map);
    connect(m_map, &HeatMap::rowActivated, this, &HeatMapPanel::rowActivated);
}

QString HeatMapPanel::legend(std::int64_t minimumRows) const
{
    QString words = tr("Colour: from %1 (pale) to %2 (strong). A dash: no such rows.")
                        .arg(m_map->cells().lowestShade(), m_map->cells().highestShade());
    if (minimumRows > 0)
        words += tr(" A hatched corner: fewer than %1 row(s), too few to judge by.", nullptr,
            pluralOf(minimumRows))
                     .arg(shown(base::groupedDigits(minimumRows)));
    return words;
}

QString HeatMapPanel::outsideWords(const audits::ResultTable& table) const
{
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i] != "n")
            continue;
        for (const std::size_t row : m_map->cells().outside()) {
            const auto* count = std::get_if<std::int64_t>(&table.rows[row][i]);
            rows += count ? *count : 0;
        }
        break;
    }
    if (rows == 0)
        return {};
    return tr("Left out: %1 without a value in one of the columns.")
        .arg(shown(audits::countOf(rows, "row", "rows")));
}

} // namespace cupel::ui
