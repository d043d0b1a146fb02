#include "ui/charts/heat_map_panel.h"

#include "core/audits/wording.h"
#include "core/base/number.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

HeatMapPanel::HeatMapPanel(
    const std::string& id, const ResultTablePtr& table, HeatMap* map, QWidget* parent)
    : FigurePanel(id, table, map, parent)
    , m_map(map)
{
}

HeatMapPanel::HeatMapPanel(const std::string& id, const ResultTablePtr& table,
    const HeatMapModel::Order& rows, const HeatMapModel::Order& columns, std::int64_t minimumRows,
    QWidget* parent)
    : HeatMapPanel(id, table, new HeatMap, parent)
{
    m_map->cells().setTable(table, rows, columns, minimumRows);
    m_map->fit();
    m_map->setAccessibleName(title());
    m_map->setAccessibleDescription(legend(minimumRows));
    addAbove(axes());
    addBelow(legend(minimumRows));
    if (const QString outside = outsideWords(); !outside.isEmpty())
        addBelow(outside);
    connect(m_map, &HeatMap::rowActivated, this, &HeatMapPanel::rowActivated);
    connect(m_map, &HeatMap::tableAsked, this, &HeatMapPanel::toggleTable);
}

QString HeatMapPanel::axes() const
{
    return tr("Rows: %1. Columns: %2.")
        .arg(m_map->cells().firstColumn(), m_map->cells().secondColumn());
}

bool HeatMapPanel::mark(std::optional<std::size_t> tableRow)
{
    return m_map->select(tableRow);
}

std::optional<std::size_t> HeatMapPanel::markedRow() const
{
    return m_map->selectedRow();
}

Picture HeatMapPanel::figurePicture()
{
    return {m_map->wholeSize(), {}, axes() + QLatin1Char(' ') + m_map->accessibleDescription(),
        [this](QPainter& painter) { m_map->paintWhole(painter); }};
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

QString HeatMapPanel::outsideWords() const
{
    const audits::ResultTable& table = this->table();
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
