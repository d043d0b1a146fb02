#include "core/audits/metric_lists.h"

#include <tuple>

namespace cupel::audits {

namespace {

const std::vector<std::string> kColumn{"label", "positive", "prediction", "column"};
const std::vector<std::string> kGroup{"label", "positive", "prediction", "column", "group"};
const std::vector<std::string> kRest{"label", "positive", "prediction", "column", "reference"};
const std::vector<std::string> kPair{
    "label", "positive", "prediction", "column", "group", "reference"};

const std::string kRows
    = "Rows whose label, prediction or group is missing are left out. A label of several values "
      "counts as the positive one against all others.";
const std::string kOneGroup
    = "Undefined with fewer than two groups that the rate counts among (fairlearn then gives 0 for "
      "a difference and 1 for a ratio). ";
const std::string kNoReference
    = "Undefined where the rate counts among no row of the reference or of the other side. ";
const std::string kInfinite
    = "Infinite where only the reference's rate is 0, undefined where both are.";

/// What a rate counts, for all the ways to compare it.
struct Rate {
    std::string ref;
    std::string name; ///< "true-positive rate"
    std::string source;
    std::string edge; ///< of groups that it cannot be measured in
};

MetricInfo rateOfGroup(const char* id, const char* title, const char* formula, const char* edge)
{
    return {"B", id, "", "fraction", "none", kGroup, std::string(title) + " of a group",
        std::string(formula) + ", in rows (weight) of the group.", "0 to 1",
        "Interval: Wilson, JASA 22, 1927; with weights on Kish's effective size.",
        std::string(edge) + kRows};
}

MetricInfo rateOfAll(MetricInfo info, const char* title)
{
    info.variant = "overall";
    info.subject = kColumn;
    info.title = std::string(title) + " of all groups";
    info.formula += " All groups together.";
    return info;
}

std::vector<MetricInfo> rates()
{
    const char* labels = "Undefined without a row with a positive label (fairlearn gives 0). ";
    const char* others = "Undefined without a row with another label (fairlearn gives 0). ";
    const char* predicted = "Undefined without a positive prediction. ";
    const char* refused = "Undefined without a prediction of another value. ";
    const char* rows = "Undefined without rows. ";
    struct Line {
        const char* id;
        const char* title;
        const char* formula;
        const char* edge;
    };
    std::vector<MetricInfo> all;
    for (const auto& [id, title, formula, edge] : {
             Line{"predicted-positive-rate", "Rate of positive predictions",
                 "PPREV: (TP + FP) / all rows", rows},
             Line{"prevalence", "Rate of positive labels", "PREV: (TP + FN) / all rows", rows},
             Line{"accuracy", "Accuracy", "(TP + TN) / all rows", rows},
             Line{"true-positive-rate", "True-positive rate", "TPR: TP / (TP + FN)", labels},
             Line{"false-negative-rate", "False-negative rate", "FNR: FN / (TP + FN)", labels},
             Line{"false-positive-rate", "False-positive rate", "FPR: FP / (FP + TN)", others},
             Line{"true-negative-rate", "True-negative rate", "TNR: TN / (FP + TN)", others},
             Line{"positive-predictive-value", "Positive predictive value",
                 "PPV, precision: TP / (TP + FP)", predicted},
             Line{"false-discovery-rate", "False-discovery rate", "FDR: FP / (TP + FP)", predicted},
             Line{"negative-predictive-value", "Negative predictive value", "NPV: TN / (FN + TN)",
                 refused},
             Line{"false-omission-rate", "False-omission rate", "FOR: FN / (FN + TN)", refused},
         }) {
        all.push_back(rateOfGroup(id, title, formula, edge));
        all.push_back(rateOfAll(all.back(), title));
    }
    all.push_back({"B", "predicted-positive-share", "", "fraction", "none", kGroup,
        "Share of a group in all positive predictions",
        "PPR: (TP + FP) of the group over the positive predictions of all groups, in rows "
        "(weight).",
        "0 to 1", "aequitas, ppr.", "Undefined without a positive prediction. " + kRows});
    return all;
}

std::vector<MetricInfo> confusionCounts()
{
    std::vector<MetricInfo> all;
    const auto add = [&all](const char* variant, const char* title, const char* formula) {
        all.push_back({"B", "confusion-count", variant, "rows", "none", kGroup, title, formula,
            "0 and more", "-", "Counts rows also where weights are given. " + kRows});
    };
    add("true-positive", "Hits of a group", "Rows whose label and prediction are positive.");
    add("false-positive", "False alarms of a group",
        "Rows whose prediction is positive and whose label is not.");
    add("false-negative", "Misses of a group",
        "Rows whose label is positive and whose prediction is not.");
    add("true-negative", "Right refusals of a group",
        "Rows whose label and prediction are not positive.");
    return all;
}

/// The ways of GapIds. `signedSource` is that of differences and ratios to the reference.
std::vector<MetricInfo> gaps(const Rate& rate, const std::string& difference,
    const std::string& spread, const std::string& ratio, const std::string& spreadRatio,
    const std::string& signedSource)
{
    const std::string& name = rate.name;
    const std::string newcombe = " Interval: Newcombe, Statistics in Medicine 17, 1998, method 10.";
    const std::string katz = " Interval: Katz et al., Biometrics 34, 1978.";
    return {
        {rate.ref, difference, "rest-minus-reference", "fraction", "zero", kRest,
            "Difference of the " + name + " of the other groups to the reference",
            "The " + name + " of all other groups pooled minus that of the reference group.",
            "-1 to 1", signedSource + newcombe, kNoReference},
        {rate.ref, difference, "group-minus-reference", "fraction", "zero", kPair,
            "Difference of the " + name + " of a group to the reference",
            "The " + name + " of the group minus that of the reference group.", "-1 to 1",
            signedSource + newcombe, kNoReference},
        {rate.ref, spread, "between-groups", "fraction", "zero", kColumn,
            "Difference between the highest and the lowest " + name,
            "The highest minus the lowest " + name
                + " of the groups. Over two crossed columns the "
                  "subject's column is \"a,b\".",
            "0 to 1", rate.source + newcombe + " It is of the two groups found highest and lowest.",
            kOneGroup + rate.edge},
        {rate.ref, spread, "to-overall", "fraction", "zero", kColumn,
            "Largest difference of the " + name + " of a group to all rows",
            "The largest distance of a group's " + name + " to that of all groups together.",
            "0 to 1", rate.source, kOneGroup + rate.edge},
        {rate.ref, ratio, "rest-over-reference", "ratio", "one", kRest,
            "Ratio of the " + name + " of the other groups to the reference",
            "The " + name + " of all other groups pooled over that of the reference group.",
            "0 to infinity", signedSource + katz, kNoReference + kInfinite},
        {rate.ref, ratio, "group-over-reference", "ratio", "one", kPair,
            "Ratio of the " + name + " of a group to the reference",
            "The " + name + " of the group over that of the reference group.", "0 to infinity",
            signedSource + katz, kNoReference + kInfinite},
        {rate.ref, spreadRatio, "between-groups", "ratio", "one", kColumn,
            "Lowest over highest " + name,
            "The lowest over the highest " + name + " of the groups.", "0 to 1",
            rate.source + katz + " It is of the two groups found lowest and highest.",
            kOneGroup + "Undefined where all rates are 0. " + rate.edge},
        {rate.ref, spreadRatio, "to-overall", "ratio", "one", kColumn,
            "Smallest ratio of the " + name + " of a group to all rows",
            "The smallest ratio between a group's " + name
                + " and that of all groups together, "
                  "the smaller over the larger.",
            "0 to 1", rate.source, kOneGroup + "Undefined where all rates are 0. " + rate.edge},
    };
}

std::vector<MetricInfo> predictedGaps()
{
    std::vector<MetricInfo> all
        = gaps({"B1", "rate of positive predictions", "fairlearn, demographic parity.", kRows},
            "prediction-statistical-parity-difference", "prediction-demographic-parity-difference",
            "prediction-disparate-impact-ratio", "prediction-demographic-parity-ratio",
            "AIF360, statistical parity and disparate impact.");
    all.push_back({"B1", "prediction-tolerance-band", "0.8-to-1.25", "boolean", "true", kPair,
        "Ratio of positive predictions to the reference within four fifths and five fourths",
        "1 where 4/5 <= ratio to the reference <= 5/4, else 0; compared without rounding.",
        "0 or 1", "aequitas, tau = 0.8.",
        kNoReference + "Undefined where the reference's rate is 0."});
    all.push_back({"B1", "prediction-four-fifths-ratio", "against-highest", "ratio", "one", kGroup,
        "Rate of positive predictions of a group over the highest",
        "Rate of the group over the highest rate of any group.", "0 to 1",
        "29 CFR 1607.4(D). Interval: Katz et al., Biometrics 34, 1978.",
        "Undefined where all rates are 0. " + kRows});
    return all;
}

std::vector<MetricInfo> equalizedOdds()
{
    const std::string edge
        = "Undefined where either gap is. Groups without positive or without other labels have "
          "no such rate and are left out of that gap, counted under \"excluded\"; fairlearn takes "
          "their rate for 0.";
    const auto info = [&](const char* id, const char* variant, const char* unit,
                          const char* direction, const char* title, const char* formula) {
        return MetricInfo{"B3", id, variant, unit, direction, kColumn, title, formula, "0 to 1",
            "fairlearn; Hardt, Price and Srebro, NeurIPS 2016.", edge};
    };
    const char* difference = "equalized-odds-difference";
    const char* ratio = "equalized-odds-ratio";
    return {
        info(difference, "between-groups", "fraction", "zero", "Equalized odds difference",
            "The larger of the differences between the highest and lowest true-positive rate and "
            "between the highest and lowest false-positive rate."),
        info(difference, "between-groups-mean", "fraction", "zero",
            "Equalized odds difference, mean of both rates",
            "The mean of the differences between the highest and lowest true-positive rate and "
            "between the highest and lowest false-positive rate."),
        info(difference, "to-overall", "fraction", "zero", "Equalized odds difference to all rows",
            "The larger of the largest distances of a group's true- and false-positive rate to "
            "that of all groups together."),
        info(ratio, "between-groups", "ratio", "one", "Equalized odds ratio",
            "The smaller of lowest over highest true-positive rate and lowest over highest "
            "false-positive rate."),
        info(ratio, "between-groups-mean", "ratio", "one",
            "Equalized odds ratio, mean of both rates",
            "The mean of lowest over highest true-positive rate and lowest over highest "
            "false-positive rate."),
        info(ratio, "to-overall", "ratio", "one", "Equalized odds ratio to all rows",
            "The smaller of the smallest ratios of a group's true- and false-positive rate to "
            "that of all groups together, the smaller over the larger."),
    };
}

std::vector<MetricInfo> averageOdds()
{
    std::vector<MetricInfo> all;
    for (const auto& [variant, subject, who] :
        {std::tuple{"rest-minus-reference", kRest, "the other groups pooled"},
            std::tuple{"group-minus-reference", kPair, "a group"}}) {
        const std::string edge = kNoReference + "Undefined where either rate is.";
        all.push_back({"B4", "average-odds-difference", variant, "fraction", "zero", subject,
            std::string("Average odds difference of ") + who + " to the reference",
            "The mean of the differences in false-positive and in true-positive rate, with their "
            "signs, which can cancel.",
            "-1 to 1", "AIF360.", edge});
        all.push_back({"B4", "average-odds-error", variant, "fraction", "zero", subject,
            std::string("Average odds error of ") + who + " to the reference",
            "The mean of the absolute differences in false-positive and in true-positive rate.",
            "0 to 1", "AIF360.", edge});
    }
    return all;
}

} // namespace

std::vector<MetricInfo> predictionMetrics()
{
    const std::string leftOut
        = "Groups that the rate cannot be measured in are left out and counted under "
          "\"excluded\"; fairlearn takes their rate for 0.";
    const auto same = [&](const Rate& rate, const std::string& id, const std::string& source) {
        return gaps(
            rate, id + "-difference", id + "-difference", id + "-ratio", id + "-ratio", source);
    };
    std::vector<MetricInfo> all = confusionCounts();
    for (const auto& part : {rates(), predictedGaps(),
             same({"B2", "true-positive rate", "fairlearn, equal opportunity.", leftOut},
                 "equal-opportunity", "AIF360, equal opportunity."),
             same({"B3", "false-positive rate", "fairlearn, the other part of equalized odds.",
                      leftOut},
                 "false-positive-rate", "AIF360, false positive rate difference."),
             equalizedOdds(), averageOdds(),
             same({"B5", "positive predictive value", "Chouldechova, Big Data 5, 2017.", leftOut},
                 "predictive-parity",
                 "Amazon SageMaker Clarify has the reference minus the rest (DAR)."),
             same({"B5", "negative predictive value", "Own companion of predictive parity.",
                      leftOut},
                 "negative-predictive-parity", "Amazon SageMaker Clarify, DRR.")})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace cupel::audits
