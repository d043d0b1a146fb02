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
    /// The bin that holds the largest value: 39, and 0 where all values are equal.
    std::size_t lastBin() const { return m_lastBin; }

private:
    static constexpr std::size_t kBins = 40;

    std::size_t m_lastBin = kBins - 1;
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
/// Arrays up to this length are sorted to be profiled.
inline constexpr std::uint64_t kSortedRows = 1u << 20;
/// The result is that of summarize() on the same values. Arrays of up to `sortedRows` rows are
/// sorted, in 16 bytes per row at most, and their distinct values are exact. Longer ones are passed
/// over several times with at most 8 MiB; beyond kExactDistinct their distinct values are
/// estimated.
NumberArrayProfile profileNumbers(
    const NumberColumn& column, std::uint64_t rows, std::uint64_t sortedRows = kSortedRows);

} // namespace cupel::table
