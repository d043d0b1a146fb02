#include "core/counts/row_sums.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cupel::counts {
namespace {

using base::ExactSum;

constexpr std::size_t kMostFactors = 3;

/// Add a * b * c, exactly. Where a * b is exact as a double, two factors are left.
void addTriple(ExactSum& sum, double a, double b, double c)
{
    constexpr double kExactFactor = 67108864.0; // 2^26
    const auto isSmallInteger
        = [](double x) { return std::fabs(x) <= kExactFactor && std::trunc(x) == x; };
    if (isSmallInteger(a) && isSmallInteger(b)) {
        sum.addProduct(a * b, c);
        return;
    }
    ExactSum exact;
    exact.addProduct(a, b);
    ExactSum factor;
    factor.add(c);
    sum.merge(exact * factor);
}

/// Call add(row) for each row in which no factor is missing.
template <typename IsMissing, typename Add>
void forEachComplete(std::size_t rows, const IsMissing& isMissing, const Add& add)
{
    for (std::size_t i = 0; i < rows; ++i) {
        if (!isMissing(i))
            add(i);
    }
}

} // namespace

RowSums::RowSums(const TabPlan::Sum& plan)
    : m_measure(plan.measure)
{
    using Kind = Measure::Kind;
    switch (plan.measure.kind) {
    case Kind::Weight:
        m_factors = {plan.weight};
        break;
    case Kind::WeightSquared:
        m_factors = {plan.weight, plan.weight};
        break;
    case Kind::X:
        m_factors = {plan.x};
        break;
    case Kind::XSquared:
        m_factors = {plan.x, plan.x};
        break;
    case Kind::XY:
    case Kind::DifferenceSquared:
        m_factors = {plan.x, plan.y};
        break;
    }
    if (plan.measure.weighted)
        m_factors.push_back(plan.weight);
    // A squared difference is rounded per row, which integers would not be.
    m_areIntegers = plan.measure.kind != Kind::DifferenceSquared
        && std::all_of(m_factors.begin(), m_factors.end(),
            [](const NumberReader* factor) { return factor->holdsIntegers(); });
}

void RowSums::reach(std::size_t cells)
{
    if (m_areIntegers)
        m_integers.resize(std::max(m_integers.size(), cells));
    else
        m_reals.resize(std::max(m_reals.size(), cells));
}

template <typename Index>
void RowSums::add(std::uint64_t firstRow, std::size_t rows, const Index* indexes)
{
    if (m_areIntegers)
        addIntegers(firstRow, rows, indexes);
    else
        addReals(firstRow, rows, indexes);
}

template <typename Index>
void RowSums::addIntegers(std::uint64_t firstRow, std::size_t rows, const Index* indexes)
{
    constexpr std::int32_t kMissing = table::NumberColumn::kMissing32;
    std::int32_t scratch[kMostFactors][kBlockRows];
    std::array<const std::int32_t*, kMostFactors> factor{};
    for (std::size_t f = 0; f < m_factors.size(); ++f) {
        const bool isRepeated = f > 0 && m_factors[f] == m_factors[f - 1];
        factor[f] = isRepeated ? factor[f - 1] : m_factors[f]->integers(firstRow, rows, scratch[f]);
    }
    const std::int32_t* const a = factor[0];
    const std::int32_t* const b = factor[1];
    const std::int32_t* const c = factor[2];
    Int128* const sums = m_integers.data();
    if (m_factors.size() == 1) {
        forEachComplete(
            rows, [=](std::size_t i) { return a[i] == kMissing; },
            [=](std::size_t i) { sums[indexes[i]] += a[i]; });
    } else if (m_factors.size() == 2) {
        forEachComplete(
            rows, [=](std::size_t i) { return a[i] == kMissing || b[i] == kMissing; },
            [=](std::size_t i) { sums[indexes[i]] += std::int64_t{a[i]} * b[i]; });
    } else {
        forEachComplete(
            rows,
            [=](std::size_t i) { return a[i] == kMissing || b[i] == kMissing || c[i] == kMissing; },
            [=](std::size_t i) {
                const std::int64_t product = std::int64_t{a[i]} * b[i];
                sums[indexes[i]] += Int128{product} * c[i];
            });
    }
}

template <typename Index>
void RowSums::addReals(std::uint64_t firstRow, std::size_t rows, const Index* indexes)
{
    double scratch[kMostFactors][kBlockRows];
    std::array<const double*, kMostFactors> factor{};
    for (std::size_t f = 0; f < m_factors.size(); ++f) {
        const bool isRepeated = f > 0 && m_factors[f] == m_factors[f - 1];
        factor[f] = isRepeated ? factor[f - 1] : m_factors[f]->reals(firstRow, rows, scratch[f]);
    }
    std::size_t count = m_factors.size();
    if (m_measure.kind == Measure::Kind::DifferenceSquared) {
        for (std::size_t i = 0; i < rows; ++i) {
            const double difference = factor[0][i] - factor[1][i];
            scratch[0][i] = difference * difference;
        }
        factor = {scratch[0], factor[2], nullptr};
        --count;
    }
    const double* const a = factor[0];
    const double* const b = factor[1];
    const double* const c = factor[2];
    ExactSum* const sums = m_reals.data();
    if (count == 1) {
        forEachComplete(
            rows, [=](std::size_t i) { return std::isnan(a[i]); },
            [=](std::size_t i) { sums[indexes[i]].add(a[i]); });
    } else if (count == 2) {
        forEachComplete(
            rows, [=](std::size_t i) { return std::isnan(a[i]) || std::isnan(b[i]); },
            [=](std::size_t i) { sums[indexes[i]].addProduct(a[i], b[i]); });
    } else {
        forEachComplete(
            rows,
            [=](std::size_t i) { return std::isnan(a[i]) || std::isnan(b[i]) || std::isnan(c[i]); },
            [=](std::size_t i) { addTriple(sums[indexes[i]], a[i], b[i], c[i]); });
    }
}

void RowSums::merge(const RowSums& other)
{
    for (std::size_t cell = 0; cell < m_integers.size(); ++cell)
        m_integers[cell] += other.m_integers[cell];
    for (std::size_t cell = 0; cell < m_reals.size(); ++cell)
        m_reals[cell].merge(other.m_reals[cell]);
}

double RowSums::of(std::size_t cell) const
{
    if (!m_areIntegers)
        return m_reals[cell].value();
    // Four digits of 32 bits, the lowest three without sign: each is exact as a double.
    ExactSum sum;
    Int128 rest = m_integers[cell];
    for (int digit = 0; digit < 3; ++digit) {
        sum.add(std::ldexp(static_cast<double>(static_cast<std::uint32_t>(rest)), 32 * digit));
        rest >>= 32;
    }
    sum.add(std::ldexp(static_cast<double>(static_cast<std::int64_t>(rest)), 96));
    return sum.value();
}

template void RowSums::add(std::uint64_t, std::size_t, const std::uint8_t*);
template void RowSums::add(std::uint64_t, std::size_t, const std::uint16_t*);
template void RowSums::add(std::uint64_t, std::size_t, const std::uint32_t*);

} // namespace cupel::counts
