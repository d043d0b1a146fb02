#include "core/audits/metric_lists.h"

namespace cupel::audits {

namespace {

std::vector<MetricInfo> drift()
{
    const std::vector<std::string> subject{"column", "split", "reference"};
    const std::string cells
        = "The cells are the values of the column and, apart, its missing cells; number columns of "
          "more than 20 different values are cut at the 5, 25, 50, 75 and 95 % quantiles of all "
          "rows. Rows without a split are left out. ";
    const std::string noRows = "Undefined where a split has no weight.";
    return {
        {"H3", "column-drift", "js", "nats", "zero", subject,
            "Jensen-Shannon divergence of a column between splits",
            "(KL(p, m) + KL(q, m)) / 2 with m = (p + q) / 2; p are shares in the split, q in the "
            "reference split.",
            "0 to ln 2", "Lin, IEEE Transactions on Information Theory 37, 1991.", cells + noRows},
        {"H3", "column-drift", "tvd", "fraction", "zero", subject,
            "Total variation of a column between splits",
            "Half the sum of |p - q|; p are shares in the split, q in the reference split.",
            "0 to 1", "As metric A9.", cells + noRows},
        {"H3", "column-drift", "psi", "number", "zero", subject,
            "Population stability index of a column between splits",
            "Sum of (p - q) ln(p / q); p are shares in the split, q in the reference split.",
            "0 to infinity", "Credit scoring practice. Nothing is added to empty cells.",
            cells + "Infinite where only one of the two has rows in a cell. " + noRows},
    };
}

std::vector<MetricInfo> changes()
{
    const std::string passed
        = "Splits in which the figure is undefined are passed over. Undefined where it is defined "
          "in fewer than two.";
    const std::string order
        = " The reference split is the first, the others follow in code-point order.";
    std::vector<MetricInfo> all;
    const auto add = [&](const std::string& id, const std::vector<std::string>& subject,
                         const std::string& what) {
        all.push_back({"H2", id, "range", "fraction", "zero", subject,
            "Range of the " + what + " over splits",
            "The largest minus the smallest " + what + " of any split.", "0 and more",
            "Own summary of metric H1.", passed});
        all.push_back({"H2", id, "last-minus-first", "fraction", "zero", subject,
            "Change of the " + what + " from the first to the last split",
            "The " + what + " of the last split minus that of the first." + order, "-2 to 2",
            "Own summary of metric H1.", passed});
    };
    add("base-rate-change", {"label", "favourable"}, "favourable rate");
    add("statistical-parity-difference-change", {"label", "favourable", "column", "reference"},
        "rate of the other groups minus that of the reference group");
    return all;
}

/// Rows or ids that stand in more than one split.
std::vector<MetricInfo> leakage()
{
    const std::vector<std::string> column{"column"};
    const std::vector<std::string> pair{"column", "split", "other"};
    const std::string equal
        = "Rows are equal when all columns but the split and the id are; numbers are compared as "
          "numbers, missing cells are equal. Rows without a split are left out. ";
    const std::string ids = "Rows without an id or a split are left out. ";
    const auto info = [](const char* id, const char* variant, const char* unit,
                          const std::vector<std::string>& subject, const char* title,
                          const std::string& formula, const std::string& edge) {
        const bool isShare = std::string(unit) == "fraction";
        return MetricInfo{"-", id, variant, unit, "zero", subject, title, formula,
            isShare ? "0 to 1" : "0 and more", "Own definition.", edge};
    };
    const std::string counts = "Counts rows also where weights are given.";
    return {
        info("equal-sets-across-splits", "", "sets", column, "Sets of equal rows across splits",
            "Sets of equal rows that stand in more than one split.", equal + counts),
        info("rows-across-splits", "", "rows", column, "Rows with an equal in another split",
            "Rows in sets of equal rows that stand in more than one split.", equal + counts),
        info("rows-across-splits", "share", "fraction", column,
            "Share of rows with an equal in another split",
            "Rows in sets of equal rows that stand in more than one split, over the rows with a "
            "split.",
            equal + "Undefined without rows."),
        info("rows-across-splits", "pair", "rows", pair, "Rows that two splits share",
            "Rows of both splits in sets of equal rows that stand in both.",
            equal + "Not measured with more than 12 splits, and not where no row is shared."),
        info("ids-across-splits", "", "ids", column, "Ids in more than one split",
            "Different ids that rows of more than one split have.", ids + counts),
        info("rows-with-ids-across-splits", "", "rows", column,
            "Rows whose id is also in another split",
            "Rows with an id that rows of another split have too.", ids + counts),
        info("rows-with-ids-across-splits", "share", "fraction", column,
            "Share of rows whose id is also in another split",
            "Rows with an id that rows of another split have too, over the rows with an id and a "
            "split.",
            ids + "Undefined without an id."),
        info("rows-with-ids-across-splits", "pair", "rows", pair, "Rows whose ids two splits share",
            "Rows of both splits with an id that stands in both.",
            ids + "Not measured with more than 12 splits, and not where no id is shared."),
    };
}

} // namespace

std::vector<MetricInfo> splitMetrics()
{
    std::vector<MetricInfo> all = drift();
    for (const auto& part : {changes(), leakage()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace cupel::audits
