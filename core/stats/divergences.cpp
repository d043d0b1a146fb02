#include "core/stats/divergences.h"

#include "core/base/exact_sum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace cupel::stats {

namespace {

double total(std::span<const double> counts)
{
    base::ExactSum sum;
    for (double count : counts)
        sum.add(count);
    return sum.value();
}

/// Sum term(p, q) over all values, exactly, so that the order of values plays no part.
template <typename Term>
base::Figure sumOverValues(std::span<const double> p, std::span<const double> q, Term term)
{
    const double pTotal = total(p);
    const double qTotal = total(q);
    if (pTotal == 0.0 || qTotal == 0.0)
        return base::Figure::undefined("one side has no rows");
    base::ExactSum sum;
    for (std::size_t i = 0; i < p.size(); ++i)
        sum.add(term(p[i] / pTotal, q[i] / qTotal));
    return sum.value();
}

/// p ln(p/q) with 0 ln 0 = 0.
double relativeEntropyTerm(double p, double q)
{
    if (p == 0.0)
        return 0.0;
    return q == 0.0 ? std::numeric_limits<double>::infinity() : p * std::log(p / q);
}

/// Rounding can leave a divergence of equal shares a little below its least value.
base::Figure atLeastZero(const base::Figure& figure)
{
    return figure.isDefined() ? base::Figure(std::max(0.0, figure.value())) : figure;
}

base::Figure squareRoot(const base::Figure& figure)
{
    return figure.isDefined() ? base::Figure(std::sqrt(figure.value())) : figure;
}

} // namespace

base::Figure totalVariation(std::span<const double> p, std::span<const double> q)
{
    return sumOverValues(p, q, [](double a, double b) { return 0.5 * std::fabs(a - b); });
}

base::Figure kullbackLeibler(std::span<const double> p, std::span<const double> q)
{
    return atLeastZero(sumOverValues(p, q, relativeEntropyTerm));
}

base::Figure jensenShannon(std::span<const double> p, std::span<const double> q)
{
    return atLeastZero(sumOverValues(p, q, [](double a, double b) {
        const double middle = 0.5 * (a + b);
        return 0.5 * (relativeEntropyTerm(a, middle) + relativeEntropyTerm(b, middle));
    }));
}

base::Figure populationStability(std::span<const double> p, std::span<const double> q)
{
    const bool bothHaveRows = total(p) > 0.0 && total(q) > 0.0;
    for (std::size_t i = 0; bothHaveRows && i < p.size(); ++i) {
        if ((p[i] > 0.0) != (q[i] > 0.0))
            return std::numeric_limits<double>::infinity();
    }
    return atLeastZero(sumOverValues(
        p, q, [](double a, double b) { return a == b ? 0.0 : (a - b) * std::log(a / b); }));
}

base::Figure euclideanDistance(std::span<const double> p, std::span<const double> q)
{
    return squareRoot(sumOverValues(p, q, [](double a, double b) { return (a - b) * (a - b); }));
}

base::Figure hellingerDistance(std::span<const double> p, std::span<const double> q)
{
    return squareRoot(sumOverValues(p, q, [](double a, double b) {
        const double difference = std::sqrt(a) - std::sqrt(b);
        return 0.5 * difference * difference;
    }));
}

base::Figure largestShareDifference(std::span<const double> p, std::span<const double> q)
{
    const double pTotal = total(p);
    const double qTotal = total(q);
    if (pTotal == 0.0 || qTotal == 0.0)
        return base::Figure::undefined("one side has no rows");
    double largest = 0.0;
    for (std::size_t i = 0; i < p.size(); ++i)
        largest = std::max(largest, std::fabs(p[i] / pTotal - q[i] / qTotal));
    return largest;
}

} // namespace cupel::stats
