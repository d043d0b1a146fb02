#include "core/findings/rule_lists.h"

namespace cupel::findings {

namespace {

const std::string kHow
    = "How: rows whose label, prediction or group is missing are left out; a group in which the "
      "rate counts among no row has none and is not compared. The interval is Newcombe's for the "
      "two groups. ";
const std::string kSmall
    = "Groups in which the rate counts among fewer rows than the minimum count (30) do not turn "
      "the check red alone: where only they exceed the limit there is not enough evidence. "
      "Over two crossed columns the levels are warning and note.\n";
const std::string kErrorLevels = "Error: the whole interval lies above the limit. Warning: the "
                                 "difference is above the limit, its interval is not. ";
const std::string kWarningLevels = "Warning: the whole interval lies above the limit. Note: the "
                                   "difference is above the limit, its interval is not. ";
const std::string kLimit
    = " The limit of 0.1 is a convention of the AIF360 demonstration pages; choose your own with "
      "--set.";

std::vector<Rule> rateRules()
{
    return {
        {"fairness.false-positive-rate-gap", "False alarms are more frequent in some groups",
            Level::Error, 0.1, "<=", "fraction",
            "Measured: the highest minus the lowest false-positive rate among the groups of a "
            "column: of the rows with another label, the share that is predicted positive (metric "
            "B3).\n"
            "Why it matters: where the positive value is a harm, some groups are wrongly accused "
            "more often; where it is a benefit, some get it more often without being due.\n"
                + kHow + kErrorLevels + kSmall
                + "What to do: look at the rows behind the finding, which are the false alarms of "
                  "the group with the highest rate; compare thresholds per group and document the "
                  "difference.",
            "Hardt, Price and Srebro, Equality of Opportunity in Supervised Learning, NeurIPS "
            "2016, "
            "for equalized odds, of which this is one half."
                + kLimit},
        {"fairness.prediction-rate-gap", "Positive predictions are more frequent in some groups",
            Level::Warning, 0.1, "<=", "fraction",
            "Measured: the highest minus the lowest share of positive predictions among the groups "
            "of a column (metric B1, demographic parity).\n"
            "Why it matters: it is what the model hands out. It may follow the labels; "
            "fairness.base-rate-gap says how much they differ.\n"
                + kHow + kWarningLevels + kSmall
                + "What to do: compare it with the difference of the labels; where those differ as "
                  "much, ask how they came about, where they do not, what the model adds.",
            "The formula is fairlearn's demographic parity difference." + kLimit},
        {"fairness.predictive-value-gap", "A positive prediction is less reliable in some groups",
            Level::Warning, 0.1, "<=", "fraction",
            "Measured: the highest minus the lowest positive predictive value among the groups of "
            "a column: of the rows predicted positive, the share that is (metric B5, predictive "
            "parity).\n"
            "Why it matters: whoever acts on a prediction relies on it alike for everybody. Where "
            "the groups' labels differ, this and equal error rates cannot both hold.\n"
                + kHow + kWarningLevels + kSmall
                + "What to do: compare the calibration of the scores per group, and say in the "
                  "documentation for whom a positive prediction is less reliable.",
            "Chouldechova, Fair Prediction with Disparate Impact, Big Data 5, 2017." + kLimit},
        {"fairness.true-positive-rate-gap", "Positive rows are missed more often in some groups",
            Level::Error, 0.1, "<=", "fraction",
            "Measured: the highest minus the lowest true-positive rate among the groups of a "
            "column: of the rows with a positive label, the share that is predicted positive "
            "(metric B2, equal opportunity).\n"
            "Why it matters: where the positive value is a benefit, people who are due it are "
            "refused more often in some groups; where it is a harm, it goes undetected there.\n"
                + kHow + kErrorLevels + kSmall
                + "What to do: look at the rows behind the finding, which are the misses of the "
                  "group with the lowest rate, and at how many positive rows of that group the "
                  "model was trained on; compare thresholds per group and document the difference.",
            "Hardt, Price and Srebro, Equality of Opportunity in Supervised Learning, NeurIPS 2016."
                + kLimit},
    };
}

} // namespace

std::vector<Rule> predictionRules()
{
    std::vector<Rule> all = rateRules();
    all.push_back({"fairness.prediction-four-fifths",
        "A group's rate of positive predictions is under four fifths of the highest",
        Level::Warning, 0.8, ">=", "ratio",
        "Measured: each group's share of positive predictions over the highest share of any group "
        "(metric B1).\n"
        "Why it matters: in United States employment practice a selection rate under four fifths "
        "of the highest is generally taken as evidence of adverse impact; a prediction that "
        "decides is a selection. Elsewhere it is an analogy only.\n"
        "How: as fairness.four-fifths, with predictions in place of labels. It speaks of the "
        "positive value: where that is a harm, read it the other way round.\n"
        "What to do: as for fairness.prediction-rate-gap; where the rule applies by law, ask for "
        "advice and test for significance.",
        "29 CFR 1607.4(D), Uniform Guidelines on Employee Selection Procedures."});
    for (Rule& rule : all) {
        rule.compares = Compares::Groups;
        rule.hasInterval = true;
    }
    all.push_back({"fairness.prediction-values", "Predictions are no values of the label",
        Level::Warning, 0.0, "<=", "fraction",
        "Measured: of the rows with a label and a prediction, the share whose prediction is a "
        "value that no label has, is not declared as a class and is not the positive value.\n"
        "Why it matters: such a prediction counts as one of another value than the positive one. "
        "If it is only written differently, every rate is wrong.\n"
        "How: numbers are compared as numbers where both columns are, everything else by its "
        "exact text. Predictions made from a score and a threshold are not looked at.\n"
        "What to do: write predictions and labels alike, or declare the classes of the label in a "
        "roles file.",
        "Own recommendation."});
    return all;
}

} // namespace cupel::findings
