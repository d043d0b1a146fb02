#pragma once

#include <cstdint>
#include <vector>

#include "core/base/exact_sum.h"
#include "core/counts/cell_source.h"
#include "core/counts/cross_tab.h"

namespace cupel::counts {

/// Adds the terms of measures to the sums of cells, block by block. One per thread.
class RowSums {
public:
    explicit RowSums(const std::vector<TabPlan::Sum>& sums);

    /// Make room for indexes below `cells`.
    void reach(std::size_t cells);
    /// Add the terms of up to kBlockRows rows, each to the cell with its index.
    template <typename Index>
    void add(std::uint64_t firstRow, std::size_t rows, const Index* indexes);
    void merge(const RowSums& other);
    /// The sums of a cell, one per measure.
    std::vector<base::ExactSum> of(std::size_t cell) const;

private:
    const std::vector<TabPlan::Sum>& m_plans;
    std::vector<std::vector<base::ExactSum>> m_sums; ///< by measure, then cell
};

extern template void RowSums::add(std::uint64_t, std::size_t, const std::uint8_t*);
extern template void RowSums::add(std::uint64_t, std::size_t, const std::uint16_t*);
extern template void RowSums::add(std::uint64_t, std::size_t, const std::uint32_t*);

} // namespace cupel::counts
