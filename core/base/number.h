#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cupel::base {

/// A cell that reads as a number.
struct Number {
    enum class Kind {
        Integer, ///< digits only, fits 64 bits
        Decimal, ///< a point, an exponent, or negative zero
    };
    Kind kind = Kind::Integer;
    std::int64_t i = 0; ///< the value of an Integer; 0 for a Decimal
    double d = 0.0; ///< the value as a double, for both kinds; rounded to nearest even
};

/// Read a cell as a number, or say that it is not one. The whole text counts: blanks, a leading
/// '+' and a superfluous leading zero make it text, because "007" is a code and must not turn into
/// 7. "5.", ".5", "1e5" and "1E+05" are decimals; "-0" is the decimal -0.0. Not numbers: integers
/// beyond 64 bits (long digit strings are identifiers), texts over 400 characters, values that
/// round to infinity, "inf", "nan" and hexadecimal. A value too small for a double reads as 0.
/// Decimals are correctly rounded; the locale plays no part.
std::optional<Number> parseNumber(std::string_view text);

/// Write a number with the fewest digits that read back to the same double. Integers below 2^53
/// in magnitude are written without exponent ("1000000", not "1e+06"), from 2^63 on with one;
/// negative zero is "-0". parseNumber reads every finite number back. The others are "Infinity",
/// "-Infinity" and "NaN".
std::string formatNumber(double value);

/// Write an integer in decimal digits.
std::string formatInteger(std::int64_t value);
/// The same for people: "1,234,567".
std::string groupedDigits(std::int64_t value);

} // namespace cupel::base
