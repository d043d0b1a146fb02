#include "core/base/exact_sum.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace cupel::base {

namespace {

constexpr int kDigitBits = 32;
constexpr std::uint64_t kDigitMask = 0xFFFFFFFF;
constexpr int kMantissaBits = 53;
/// The exponent of the smallest subnormal double.
constexpr int kLowestExponent = -1074;

std::uint64_t magnitudeOf(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? std::uint64_t{0} - bits : bits;
}

struct Rounded {
    std::uint64_t mantissa = 0;
    int exponent = 0;
};

/// Round bits * 2^exponent (hasMore: and a little more) to 53 bits, or fewer where the last one
/// would lie below lowestExponent; ties to even.
Rounded roundToNearest(std::uint64_t bits, int exponent, bool hasMore, int lowestExponent)
{
    const int drop = std::max(64 - kMantissaBits, lowestExponent - exponent);
    if (drop > 64)
        return {};
    const std::uint64_t kept = drop == 64 ? 0 : bits >> drop;
    const std::uint64_t rest = drop == 64 ? bits : bits & ((std::uint64_t{1} << drop) - 1);
    const std::uint64_t half = std::uint64_t{1} << (drop - 1);
    const bool up = rest > half || (rest == half && (hasMore || (kept & 1) != 0));
    return {kept + (up ? 1 : 0), exponent + drop};
}

} // namespace

void ExactSum::addSlowly(double x)
{
    const Parts parts = split(x);
    if (parts.exponent == kNonFiniteExponent)
        m_nonFinite += x;
    else
        addMagnitude(parts.mantissa, parts.exponent, parts.isNegative);
}

void ExactSum::addProduct(double a, double b)
{
    const Parts left = split(a);
    const Parts right = split(b);
    if (left.exponent == kNonFiniteExponent || right.exponent == kNonFiniteExponent) {
        m_nonFinite += a * b;
        return;
    }
    addMagnitude(Uint128{left.mantissa} * right.mantissa, left.exponent + right.exponent,
        left.isNegative != right.isNegative);
}

void ExactSum::addTimes(double x, std::int64_t count)
{
    if (count == 0)
        return;
    const Parts parts = split(x);
    if (parts.exponent == kNonFiniteExponent) {
        m_nonFinite += count < 0 ? -x : x;
        return;
    }
    addMagnitude(Uint128{parts.mantissa} * magnitudeOf(count), parts.exponent,
        parts.isNegative != (count < 0));
}

void ExactSum::addSquareTimes(double x, std::int64_t count)
{
    if (count == 0)
        return;
    const Parts parts = split(x);
    if (parts.exponent == kNonFiniteExponent) {
        m_nonFinite += count < 0 ? -(x * x) : x * x;
        return;
    }
    // 106 bits of square times 64 bits of count are too wide for one step: take the square's
    // halves one after the other.
    const Uint128 square = Uint128{parts.mantissa} * parts.mantissa;
    const std::uint64_t times = magnitudeOf(count);
    const auto low = static_cast<std::uint64_t>(square & ((Uint128{1} << kMantissaBits) - 1));
    const auto high = static_cast<std::uint64_t>(square >> kMantissaBits);
    addMagnitude(Uint128{low} * times, 2 * parts.exponent, count < 0);
    addMagnitude(Uint128{high} * times, 2 * parts.exponent + kMantissaBits, count < 0);
}

void ExactSum::merge(const ExactSum& other)
{
    m_nonFinite += other.m_nonFinite;
    if (other.m_digits.empty())
        return;
    ExactSum addend(other);
    addend.carry();
    reach(addend.m_first, addend.m_first + static_cast<int>(addend.m_digits.size()) - 1);
    carry();
    const auto offset = static_cast<std::size_t>(addend.m_first - m_first);
    for (std::size_t i = 0; i < addend.m_digits.size(); ++i)
        m_digits[offset + i] += addend.m_digits[i];
}

