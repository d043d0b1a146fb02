#include "ui/print/column_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cupel::ui {
namespace {

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
        for (const qreal width : {step, 3 * step}) {
            if (widths[from] - width < needs[from].least)
                continue;
            widths[from] -= width;
            for (std::size_t to = 0; to < widths.size(); ++to) {
                if (to == from || widths[to] >= needs[to].widest)
                    continue;
                widths[to] += width;
                const qreal after = lineCount(cells, widths);
                if (after < best.lines - 0.5)
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
    constexpr qreal kFilled = 0.93; // words leave some of each line empty
    qreal lines = 0.0;
    for (const std::vector<qreal>& row : cells) {
        qreal highest = 1.0;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (row[i] > widths[i])
                highest = std::max(highest, std::ceil(row[i] / (kFilled * widths[i])));
        }
        lines += highest;
    }
    return lines;
}

std::vector<qreal> shortestWidths(
    const std::vector<ColumnNeed>& needs, const CellWidths& cells, qreal room)
{
    constexpr int kMostMoves = 40;
    constexpr std::size_t kManyColumns = 24;
    std::vector<qreal> widths = columnWidths(needs, room);
    if (needs.size() > kManyColumns)
        return widths;
    const CellWidths sample = sampleOf(cells);
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

std::vector<ColumnGroup> columnGroups(const std::vector<ColumnNeed>& needs, qreal room)
{
    std::vector<ColumnGroup> groups;
    const qreal beside = room - needs.front().least;
    for (std::size_t i = 1; i < needs.size();) {
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
