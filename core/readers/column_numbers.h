#pragma once

#include <cstdint>

#include "core/readers/column_codes.h"
#include "core/readers/column_text.h"
#include "core/readers/column_words.h"
#include "core/table/column.h"

namespace cupel::readers {

/// What the texts of a number column have in common beyond their values.
class NumberSpellings {
public:
    void add(Word word)
    {
        if (!word.isDecimal()) {
            m_hasOthers = true;
            return;
        }
        // Up to 15 digits, distinct decimals are distinct doubles.
        constexpr std::int64_t kTenTo15 = 1'000'000'000'000'000;
        const std::int64_t mantissa = word.mantissa();
        m_decimals |= 1u << word.decimals();
        m_hasLong |= mantissa >= kTenTo15 || mantissa <= -kTenTo15;
        m_hasTrailingZeros |= word.decimals() > 0 && mantissa % 10 == 0;
    }
    void addOther() { m_hasOthers = true; }
    void merge(const NumberSpellings& other)
    {
        m_decimals |= other.m_decimals;
        m_hasLong |= other.m_hasLong;
        m_hasTrailingZeros |= other.m_hasTrailingZeros;
        m_hasOthers |= other.m_hasOthers;
    }
    /// What the values of a column of this type tell of their texts.
    table::Spelling spelling(table::ColumnType type) const;

private:
    std::uint32_t m_decimals = 0; ///< bit k: there are numbers with k decimals
    bool m_hasLong = false;
    bool m_hasTrailingZeros = false;
    bool m_hasOthers = false;
};

/// The facts of a column's cells that the lanes hold together.
struct NumberFacts {
    KindFacts kinds;
    NumberSpellings spellings;
    std::int64_t missing = 0;
};

/// Build a number column as an array, its profile and evidence included, and free the lanes' cells.
table::Column numberColumn(ColumnLanes& lanes, table::ColumnType type, const NumberFacts& facts);

} // namespace cupel::readers