ExactSum operator*(const ExactSum& a, const ExactSum& b)
{
    ExactSum product;
    if (!a.isFinite() || !b.isFinite()) {
        product.m_nonFinite = a.value() * b.value();
        return product;
    }
    ExactSum left(a);
    ExactSum right(b);
    left.carry();
    right.carry();
    for (std::size_t i = 0; i < left.m_digits.size(); ++i) {
        for (std::size_t j = 0; j < right.m_digits.size(); ++j) {
            const std::int64_t x = left.m_digits[i];
            const std::int64_t y = right.m_digits[j];
            const int exponent = kDigitBits
                * (left.m_first + right.m_first + static_cast<int>(i) + static_cast<int>(j));
            product.addMagnitude(
                Uint128{magnitudeOf(x)} * magnitudeOf(y), exponent, (x < 0) != (y < 0));
        }
    }
    return product;
}

double ExactSum::value() const
{
    if (!isFinite())
        return m_nonFinite;
    const Leading top = leading();
    const Rounded rounded = roundToNearest(top.bits, top.exponent, top.hasMore, kLowestExponent);
    const double magnitude = std::ldexp(static_cast<double>(rounded.mantissa), rounded.exponent);
    return top.isNegative ? -magnitude : magnitude;
}

ExactSum::Scaled ExactSum::scaled() const
{
    const Leading top = leading();
    const Rounded rounded = roundToNearest(top.bits, top.exponent, top.hasMore, INT_MIN / 2);
    Scaled result;
    result.fraction = std::frexp(static_cast<double>(rounded.mantissa), &result.exponent);
    result.exponent = rounded.mantissa == 0 ? 0 : result.exponent + rounded.exponent;
    if (top.isNegative)
        result.fraction = -result.fraction;
    return result;
}

int ExactSum::sign() const
{
    const Leading top = leading();
    if (top.bits == 0)
        return 0;
    return top.isNegative ? -1 : 1;
}

/// Add +-magnitude * 2^exponent for a magnitude below 2^117: then its fourth digit, which takes all
/// that is left, stays below 2^52.
void ExactSum::addMagnitude(Uint128 magnitude, int exponent, bool isNegative)
{
    if (magnitude == 0)
        return;
    const int first = exponent >> 5;
    if (first < m_first || first + 3 >= m_first + static_cast<int>(m_digits.size()))
        reach(first, first + 3);
    if (m_pending == kMaxPending)
        carry();
    ++m_pending;
    const int shift = exponent & 31;
    const auto low = static_cast<std::uint64_t>(magnitude);
    const auto high = static_cast<std::uint64_t>(magnitude >> 64);
    const std::uint64_t lowShifted = low << shift;
    const std::uint64_t lowOverflow = low >> 1 >> (63 - shift);
    const std::uint64_t sign = isNegative ? ~std::uint64_t{0} : 0;
    std::int64_t* digits = m_digits.data() + (first - m_first);
    const auto addDigit = [digits, sign](int i, std::uint64_t digit) {
        digits[i] += static_cast<std::int64_t>((digit ^ sign) - sign);
    };
    addDigit(0, lowShifted & kDigitMask);
    addDigit(1, lowShifted >> kDigitBits);
    addDigit(2, ((high << shift) & kDigitMask) | lowOverflow);
    addDigit(3, high >> (kDigitBits - shift));
}

/// Widen the window of stored digits so that it holds those from first to last.
void ExactSum::reach(int first, int last)
{
    if (m_digits.empty())
        m_first = first;
    if (first < m_first) {
        m_digits.insert(m_digits.begin(), static_cast<std::size_t>(m_first - first), 0);
        m_first = first;
    }
    const auto needed = static_cast<std::size_t>(last - m_first) + 1;
    if (needed > m_digits.size())
        m_digits.resize(needed, 0);
    m_slots = static_cast<std::uint32_t>(m_digits.size() - 1);
}

