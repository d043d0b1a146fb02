#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/exact_sum.h"
#include "core/table/column.h"

namespace cupel::table {

inline constexpr std::size_t kTopValues = 20;
/// Most values in TypeEvidence::misfits.
inline constexpr std::size_t kMisfits = 5;

struct NumberCount {
    double value = 0.0;
    std::int64_t count = 0;
};

/// Summarise numbers given as distinct values, ascending, each with its count. At least one value.
NumberSummary summarize(std::span<const NumberCount> ascending);
/// The same with the moments of the numbers already known.
NumberSummary summarize(std::span<const NumberCount> ascending, const base::Moments& moments);

/// Order of `top`: count down, then value up in code-point order.
bool ranksBefore(const ValueCount& a, const ValueCount& b);
/// The kTopValues first by ranksBefore(), in order.
std::vector<ValueCount> topValues(std::vector<ValueCount> values);

/// Rank of a quantile among n sorted values, from 1: max(1, ceil(p n)), p in whole percent so that
/// no rounding decides.
std::int64_t quantileRank(double probability, std::int64_t n);

/// The 40 bins of a NumberSummary.
class Histogram {
public:
    Histogram(double min, double max);

    /// Count a value from [min, max].
    void add(double value, std::int64_t count = 1)
    {
        const double position = (value - m_edges[0]) * m_binsPerUnit;
        std::size_t bin = position < double{kBins} ? static_cast<std::size_t>(position) : kBins - 1;
        // The edges are rounded, so the product may be one off: the edges themselves decide.
        while (bin > 0 && value < m_edges[bin])
            --bin;
        while (bin < m_lastBin && value >= m_edges[bin + 1])
            ++bin;
        m_counts[bin] += count;
    }
    const std::array<double, 41>& edges() const { return m_edges; }
    const std::array<std::int64_t, 40>& counts() const { return m_counts; }

private:
    static constexpr std::size_t kBins = 40;

    std::size_t m_lastBin = kBins - 1; ///< 0 where all values are equal
    double m_binsPerUnit = 0.0;
    std::array<double, kBins + 1> m_edges{};
    std::array<std::int64_t, kBins> m_counts{};
};

/// Distinct values, top and summary of the numbers of a column; sentinels are left out.
struct NumberArrayProfile {
    Distinct distinct;
    std::vector<ValueCount> top; ///< empty beyond kExactDistinct distinct values
    std::optional<NumberSummary> numbers; ///< none without numbers
};
/// The result is that of summarize() on the same values. About 20 ns per row where there are more
/// than kExactDistinct distinct values; holds up to 8 MiB.
NumberArrayProfile profileNumbers(const NumberColumn& column, std::uint64_t rows);

} // namespace cupel::table
