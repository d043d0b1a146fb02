#pragma once

#include <cstdint>
#include <vector>

#include "core/base/exact_sum.h"
#include "core/counts/cell_source.h"
#include "core/counts/cross_tab.h"

namespace cupel::counts {

/// Adds the terms of one measure to the sums of cells, block by block. One per thread.
///
/// Where all factors are 32-bit integers the sums are integers, otherwise superaccumulators: exact
/// either way, and the integers are some ten times faster.
class RowSums {
public:
    explicit RowSums(const TabPlan::Sum& plan);

    /// Make room for indexes below `cells`.
    void reach(std::size_t cells);
    /// Add the terms of up to kBlockRows rows, each to the cell with its index.
    template <typename Index>
    void add(std::uint64_t firstRow, std::size_t rows, const Index* indexes);
    void merge(const RowSums& other);
    /// The sum of a cell, rounded.
    double of(std::size_t cell) const;

private:
    __extension__ typedef __int128 Int128;

    template <typename Index>
    void addIntegers(std::uint64_t firstRow, std::size_t rows, const Index* indexes);
    template <typename Index>
    void addReals(std::uint64_t firstRow, std::size_t rows, const Index* indexes);

    Measure m_measure;
    std::vector<const NumberReader*> m_factors; ///< the columns that are multiplied
    bool m_areIntegers;
    std::vector<Int128> m_integers; ///< by cell
    std::vector<base::ExactSum> m_reals; ///< by cell
};

extern template void RowSums::add(std::uint64_t, std::size_t, const std::uint8_t*);
extern template void RowSums::add(std::uint64_t, std::size_t, const std::uint16_t*);
extern template void RowSums::add(std::uint64_t, std::size_t, const std::uint32_t*);

} // namespace cupel::counts
