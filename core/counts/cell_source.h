#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/table/column.h"

namespace cupel::counts {

/// Most rows that a kernel handles in one go: what it writes stays in the first-level cache.
inline constexpr std::size_t kBlockRows = 4'096;

/// The code of a row.
inline std::uint32_t codeAt(const std::byte* codes, unsigned width, std::uint64_t row)
{
    if (width == 1)
        return reinterpret_cast<const std::uint8_t*>(codes)[row];
    if (width == 2)
        return reinterpret_cast<const std::uint16_t*>(codes)[row];
    return reinterpret_cast<const std::uint32_t*>(codes)[row];
}

/// One small code per row.
class CellSource {
public:
    virtual ~CellSource() = default;
    unsigned width() const { return m_width; } ///< bytes per code: 1, 2 or 4
    /// Codes run from 0 to count() - 1.
    std::uint32_t count() const { return m_count; }
    /// The codes of up to kBlockRows rows, either where they are stored or written to scratch,
    /// which holds kBlockRows codes.
    virtual const std::byte* codes(
        std::uint64_t firstRow, std::size_t rows, std::byte* scratch) const = 0;

protected:
    CellSource(unsigned width, std::uint32_t count)
        : m_width(width)
        , m_count(count)
    {
    }

private:
    unsigned m_width;
    std::uint32_t m_count;
};

/// Codes that are in memory.
class StoredCodes final : public CellSource {
public:
    /// The owner keeps the codes alive.
    StoredCodes(unsigned width, std::uint32_t count, const std::byte* codes,
        std::shared_ptr<const void> owner);
    const std::byte* codes(std::uint64_t firstRow, std::size_t rows, std::byte*) const override;
    std::uint32_t at(std::uint64_t row) const { return codeAt(m_codes, width(), row); }
    /// Write what a table says of the codes of some rows.
    template <typename T>
    void lookUp(std::uint64_t firstRow, std::size_t rows, const T* table, T* out) const
    {
        const auto copy = [=](const auto* codes) {
            for (std::size_t i = 0; i < rows; ++i)
                out[i] = table[codes[firstRow + i]];
        };
        if (width() == 1)
            copy(reinterpret_cast<const std::uint8_t*>(m_codes));
        else if (width() == 2)
            copy(reinterpret_cast<const std::uint16_t*>(m_codes));
        else
            copy(reinterpret_cast<const std::uint32_t*>(m_codes));
    }

private:
    const std::byte* m_codes;
    std::shared_ptr<const void> m_owner;
};

/// A number by thresholds: kMissing, kNotOfType, then kFirst + how many thresholds are <= it.
class ThresholdCodes final : public CellSource {
public:
    static constexpr std::uint32_t kMissing = 0;
    static constexpr std::uint32_t kNotOfType = 1;
    static constexpr std::uint32_t kFirst = 2;

    /// Thresholds ascend. The column outlives this.
    ThresholdCodes(const table::NumberColumn& column, std::vector<double> thresholds);
    const std::byte* codes(
        std::uint64_t firstRow, std::size_t rows, std::byte* scratch) const override;

private:
    template <typename Code> void fill(std::uint64_t firstRow, std::size_t rows, Code* codes) const;

    const table::NumberColumn& m_column;
    std::vector<double> m_thresholds;
    std::optional<std::vector<std::int32_t>> m_integers; ///< the same for 32-bit integers
};

/// Whether two columns hold the same, from codes that are comparable.
class SameCodes final : public CellSource {
public:
    static constexpr std::uint32_t kMissing = 0;
    static constexpr std::uint32_t kNotOfType = 1;
    static constexpr std::uint32_t kSame = 2;
    static constexpr std::uint32_t kDifferent = 3;

    /// firstOf and secondOf give a class for each code: kMissing, kNotOfType or a number from 2 on
    /// that is equal for equal values.
    SameCodes(std::shared_ptr<const StoredCodes> first, std::vector<std::uint32_t> firstOf,
        std::shared_ptr<const StoredCodes> second, std::vector<std::uint32_t> secondOf);
    const std::byte* codes(
        std::uint64_t firstRow, std::size_t rows, std::byte* scratch) const override;

private:
    std::shared_ptr<const StoredCodes> m_first;
    std::shared_ptr<const StoredCodes> m_second;
    std::vector<std::uint32_t> m_firstOf;
    std::vector<std::uint32_t> m_secondOf;
};

/// The same for two columns of numbers in arrays, without cells that are not of the type.
class SameNumbers final : public CellSource {
public:
    /// Both columns are NumberColumns and outlive this. They compare as integers when both are of
    /// type Integer, else as doubles.
    SameNumbers(const table::Column& first, const table::Column& second);
    const std::byte* codes(
        std::uint64_t firstRow, std::size_t rows, std::byte* scratch) const override;

private:
    const table::NumberColumn& m_first;
    const table::NumberColumn& m_second;
    bool m_areIntegers;
};

/// Bytes per code that hold count codes.
unsigned codeWidth(std::uint64_t count);

/// Numbers of up to kBlockRows rows as doubles, NaN where missing or not of the type.
void readNumbers(
    const table::NumberColumn& column, std::uint64_t firstRow, std::size_t rows, double* numbers);

} // namespace cupel::counts
