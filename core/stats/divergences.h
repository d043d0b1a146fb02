#pragma once

#include "core/base/figure.h"

#include <span>

namespace cupel::stats {

/// Differences between two distributions over the same values (metrics A9, and A15 against a
/// reference). Each side is given as counts or weights >= 0, one per value of the union of both
/// supports, in the same order; a value that one side lacks has 0 there. Shares are taken per side.
/// All are undefined where a side has no rows at all, and 0 for equal shares. (Some libraries keep
/// only the values that both sides have and do not renormalise; {0,0} against {1,0} is then 0.25
/// from each other instead of 0.5. These do not.)

/// Half the sum of |p - q|, 0 to 1.
base::Figure totalVariation(std::span<const double> p, std::span<const double> q);

/// Kullback-Leibler: sum of p ln(p/q) in nats, 0 to infinity; infinite where q lacks a value of p.
/// Not symmetric.
base::Figure kullbackLeibler(std::span<const double> p, std::span<const double> q);

/// Jensen-Shannon divergence in nats, (KL(p, m) + KL(q, m)) / 2 with m = (p + q) / 2: 0 to ln 2
/// (J. Lin, IEEE Transactions on Information Theory 37, 1991).
base::Figure jensenShannon(std::span<const double> p, std::span<const double> q);

/// Population stability index: sum of (p - q) ln(p/q), 0 to infinity; infinite where one side lacks
/// a value of the other. (Some practice sets empty shares to a small number instead; that is
/// another figure.)
base::Figure populationStability(std::span<const double> p, std::span<const double> q);

/// The square root of the sum of (p - q)^2, 0 to sqrt 2.
base::Figure euclideanDistance(std::span<const double> p, std::span<const double> q);

/// Hellinger distance: the square root of half the sum of (sqrt p - sqrt q)^2, 0 to 1.
base::Figure hellingerDistance(std::span<const double> p, std::span<const double> q);

/// The largest |p - q| of one value, 0 to 1. Unlike in the Kolmogorov-Smirnov test, after which the
/// metric is named "ks", the shares are not cumulated: labels have no order.
base::Figure largestShareDifference(std::span<const double> p, std::span<const double> q);

} // namespace cupel::stats
