#include "core/base/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "core/base/ascii.h"

namespace cupel::base {

namespace {

constexpr std::size_t kMaxNumberLength = 400;
/// 19 digits always fit an unsigned 64-bit integer.
constexpr int kMaxFastDigits = 19;
/// The largest power of ten that is exact as a double (5^22 < 2^53).
constexpr int kMaxExactPower = 22;
constexpr std::uint64_t kMaxExactSignificand = std::uint64_t{1} << 53;
/// Beyond this the value is 0 or infinite whatever its 400 characters of digits are.
constexpr int kExponentLimit = 100000;

constexpr std::array<double, kMaxExactPower + 1> kPowersOfTen = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6,
    1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// The digits of a text without its sign, point and exponent. The value is significand *
/// 10^exponent as long as digits <= kMaxFastDigits; above that the significand has wrapped.
struct Scan {
    std::uint64_t significand = 0;
    int digits = 0;
    int exponent = 0;
};

const char* scanDigits(const char* at, const char* end, Scan& scan)
{
    const char* const begin = at;
    std::uint64_t significand = scan.significand;
    for (; at != end && isDigit(*at); ++at)
        significand = significand * 10 + static_cast<unsigned char>(*at - '0');
    scan.significand = significand;
    scan.digits += static_cast<int>(at - begin);
    return at;
}

/// Read "e", an optional sign and at least one digit up to the end of the text.
bool scanExponent(const char* at, const char* end, Scan& scan)
{
    if (*at != 'e' && *at != 'E')
        return false;
    ++at;
    const bool negative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+'))
        ++at;
    if (at == end)
        return false;
    int exponent = 0;
    for (; at != end && isDigit(*at); ++at) {
        if (exponent < kExponentLimit)
            exponent = exponent * 10 + (*at - '0');
    }
    scan.exponent += negative ? -exponent : exponent;
    return at == end;
}

/// Convert what the short way cannot: many digits, or a power of ten that is not exact.
std::optional<double> convertExactly(const char* begin, const char* end, const Scan& scan)
{
    double value = 0.0;
    const auto [stop, error] = std::from_chars(begin, end, value, std::chars_format::general);
    if (error == std::errc::result_out_of_range) {
        // The error does not tell on which side. Digits before the first that is not 0 do not
        // count for the size.
        const auto isLeading = [](char c) { return c == '0' || c == '.'; };
        const char* const first = std::find_if_not(begin, end, isLeading);
        const auto leadingZeros = static_cast<int>(std::count(begin, first, '0'));
        const bool isLarge = scan.digits - leadingZeros + scan.exponent > 0;
        return isLarge ? std::nullopt : std::optional(0.0);
    }
    if (error != std::errc() || stop != end || std::isinf(value))
        return std::nullopt;
    return value;
}

std::optional<Number> decimal(const char* begin, const char* end, const Scan& scan, bool negative)
{
    double magnitude = 0.0;
    const int power = scan.exponent < 0 ? -scan.exponent : scan.exponent;
    if (scan.digits <= kMaxFastDigits && scan.significand <= kMaxExactSignificand
        && power <= kMaxExactPower) {
        // Both operands are exact, so the one operation rounds correctly (Clinger 1990).
        magnitude = static_cast<double>(scan.significand);
        const double scale = kPowersOfTen[static_cast<std::size_t>(power)];
        magnitude = scan.exponent < 0 ? magnitude / scale : magnitude * scale;
    } else {
        const std::optional<double> converted = convertExactly(begin, end, scan);
        if (!converted)
            return std::nullopt;
        magnitude = *converted;
    }
    return Number{Number::Kind::Decimal, 0, negative ? -magnitude : magnitude};
}

std::optional<Number> integer(const Scan& scan, bool negative)
{
    const std::uint64_t limit
        = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) + (negative ? 1 : 0);
    if (scan.digits > kMaxFastDigits || scan.significand > limit)
        return std::nullopt;
    if (negative && scan.significand == 0)
        return Number{Number::Kind::Decimal, 0, -0.0};
    // Unsigned negation, because -2^63 has no positive counterpart.
    const auto value = static_cast<std::int64_t>(
        negative ? std::uint64_t{0} - scan.significand : scan.significand);
    return Number{Number::Kind::Integer, value, static_cast<double>(value)};
}

} // namespace

std::optional<Number> parseNumber(std::string_view text)
{
    if (text.empty() || text.size() > kMaxNumberLength)
        return std::nullopt;
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool negative = *at == '-';
    if (negative)
        ++at;
    const char* const begin = at;

    Scan scan;
    at = scanDigits(at, end, scan);
    if (scan.digits > 1 && *begin == '0')
        return std::nullopt;
    if (at == end) {
        if (scan.digits == 0)
            return std::nullopt;
        return integer(scan, negative);
    }
    if (*at == '.') {
        const int whole = scan.digits;
        at = scanDigits(at + 1, end, scan);
        scan.exponent = whole - scan.digits;
    }
    if (scan.digits == 0 || (at != end && !scanExponent(at, end, scan)))
        return std::nullopt;
    return decimal(begin, end, scan, negative);
}

std::string formatNumber(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0.0 ? "-Infinity" : "Infinity";
    constexpr double kExactIntegers = 9007199254740992.0; // 2^53
    constexpr double k64BitIntegers = 9223372036854775808.0; // 2^63
    if (std::fabs(value) < kExactIntegers && value == std::trunc(value)
        && !(value == 0.0 && std::signbit(value)))
        return formatInteger(static_cast<std::int64_t>(value));
    std::array<char, 32> buffer{};
    char* const begin = buffer.data();
    char* const limit = begin + buffer.size();
    // Without an exponent an integer beyond 64 bits would read back as a code.
    const bool needsExponent = std::fabs(value) >= k64BitIntegers;
    const auto [end, error] = needsExponent
        ? std::to_chars(begin, limit, value, std::chars_format::scientific)
        : std::to_chars(begin, limit, value);
    return std::string(begin, end);
}

std::string formatInteger(std::int64_t value)
{
    std::array<char, 20> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return std::string(buffer.data(), end);
}

std::string groupedDigits(std::int64_t value)
{
    std::string digits = formatInteger(value);
    for (std::size_t at = digits.size(); at > (value < 0 ? 4u : 3u); at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

} // namespace cupel::base
