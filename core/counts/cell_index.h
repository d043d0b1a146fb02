#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/counts/compiled_dim.h"
#include "core/counts/question.h"

namespace cupel::counts {

/// A filter term as which codes pass.
struct CompiledTerm {
    std::shared_ptr<const CellSource> source;
    std::vector<std::uint8_t> passes; ///< by code, 0 or 1
};
CompiledTerm passesOf(const CompiledDim& dim, const std::vector<CellKey>& in);

/// Computes one index per row from the cells of several dims: 1 + sum of cell * stride, or 0 for
/// rows that a filter rejects. The first dim has the largest stride. Without branches: rejected
/// rows go to a cell of their own.
template <typename Index> class CellIndexer {
public:
    /// The dims and terms outlive this. Every index fits the type.
    CellIndexer(const std::vector<CompiledDim>& dims, const std::vector<CompiledTerm>& terms);

    /// Write the indexes of up to kBlockRows rows.
    void write(std::uint64_t firstRow, std::size_t rows, Index* indexes) const;

private:
    struct Step {
        const CellSource* source = nullptr;
        std::vector<Index> add; ///< by code; empty: code * stride; with `only` of all codes but it
        Index stride = 1;
        std::optional<std::uint32_t> only; ///< the one code that adds something else
        Index onlyAdd = 0;
    };
    struct Mask {
        const CellSource* source = nullptr;
        std::vector<Index> keep; ///< by code: all bits or none; empty: see `only`
        std::uint32_t only = 0; ///< the one code that passes, or that does not
        Index inverted = 0; ///< all bits when it is the one that does not
    };
    static void simplify(Step& step);
    static Mask maskOf(const CompiledTerm& term);
    template <typename Code>
    static void apply(const Step& step, const Code* codes, std::size_t rows, Index* indexes);
    template <typename Code>
    static void apply(const Mask& mask, const Code* codes, std::size_t rows, Index* indexes);

    std::vector<Step> m_steps;
    std::vector<Mask> m_masks;
};

extern template class CellIndexer<std::uint8_t>;
extern template class CellIndexer<std::uint16_t>;
extern template class CellIndexer<std::uint32_t>;

} // namespace cupel::counts
