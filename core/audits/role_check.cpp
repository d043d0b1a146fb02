#include "core/audits/roles.h"

#include "core/audits/judging.h"
#include "core/base/number.h"
#include "core/counts/check.h"
#include "core/counts/nearest_name.h"
#include "core/license/uses.h"

#include <algorithm>
#include <cmath>

namespace cupel::audits {

namespace {

using base::Result;

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

/// Whether a value can be ruled out: the description then lists every value of the column.
bool isSurelyAbsent(const counts::ColumnDescription& column, const std::string& value)
{
    const auto& top = column.profile.top;
    const bool listsAll = static_cast<std::int64_t>(top.size()) == column.profile.distinct.value;
    return listsAll && std::none_of(top.begin(), top.end(), [&value](const table::ValueCount& one) {
        return one.value == value;
    });
}

/// The values of a column that enough rows hold to be named, as a hint.
std::string hintOfValues(
    const counts::ColumnDescription& column, const std::string& wrong, std::int64_t leastRows)
{
    std::vector<std::string> shown;
    for (const table::ValueCount& one : column.profile.top) {
        if (one.count >= leastRows)
            shown.push_back(one.value);
    }
    if (column.profile.top.empty())
        return "the column has no values";
    if (shown.empty())
        return "look at its values with --privacy full";
    std::string hint;
    if (const auto nearest = counts::nearestName(wrong, shown))
        hint = "did you mean " + quoted(*nearest) + "? ";
    hint += "its values are ";
    for (std::size_t i = 0; i < shown.size(); ++i)
        hint += (i > 0 ? ", " : "") + quoted(shown[i]);
    if (const std::size_t hidden = column.profile.top.size() - shown.size(); hidden > 0)
        hint += " and " + std::to_string(hidden) + " that fewer than " + std::to_string(leastRows)
            + " rows hold";
    return hint;
}

/// The value occurs in the column, or nothing speaks against it.
Result<void> checkValue(const counts::Description& description, const std::string& column,
    const std::string& value, const char* what, std::int64_t leastRows)
{
    const counts::ColumnDescription* found = description.find(column);
    if (!isSurelyAbsent(*found, cellText(description, column, value)))
        return {};
    return base::usageError(
        std::string(what) + " " + quoted(value) + " does not occur in column " + quoted(column),
        hintOfValues(*found, value, leastRows));
}

/// Also of the value that the score is of, if one is named.
Result<void> checkLabel(const LabelRole& label, const std::optional<std::string>& scoreOf,
    const counts::Description& description, std::int64_t leastRows)
{
    const auto isDeclared = [&label](const std::string& value) {
        return std::find(label.classes.begin(), label.classes.end(), value) != label.classes.end();
    };
    for (const auto& [value, what] : {std::pair{label.favourable, "the favourable value"},
             std::pair{label.positive, "the positive value"},
             std::pair{scoreOf, "the value of the score"}}) {
        if (!value || isDeclared(*value))
            continue;
        if (Result<void> checked = checkValue(description, label.column, *value, what, leastRows);
            !checked)
            return checked;
    }
    return {};
}

Result<void> checkNumber(
    const counts::Description& description, const std::string& column, const char* role)
{
    const counts::ColumnDescription* found = description.find(column);
    const bool hasValues = found->profile.missing < found->profile.rows;
    if (table::isNumeric(found->type) || !hasValues)
        return {};
    return base::usageError(std::string("the ") + role + " column " + quoted(column) + " is "
            + std::string(table::typeName(found->type)) + ", not a number",
        "name a number column, or give its type with --type " + column + "=number");
}

/// The sum of squared weights stays a number for any number of rows.
Result<void> checkWeight(const counts::Description& description, const std::string& column)
{
    constexpr double kLargestWeight = 1e140;
    if (Result<void> checked = checkNumber(description, column, "weight"); !checked)
        return checked;
    const auto& numbers = description.find(column)->profile.numbers;
    if (!numbers || numbers->max <= kLargestWeight)
        return {};
    return base::usageError("the weights in column " + quoted(column)
            + " are too large to add up: one is " + base::formatNumber(numbers->max),
        "divide them all by the same number; only their proportions count");
}

Result<void> checkBins(const GroupRole& group, const counts::Description& description)
{
    if (group.bins.empty())
        return {};
    const bool ascend
        = std::is_sorted(group.bins.begin(), group.bins.end(), std::less_equal<double>())
        && std::all_of(
            group.bins.begin(), group.bins.end(), [](double edge) { return std::isfinite(edge); });
    if (group.bins.size() < 2 || !ascend) {
        return base::usageError(
            "the bins of group column " + quoted(group.column) + " do not ascend",
            "give at least two edges, each above the one before: " + group.column + ":0,25,40,60");
    }
    return checkNumber(description, group.column, "binned group");
}

Result<void> checkReference(
    const GroupRole& group, const counts::Description& description, std::int64_t leastRows)
{
    if (!group.reference)
        return {};
    if (group.bins.empty())
        return checkValue(
            description, group.column, *group.reference, "the reference value", leastRows);
    const std::vector<std::string> labels = counts::binLabels(group.bins);
    if (std::find(labels.begin(), labels.end(), *group.reference) != labels.end())
        return {};
    std::string hint = "its bins are ";
    for (std::size_t i = 0; i < labels.size(); ++i)
        hint += (i > 0 ? ", " : "") + quoted(labels[i]);
    return base::usageError("the reference value " + quoted(*group.reference)
            + " is no bin of column " + quoted(group.column),
        hint);
}

/// No column both label and group, or twice anything.
Result<void> checkDistinct(const Roles& roles)
{
    std::vector<std::string> named;
    if (roles.label)
        named.push_back(roles.label->column);
    for (const GroupRole& group : roles.groups)
        named.push_back(group.column);
    for (const std::string& column :
        {roles.prediction, roles.score, roles.weight, roles.id, roles.split}) {
        if (!column.empty())
            named.push_back(column);
    }
    std::sort(named.begin(), named.end());
    const auto twice = std::adjacent_find(named.begin(), named.end());
    if (twice == named.end())
        return {};
    return base::usageError("column " + quoted(*twice) + " has two roles",
        "give each column one role; the label cannot also be a group, a weight or an id");
}

Result<void> checkIntersections(const Roles& roles)
{
    for (const std::vector<std::string>& columns : roles.intersections) {
        if (columns.size() != 2 || columns[0] == columns[1]) {
            return base::usageError("an intersection needs two different columns",
                "write --intersect sex,race, or \"intersections\": [[\"sex\", \"race\"]]");
        }
        for (const std::string& column : columns) {
            if (roles.roleOf(column) != "group") {
                return base::usageError("column " + quoted(column) + " is the "
                        + roles.roleOf(column) + " and cannot be crossed as a group",
                    "name group columns in --intersect");
            }
        }
    }
    return {};
}

Result<void> checkColumnsExist(const Roles& roles, const counts::Description& description)
{
    std::vector<std::string> named = roles.columns();
    for (const auto& [column, tokens] : roles.missing) {
        if (column != "*")
            named.push_back(column);
    }
    for (const auto& [column, type] : roles.types)
        named.push_back(column);
    for (const std::string& column : named) {
        if (!description.find(column))
            return counts::unknownColumn(column, description);
    }
    return {};
}

} // namespace

Result<void> check(
    const Roles& roles, const counts::Description& description, std::int64_t leastRows)
{
    if (roles.label && roles.label->column.empty())
        return base::usageError(
            "a favourable value is given without a label", "name the label with --label");
    if (roles.threshold && roles.score.empty())
        return base::usageError(
            "a threshold is given without a score", "name the score with --score");
    for (const std::string& use : roles.use) {
        if (auto known = license::useFromName(use); !known)
            return known.error();
    }
    for (const Result<void>& checked :
        {checkColumnsExist(roles, description), checkDistinct(roles), checkIntersections(roles)}) {
        if (!checked)
            return checked;
    }
    if (roles.label) {
        if (Result<void> checked = checkLabel(*roles.label, roles.scoreOf, description, leastRows);
            !checked)
            return checked;
    }
    for (const GroupRole& group : roles.groups) {
        for (const Result<void>& checked :
            {checkBins(group, description), checkReference(group, description, leastRows)}) {
            if (!checked)
                return checked;
        }
    }
    if (!roles.weight.empty()) {
        if (Result<void> checked = checkWeight(description, roles.weight); !checked)
            return checked;
    }
    if (!roles.score.empty())
        return checkNumber(description, roles.score, "score");
    return {};
}

} // namespace cupel::audits
