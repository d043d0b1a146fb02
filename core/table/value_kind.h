#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/table/column.h"

namespace cupel::table {

/// What one text reads as. Every text has exactly one kind.
enum class ValueKind {
    Integer, ///< fits 64 bits; -2^63 counts as a Decimal, since it marks missing cells
    Decimal, ///< any other number of base::parseNumber()
    Boolean, ///< true, false, True, False, TRUE, FALSE
    Date, ///< YYYY-MM-DD in the Gregorian calendar
    DateTime, ///< date, 'T' or a blank, HH:MM[:SS[.fraction]], then nothing, Z or +-HH:MM
    Other,
};
inline constexpr std::size_t kValueKinds = 6;

ValueKind valueKind(std::string_view text);

/// Whether a value of this kind may stand in a column of this type.
bool fits(ValueKind kind, ColumnType type);

/// Rows by kind of their value; missing cells are not counted.
struct KindRows {
    std::array<std::int64_t, kValueKinds> rows{};

    std::int64_t& operator[](ValueKind kind) { return rows[static_cast<std::size_t>(kind)]; }
    std::int64_t operator[](ValueKind kind) const { return rows[static_cast<std::size_t>(kind)]; }
    std::int64_t total() const;
    std::int64_t fitting(ColumnType type) const;
};

/// The narrowest type that every row fits; Text for no rows.
ColumnType typeOf(const KindRows& rows);
/// The narrowest type other than Text that the most rows fit, if that is more than half of them;
/// otherwise Text.
ColumnType likelyType(const KindRows& rows);

} // namespace cupel::table
