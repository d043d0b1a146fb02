#include "core/findings/rule_lists.h"

namespace cupel::findings {

namespace {

std::vector<Rule> driftRules()
{
    return {
        {"drift.class-absent", "A class has no rows in some split", Level::Warning, 0.0,
            "<=", "classes",
            "Measured: classes of the label that have rows in one split and none in another.\n"
            "Why it matters: a class that the training split lacks cannot be learned, and one that "
            "the test split lacks is not tested.\n"
            "How: rows whose label or split is missing are left out. Warning: a class is absent "
            "from the reference split, which is the one named train or training, else "
            "the largest. Note: only from others. Where only splits "
            "with fewer rows than the minimum count (30) lack a class there is not enough "
            "evidence.\n"
            "What to do: split by class (stratified), or document which classes are not learned or "
            "not tested.",
            "Own recommendation."},
        {"drift.column-shift", "A column is distributed differently in a split", Level::Warning,
            0.03, "<=", "nats",
            "Measured: the Jensen-Shannon divergence of a column's distribution in a split from "
            "that in the reference split, in nats, 0 to ln 2 (metric H3); of the split where it is "
            "largest.\n"
            "Why it matters: a model measured on a split of another kind than it was trained on, "
            "or will meet, gives figures of that kind only.\n"
            "How: missing cells are a cell of their own; number columns of many values are cut at "
            "quantiles of all rows. Twice what chance moves the divergence of two samples of one "
            "distribution must lie between it and the limit, or it is not reported. The columns "
            "of the split, the id, the weight and dates are not compared, nor texts of more than "
            "1,000 different values; the label has its own rule. With fewer rows than the minimum "
            "count (30) in a split there is not enough evidence.\n"
            "What to do: find out how rows came into the splits; where the difference is meant (a "
            "split by time, a held-out region), document it.",
            "Own recommendation: a divergence of 0.03 is about where the population stability "
            "index reaches 0.25, in credit practice the sign of a large shift. Chance: the "
            "divergence of two samples is nearly chi-squared, (k - 1) (1/n + 1/m) / 8 on average."},
        {"drift.label-shift", "The label is distributed differently in a split", Level::Warning,
            0.1, "<=", "fraction",
            "Measured: for each split, the largest difference of a class's share to that in the "
            "reference split.\n"
            "Why it matters: figures such as precision and accuracy follow the shares of the "
            "classes, and a threshold chosen on one split does not fit the other.\n"
            "How: rows whose label or split is missing are left out. The interval is Newcombe's. "
            "Warning: the whole interval lies above the limit. Note: the difference is above the "
            "limit, its interval is not. With fewer rows than the minimum count (30) in a split "
            "there is not enough evidence.\n"
            "What to do: split by class (stratified), or document that the split follows something "
            "else, such as time.",
            "Own recommendation; the limit is that of fairness.base-rate-gap."},
    };
}

std::vector<Rule> leakageRules()
{
    return {
        {"leakage.ids-across-splits", "An id stands in more than one split", Level::Error, 0.01,
            "<=", "fraction",
            "Measured: rows whose id is also the id of a row in another split, over the rows with "
            "an id and a split.\n"
            "Why it matters: the model has met the case while training, so its figures on the "
            "other split are too good.\n"
            "How: ids are compared exactly, those of a number column as numbers. Any such row "
            "gives a warning, a share above the limit an error. The rows behind the finding are "
            "all rows with such an id, of every split.\n"
            "What to do: put all rows of an id into one split, and measure again.",
            "Kapoor and Narayanan, Leakage and the Reproducibility Crisis in "
            "Machine-Learning-Based "
            "Science, Patterns 4, 2023, for why. The limit of 1 % is our own recommendation."},
        {"leakage.rows-across-splits", "Equal rows stand in more than one split", Level::Error,
            0.01, "<=", "fraction",
            "Measured: rows with an equal in another split, over the rows with a split. Rows are "
            "equal when all their columns but the split and the id are.\n"
            "Why it matters: the model has met the row, with its label, while training, so its "
            "figures on the other split are too good.\n"
            "How: candidates are compared cell by cell, numbers as numbers; missing cells are "
            "equal. Any such row gives a warning, a share above the limit an error. The rows "
            "behind the finding are all of each such set, of every split. In a table of few "
            "columns different cases agree by chance.\n"
            "What to do: keep each case in one split, and measure again.",
            "Kapoor and Narayanan, Leakage and the Reproducibility Crisis in "
            "Machine-Learning-Based "
            "Science, Patterns 4, 2023, for why. The limit of 1 % is our own recommendation."},
    };
}

} // namespace

std::vector<Rule> splitRules()
{
    std::vector<Rule> all = driftRules();
    for (Rule& rule : all) {
        rule.compares = Compares::Splits;
        rule.hasInterval = rule.isOfOneSplit = rule.id == "drift.label-shift";
    }
    for (Rule& rule : leakageRules())
        all.push_back(std::move(rule));
    return all;
}

} // namespace cupel::findings