/// Bring every digit into [0, 2^32), but the highest, which carries the sign, into [-2^31, 2^31).
void ExactSum::carry()
{
    std::int64_t carried = 0;
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        const std::int64_t digit = m_digits[i] + carried;
        if (i + 1 == m_digits.size()) {
            m_digits[i] = digit;
            if (digit == static_cast<std::int32_t>(digit))
                break;
            m_digits.push_back(0);
        }
        m_digits[i] = digit & static_cast<std::int64_t>(kDigitMask);
        carried = digit >> kDigitBits;
    }
    m_slots = m_digits.empty() ? 0 : static_cast<std::uint32_t>(m_digits.size() - 1);
    m_pending = 0;
}

ExactSum::Leading ExactSum::leading() const
{
    ExactSum sum(*this);
    sum.carry();
    std::vector<std::int64_t>& digits = sum.m_digits;
    Leading result;
    if (!digits.empty() && digits.back() < 0) {
        result.isNegative = true;
        for (std::int64_t& digit : digits)
            digit = -digit;
        sum.carry();
    }
    while (!digits.empty() && digits.back() == 0)
        digits.pop_back();
    if (digits.empty())
        return {};

    const auto digitFromTop = [&](std::size_t i) {
        return i < digits.size() ? static_cast<std::uint64_t>(digits[digits.size() - 1 - i]) : 0;
    };
    // Three digits hold at least 65 bits, however small the first one is.
    const Uint128 top = Uint128{digitFromTop(0)} << 64 | Uint128{digitFromTop(1)} << 32
        | Uint128{digitFromTop(2)};
    const auto drop = static_cast<int>(std::bit_width(digitFromTop(0)));
    result.bits = static_cast<std::uint64_t>(top >> drop);
    result.hasMore = (top & ((Uint128{1} << drop) - 1)) != 0
        || std::any_of(digits.begin(),
            digits.end() - std::min<std::ptrdiff_t>(3, std::ssize(digits)),
            [](std::int64_t digit) { return digit != 0; });
    result.exponent = kDigitBits * (sum.m_first + static_cast<int>(digits.size()) - 3) + drop;
    return result;
}

void Moments::add(double x, std::int64_t count)
{
    m_count += count;
    if (count == 1) {
        m_sum.add(x);
        m_sumOfSquares.addProduct(x, x);
    } else {
        m_sum.addTimes(x, count);
        m_sumOfSquares.addSquareTimes(x, count);
    }
}

void Moments::merge(const Moments& other)
{
    m_count += other.m_count;
    m_sum.merge(other.m_sum);
    m_sumOfSquares.merge(other.m_sumOfSquares);
}

Figure Moments::mean() const
{
    if (m_count == 0)
        return Figure::undefined("no values");
    const ExactSum::Scaled sum = m_sum.scaled();
    return std::ldexp(sum.fraction / static_cast<double>(m_count), sum.exponent);
}

Figure Moments::sampleVariance() const
{
    if (m_count < 2)
        return Figure::undefined("fewer than two values");
    const ExactSum::Scaled result = variance();
    return std::ldexp(result.fraction, result.exponent);
}

Figure Moments::sampleStandardDeviation() const
{
    if (m_count < 2)
        return Figure::undefined("fewer than two values");
    const ExactSum::Scaled squared = variance();
    const int odd = squared.exponent & 1;
    return std::ldexp(std::sqrt(std::ldexp(squared.fraction, odd)), (squared.exponent - odd) / 2);
}

/// The sample variance; the fraction may leave [0.5, 1).
ExactSum::Scaled Moments::variance() const
{
    ExactSum count;
    count.addTimes(1.0, m_count);
    ExactSum minusOne;
    minusOne.add(-1.0);
    ExactSum numerator = count * m_sumOfSquares;
    numerator.merge(minusOne * (m_sum * m_sum));
    ExactSum::Scaled result = numerator.scaled();
    const auto n = static_cast<double>(m_count);
    result.fraction /= n * (n - 1.0);
    return result;
}

} // namespace cupel::base
