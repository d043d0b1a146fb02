#include "core/readers/column_words.h"

#include <array>
#include <bit>
#include <cstring>
#include <limits>

#include "core/base/number.h"
#include "core/readers/byte_masks.h"
#include "core/table/cell_hash.h"

namespace cupel::readers {
namespace {

constexpr std::uint64_t kHighBits = kEveryByte * 0x80;
constexpr unsigned kPart = 8; ///< characters that are read together
constexpr unsigned kMostCharacters = 3 * kPart; ///< without the sign
constexpr std::uint64_t kTenTo7 = 10'000'000;
constexpr std::uint64_t kTenTo8 = 100'000'000;
constexpr std::uint64_t kMostToExtend = static_cast<std::uint64_t>(Word::kMantissaLimit) / kTenTo7;

constexpr std::array<double, Word::kMaxDecimals + 1> kPowersOfTen
    = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// The high bit of every byte that equals `byte`.
std::uint64_t bytesEqual(std::uint64_t word, std::uint8_t byte)
{
    const std::uint64_t difference = word ^ (kEveryByte * byte);
    constexpr std::uint64_t kLowBits = ~kHighBits;
    return ~(((difference & kLowBits) + kLowBits) | difference | kLowBits);
}

/// Whether a byte is above 9. A byte that carries into the next one is above 9 itself.
bool hasNonDigit(std::uint64_t bytes)
{
    return (((bytes + kEveryByte * 0x76) | bytes) & kHighBits) != 0;
}

/// The number that eight digits make, the lowest byte first; each byte is from 0 to 9.
std::uint64_t eightDigits(std::uint64_t bytes)
{
    bytes = bytes * 10 + (bytes >> 8);
    constexpr std::uint64_t kPairs = 0x000000ff000000ff;
    constexpr std::uint64_t kHundreds = 100 + (std::uint64_t{1000000} << 32);
    constexpr std::uint64_t kUnits = 1 + (std::uint64_t{10000} << 32);
    return (((bytes & kPairs) * kHundreds) + (((bytes >> 16) & kPairs) * kUnits)) >> 32;
}

/// Characters read as digits with at most one point among them.
struct Digits {
    std::uint64_t value = 0;
    unsigned decimals = 0; ///< digits after the point
    bool hasPoint = false;
    bool isValid = false;
};

/// Read up to 8 characters at once: they stand at the high end of a word, '0' taken off each, with
/// zeros before them.
[[gnu::always_inline]] inline Digits readPart(std::uint64_t bytes)
{
    Digits digits;
    constexpr std::uint8_t kPoint = '.' ^ '0';
    if (const std::uint64_t points = bytesEqual(bytes, kPoint); points != 0) {
        const auto at = static_cast<unsigned>(std::countr_zero(points)) / 8;
        digits.hasPoint = true;
        digits.decimals = 7 - at;
        const std::uint64_t before = (std::uint64_t{1} << (at * 8)) - 1;
        bytes = (bytes & ~(before << 8 | 0xff)) | (bytes & before) << 8;
    }
    digits.value = eightDigits(bytes);
    digits.isValid = !hasNonDigit(bytes);
    return digits;
}

/// Put 8 characters behind others. The value must be below kMostToExtend.
[[gnu::always_inline]] inline Digits join(const Digits& head, const Digits& tail)
{
    Digits digits;
    digits.value = head.value * (tail.hasPoint ? kTenTo7 : kTenTo8) + tail.value;
    digits.decimals = tail.decimals + (head.hasPoint ? head.decimals + kPart : 0);
    digits.hasPoint = head.hasPoint || tail.hasPoint;
    digits.isValid = head.isValid && tail.isValid && !(head.hasPoint && tail.hasPoint);
    return digits;
}

/// Read 1 to 24 characters. At least 8 bytes are readable.
[[gnu::always_inline]] inline Digits readDigits(const char* begin, std::size_t size)
{
    constexpr std::uint64_t kZeros = kEveryByte * '0';
    const auto unused = static_cast<unsigned>(kMostCharacters - size) % kPart;
    const Digits head = readPart((table::loadLittleEndian(begin) ^ kZeros) << (unused * 8));
    if (size <= kPart)
        return head;
    const char* const end = begin + size;
    const Digits last = readPart(table::loadLittleEndian(end - kPart) ^ kZeros);
    if (size <= 2 * kPart)
        return join(head, last);
    const Digits middle = readPart(table::loadLittleEndian(end - 2 * kPart) ^ kZeros);
    Digits digits = join(head, middle);
    digits.isValid = digits.isValid && digits.value < kMostToExtend;
    return join(digits, last);
}

struct Parsed {
    std::int64_t mantissa = 0;
    unsigned decimals = 0;
    bool isDecimal = false;
};

/// 9 bytes are readable from begin, or the whole text where it is longer.
[[gnu::always_inline]] inline Parsed parse(const char* begin, std::size_t size)
{
    const bool isNegative = *begin == '-';
    begin += isNegative ? 1 : 0;
    size -= isNegative ? 1 : 0;
    if (size == 0 || size > kMostCharacters)
        return {};
    const Digits digits = readDigits(begin, size);
    const std::size_t whole = size - digits.decimals - (digits.hasPoint ? 1 : 0);
    // Without branches: the sign and a leading zero are as random as the numbers.
    const auto isNegativeZero = static_cast<unsigned>(isNegative) & (digits.value == 0);
    const auto hasLeadingZero = static_cast<unsigned>(*begin == '0') & (whole > 1);
    const auto hasBarePoint = static_cast<unsigned>(digits.hasPoint) & (digits.decimals == 0);
    const auto isTooLarge = static_cast<unsigned>(digits.decimals > Word::kMaxDecimals)
        | (digits.value >= static_cast<std::uint64_t>(Word::kMantissaLimit));
    Parsed parsed;
    parsed.isDecimal = digits.isValid && whole > 0
        && (isNegativeZero | hasLeadingZero | hasBarePoint | isTooLarge) == 0;
    parsed.decimals = digits.decimals;
    parsed.mantissa
        = static_cast<std::int64_t>(isNegative ? std::uint64_t{0} - digits.value : digits.value);
    return parsed;
}

} // namespace

std::optional<Word> Word::of(std::string_view text)
{
    constexpr std::size_t kLongest = kMostCharacters + 1; // with a sign
    if (text.empty() || text.size() > kLongest)
        return std::nullopt;
    std::array<char, kLongest + kPart> padded{};
    std::memcpy(padded.data(), text.data(), text.size());
    const Parsed parsed = parse(padded.data(), text.size());
    if (!parsed.isDecimal)
        return std::nullopt;
    return decimal(parsed.mantissa, parsed.decimals);
}

double Word::number() const
{
    constexpr std::int64_t kExactIntegers = std::int64_t{1} << 53;
    const std::int64_t value = mantissa();
    // Both operands are exact, so the one operation rounds correctly.
    if (value >= -kExactIntegers && value <= kExactIntegers)
        return static_cast<double>(value) / kPowersOfTen[decimals()];
    if constexpr (std::numeric_limits<long double>::digits == 64) {
        // The same with 64 bits. Rounding once more to 53 bits is right, unless the quotient lies
        // half-way between two doubles, perhaps only because it was rounded.
        const long double quotient
            = static_cast<long double>(value) / static_cast<long double>(kPowersOfTen[decimals()]);
        std::uint64_t significand = 0;
        std::memcpy(&significand, &quotient, sizeof significand);
        constexpr std::uint64_t kDropped = (1u << 11) - 1;
        constexpr std::uint64_t kHalf = 1u << 10;
        if ((significand & kDropped) != kHalf)
            return static_cast<double>(quotient);
    }
    return base::parseNumber(text())->d;
}

std::string Word::text() const
{
    std::string digits = base::formatInteger(mantissa());
    const std::size_t places = decimals();
    if (places == 0)
        return digits;
    const std::size_t sign = digits[0] == '-' ? 1 : 0;
    if (digits.size() - sign <= places)
        digits.insert(sign, places + 1 - (digits.size() - sign), '0');
    digits.insert(digits.size() - places, 1, '.');
    return digits;
}

std::uint64_t Word::hash() const
{
    return table::cellHash(text());
}

WordsFound encodeWords(const ColumnCells& cells, Word* words, std::uint8_t* isOther)
{
    WordsFound found;
    for (std::size_t row = 0; row < cells.rows; ++row) {
        isOther[row] = 0;
        words[row] = Word::missing();
        if (cells.sizes[row] == 0) {
            found.hasEmpty = true;
            continue;
        }
        const Parsed parsed = parse(cells.begins[row], cells.sizes[row]);
        if (!parsed.isDecimal) {
            isOther[row] = 1;
            found.hasOthers = true;
            continue;
        }
        words[row] = Word::decimal(parsed.mantissa, parsed.decimals);
        found.add(words[row]);
    }
    return found;
}

} // namespace cupel::readers
