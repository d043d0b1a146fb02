#pragma once

#include "core/audits/result.h"
#include "core/audits/roles.h"
#include "core/charts/chart_spec.h"
#include "core/reports/archive_lists.h"

/// Lists of the archive: what audits measured, and the roles of columns.
namespace cupel::reports {

template <>
inline constexpr auto kWords<audits::Outcome> = wordsOf<audits::Outcome>(
    "completed", "not-applicable", "insufficient-data", "failed", "cancelled");
template <>
inline constexpr auto kWords<charts::ChartSpec::Kind> = wordsOf<charts::ChartSpec::Kind>(
    "bar", "dot-interval", "histogram");
template <>
inline constexpr auto kWords<charts::ChartSpec::Unit> = wordsOf<charts::ChartSpec::Unit>(
    "number", "share");
template <>
inline constexpr auto kWords<charts::ChartSpec::Order> = wordsOf<charts::ChartSpec::Order>(
    "by-value", "of-table");

template <Is<audits::Metric::Weights> T> void visitMembers(auto& visit, T& it)
{
    auto& [sum, effectiveN] = it;
    visit({"sum", "effectiveN"}, sum, effectiveN);
}
template <Is<audits::Metric> T> void visitMembers(auto& visit, T& it)
{
    auto& [ref, id, variant, subject, value, numerator, denominator, n, excluded, interval, weights]
        = it;
    visit({"ref", "id", "variant", "subject", "value", "numerator", "denominator", "n", "excluded",
              "interval", "weights"},
        ref, id, variant, subject, value, numerator, denominator, Count{n}, Count{excluded},
        interval, weights);
}
template <Is<audits::ResultTable> T> void visitMembers(auto& visit, T& it)
{
    auto& [id, title, columns, rows] = it;
    visit({"id", "title", "columns", "rows"}, id, title, columns, rows);
}
template <Is<charts::ChartSpec> T> void visitMembers(auto& visit, T& it)
{
    auto& [id, kind, table, value, low, high, beside, unit, order, axis] = it;
    visit({"id", "kind", "table", "value", "low", "high", "beside", "unit", "order", "axis"}, id,
        kind, table, value, low, high, beside, unit, order, axis);
}
template <Is<audits::AuditResult> T> void visitMembers(auto& visit, T& it)
{
    auto& [outcome, reason, parameters, metrics, tables, charts, findings] = it;
    visit({"outcome", "reason", "parameters", "metrics", "tables", "charts", "findings"}, outcome,
        reason, parameters, metrics, tables, charts, findings);
}

template <Is<audits::LabelRole> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, favourable, positive, classes] = it;
    visit({"column", "favourable", "positive", "classes"}, column, favourable, positive, classes);
}
template <Is<audits::GroupRole> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, reference, bins] = it;
    visit({"column", "reference", "bins"}, column, reference, bins);
}
template <Is<audits::Roles> T> void visitMembers(auto& visit, T& it)
{
    auto& [label, groups, intersections, prediction, score, threshold, scoreOf, weight, id, split,
        stratum, timeWindow, other, missing, types, use]
        = it;
    visit({"label", "groups", "intersections", "prediction", "score", "threshold", "scoreOf",
              "weight", "id", "split", "stratum", "timeWindow", "other", "missing", "types", "use"},
        label, groups, intersections, prediction, score, threshold, scoreOf, weight, id, split,
        stratum, timeWindow, other, missing, types, use);
}
template <Is<audits::Proposal> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, role, value, rows, reason] = it;
    visit({"column", "role", "value", "rows", "reason"}, column, role, value, Count{rows}, reason);
}

} // namespace cupel::reports
