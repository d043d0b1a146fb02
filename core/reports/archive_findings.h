#pragma once

#include "core/findings/finding.h"
#include "core/findings/policy.h"
#include "core/reports/archive_lists.h"

/// Lists of the archive: findings, and the policy that they were judged by.
namespace cupel::reports {

template <>
inline constexpr auto kWords<findings::Kind> = wordsOf<findings::Kind>(
    "fail", "review", "open", "pass", "not-applicable", "informational");
template <>
inline constexpr auto kWords<findings::Level> = wordsOf<findings::Level>(
    "none", "note", "warning", "error");
template <>
inline constexpr auto kWords<findings::BaselineState> = wordsOf<findings::BaselineState>(
    "new", "worse", "better", "unchanged");

template <Is<findings::Measure> T> void visitMembers(auto& visit, T& it)
{
    auto& [name, value, interval] = it;
    visit({"name", "value", "interval"}, name, value, interval);
}
template <Is<findings::Limit> T> void visitMembers(auto& visit, T& it)
{
    auto& [op, value, origin] = it;
    visit({"op", "value", "origin"}, op, value, origin);
}
template <Is<findings::TextComparison> T> void visitMembers(auto& visit, T& it)
{
    auto& [name, found, expected, origin] = it;
    visit({"name", "found", "expected", "origin"}, name, found, expected, origin);
}
template <Is<findings::DocumentEvidence> T> void visitMembers(auto& visit, T& it)
{
    auto& [file, line] = it;
    visit({"file", "line"}, file, Count{line});
}
template <Is<findings::Waived> T> void visitMembers(auto& visit, T& it)
{
    auto& [reason, owner, until] = it;
    visit({"reason", "owner", "until"}, reason, owner, until);
}
template <Is<findings::RowEvidence> T> void visitMembers(auto& visit, T& it)
{
    auto& [filter, count] = it;
    visit({"filter", "count"}, filter, Count{count});
}
template <Is<findings::Finding> T> void visitMembers(auto& visit, T& it)
{
    auto& [rule, kind, level, subject, measure, limit, comparison, message, remedy, evidence,
        documents, waived, baseline]
        = it;
    visit({"rule", "kind", "level", "subject", "measure", "limit", "comparison", "message",
              "remedy", "evidence", "documents", "waived", "baseline"},
        rule, kind, level, subject, measure, limit, comparison, message, remedy, evidence,
        documents, waived, baseline);
}

template <typename T> inline constexpr bool kIsSetting = false;
template <typename T> inline constexpr bool kIsSetting<findings::Setting<T>> = true;
template <typename T>
requires kIsSetting<std::remove_const_t<T>>
void visitMembers(auto& visit, T& it)
{
    auto& [value, origin] = it;
    visit({"value", "origin"}, value, origin);
}
template <Is<findings::Scope> T> void visitMembers(auto& visit, T& it)
{
    auto& [dataset, column, group, split] = it;
    visit({"dataset", "column", "group", "split"}, dataset, column, group, split);
}
template <Is<findings::RuleSettings> T> void visitMembers(auto& visit, T& it)
{
    auto& [rule, scope, enabled, level, limit, minCount, interval] = it;
    visit({"rule", "scope", "enabled", "level", "limit", "minCount", "interval"}, rule, scope,
        enabled, level, limit, minCount, interval);
}
template <Is<findings::DatasetSelector::Group> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, reference, bins] = it;
    visit({"column", "reference", "bins"}, column, reference, bins);
}
template <Is<findings::DatasetSelector> T> void visitMembers(auto& visit, T& it)
{
    auto& [match, label, favourable, positive, classes, groups, intersections, columns, use, origin]
        = it;
    visit({"match", "label", "favourable", "positive", "classes", "groups", "intersections",
              "columns", "use", "origin"},
        match, label, favourable, positive, classes, groups, intersections, columns, use, origin);
}
template <Is<findings::Waiver> T> void visitMembers(auto& visit, T& it)
{
    auto& [rule, subject, reason, owner, until, origin] = it;
    visit({"rule", "subject", "reason", "owner", "until", "origin"}, rule, subject, reason, owner,
        until, origin);
}
template <Is<findings::Policy> T> void visitMembers(auto& visit, T& it)
{
    auto& [file, hash, rules, privacyMode, minCell, failOn, datasets, waivers] = it;
    visit({"file", "hash", "rules", "privacyMode", "minCell", "failOn", "datasets", "waivers"},
        file, hash, rules, privacyMode, minCell, failOn, datasets, waivers);
}

} // namespace cupel::reports
