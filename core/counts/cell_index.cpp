#include "core/counts/cell_index.h"

#include <algorithm>

namespace cupel::counts {
namespace {

/// Call work with the codes of a block in their type.
template <typename Work>
void withCodes(const CellSource& source, std::uint64_t firstRow, std::size_t rows,
    std::byte* scratch, Work work)
{
    const std::byte* codes = source.codes(firstRow, rows, scratch);
    switch (source.width()) {
    case 1:
        return work(reinterpret_cast<const std::uint8_t*>(codes));
    case 2:
        return work(reinterpret_cast<const std::uint16_t*>(codes));
    default:
        return work(reinterpret_cast<const std::uint32_t*>(codes));
    }
}

} // namespace

CompiledTerm passesOf(const CompiledDim& dim, const std::vector<CellKey>& in)
{
    std::vector<std::uint8_t> cellPasses(dim.cells);
    std::vector<CellKey> wanted = in;
    std::sort(wanted.begin(), wanted.end());
    for (std::uint32_t cell = 0; cell < dim.cells; ++cell)
        cellPasses[cell] = std::binary_search(wanted.begin(), wanted.end(), dim.key(cell)) ? 1 : 0;
    if (dim.cellOf.empty())
        return {dim.source, std::move(cellPasses)};
    CompiledTerm term{dim.source, {}};
    for (const std::uint32_t cell : dim.cellOf)
        term.passes.push_back(cellPasses[cell]);
    return term;
}

template <typename Index>
CellIndexer<Index>::CellIndexer(
    const std::vector<CompiledDim>& dims, const std::vector<CompiledTerm>& terms)
{
    std::uint64_t stride = 1;
    for (auto dim = dims.rbegin(); dim != dims.rend(); ++dim) {
        Step step{dim->source.get(), {}, static_cast<Index>(stride), std::nullopt, 0};
        for (const std::uint32_t cell : dim->cellOf)
            step.add.push_back(static_cast<Index>(cell * stride));
        simplify(step);
        m_steps.push_back(std::move(step));
        stride *= dim->cells;
    }
    for (const CompiledTerm& term : terms)
        m_masks.push_back(maskOf(term));
}

/// Where all codes but one add the same, as when missing cells are told from others, comparing is
/// faster than looking up.
template <typename Index> void CellIndexer<Index>::simplify(Step& step)
{
    if (step.add.size() < 2)
        return;
    const Index usual = step.add[0] == step.add[1] ? step.add[0] : step.add.back();
    const auto isOdd = [usual](Index add) { return add != usual; };
    if (std::count_if(step.add.begin(), step.add.end(), isOdd) != 1)
        return;
    const auto only = std::find_if(step.add.begin(), step.add.end(), isOdd);
    step.only = static_cast<std::uint32_t>(only - step.add.begin());
    step.onlyAdd = *only;
    step.add = {usual};
}

template <typename Index>
typename CellIndexer<Index>::Mask CellIndexer<Index>::maskOf(const CompiledTerm& term)
{
    constexpr auto kAll = static_cast<Index>(~Index{0});
    Mask mask{term.source.get(), {}, 0, 0};
    const auto passing = std::count(term.passes.begin(), term.passes.end(), 1);
    const auto rejected = static_cast<std::ptrdiff_t>(term.passes.size()) - passing;
    if (passing == 1 || rejected == 1) {
        const std::uint8_t odd = passing == 1 ? 1 : 0;
        const auto only = std::find(term.passes.begin(), term.passes.end(), odd);
        mask.only = static_cast<std::uint32_t>(only - term.passes.begin());
        mask.inverted = passing == 1 ? Index{0} : kAll;
        return mask;
    }
    for (const std::uint8_t passes : term.passes)
        mask.keep.push_back(passes != 0 ? kAll : Index{0});
    return mask;
}

template <typename Index>
template <typename Code>
void CellIndexer<Index>::apply(
    const Step& step, const Code* codes, std::size_t rows, Index* indexes)
{
    if (step.only) {
        const auto only = static_cast<Code>(*step.only);
        const Index usual = step.add.front();
        const auto change = static_cast<Index>(step.onlyAdd ^ usual);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto isOnly = static_cast<Index>(codes[i] == only ? ~Index{0} : Index{0});
            indexes[i] = static_cast<Index>(indexes[i] + (usual ^ (change & isOnly)));
        }
        return;
    }
    if (!step.add.empty()) {
        const Index* add = step.add.data();
        for (std::size_t i = 0; i < rows; ++i)
            indexes[i] = static_cast<Index>(indexes[i] + add[codes[i]]);
        return;
    }
    const Index stride = step.stride;
    if constexpr (sizeof(Code) == 1 && sizeof(Index) == 4) {
        // The baseline instruction set multiplies 16-bit numbers several times faster.
        if (stride <= INT16_MAX) {
            const auto narrow = static_cast<std::int16_t>(stride);
            for (std::size_t i = 0; i < rows; ++i)
                indexes[i] += static_cast<Index>(static_cast<std::int16_t>(codes[i]) * narrow);
            return;
        }
    }
    for (std::size_t i = 0; i < rows; ++i)
        indexes[i] = static_cast<Index>(indexes[i] + static_cast<Index>(codes[i]) * stride);
}

template <typename Index>
template <typename Code>
void CellIndexer<Index>::apply(
    const Mask& mask, const Code* codes, std::size_t rows, Index* indexes)
{
    if (!mask.keep.empty()) {
        const Index* keep = mask.keep.data();
        for (std::size_t i = 0; i < rows; ++i)
            indexes[i] &= keep[codes[i]];
        return;
    }
    const auto only = static_cast<Code>(mask.only);
    const Index inverted = mask.inverted;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto isOnly = static_cast<Index>(codes[i] == only ? ~Index{0} : Index{0});
        indexes[i] = static_cast<Index>(indexes[i] & (isOnly ^ inverted));
    }
}

template <typename Index>
void CellIndexer<Index>::write(std::uint64_t firstRow, std::size_t rows, Index* indexes) const
{
    alignas(64) std::byte scratch[kBlockRows * sizeof(std::uint32_t)];
    std::fill_n(indexes, rows, Index{1});
    const auto applyAll = [&](const auto& steps) {
        for (const auto& step : steps)
            withCodes(*step.source, firstRow, rows, scratch,
                [&](const auto* codes) { apply(step, codes, rows, indexes); });
    };
    applyAll(m_steps);
    applyAll(m_masks);
}

template class CellIndexer<std::uint8_t>;
template class CellIndexer<std::uint16_t>;
template class CellIndexer<std::uint32_t>;

} // namespace cupel::counts
