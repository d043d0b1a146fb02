#include "ui/print/table_shape.h"

#include <algorithm>
#include <array>
#include <optional>

namespace cupel::ui {
namespace {

/// Sizes of type from the one that reads best to the smallest, and what a line of each costs.
struct TableSize {
    qreal size;
    qreal cost;
};
constexpr std::array<TableSize, 3> kSizes{
    {{kType.table, 1.0}, {7.25, 1.25}, {kType.leastTable, 2.0}}};

constexpr qreal kPartSize = 7.25; ///< of tables in parts

qreal roomOf(qreal width, std::size_t columns)
{
    return width - kBetweenColumns * static_cast<qreal>(columns - 1);
}

std::vector<std::size_t> allColumns(std::size_t count)
{
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

/// A narrow table of many rows, several times beside each other.
std::optional<TableShape> stripsShape(const TableNeeds& all, qreal room)
{
    constexpr std::size_t kFewRows = 10;
    constexpr std::size_t kMostStrips = 5;
    TableShape shape{allColumns(all.columns.size()), {}, kType.table};
    for (const ColumnNeed& need : all.columns)
        shape.widths.push_back(need.widest);
    const auto fitting = static_cast<std::size_t>((room - shape.width()) / shape.left(1) + 1.0);
    shape.strips = std::min(fitting, kMostStrips);
    if (all.cells.size() < kFewRows || shape.strips < 2)
        return std::nullopt;
    return shape;
}

/// All columns beside each other, in the size that takes least room for what it costs to read.
std::optional<TableShape> wholeShape(const TableNeeds& all, qreal width)
{
    const qreal room = roomOf(width, all.columns.size());
    std::optional<TableShape> best;
    qreal least = 0.0;
    for (const auto& [size, cost] : kSizes) {
        const TableNeeds needs = all.scaled(size / kType.table);
        const qreal words = std::accumulate(needs.columns.begin(), needs.columns.end(), 0.0,
            [](qreal sum, const ColumnNeed& need) { return sum + need.least; });
        if (words > room)
            continue;
        TableShape shape{
            allColumns(all.columns.size()), shortestWidths(needs.columns, needs.cells, room), size};
        const qreal height = lineCount(needs.cells, shape.widths) * size * cost;
        if (!best || height < least) {
            best = std::move(shape);
            least = height;
        }
    }
    return best;
}

/// Leading columns of texts, which name the rows, in a part of the width.
std::size_t namingColumns(const TableNeeds& all, const std::vector<ColumnNeed>& wishes, qreal room)
{
    constexpr std::size_t kMost = 3;
    std::size_t count = 1;
    qreal width = wishes.front().least;
    while (count < std::min(kMost, all.columns.size() - 1) && !all.areFigures[count]
        && width + wishes[count].least <= room * 0.45)
        width += wishes[count++].least;
    return count;
}

/// Needs that fit, where the longest words of the first column and another one do not.
std::vector<ColumnNeed> fitting(std::vector<ColumnNeed> needs, qreal room)
{
    const qreal words = std::accumulate(needs.begin(), needs.end(), 0.0,
        [](qreal sum, const ColumnNeed& need) { return sum + need.least; });
    if (words > room) {
        for (ColumnNeed& need : needs)
            need = {need.least * room / words, need.widest};
    }
    return needs;
}

std::vector<TablePart> partsOf(const TableNeeds& all, qreal width)
{
    constexpr qreal kModest = points(64.0);
    const TableNeeds needs = all.scaled(kPartSize / kType.table);
    // A column that asks for little more than a word gets it, and the first a third at most.
    std::vector<ColumnNeed> wishes = needs.columns;
    for (ColumnNeed& wish : wishes)
        wish.least = std::max(wish.least, std::min(wish.widest, kModest)) + kBetweenColumns;
    wishes.front().least = std::min(wishes.front().least, width / 3);
    const std::size_t naming = namingColumns(all, wishes, width);
    std::vector<TablePart> parts;
    for (const ColumnGroup& group : columnGroups(wishes, naming, width)) {
        TablePart part{{allColumns(naming), {}, kPartSize}, naming, group};
        for (std::size_t i = group.first; i < group.end; ++i)
            part.shape.columns.push_back(i);
        const TableNeeds own = needs.of(part.shape.columns);
        const qreal room = roomOf(width, part.shape.columns.size());
        part.shape.widths = shortestWidths(fitting(own.columns, room), own.cells, room);
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace

std::vector<TablePart> tableParts(const TableNeeds& needs, qreal width)
{
    auto shape = stripsShape(needs, width);
    if (!shape)
        shape = wholeShape(needs, width);
    if (!shape)
        return partsOf(needs, width);
    TablePart whole;
    whole.shape = std::move(*shape);
    return {whole};
}

} // namespace cupel::ui
