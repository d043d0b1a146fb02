#include "ui/print/column_widths.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace cupel::ui {
namespace {

constexpr qreal kFilled = 0.93; ///< of a line that is broken; words leave some of it empty

/// Some of the rows of a long table, which stand for all.
CellWidths sampleOf(const CellWidths& cells)
{
    constexpr std::size_t kMost = 60;
    CellWidths sample;
    const std::size_t step = std::max<std::size_t>(cells.size() / kMost, 1);
    for (std::size_t i = 0; i < cells.size(); i += step)
        sample.push_back(cells[i]);
    return sample;
}

/// Needs of a table whose cells, but for a few, take at most so many lines.
std::vector<ColumnNeed> needsFor(
    const std::vector<ColumnNeed>& needs, const CellWidths& cells, int lines)
{
    constexpr std::size_t kFew = 10; // one in so many cells may be longer
    std::vector<ColumnNeed> wishes = needs;
    for (std::size_t column = 0; column < needs.size(); ++column) {
        std::vector<qreal> widths;
        for (const std::vector<qreal>& row : cells)
            widths.push_back(row[column]);
        if (widths.empty())
            continue;
        const auto place = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / kFew);
        std::nth_element(widths.begin(), place, widths.end(), std::greater<>());
        const qreal wish = lines == 1 ? *place : *place / (kFilled * lines);
        wishes[column].least = std::clamp(wish, needs[column].least, needs[column].widest);
    }
    return wishes;
}

/// The best widths of a few tries: the narrow columns whole, or all cells of about as many lines.
std::vector<qreal> firstWidths(
    const std::vector<ColumnNeed>& needs, const CellWidths& cells, qreal room)
{
    constexpr int kMostLines = 8;
    std::vector<qreal> best = columnWidths(needs, room);
    qreal least = lineCount(cells, best);
    for (int lines = 1; lines <= kMostLines; ++lines) {
        const std::vector<ColumnNeed> wishes = needsFor(needs, cells, lines);
        const qreal wished = std::accumulate(wishes.begin(), wishes.end(), 0.0,
            [](qreal sum, const ColumnNeed& need) { return sum + need.least; });
        if (wished > room)
            continue;
        std::vector<qreal> widths = columnWidths(wishes, room);
        const qreal its = lineCount(cells, widths);
        if (its < least) {
            least = its;
            best = std::move(widths);
        }
        break;
    }
    return best;
}

struct Move {
    std::size_t from = 0;
    std::size_t to = 0;
    qreal width = 0.0;
    qreal lines = 0.0; ///< of the table after it
};

/// What makes the table shortest; not shorter than `lines`: nothing does.
Move bestMove(const std::vector<ColumnNeed>& needs, const CellWidths& cells,
    std::vector<qreal> widths, qreal lines)
{
    constexpr qreal kShare = 0.012;
    const qreal step = std::accumulate(widths.begin(), widths.end(), 0.0) * kShare;
    Move best{0, 0, 0.0, lines};
    for (std::size_t from = 0; from < widths.size(); ++from) {
        for (const qreal width : {step, 3 * step, 8 * step}) {
            if (widths[from] - width < needs[from].least)
                continue;
            widths[from] -= width;
            for (std::size_t to = 0; to < widths.size(); ++to) {
                if (to == from || widths[to] >= needs[to].widest)
                    continue;
                widths[to] += width;
                const qreal after = lineCount(cells, widths);
                if (after < best.lines - 0.01)
                    best = {from, to, width, after};
                widths[to] -= width;
            }
            widths[from] += width;
        }
    }
    return best;
}

} // namespace

std::vector<qreal> columnWidths(const std::vector<ColumnNeed>& needs, qreal room)
{
    std::vector<qreal> widths;
    std::vector<std::size_t> order(needs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (const ColumnNeed& need : needs) {
        widths.push_back(need.least);
        room -= need.least;
    }
    const auto wish = [&needs](std::size_t i) { return needs[i].widest - needs[i].least; };
    std::stable_sort(order.begin(), order.end(),
        [&wish](std::size_t a, std::size_t b) { return wish(a) < wish(b); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const qreal share = std::max(room, 0.0) / static_cast<qreal>(order.size() - i);
        const qreal more = std::clamp(wish(order[i]), 0.0, share);
        widths[order[i]] += more;
        room -= more;
    }
    return widths;
}

qreal lineCount(const CellWidths& cells, const std::vector<qreal>& widths)
{
    constexpr qreal kBroken = 0.05; // of two tables as long, the one with fewer broken cells
    qreal lines = 0.0;
    for (const std::vector<qreal>& row : cells) {
        qreal highest = 1.0;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (row[i] <= widths[i])
                continue;
            const qreal its = std::ceil(row[i] / (kFilled * widths[i]));
            highest = std::max(highest, its);
            lines += kBroken * its;
        }
        lines += highest;
    }
    return lines;
}

std::vector<qreal> shortestWidths(
    const std::vector<ColumnNeed>& needs, const CellWidths& cells, qreal room)
{
    constexpr int kMostMoves = 40;
    constexpr std::size_t kManyColumns = 14;
    if (needs.size() > kManyColumns)
        return columnWidths(needs, room);
    const CellWidths sample = sampleOf(cells);
    std::vector<qreal> widths = firstWidths(needs, sample, room);
    qreal lines = lineCount(sample, widths);
    for (int i = 0; i < kMostMoves && lines > static_cast<qreal>(sample.size()); ++i) {
        const Move move = bestMove(needs, sample, widths, lines);
        if (move.lines >= lines)
            break;
        widths[move.from] -= move.width;
        widths[move.to] += move.width;
        lines = move.lines;
    }
    return widths;
}

std::vector<ColumnGroup> columnGroups(
    const std::vector<ColumnNeed>& needs, std::size_t naming, qreal room)
{
    std::vector<ColumnGroup> groups;
    qreal beside = room;
    for (std::size_t i = 0; i < naming; ++i)
        beside -= needs[i].least;
    for (std::size_t i = naming; i < needs.size();) {
        ColumnGroup group{i, i};
        for (qreal used = 0.0; group.end < needs.size(); ++group.end) {
            used += needs[group.end].least;
            if (used > beside && group.end > i)
                break;
        }
        groups.push_back(group);
        i = group.end;
    }
    return groups;
}

} // namespace cupel::ui
