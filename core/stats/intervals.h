#pragma once

#include "core/base/figure.h"

#include <optional>

namespace cupel::stats {

/// The x with P(Z <= x) = p for a standard normal Z and 0 < p < 1. The error is below 1e-14 * (1 +
/// |x|).
double normalQuantile(double p);

/// Kish's effective sample size (sum w)^2 / sum w^2: the number of equally weighted rows whose mean
/// would vary as much (Kish, Survey Sampling, 1965, section 8.2). Undefined without weight.
base::Figure kishSize(double sumOfWeights, double sumOfSquaredWeights);

/// The score interval of a proportion k/n (E. B. Wilson, JASA 22, 1927):
/// (k + z^2/2 -+ z sqrt(k (n - k) / n + z^2/4)) / (n + z^2), within [0, 1], its ends exactly 0 at
/// k = 0 and 1 at k = n. k and n need not be whole: for weighted rows pass n = kishSize and k =
/// rate * n. level is the two-sided coverage, between 0 and 1. None for n = 0.
std::optional<base::Interval> wilson(double k, double n, double level);

/// The hybrid score interval of k1/n1 - k2/n2, put together from two Wilson intervals (R. G.
/// Newcombe, Statistics in Medicine 17, 1998, 873-890, method 10). None where an n is 0.
std::optional<base::Interval> newcombe(double k1, double n1, double k2, double n2, double level);

/// The log interval of the ratio (k1/n1) / (k2/n2): ratio * exp(-+ z sqrt(1/k1 - 1/n1 + 1/k2 -
/// 1/n2)) (D. Katz et al., Biometrics 34, 1978, 469-474). None where a k or an n is 0.
std::optional<base::Interval> katz(double k1, double n1, double k2, double n2, double level);

} // namespace cupel::stats
