#include "core/counts/nearest_name.h"

#include <algorithm>

namespace cupel::counts {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Optimal string alignment distance over bytes.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> cost(
        a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const char x = lower(a[i - 1]);
            const char y = lower(b[j - 1]);
            cost[i][j] = std::min(
                {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (x == y ? 0 : 1)});
            if (i > 1 && j > 1 && x == lower(b[j - 2]) && y == lower(a[i - 2]))
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

std::optional<std::string> nearestName(std::string_view word, const std::vector<std::string>& names)
{
    constexpr std::size_t kLongestName = 200;
    const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
    std::optional<std::string> nearest;
    std::size_t least = limit + 1;
    if (word.size() > kLongestName)
        return nearest;
    for (const std::string& name : names) {
        if (name.size() > word.size() + limit || word.size() > name.size() + limit)
            continue;
        const std::size_t d = distance(word, name);
        if (d < least && d < word.size()) {
            least = d;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace cupel::counts
