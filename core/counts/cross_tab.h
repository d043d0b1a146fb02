#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/counts/cell_index.h"
#include "core/counts/compiled_dim.h"
#include "core/counts/question.h"

namespace cupel::counts {

/// What a cross-tabulation needs to know, ready to run.
struct TabPlan {
    std::uint64_t rows = 0;
    std::vector<CompiledDim> dims;
    std::vector<CompiledTerm> terms;
    struct Sum {
        Measure measure;
        const NumberReader* x = nullptr;
        const NumberReader* y = nullptr;
        const NumberReader* weight = nullptr;
    };
    std::vector<Sum> sums;
    unsigned threads = 1;
};

/// The cells that have rows, in no order.
struct TabResult {
    std::vector<std::uint32_t> cells; ///< one per dim, cell after cell
    std::vector<std::int64_t> rows; ///< by cell
    std::vector<double> sums; ///< one per sum of the plan, cell after cell
};

/// Count and sum. Tables of all possible cells are used up to some millions of them; beyond that
/// the cells that occur are numbered as they come, on one thread.
base::Result<TabResult> crossTabulate(const TabPlan& plan, const base::JobContext& job);

/// Call visit(row) for the rows that pass all terms, ascending, on one thread.
template <typename Visit>
void forEachPassing(const std::vector<CompiledTerm>& terms, std::uint64_t begin, std::uint64_t end,
    const Visit& visit)
{
    const CellIndexer<std::uint8_t> indexer({}, terms);
    std::uint8_t passes[kBlockRows];
    for (std::uint64_t first = begin; first < end; first += kBlockRows) {
        const auto rows
            = static_cast<std::size_t>(std::min<std::uint64_t>(kBlockRows, end - first));
        indexer.write(first, rows, passes);
        for (std::size_t i = 0; i < rows; ++i) {
            if (passes[i] != 0)
                visit(first + i);
        }
    }
}

} // namespace cupel::counts
