#pragma once

#include "core/base/figure.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace cupel::stats {

/// The rows of a group and the favourable ones among them; for weighted rows the sums of weights.
/// 0 <= favourable <= n. Rows whose label or group is missing are in no group. "Favourable" may be
/// any yes-or-no fact of a row: to be missing, for the share of missing cells per group (A16).
struct GroupCount {
    double n = 0.0;
    double favourable = 0.0;
    std::int64_t rows = 0; ///< rows, weighted or not
};

/// A1: favourable / n. Undefined for a group without rows.
base::Figure baseRate(const GroupCount& group);

/// All groups as one: the rest beside a reference group, or everybody. Sums are exact.
GroupCount pooled(std::span<const GroupCount> groups);

/// A2: rate of a group, or of the pooled rest, minus rate of the reference; negative where the
/// reference has the higher rate. Undefined where either has no rows.
base::Figure rateDifference(const GroupCount& group, const GroupCount& reference);

/// A4: rate of a group, or of the pooled rest, over rate of the reference, 0 to infinity. Undefined
/// where either has no rows or both rates are 0.
base::Figure rateRatio(const GroupCount& group, const GroupCount& reference);

/// A3: highest minus lowest rate. Groups without rows are passed over; fewer than two groups with
/// rows leave nothing to compare, and it is undefined (fairlearn gives 0).
base::Figure largestDifference(std::span<const GroupCount> groups);
/// A3: the largest distance of a group's rate to the rate over all groups. Undefined as above.
base::Figure largestDifferenceToOverall(std::span<const GroupCount> groups);

/// A5: lowest over highest rate, 0 to 1. Undefined as above, or where all rates are 0.
base::Figure smallestRatio(std::span<const GroupCount> groups);
/// A5: the smallest ratio between a group's rate and the rate over all groups, the smaller of the
/// two over the larger. Undefined as above, or where all rates are 0.
base::Figure smallestRatioToOverall(std::span<const GroupCount> groups);

/// A6: the index of the group with the highest rate, compared without rounding; the first of equal
/// ones. None where no group has rows. The four-fifths ratio of a group is its rateRatio to it.
std::optional<std::size_t> highestRate(std::span<const GroupCount> groups);

/// A6: 1 where the group's rate is at least four fifths of the highest rate, else 0, compared
/// without rounding: 3/5 against 6/8 is four fifths, though the quotient of the doubles is less.
/// Undefined as rateRatio (29 CFR 1607.4(D), a rule on selection rates in employment).
base::Figure reachesFourFifths(const GroupCount& group, const GroupCount& highest);

/// A7: 1 where 4/5 <= rate ratio <= 5/4, else 0, compared without rounding. Undefined as rateRatio,
/// and where the reference has rate 0 (aequitas `fairness.py` has tau = 0.8, both ends included).
base::Figure withinToleranceBand(const GroupCount& group, const GroupCount& reference);

/// A8: (reference - rest) / (reference + rest) in rows or weight, -1 to 1, 0 for equal sizes.
/// Undefined where a side is empty (Clarify refuses it).
base::Figure facetImbalance(const GroupCount& reference, const GroupCount& rest);

enum class Estimate {
    Smoothed, ///< (k + 1/2) / (n + 1): a concentration of 1 over two label values
    Unsmoothed, ///< k / n
};
enum class RowWeights { None, Given };

/// A12: differential fairness, the largest |ln p_g - ln p_h| over two groups and both outcomes, 0
/// to infinity (J. Foulds et al., "An Intersectional Definition of Fairness", ICDE 2020, equations
/// 4 to 6). An outcome that no group has is passed over; one that only some groups have gives
/// infinity unsmoothed. Undefined for fewer than two groups with rows, and smoothed with weights:
/// half a row has no meaning beside a sum of weights.
base::Figure differentialFairness(
    std::span<const GroupCount> groups, Estimate estimate, RowWeights weights);

/// A14: (n_S / N) |r_S - r| of one subgroup S against all rows, 0 to 1 (M. Kearns et al.,
/// "Preventing Fairness Gerrymandering", ICML 2018, definition 2.3, for labels). The metric is the
/// largest over all subgroups. Undefined where either has no rows.
base::Figure sizeWeightedGap(const GroupCount& subgroup, const GroupCount& all);

} // namespace cupel::stats
