#include "core/counts/row_sums.h"

#include <cmath>

namespace cupel::counts {
namespace {

using base::ExactSum;

void addTriple(ExactSum& sum, double a, double b, double c)
{
    // Where a * b is exact as a double, which a fused multiply-add tells, two factors are left.
    // Far from the ends of the range its remainder cannot be rounded away.
    const double product = a * b;
    const bool isSafe = std::fabs(product) > 1e-250 && std::fabs(product) < 1e250;
    if (product == 0.0 ? a == 0.0 || b == 0.0 : isSafe && std::fma(a, b, -product) == 0.0) {
        sum.addProduct(product, c);
        return;
    }
    ExactSum exact;
    exact.addProduct(a, b);
    ExactSum factor;
    factor.add(c);
    sum.merge(exact * factor);
}

/// The factors of a row's term. NaN in the first where the row does not contribute.
struct Factors {
    int count = 1;
    const double* values[3] = {};
};

} // namespace

RowSums::RowSums(const std::vector<TabPlan::Sum>& sums) : m_plans(sums), m_sums(sums.size()) {}

void RowSums::reach(std::size_t cells)
{
    for (std::vector<ExactSum>& each : m_sums)
        each.resize(std::max(each.size(), cells));
}

template <typename Index>
void RowSums::add(std::uint64_t firstRow, std::size_t rows, const Index* indexes)
{
    using Kind = Measure::Kind;
    double x[kBlockRows];
    double y[kBlockRows];
    double weight[kBlockRows];
    for (std::size_t m = 0; m < m_plans.size(); ++m) {
        const TabPlan::Sum& plan = m_plans[m];
        if (plan.x)
            plan.x->read(firstRow, rows, x);
        if (plan.y)
            plan.y->read(firstRow, rows, y);
        if (plan.weight)
            plan.weight->read(firstRow, rows, weight);
        Factors factors;
        switch (plan.measure.kind) {
        case Kind::Weight:
            factors = {1, {weight}};
            break;
        case Kind::WeightSquared:
            factors = {2, {weight, weight}};
            break;
        case Kind::X:
            factors = {1, {x}};
            break;
        case Kind::XSquared:
            factors = {2, {x, x}};
            break;
        case Kind::XY:
            factors = {2, {x, y}};
            break;
        case Kind::DifferenceSquared:
            for (std::size_t i = 0; i < rows; ++i)
                x[i] = (x[i] - y[i]) * (x[i] - y[i]);
            factors = {1, {x}};
            break;
        }
        if (plan.measure.weighted)
            factors.values[factors.count++] = weight;
        ExactSum* const sums = m_sums[m].data();
        const auto forEach = [&](const auto& addTerm) {
            for (std::size_t i = 0; i < rows; ++i) {
                bool isNumber = true;
                for (int f = 0; f < factors.count; ++f)
                    isNumber = isNumber && factors.values[f][i] == factors.values[f][i];
                if (isNumber)
                    addTerm(sums[indexes[i]], i);
            }
        };
        const auto [a, b, c] = factors.values;
        if (factors.count == 1)
            forEach([a = a](ExactSum& sum, std::size_t i) { sum.add(a[i]); });
        else if (factors.count == 2)
            forEach([a = a, b = b](ExactSum& sum, std::size_t i) { sum.addProduct(a[i], b[i]); });
        else
            forEach([a = a, b = b, c = c](ExactSum& sum, std::size_t i) {
                addTriple(sum, a[i], b[i], c[i]);
            });
    }
}

void RowSums::merge(const RowSums& other)
{
    for (std::size_t m = 0; m < m_sums.size(); ++m) {
        for (std::size_t cell = 0; cell < m_sums[m].size(); ++cell)
            m_sums[m][cell].merge(other.m_sums[m][cell]);
    }
}

std::vector<ExactSum> RowSums::of(std::size_t cell) const
{
    std::vector<ExactSum> sums;
    for (const std::vector<ExactSum>& each : m_sums)
        sums.push_back(each[cell]);
    return sums;
}

template void RowSums::add(std::uint64_t, std::size_t, const std::uint8_t*);
template void RowSums::add(std::uint64_t, std::size_t, const std::uint16_t*);
template void RowSums::add(std::uint64_t, std::size_t, const std::uint32_t*);

} // namespace cupel::counts
