#include "core/stats/group_gaps.h"

#include "core/base/exact_sum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace cupel::stats {

namespace {

using base::Figure;

/// The sign of firstTimes * rate(first) - secondTimes * rate(second), for groups with rows and
/// small factors, by cross multiplication of exact products.
int compareRates(int firstTimes, const GroupCount& first, int secondTimes, const GroupCount& second)
{
    base::ExactSum difference;
    for (int i = 0; i < firstTimes; ++i)
        difference.addProduct(first.favourable, second.n);
    for (int i = 0; i < secondTimes; ++i)
        difference.addProduct(-second.favourable, first.n);
    return difference.sign();
}

bool hasLowerRate(const GroupCount& first, const GroupCount& second)
{
    return compareRates(1, first, 1, second) < 0;
}

std::vector<GroupCount> groupsWithRows(std::span<const GroupCount> groups)
{
    std::vector<GroupCount> present;
    std::copy_if(groups.begin(), groups.end(), std::back_inserter(present),
        [](const GroupCount& group) { return group.n > 0.0; });
    return present;
}

Figure nothingToCompare()
{
    return Figure::undefined("fewer than two groups have rows");
}

/// Why the two rates cannot be compared; empty where they can.
std::string missingSide(const GroupCount& group, const GroupCount& reference)
{
    if (!(group.n > 0.0))
        return "the group has no rows";
    if (!(reference.n > 0.0))
        return "the reference group has no rows";
    return {};
}

/// ln(highest / lowest) of the probabilities of one outcome; 0 where no group has it.
double logRange(const std::vector<double>& probabilities)
{
    const auto [lowest, highest] = std::minmax_element(probabilities.begin(), probabilities.end());
    if (*highest == 0.0)
        return 0.0;
    if (*lowest == 0.0)
        return std::numeric_limits<double>::infinity();
    return std::log(*highest) - std::log(*lowest);
}

} // namespace

Figure baseRate(const GroupCount& group)
{
    if (!(group.n > 0.0))
        return Figure::undefined("the group has no rows");
    return group.favourable / group.n;
}

GroupCount pooled(std::span<const GroupCount> groups)
{
    base::ExactSum n;
    base::ExactSum favourable;
    GroupCount pool;
    for (const GroupCount& group : groups) {
        n.add(group.n);
        favourable.add(group.favourable);
        pool.rows += group.rows;
    }
    pool.n = n.value();
    pool.favourable = favourable.value();
    return pool;
}

Figure rateDifference(const GroupCount& group, const GroupCount& reference)
{
    if (std::string reason = missingSide(group, reference); !reason.empty())
        return Figure::undefined(std::move(reason));
    return group.favourable / group.n - reference.favourable / reference.n;
}

Figure rateRatio(const GroupCount& group, const GroupCount& reference)
{
    if (std::string reason = missingSide(group, reference); !reason.empty())
        return Figure::undefined(std::move(reason));
    if (group.favourable == 0.0 && reference.favourable == 0.0)
        return Figure::undefined("both rates are 0");
    return (group.favourable / group.n) / (reference.favourable / reference.n);
}

Figure largestDifference(std::span<const GroupCount> groups)
{
    const std::vector<GroupCount> present = groupsWithRows(groups);
    if (present.size() < 2)
        return nothingToCompare();
    const auto [lowest, highest]
        = std::minmax_element(present.begin(), present.end(), hasLowerRate);
    return rateDifference(*highest, *lowest);
}

Figure largestDifferenceToOverall(std::span<const GroupCount> groups)
{
    const std::vector<GroupCount> present = groupsWithRows(groups);
    if (present.size() < 2)
        return nothingToCompare();
    const GroupCount overall = pooled(present);
    double largest = 0.0;
    for (const GroupCount& group : present)
        largest = std::max(largest, std::fabs(rateDifference(group, overall).value()));
    return largest;
}

Figure smallestRatio(std::span<const GroupCount> groups)
{
    const std::vector<GroupCount> present = groupsWithRows(groups);
    if (present.size() < 2)
        return nothingToCompare();
    const auto [lowest, highest]
        = std::minmax_element(present.begin(), present.end(), hasLowerRate);
    return rateRatio(*lowest, *highest);
}

Figure smallestRatioToOverall(std::span<const GroupCount> groups)
{
    const std::vector<GroupCount> present = groupsWithRows(groups);
    if (present.size() < 2)
        return nothingToCompare();
    const GroupCount overall = pooled(present);
    double smallest = 1.0;
    for (const GroupCount& group : present) {
        const Figure ratio = rateRatio(group, overall);
        if (!ratio.isDefined())
            return Figure::undefined("all rates are 0");
        smallest = std::min({smallest, ratio.value(), 1.0 / ratio.value()});
    }
    return smallest;
}

std::optional<std::size_t> highestRate(std::span<const GroupCount> groups)
{
    std::optional<std::size_t> highest;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].n > 0.0 && (!highest || hasLowerRate(groups[*highest], groups[i])))
            highest = i;
    }
    return highest;
}

Figure reachesFourFifths(const GroupCount& group, const GroupCount& highest)
{
    Figure ratio = rateRatio(group, highest);
    if (!ratio.isDefined())
        return ratio;
    return compareRates(5, group, 4, highest) >= 0 ? 1.0 : 0.0;
}

Figure withinToleranceBand(const GroupCount& group, const GroupCount& reference)
{
    Figure ratio = rateRatio(group, reference);
    if (!ratio.isDefined())
        return ratio;
    if (reference.favourable == 0.0)
        return Figure::undefined("the rate of the reference group is 0");
    const bool isWithin
        = compareRates(5, group, 4, reference) >= 0 && compareRates(4, group, 5, reference) <= 0;
    return isWithin ? 1.0 : 0.0;
}

Figure facetImbalance(const GroupCount& reference, const GroupCount& rest)
{
    if (!(reference.n > 0.0))
        return Figure::undefined("the reference group has no rows");
    if (!(rest.n > 0.0))
        return Figure::undefined("no rows outside the reference group");
    return (reference.n - rest.n) / (reference.n + rest.n);
}

Figure differentialFairness(
    std::span<const GroupCount> groups, Estimate estimate, RowWeights weights)
{
    if (estimate == Estimate::Smoothed && weights == RowWeights::Given)
        return Figure::undefined("smoothing is not defined for weighted rows");
    const std::vector<GroupCount> present = groupsWithRows(groups);
    if (present.size() < 2)
        return nothingToCompare();
    const double added = estimate == Estimate::Smoothed ? 0.5 : 0.0;
    std::vector<double> favourable;
    std::vector<double> unfavourable;
    for (const GroupCount& group : present) {
        const double n = group.n + 2.0 * added;
        favourable.push_back((group.favourable + added) / n);
        unfavourable.push_back((group.n - group.favourable + added) / n);
    }
    return std::max(logRange(favourable), logRange(unfavourable));
}

Figure sizeWeightedGap(const GroupCount& subgroup, const GroupCount& all)
{
    Figure difference = rateDifference(subgroup, all);
    if (!difference.isDefined())
        return difference;
    return subgroup.n / all.n * std::fabs(difference.value());
}

} // namespace cupel::stats
