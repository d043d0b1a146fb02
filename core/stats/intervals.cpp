#include "core/stats/intervals.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cupel::stats {

namespace {

/// The z whose two-sided coverage is level.
double criticalValue(double level)
{
    // From the lower tail, where p keeps its digits for levels near 1.
    return -normalQuantile((1.0 - level) / 2.0);
}

double square(double x)
{
    return x * x;
}

} // namespace

double normalQuantile(double p)
{
    if (p > 0.5)
        return -normalQuantile(1.0 - p);
    // Start from Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23 (error below
    // 4.5e-4); each of Halley's steps on the lower tail then triples the number of good digits.
    const double t = std::sqrt(-2.0 * std::log(p));
    double x = (2.515517 + t * (0.802853 + t * 0.010328))
            / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
        - t;
    for (int step = 0; step < 3; ++step) {
        const double tail = 0.5 * std::erfc(-x / std::numbers::sqrt2);
        const double density
            = std::exp(-0.5 * x * x) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
        const double newton = (tail - p) / density;
        x -= newton / (1.0 + 0.5 * x * newton);
    }
    return x;
}

base::Figure kishSize(double sumOfWeights, double sumOfSquaredWeights)
{
    if (sumOfSquaredWeights == 0.0)
        return base::Figure::undefined("no weight");
    return sumOfWeights / sumOfSquaredWeights * sumOfWeights;
}

std::optional<base::Interval> wilson(double k, double n, double level)
{
    if (!(n > 0.0))
        return std::nullopt;
    const double z = criticalValue(level);
    const double centre = k + 0.5 * z * z;
    const double halfWidth = z * std::sqrt(k * (n - k) / n + 0.25 * z * z);
    const double scale = n + z * z;
    // At the ends the formula gives 0 and 1 but for rounding.
    const double low = k <= 0.0 ? 0.0 : std::max(0.0, (centre - halfWidth) / scale);
    const double high = k >= n ? 1.0 : std::min(1.0, (centre + halfWidth) / scale);
    return base::Interval{level, low, high, "wilson"};
}

std::optional<base::Interval> newcombe(double k1, double n1, double k2, double n2, double level)
{
    const auto first = wilson(k1, n1, level);
    const auto second = wilson(k2, n2, level);
    if (!first || !second)
        return std::nullopt;
    const double p1 = k1 / n1;
    const double p2 = k2 / n2;
    const double difference = p1 - p2;
    const double below = std::sqrt(square(p1 - first->low) + square(second->high - p2));
    const double above = std::sqrt(square(first->high - p1) + square(p2 - second->low));
    return base::Interval{level, difference - below, difference + above, "newcombe"};
}

std::optional<base::Interval> katz(double k1, double n1, double k2, double n2, double level)
{
    if (!(k1 > 0.0 && n1 > 0.0 && k2 > 0.0 && n2 > 0.0))
        return std::nullopt;
    const double ratio = (k1 / n1) / (k2 / n2);
    // 1/k - 1/n as one fraction: at k = n the difference would leave a rounding error.
    const double variance = (n1 - k1) / (k1 * n1) + (n2 - k2) / (k2 * n2);
    const double factor = std::exp(criticalValue(level) * std::sqrt(std::max(0.0, variance)));
    return base::Interval{level, ratio / factor, ratio * factor, "katz"};
}

} // namespace cupel::stats
