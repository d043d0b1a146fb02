#include "ui/print/column_widths.h"

#include <algorithm>
#include <numeric>

namespace cupel::ui {

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
