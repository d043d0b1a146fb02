#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/readers/column_cells.h"

namespace cupel::readers {

/// A cell of a number column in 64 bits, from which its text can be written again: digits without
/// the point, and how many of them are decimals. So a column that turns out to be text after
/// millions of numbers has lost nothing. What has no such form (an exponent, "-0", more than 17
/// significant digits, a word) is a reference to a dictionary.
class Word {
public:
    static constexpr unsigned kMaxDecimals = 22; ///< 10^22 is the largest exact power of ten
    /// Mantissas are smaller than this.
    static constexpr std::int64_t kMantissaLimit = std::int64_t{1} << 58;

    Word() = default;
    static Word missing() { return Word(kOther); }
    /// A code, from 1, in the dictionary of texts that have no other form.
    static Word other(std::uint32_t code) { return Word(std::int64_t{code} * 32 + kOther); }
    static Word decimal(std::int64_t mantissa, unsigned decimals)
    {
        return Word(mantissa * 32 + static_cast<std::int64_t>(decimals));
    }
    /// The word of a text that is a plain decimal; nothing for any other.
    static std::optional<Word> of(std::string_view text);

    bool isMissing() const { return m_bits == kOther; }
    bool isOther() const { return (m_bits & kOther) == kOther && m_bits != kOther; }
    bool isDecimal() const { return (m_bits & kOther) != kOther; }
    std::uint32_t code() const { return static_cast<std::uint32_t>(m_bits >> 5); }
    std::int64_t mantissa() const { return m_bits >> 5; }
    unsigned decimals() const { return static_cast<unsigned>(m_bits & kOther); }
    std::uint64_t bits() const { return static_cast<std::uint64_t>(m_bits); }

    /// The functions below are for decimals.
    /// The number as a double, rounded as base::parseNumber() does.
    double number() const;
    std::string text() const;
    /// table::cellHash(text()).
    std::uint64_t hash() const;

private:
    static constexpr std::int64_t kOther = 31;
    explicit Word(std::int64_t bits)
        : m_bits(bits)
    {
    }
    std::int64_t m_bits = kOther;
};

/// What some words have in common.
struct WordsFound {
    bool hasEmpty = false; ///< some cells are empty
    bool hasOthers = false; ///< some cells are no plain decimals
    bool hasDecimals = false; ///< some cells are
    bool isUniform = true; ///< all decimals have `decimals` decimals and mantissas of 32 bits
    unsigned decimals = 0;

    /// Take in a decimal.
    void add(Word word)
    {
        if (!hasDecimals)
            decimals = word.decimals();
        hasDecimals = true;
        // The smallest 32-bit number marks missing cells.
        constexpr std::int64_t kLargest = INT32_MAX;
        isUniform &= word.decimals() == decimals && word.mantissa() <= kLargest
            && word.mantissa() >= -kLargest;
    }
};

/// Turn cells into words; cells that are no plain decimals become missing. isOther gets one byte
/// per row: 1 for such a cell, unless it is empty.
WordsFound encodeWords(const ColumnCells& cells, Word* words, std::uint8_t* isOther);

} // namespace cupel::readers
