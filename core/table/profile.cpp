#include "core/table/profile.h"

#include <algorithm>
#include <cmath>

namespace cupel::table {

NumberSummary summarize(std::span<const NumberCount> ascending)
{
    base::Moments moments;
    for (const NumberCount& entry : ascending)
        moments.add(entry.value, entry.count);
    return summarize(ascending, moments);
}

NumberSummary summarize(std::span<const NumberCount> ascending, const base::Moments& moments)
{
    NumberSummary summary;
    summary.min = ascending.front().value;
    summary.max = ascending.back().value;
    Histogram histogram(summary.min, summary.max);
    for (const NumberCount& entry : ascending)
        histogram.add(entry.value, entry.count);
    summary.n = moments.count();
    summary.mean = moments.mean();
    summary.std = moments.sampleStandardDeviation();
    summary.edges = histogram.edges();
    summary.counts = histogram.counts();
    std::int64_t seen = 0;
    std::size_t quantile = 0;
    for (const NumberCount& entry : ascending) {
        seen += entry.count;
        while (quantile < kQuantileProbabilities.size()
            && quantileRank(kQuantileProbabilities[quantile], summary.n) <= seen)
            summary.quantiles[quantile++] = entry.value;
    }
    return summary;
}

bool ranksBefore(const ValueCount& a, const ValueCount& b)
{
    return a.count != b.count ? a.count > b.count : a.value < b.value;
}

std::vector<ValueCount> topValues(std::vector<ValueCount> values)
{
    const std::size_t size = std::min(kTopValues, values.size());
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(size),
        values.end(), ranksBefore);
    values.resize(size);
    return values;
}

std::int64_t quantileRank(double probability, std::int64_t n)
{
    const std::int64_t percent = std::llround(probability * 100.0);
    return std::max(std::int64_t{1}, (percent * n + 99) / 100);
}

Histogram::Histogram(double min, double max)
{
    constexpr auto kCount = static_cast<double>(kBins);
    const double range = max - min;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const auto at = static_cast<double>(i);
        m_edges[i] = std::isfinite(range * kCount)
            ? min + at * range / kCount
            : min * (1.0 - at / kCount) + max * (at / kCount);
    }
    m_edges[kBins] = max;
    if (min == max)
        m_lastBin = 0;
    else if (std::isfinite(kCount / range))
        m_binsPerUnit = kCount / range;
}

} // namespace cupel::table
