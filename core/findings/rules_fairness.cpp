#include "core/findings/rule_lists.h"

namespace cupel::findings {

namespace {

std::vector<Rule> gapRules()
{
    return {
        {"fairness.base-rate-gap", "The favourable rate differs between groups", Level::Error, 0.1,
            "<=", "fraction",
            "Measured: the highest minus the lowest share of favourable labels among the groups "
            "of a column (metric A3, demographic parity difference of the labels).\n"
            "Why it matters: a model trained on the labels learns the difference. It may be a true "
            "difference of the world, of who was recorded, or of how labels were given; the "
            "figure cannot tell which.\n"
            "How: rows whose label or group is missing are left out. The interval is Newcombe's "
            "for the two groups. Error: the whole interval lies above the limit. Warning: the "
            "difference is above the limit, its interval is not. Groups with fewer rows than the "
            "minimum count (30) do not turn the check red alone: where only they exceed the limit "
            "there is not enough evidence.\n"
            "What to do: find out how the labels came about, compare like with like (a stratum), "
            "document the difference, and assess predictions per group.",
            "The formula is fairlearn's demographic parity difference. The limit of 0.1 is a "
            "convention of the AIF360 demonstration pages; choose your own with --set."},
        {"fairness.four-fifths", "A group's favourable rate is under four fifths of the highest",
            Level::Warning, 0.8, ">=", "ratio",
            "Measured: each group's share of favourable labels over the highest share of any group "
            "(metric A6).\n"
            "Why it matters: in United States employment practice a selection rate under four "
            "fifths of the highest is generally taken as evidence of adverse impact. Applied to "
            "labels of other kinds it is an analogy only.\n"
            "How: compared on counts without rounding, so 3 of 5 against 6 of 8 is exactly four "
            "fifths and passes. The interval is Katz's log interval. Warning: the whole interval "
            "lies below the limit. Note: the ratio is below the limit, its interval is not. Groups "
            "under the minimum count do not turn the check red alone.\n"
            "What to do: as for fairness.base-rate-gap; where the rule applies by law, ask for "
            "advice and test for significance.",
            "29 CFR 1607.4(D), Uniform Guidelines on Employee Selection Procedures."},
        {"fairness.intersection-gap", "The favourable rate differs between subgroups",
            Level::Warning, 0.1, "<=", "fraction",
            "Measured: the highest minus the lowest share of favourable labels among the subgroups "
            "that two group columns form together (metrics A3 and A11).\n"
            "Why it matters: groups that look alike one column at a time can differ where the "
            "columns cross.\n"
            "How: as fairness.base-rate-gap, over the subgroups that occur. Warning: the whole "
            "interval lies above the limit. Note: the difference is above the limit, its interval "
            "is not.\n"
            "What to do: look at the table intersection-rates; collect more rows of subgroups that "
            "are too small to judge.",
            "Foulds et al., An Intersectional Definition of Fairness, ICDE 2020; Kearns et al., "
            "ICML 2018. The limit is that of fairness.base-rate-gap."},
        {"fairness.missingness-gap", "Values are missing more often in some groups", Level::Warning,
            0.1, "<=", "fraction",
            "Measured: the highest minus the lowest share of missing cells of a column among the "
            "groups of another (metric A16).\n"
            "Why it matters: dropping or filling the missing cells then treats groups "
            "differently, and a model can learn the group from what is missing.\n"
            "How: as fairness.base-rate-gap, with \"is missing\" in place of the favourable label. "
            "Warning: the whole interval lies above the limit. Note: the difference is above the "
            "limit, its interval is not.\n"
            "What to do: find out why the cells are missing; record it, and do not fill them in "
            "without looking at each group.",
            "Own recommendation, after the checks on unknown values in fairlearn's and aequitas' "
            "guides."},
    };
}

std::vector<Rule> groupRules()
{
    return {
        {"fairness.empty-intersection", "Subgroups have no rows", Level::Note, 0.0,
            "<=", "subgroups",
            "Measured: combinations of the values of two group columns that no row has (metric "
            "A11).\n"
            "Why it matters: nothing can be said about such a subgroup, and overall figures do "
            "not show that it is absent.\n"
            "How: the values of each column among the rows with a label, crossed, minus the "
            "combinations that occur.\n"
            "What to do: collect rows, or document that the dataset does not cover the subgroup.",
            "Kearns et al., Preventing Fairness Gerrymandering, ICML 2018, for why subgroups are "
            "looked at; the rule is our own recommendation."},
        {"fairness.missing-group", "The group of some rows is not known", Level::Warning, 0.05,
            "<=", "fraction",
            "Measured: rows with a label whose group is missing, over the rows with a label.\n"
            "Why it matters: these rows are in no group and in no comparison. When people choose "
            "not to answer, the missing are seldom like the rest.\n"
            "How: any row without a group gives a note, a share above the limit a warning. The "
            "rows are shown as their own line \"(missing)\" in the table of rates.\n"
            "What to do: find out why the group is missing, and compare the label rate of these "
            "rows with the rest in the table.",
            "Own recommendation; that unknown groups must stay visible is an old request to "
            "fairness libraries."},
        {"fairness.similar-group-names",
            "Group names differ only by case, blanks or coding of accents", Level::Warning, 0.0,
            "<=", "names",
            "Measured: groups whose names become equal when blanks at both ends are dropped, inner "
            "runs of blanks become one, letters become lower case, and a letter with an accent "
            "counts the same whether it is one code point or two.\n"
            "Why it matters: groups are compared by their exact text, so two spellings of one "
            "group "
            "are two groups, each smaller than the truth.\n"
            "How: lower case is known for the letters of Latin (with Latin-1 and Latin "
            "Extended-A), "
            "Greek and Cyrillic; accents for these and for Hangul. Letters of other scripts are "
            "compared as they are.\n"
            "What to do: correct the spelling in the data. Nothing is merged silently.",
            "Own recommendation; GG-BBQ, for one, has \"Transgender women\" and \"transgender "
            "women\"."},
        {"fairness.small-group", "A group has too few rows to judge", Level::Note, 30.0,
            ">=", "rows",
            "Measured: rows per group with a label.\n"
            "Why it matters: the rate of a small group is mostly chance, and one such group can "
            "set every highest or lowest rate.\n"
            "How: groups under the minimum count are named; they keep their rates and intervals "
            "in the tables, but do not turn a check red alone.\n"
            "What to do: collect more rows of the group, or combine groups where that makes sense "
            "and say so.",
            "The minimum of 30 rows is a convention; change it with --min-count."},
        {"fairness.too-many-groups", "A group column has too many values", Level::None, 1000.0,
            "<=", "values",
            "Measured: the number of different values of a group column.\n"
            "Why it matters: a column of very many values is rather a measurement or an "
            "identifier; comparing each value with each says nothing.\n"
            "How: the column is left out of the comparison of groups: there is not enough "
            "evidence for one.\n"
            "What to do: give bins for a number (--group COLUMN:0,25,40,60), or another column.",
            "Own recommendation."},
    };
}

} // namespace

std::vector<Rule> fairnessRules()
{
    std::vector<Rule> all = gapRules();
    for (Rule& rule : all) {
        rule.compares = Compares::Groups;
        rule.hasInterval = true;
    }
    for (Rule& rule : groupRules())
        all.push_back(std::move(rule));
    return all;
}

} // namespace cupel::findings
