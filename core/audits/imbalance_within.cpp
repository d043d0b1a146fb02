#include "core/audits/class_imbalance.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using findings::Subject;

/// More classes than this have no figures of the groups inside each of them.
constexpr std::size_t kMaxClassesWithin = 100;

ResultTable::Cell cellOf(const Metric& metric)
{
    if (!metric.value.isDefined())
        return {};
    return metric.value.value();
}

/// One row of a table of spreads: whose they are, rows, ratio, evenness, normalised Gini-Simpson.
std::vector<ResultTable::Cell> rowOf(
    base::DataText whose, std::int64_t rows, const std::vector<Metric>& spread)
{
    return {std::move(whose), rows, cellOf(spread[0]), cellOf(spread[1]), cellOf(spread[5])};
}

ResultTable table(const std::string& id, const std::string& column, base::Sentence title,
    const std::string& firstColumn)
{
    return {id + ":" + column, std::move(title),
        {firstColumn, "rows", "imbalance-ratio", "shannon-evenness", "gini-simpson-normalised"},
        {}};
}

/// Rows (weight) of each class in a group; classes that the group lacks have 0.
stats::ClassCounts classesIn(
    const Group& group, const std::vector<std::string>& labels, const LabelClasses& classes)
{
    std::vector<double> weights;
    for (const LabelClass& one : classes.classes) {
        const auto place = std::lower_bound(labels.begin(), labels.end(), one.value);
        const bool occurs = place != labels.end() && *place == one.value;
        weights.push_back(
            occurs ? group.byLabel[static_cast<std::size_t>(place - labels.begin())] : 0.0);
    }
    return stats::ClassCounts(weights);
}

void addMetrics(std::vector<Metric>& metrics, const std::vector<Metric>& more)
{
    metrics.insert(metrics.end(), more.begin(), more.end());
}

void addClassesWithin(const LabelClasses& classes, const GroupCounts& groups, AuditResult& result)
{
    const base::DataText column = base::DataText::name(groups.columns.front());
    ResultTable spreads = table("classes-within", groups.columns.front(),
        {"Balance of the classes of ", base::DataText::name(classes.column),
            " inside each group of ", column},
        "group");
    for (const Group& group : groups.groups) {
        Basis basis = groups.basis;
        basis.n = group.rows;
        if (basis.weights)
            basis.weights = Metric::Weights{group.count.n, group.effectiveRows()};
        const std::vector<Metric> spread = spreadMetrics(classesIn(group, groups.labels, classes),
            {{"label", base::DataText::name(classes.column)}, {"column", column},
                {"group", group.text()}},
            basis);
        addMetrics(result.metrics, spread);
        spreads.rows.push_back(rowOf(group.text(), group.rows, spread));
    }
    result.tables.push_back(std::move(spreads));
}

void addGroupsWithin(const LabelClasses& classes, const GroupCounts& groups, AuditResult& result)
{
    const base::DataText column = base::DataText::name(groups.columns.front());
    ResultTable spreads = table("groups-within", groups.columns.front(),
        {"Balance of the groups of ", column, " inside each class of ",
            base::DataText::name(classes.column)},
        "class");
    for (const LabelClass& one : classes.classes) {
        const auto place = std::lower_bound(groups.labels.begin(), groups.labels.end(), one.value);
        if (place == groups.labels.end() || *place != one.value)
            continue; // a declared class without rows has no groups to balance
        const auto index = static_cast<std::size_t>(place - groups.labels.begin());
        std::vector<double> weights;
        for (const Group& group : groups.groups)
            weights.push_back(group.byLabel[index]);
        const Basis& basis = groups.byLabel[index];
        const std::vector<Metric> spread = spreadMetrics(stats::ClassCounts(weights),
            {{"label", base::DataText::name(classes.column)}, {"class", one.text()},
                {"column", column}},
            basis);
        addMetrics(result.metrics, spread);
        spreads.rows.push_back(rowOf(one.text(), basis.n, spread));
    }
    result.tables.push_back(std::move(spreads));
}

} // namespace

void addImbalanceWithin(const LabelClasses& classes, const GroupCounts& groups, AuditResult& result)
{
    addClassesWithin(classes, groups, result);
    if (classes.classes.size() <= kMaxClassesWithin)
        addGroupsWithin(classes, groups, result);
}

} // namespace cupel::audits
