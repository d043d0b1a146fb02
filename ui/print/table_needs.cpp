#include "ui/print/table_needs.h"

#include <algorithm>

#include "ui/print/text_block.h"
#include "ui/print/words.h"

namespace cupel::ui {
namespace {

constexpr qreal kRounding = 2.0;

/// A head is broken into a few lines rather than to widen its column; a long word in it anywhere.
ColumnNeed needOfHead(const TextBlock& head)
{
    constexpr qreal kLongest = points(72.0);
    constexpr qreal kLines = 2.0;
    const qreal word = std::min(head.longestWord(), kLongest) + kRounding;
    return {word, std::max(word, head.widest() / kLines)};
}

ColumnNeed needOfCell(
    const reports::Cell& cell, const reports::PrivacyView& view, const QFont& font)
{
    constexpr qreal kWidest = points(300.0);
    constexpr qreal kLongest = points(84.0); ///< word that is not broken
    if (std::holds_alternative<reports::MiniHistogram>(cell.content))
        return {kMiniInCellWidth, kMiniInCellWidth};
    const TextBlock text(cellWords(cell, view), font, kTableLeading);
    const qreal longest = isFigure(cell) ? 2 * kLongest : kLongest;
    return {std::min(text.longestWord(), longest) + kRounding,
        std::min(text.widest(), kWidest) + kRounding};
}

} // namespace

Words headWords(const base::Sentence& sentence, const reports::PrivacyView& view)
{
    return tinted(wordsOf(sentence, view, kMostInHeading), ink::kSoft);
}

TableNeeds TableNeeds::scaled(qreal factor) const
{
    TableNeeds needs = *this;
    for (ColumnNeed& need : needs.columns)
        need = {need.least * factor, need.widest * factor};
    for (std::vector<qreal>& row : needs.cells) {
        for (qreal& width : row)
            width *= factor;
    }
    return needs;
}

TableNeeds TableNeeds::of(const std::vector<std::size_t>& chosen) const
{
    TableNeeds needs;
    for (const std::size_t column : chosen) {
        needs.columns.push_back(columns[column]);
        needs.areFigures.push_back(areFigures[column]);
    }
    for (const std::vector<qreal>& row : cells) {
        std::vector<qreal>& widths = needs.cells.emplace_back();
        for (const std::size_t column : chosen)
            widths.push_back(row[column]);
    }
    return needs;
}

void TableNeeds::addColumn(const reports::Table& table, const reports::PrivacyView& view)
{
    const std::size_t column = columns.size();
    const QFont font = fontOf(Face::Sans, kType.table);
    ColumnNeed need = needOfHead(TextBlock(headWords(table.columns[column], view),
        fontOf(Face::SansBold, kType.table), kTableLeading));
    bool holdsFigures = !cells.empty();
    for (std::size_t row = 0; row < cells.size(); ++row) {
        cells[row].push_back(0.0);
        if (column >= table.rows[row].size())
            continue;
        const reports::Cell& cell = table.rows[row][column];
        holdsFigures = holdsFigures && isFigure(cell);
        const ColumnNeed its = needOfCell(cell, view, font);
        cells[row].back() = its.widest;
        need = {std::max(need.least, its.least), std::max(need.widest, its.widest)};
    }
    columns.push_back({need.least, std::max(need.widest, need.least)});
    areFigures.push_back(holdsFigures);
}

} // namespace cupel::ui
