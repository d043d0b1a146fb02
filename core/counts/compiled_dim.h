#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/counts/cell_source.h"
#include "core/counts/question.h"
#include "core/counts/table_access.h"

namespace cupel::counts {

/// A Dim as cell numbers: a code per row, the cell of each code, and the key of each cell.
/// Different cells have different keys.
struct CompiledDim {
    std::shared_ptr<const CellSource> source;
    std::vector<std::uint32_t> cellOf; ///< by code; empty: a code is its cell
    std::uint32_t cells = 0;
    std::function<CellKey(std::uint32_t cell)> key;
};

/// Compile a Dim that check() accepts. Fails where texts must be read from the source and cannot.
base::Result<CompiledDim> compile(const Dim& dim, const TableAccess& access);

/// Whether a row's weight counts.
enum class WeightClass : std::uint32_t { Valid, Missing, Invalid };
inline constexpr std::uint32_t kWeightClasses = 3;
/// The weight's WeightClass as a Dim.
base::Result<CompiledDim> compileWeightClass(std::size_t column, const TableAccess& access);

/// The numbers of a column, block by block.
class NumberReader {
public:
    NumberReader(std::size_t column, const TableAccess& access);

    /// The numbers of up to kBlockRows rows, NaN where the cell is missing or no number: where
    /// they are stored, or written to scratch, which holds kBlockRows numbers.
    const double* reals(std::uint64_t firstRow, std::size_t rows, double* scratch) const;
    /// Whether all numbers are integers of 32 bits but for the one that stands for missing.
    bool holdsIntegers() const { return m_holdsIntegers; }
    /// Like reals() with NumberColumn::kMissing32 for NaN. Only if holdsIntegers().
    const std::int32_t* integers(
        std::uint64_t firstRow, std::size_t rows, std::int32_t* scratch) const;

private:
    const table::NumberColumn* m_array = nullptr;
    std::shared_ptr<const StoredCodes> m_codes;
    std::vector<double> m_numberOf; ///< by code
    std::vector<std::int32_t> m_integerOf; ///< by code, if m_holdsIntegers
    bool m_holdsIntegers = false;
};

} // namespace cupel::counts
