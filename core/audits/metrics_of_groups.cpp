#include "core/audits/metric_lists.h"

namespace cupel::audits {

namespace {

const std::vector<std::string> kGroup{"column", "group"};
const std::vector<std::string> kRate{"label", "favourable", "column", "group"};
const std::vector<std::string> kColumn{"label", "favourable", "column"};
const std::vector<std::string> kRest{"label", "favourable", "column", "reference"};
const std::vector<std::string> kPair{"label", "favourable", "column", "group", "reference"};
const std::vector<std::string> kLabels{"label", "column", "reference"};

const std::string kOneGroup = "Undefined with fewer than two groups with rows (fairlearn then "
                              "gives 0 for a difference and 1 for a ratio).";
const std::string kNoReference = "Undefined where the reference or the other side has no rows.";
const std::string kUnion = "Over the values that either side has; some libraries keep only those "
                           "that both have and get smaller figures. "
    + kNoReference;

std::vector<MetricInfo> rates()
{
    return {
        {"A1", "group-count", "", "rows", "none", kGroup, "Rows of a group",
            "Rows of the group whose label is not missing.", "0 and more", "-",
            "Counts rows also where weights are given."},
        {"A1", "group-share", "", "fraction", "none", kGroup, "Share of a group",
            "Rows (weight) of the group over rows (weight) of all groups.", "0 to 1", "-",
            "Undefined without rows."},
        {"A1", "base-rate", "", "fraction", "none", kRate, "Favourable rate of a group",
            "Favourable rows (weight) of the group over its rows (weight).", "0 to 1",
            "Interval: Wilson, JASA 22, 1927; with weights on Kish's effective size.",
            "Undefined for a group without rows."},
        {"A1", "base-rate", "overall", "fraction", "none", {"label", "favourable"},
            "Favourable rate of all groups",
            "Favourable rows (weight) over all rows (weight) with a label and a group. Where group "
            "columns leave out different rows there is one figure per column, and its subject also "
            "has \"column\".",
            "0 to 1", "Interval: Wilson, JASA 22, 1927.", "Undefined without rows."},
        {"A8", "facet-imbalance", "", "fraction", "zero", {"column", "reference"},
            "Size of the reference group against the rest",
            "(reference - rest) / (reference + rest), in rows or weight.", "-1 to 1",
            "Amazon SageMaker Clarify, CI.", kNoReference + " AIF360 has the opposite sign."},
    };
}

std::vector<MetricInfo> differences()
{
    return {
        {"A2", "statistical-parity-difference", "rest-minus-reference", "fraction", "zero", kRest,
            "Rate of the other groups minus rate of the reference group",
            "Rate of all other groups pooled minus rate of the reference group; negative where the "
            "reference has the higher rate.",
            "-1 to 1", "AIF360. Interval: Newcombe, Statistics in Medicine 17, 1998, method 10.",
            kNoReference},
        {"A2", "statistical-parity-difference", "group-minus-reference", "fraction", "zero", kPair,
            "Rate of a group minus rate of the reference group",
            "Rate of the group minus rate of the reference group.", "-1 to 1",
            "AIF360. Interval: Newcombe 1998.", kNoReference},
        {"A3", "demographic-parity-difference", "between-groups", "fraction", "zero", kColumn,
            "Difference between the highest and the lowest rate",
            "Highest minus lowest favourable rate of the groups with rows. Over two crossed "
            "columns the subject's column is \"a,b\".",
            "0 to 1",
            "fairlearn. Interval: Newcombe 1998, of the two groups that were found highest and "
            "lowest.",
            kOneGroup},
        {"A3", "demographic-parity-difference", "to-overall", "fraction", "zero", kColumn,
            "Largest difference of a group to all rows",
            "The largest distance of a group's rate to the rate over all groups.", "0 to 1",
            "fairlearn.", kOneGroup},
        {"A14", "subgroup-gap", "size-weighted", "fraction", "zero",
            {"label", "favourable", "columns"}, "Largest subgroup gap weighted by size",
            "The largest (n_S / N) |r_S - r| over the subgroups S that two columns form together.",
            "0 to 1",
            "Kearns et al., Preventing Fairness Gerrymandering, ICML 2018, definition 2.3, for "
            "labels.",
            "Undefined without rows. The single groups of each column are not among the "
            "subgroups."},
    };
}

std::vector<MetricInfo> ratios()
{
    return {
        {"A4", "disparate-impact-ratio", "rest-over-reference", "ratio", "one", kRest,
            "Rate of the other groups over rate of the reference group",
            "Rate of all other groups pooled over rate of the reference group.", "0 to infinity",
            "AIF360. Interval: Katz et al., Biometrics 34, 1978.",
            kNoReference
                + " Infinite where only the reference's rate is 0, undefined where both are."},
        {"A4", "disparate-impact-ratio", "group-over-reference", "ratio", "one", kPair,
            "Rate of a group over rate of the reference group",
            "Rate of the group over rate of the reference group.", "0 to infinity",
            "AIF360. Interval: Katz 1978.",
            kNoReference
                + " Infinite where only the reference's rate is 0, undefined where both are."},
        {"A5", "demographic-parity-ratio", "between-groups", "ratio", "one", kColumn,
            "Lowest over highest rate",
            "Lowest over highest favourable rate of the groups with rows.", "0 to 1",
            "fairlearn. Interval: Katz 1978, of the two groups found lowest and highest.",
            kOneGroup + " Undefined where all rates are 0."},
        {"A5", "demographic-parity-ratio", "to-overall", "ratio", "one", kColumn,
            "Smallest ratio of a group to all rows",
            "The smallest ratio between a group's rate and the rate over all groups, the smaller "
            "over "
            "the larger.",
            "0 to 1", "fairlearn.", kOneGroup + " Undefined where all rates are 0."},
        {"A6", "four-fifths-ratio", "against-highest", "ratio", "one", kRate,
            "Rate of a group over the highest rate",
            "Rate of the group over the highest rate of any group. Whether it reaches 4/5 is "
            "compared "
            "on counts without rounding.",
            "0 to 1", "29 CFR 1607.4(D). Interval: Katz 1978.",
            "Undefined where all rates are 0 or the group has no rows."},
        {"A7", "tolerance-band", "0.8-to-1.25", "boolean", "true", kPair,
            "Ratio to the reference within four fifths and five fourths",
            "1 where 4/5 <= rate of the group over rate of the reference <= 5/4, else 0; compared "
            "without rounding.",
            "0 or 1", "aequitas, tau = 0.8.",
            kNoReference + " Undefined where the reference's rate is 0."},
    };
}

/// A9 over the favourable label and all others together, or over all label values.
std::vector<MetricInfo> divergences(const std::string& ending, const std::string& over)
{
    const auto divergence
        = [&](const char* variant, const char* unit, const char* title, const std::string& formula,
              const char* range, const std::string& source, const std::string& edge) {
              return MetricInfo{"A9", "label-divergence", variant + ending, unit, "zero", kLabels,
                  title, formula + " " + over, range, source, edge + kUnion};
          };
    return {
        divergence("tvd", "fraction", "Total variation of the labels",
            "Half the sum of |p - q|; p are shares in the reference group, q in the rest.",
            "0 to 1", "Amazon SageMaker Clarify, TVD.", ""),
        divergence("kl", "nats", "Kullback-Leibler divergence of the labels", "Sum of p ln(p / q).",
            "0 to infinity", "Amazon SageMaker Clarify, KL.",
            "Infinite where the rest lacks a value. "),
        divergence("js", "nats", "Jensen-Shannon divergence of the labels",
            "(KL(p, m) + KL(q, m)) / 2 with m = (p + q) / 2.", "0 to ln 2",
            "Lin, IEEE Transactions on Information Theory 37, 1991.", ""),
        divergence("l2", "number", "Euclidean distance of the labels",
            "Root of the sum of (p - q)^2.", "0 to root 2", "Amazon SageMaker Clarify, LP.", ""),
        divergence("ks", "fraction", "Largest difference of one label's share",
            "The largest |p - q| of one value.", "0 to 1", "Amazon SageMaker Clarify, KS.", ""),
    };
}

std::vector<MetricInfo> subgroups()
{
    return {
        {"A11", "subgroup-cells", "present", "subgroups", "none", {"columns"},
            "Subgroups that occur",
            "Combinations of the values of two group columns that have rows with a label.",
            "0 and more", "-", "Never undefined."},
        {"A11", "subgroup-cells", "possible", "subgroups", "none", {"columns"},
            "Subgroups that could occur",
            "Values of the first column times values of the second, among rows with a label and "
            "both "
            "groups.",
            "0 and more", "-", "Never undefined."},
        {"A12", "differential-fairness", "smoothed", "nats", "zero", kColumn,
            "Differential fairness, smoothed",
            "The largest |ln p - ln q| of two groups over both outcomes, with p = (k + 1/2) / (n + "
            "1).",
            "0 to infinity", "Foulds et al., ICDE 2020, equations 4 to 6.",
            "Undefined with weights and with fewer than two groups with rows."},
        {"A12", "differential-fairness", "unsmoothed", "nats", "zero", kColumn,
            "Differential fairness of the plain rates", "The same with p = k / n.", "0 to infinity",
            "Foulds et al., ICDE 2020, equation 4.",
            "Infinite where only some groups have an outcome. Undefined with fewer than two groups "
            "with "
            "rows."},
    };
}

} // namespace

std::vector<MetricInfo> groupMetrics()
{
    std::vector<MetricInfo> all = rates();
    for (const auto& part : {differences(), ratios(),
             divergences("", "Over the favourable label and all others together."),
             divergences("-all-values", "Over all values, where the label has more than two."),
             subgroups()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::vector<MetricInfo> missingnessMetrics()
{
    const std::vector<std::string> pair{"column", "group", "reference", "of"};
    const std::vector<std::string> columns{"column", "of"};
    const std::string source = "The forms A2 to A5 applied to \"is missing\"; own recommendation.";
    return {
        {"A16", "missing-share", "", "fraction", "zero", {"column", "group", "of"},
            "Share of missing cells in a group",
            "Rows (weight) of the group in which the column \"of\" is missing over all its rows "
            "(weight).",
            "0 to 1", "Own recommendation. Interval: Wilson 1927.",
            "Undefined for a group without rows. Columns without any missing cell are left out."},
        {"A16", "missing-share-difference", "group-minus-reference", "fraction", "zero", pair,
            "Missing share of a group minus that of the reference group",
            "Share of missing cells in the group minus the share in the reference group.",
            "-1 to 1", source, kNoReference},
        {"A16", "missing-share-difference", "between-groups", "fraction", "zero", columns,
            "Difference between the highest and the lowest missing share",
            "Highest minus lowest share of missing cells of the groups with rows.", "0 to 1",
            source, kOneGroup},
        {"A16", "missing-share-ratio", "group-over-reference", "ratio", "one", pair,
            "Missing share of a group over that of the reference group",
            "Share of missing cells in the group over the share in the reference group.",
            "0 to infinity", source, kNoReference + " Undefined where both shares are 0."},
        {"A16", "missing-share-ratio", "between-groups", "ratio", "one", columns,
            "Lowest over highest missing share",
            "Lowest over highest share of missing cells of the groups with rows.", "0 to 1", source,
            kOneGroup + " Undefined where all shares are 0."},
    };
}

} // namespace cupel::audits
