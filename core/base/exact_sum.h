#pragma once

#include "core/base/figure.h"

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace cupel::base {

__extension__ typedef unsigned __int128 Uint128;

/// Add doubles without rounding, and round once at the end.
///
/// The sum is one long fixed-point number: digits of 32 bits, each in a 64-bit word so that carries
/// can wait (after R. M. Neal, "Fast Exact Summation Using Small and Large Superaccumulators",
/// 2015, section 2). Only the digits that the added values reach are stored: about 100 bytes for
/// values of similar size. The range is not that of a double, so products, squares and multiples
/// are exact too: none can overflow or underflow.
///
/// The result depends only on which numbers were added: not on their order, nor on how they were
/// spread over sums that were merged. An exact zero is +0.0. Infinities and NaN act as in IEEE 754
/// addition and multiplication. A moved-from sum can only be assigned to or destroyed.
class ExactSum {
public:
    /// fraction * 2^exponent with 0.5 <= |fraction| < 1, or fraction 0: for sums whose range is
    /// not that of a double.
    struct Scaled {
        double fraction = 0.0;
        int exponent = 0;
    };

    void add(double x)
    {
        const Parts parts = split(x);
        // A zero goes to the first slot: by its exponent it would leave the window, and a column
        // of zeros and ones would be slow. No branch, because none could be predicted.
        const auto slot = static_cast<std::uint32_t>((parts.exponent >> 5) - m_first)
            & (std::uint32_t{0} - static_cast<std::uint32_t>(parts.mantissa != 0));
        if (slot >= m_slots || m_pending == kMaxPending || parts.exponent == kNonFiniteExponent)
            [[unlikely]] {
            addSlowly(x);
            return;
        }
        // Split mantissa * 2^shift into floor(/ 2^32) and a remainder that is never negative.
        const auto shift = static_cast<unsigned>(parts.exponent) & 31u;
        const std::uint64_t sign = std::uint64_t{0} - (parts.isNegative ? 1 : 0);
        const std::uint64_t mantissa = (parts.mantissa ^ sign) - sign;
        std::int64_t* digits = m_digits.data() + slot;
        digits[0] += static_cast<std::int64_t>((mantissa << shift) & 0xFFFFFFFFu);
        digits[1] += static_cast<std::int64_t>(mantissa) >> (32 - shift);
        ++m_pending;
    }

    /// Add a * b.
    void addProduct(double a, double b);
    /// Add x * count, as if x had been added count times; a negative count takes it away. Nothing
    /// happens for count 0, whatever x is.
    void addTimes(double x, std::int64_t count);
    /// Add x * x * count, with the same meaning of count.
    void addSquareTimes(double x, std::int64_t count);
    /// Add all that was added to the other sum.
    void merge(const ExactSum& other);

    /// a * b, exact. The cost grows with the product of their numbers of digits, which are 4 to 10
    /// each for values of similar size.
    friend ExactSum operator*(const ExactSum& a, const ExactSum& b);

    /// The sum rounded to the nearest double, ties to even; infinite where it is out of range.
    double value() const;
    /// The sum rounded to 53 bits, in any range. Only for a finite sum.
    Scaled scaled() const;
    /// -1, 0 or 1: the exact sign. Only for a finite sum.
    int sign() const;
    /// Whether neither infinity nor NaN was added.
    bool isFinite() const { return m_nonFinite == 0.0; }

private:
    /// A finite double as +-mantissa * 2^exponent; infinities and NaN have kNonFiniteExponent.
    struct Parts {
        std::uint64_t mantissa = 0;
        int exponent = 0;
        bool isNegative = false;
    };
    /// The leading 64 bits of a magnitude: bits * 2^exponent, the top bit set, and whether anything
    /// non-zero follows. bits is 0 for zero.
    struct Leading {
        std::uint64_t bits = 0;
        int exponent = 0;
        bool hasMore = false;
        bool isNegative = false;
    };

    static constexpr int kNonFiniteExponent = 0x7FF - 1075;
    /// One addition moves a digit by at most 2^52, and after a carry a digit is below 2^32.
    static constexpr int kMaxPending = 2000;

    static Parts split(double x)
    {
        constexpr std::uint64_t kHiddenBit = std::uint64_t{1} << 52;
        const auto bits = std::bit_cast<std::uint64_t>(x);
        const auto biased = static_cast<int>((bits >> 52) & 0x7FF);
        const int isNormal = biased != 0 ? 1 : 0;
        const std::uint64_t mantissa
            = (bits & (kHiddenBit - 1)) | static_cast<std::uint64_t>(isNormal) << 52;
        return {mantissa, biased - 1074 - isNormal, (bits >> 63) != 0};
    }

    void addSlowly(double x);
    void addMagnitude(Uint128 magnitude, int exponent, bool isNegative);
    void reach(int first, int last);
    void carry();
    Leading leading() const;

    std::vector<std::int64_t> m_digits; ///< value = sum of digit[i] * 2^(32 * (m_first + i))
    int m_first = 0;
    std::uint32_t m_slots = 0; ///< digits that have a higher neighbour
    int m_pending = 0; ///< additions since the last carry
    double m_nonFinite = 0.0; ///< the sum of what was not finite; 0 for nothing
};

/// Count, mean and spread of numbers, each rounded once from exact sums.
class Moments {
public:
    Moments() = default;
    /// Take over the sums of count finite numbers, for callers that have a faster way to add.
    Moments(std::int64_t count, ExactSum sum, ExactSum sumOfSquares)
        : m_count(count)
        , m_sum(std::move(sum))
        , m_sumOfSquares(std::move(sumOfSquares))
    {
    }

    /// Take in a finite number that occurs count times.
    void add(double x, std::int64_t count = 1);
    void merge(const Moments& other);

    std::int64_t count() const { return m_count; }
    const ExactSum& sum() const { return m_sum; }
    /// The rounded sum over the count. Undefined without values.
    Figure mean() const;
    /// (n * sum x^2 - (sum x)^2) / (n * (n - 1)), its numerator exact, so that nothing cancels.
    /// Undefined for fewer than two values.
    Figure sampleVariance() const;
    /// The square root of sampleVariance(), also where that would overflow or underflow.
    Figure sampleStandardDeviation() const;

private:
    ExactSum::Scaled variance() const;

    std::int64_t m_count = 0;
    ExactSum m_sum;
    ExactSum m_sumOfSquares;
};

} // namespace cupel::base
