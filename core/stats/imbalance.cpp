#include "core/stats/imbalance.h"

#include "core/stats/divergences.h"

#include <algorithm>
#include <cmath>

namespace cupel::stats {

namespace {

using base::Figure;

Figure noRows()
{
    return Figure::undefined("no rows");
}

Figure oneClass()
{
    return Figure::undefined("only one class is declared");
}

double sumOfSquaredShares(const ClassCounts& classes)
{
    const double total = classes.total();
    base::ExactSum sum;
    for (double count : classes.counts())
        sum.add(count / total * (count / total));
    return sum.value();
}

Figure distanceToEqual(std::span<const double> counts, Distance distance)
{
    const std::vector<double> equal(counts.size(), 1.0);
    switch (distance) {
    case Distance::Hellinger:
        return hellingerDistance(counts, equal);
    case Distance::TotalVariation:
        return totalVariation(counts, equal);
    case Distance::Euclidean:
        return euclideanDistance(counts, equal);
    case Distance::KullbackLeibler:
        return kullbackLeibler(counts, equal);
    }
    return Figure::undefined("unknown distance");
}

/// The shares, times K, that are furthest from equal ones with m minority classes.
std::vector<double> furthestCounts(std::size_t classes, std::size_t m)
{
    std::vector<double> counts(classes, 1.0);
    std::fill_n(counts.begin(), m, 0.0);
    counts.back() = static_cast<double>(m + 1);
    return counts;
}

std::vector<double> sortedCounts(const ClassCounts& classes)
{
    std::vector<double> counts(classes.counts().begin(), classes.counts().end());
    std::sort(counts.begin(), counts.end());
    return counts;
}

} // namespace

ClassCounts::ClassCounts(std::span<const std::int64_t> rows)
    : ClassCounts(std::vector<double>(rows.begin(), rows.end()))
{
}

ClassCounts::ClassCounts(std::span<const double> weights)
    : m_counts(weights.begin(), weights.end())
{
    if (m_counts.empty())
        return;
    for (double count : m_counts)
        m_total.add(count);
    const auto [smallest, largest] = std::minmax_element(m_counts.begin(), m_counts.end());
    m_smallest = *smallest;
    m_largest = *largest;
}

std::vector<std::size_t> ClassCounts::having(double count) const
{
    std::vector<std::size_t> indexes;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == count)
            indexes.push_back(i);
    }
    return indexes;
}

std::size_t ClassCounts::minorityClasses() const
{
    const auto classCount = static_cast<std::int64_t>(m_counts.size());
    return static_cast<std::size_t>(
        std::count_if(m_counts.begin(), m_counts.end(), [&](double count) {
            // share < 1/K, as total - count * K > 0.
            base::ExactSum shortfall(m_total);
            shortfall.addTimes(-count, classCount);
            return shortfall.sign() > 0;
        }));
}

Figure classShare(const ClassCounts& classes, std::size_t index)
{
    if (classes.largest() == 0.0)
        return noRows();
    return classes.counts()[index] / classes.total();
}

Figure minorityShare(const ClassCounts& classes)
{
    if (classes.largest() == 0.0)
        return noRows();
    return classes.smallest() / classes.total();
}

Figure imbalanceRatio(const ClassCounts& classes)
{
    if (classes.largest() == 0.0)
        return noRows();
    return classes.largest() / classes.smallest();
}

Figure shannonEntropy(const ClassCounts& classes)
{
    if (classes.largest() == 0.0)
        return noRows();
    const double total = classes.total();
    base::ExactSum sum;
    for (double count : classes.counts()) {
        const double share = count / total;
        if (share > 0.0)
            sum.add(-share * std::log(share));
    }
    return sum.value();
}

Figure shannonEvenness(const ClassCounts& classes)
{
    if (classes.classes() == 1)
        return oneClass();
    Figure entropy = shannonEntropy(classes);
    if (!entropy.isDefined())
        return entropy;
    const double largest = std::log(static_cast<double>(classes.classes()));
    return std::min(1.0, entropy.value() / largest);
}

Figure effectiveClasses(const ClassCounts& classes)
{
    const Figure entropy = shannonEntropy(classes);
    return entropy.isDefined() ? Figure(std::exp(entropy.value())) : entropy;
}

Figure giniSimpson(const ClassCounts& classes)
{
    if (classes.largest() == 0.0)
        return noRows();
    return 1.0 - sumOfSquaredShares(classes);
}

Figure normalisedGiniSimpson(const ClassCounts& classes)
{
    if (classes.classes() == 1)
        return oneClass();
    Figure index = giniSimpson(classes);
    if (!index.isDefined())
        return index;
    return std::min(1.0, index.value() / (1.0 - 1.0 / static_cast<double>(classes.classes())));
}

Figure inverseSimpson(const ClassCounts& classes)
{
    if (classes.largest() == 0.0)
        return noRows();
    return 1.0 / sumOfSquaredShares(classes);
}

Figure imbalanceDegree(const ClassCounts& classes, Distance distance)
{
    if (classes.largest() == 0.0)
        return noRows();
    const std::size_t m = classes.minorityClasses();
    if (m == 0)
        return 0.0;
    const Figure actual = distanceToEqual(classes.counts(), distance);
    const Figure furthest = distanceToEqual(furthestCounts(classes.classes(), m), distance);
    return actual.value() / furthest.value() + static_cast<double>(m - 1);
}

Figure lrid(const ClassCounts& classes)
{
    const Figure perRow = lridPerRow(classes);
    return perRow.isDefined() ? Figure(2.0 * classes.total() * perRow.value()) : perRow;
}

Figure lridPerRow(const ClassCounts& classes)
{
    if (classes.largest() == 0.0)
        return noRows();
    return distanceToEqual(classes.counts(), Distance::KullbackLeibler);
}

Figure minorityClassFraction(const ClassCounts& classes)
{
    if (classes.largest() == 0.0)
        return noRows();
    return static_cast<double>(classes.minorityClasses()) / static_cast<double>(classes.classes());
}

bool hasStepImbalance(const ClassCounts& classes)
{
    return classes.smallest() < classes.largest()
        && classes.majority().size() + classes.minority().size() == classes.classes();
}

bool hasLinearImbalance(const ClassCounts& classes)
{
    if (classes.classes() < 3)
        return false;
    const std::vector<double> counts = sortedCounts(classes);
    const double step = counts[1] - counts[0];
    for (std::size_t i = 2; i < counts.size(); ++i) {
        if (counts[i] - counts[i - 1] != step)
            return false;
    }
    return step > 0.0;
}

ShotSplit shotSplit(const ClassCounts& classes, double lower, double upper)
{
    ShotSplit split;
    for (double count : classes.counts()) {
        if (count == 0.0)
            ++split.zero;
        else if (count > upper)
            ++split.many;
        else if (count >= lower)
            ++split.medium;
        else
            ++split.few;
    }
    return split;
}

double effectiveNumber(double n, double beta)
{
    if (n == 0.0 || beta == 1.0)
        return n;
    // 1 - beta is exact for beta >= 1/2, and the two functions keep the digits that 1 - beta^n
    // would lose.
    const double rest = 1.0 - beta;
    return -std::expm1(n * std::log1p(-rest)) / rest;
}

} // namespace cupel::stats
