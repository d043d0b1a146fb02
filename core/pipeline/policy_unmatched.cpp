#include "core/pipeline/policy_unmatched.h"

#include <algorithm>

#include "core/audits/group_counts.h"
#include "core/audits/wording.h"
#include "core/findings/glob.h"

namespace cupel::pipeline {
namespace {

using findings::RuleSettings;
using findings::Scope;

/// A text that the user wrote into the policy is shown as values of roles are.
base::DataText written(const std::string& text)
{
    return base::DataText::roleValue(text, reports::kEnoughRows);
}

bool hasColumn(const reports::DatasetReport& dataset, const std::string& pattern)
{
    const auto& columns = dataset.description.columns;
    const auto& pairs = dataset.roles.intersections;
    return std::any_of(columns.begin(), columns.end(),
               [&pattern](const counts::ColumnDescription& column) {
                   return findings::matches(pattern, column.name);
               })
        || std::any_of(
            pairs.begin(), pairs.end(), [&pattern](const std::vector<std::string>& pair) {
                return findings::matches(pattern, audits::joinedName(pair));
            });
}

/// The groups and splits of a run are those that its metrics are about.
bool hasInMetrics(
    const reports::DatasetReport& dataset, std::string_view key, const std::string& pattern)
{
    const auto isMeant = [&](const auto& member) {
        return member.first == key && findings::matches(pattern, member.second.raw());
    };
    const auto isAbout = [&](const audits::Metric& metric) {
        return std::any_of(metric.subject.begin(), metric.subject.end(), isMeant);
    };
    return std::any_of(
        dataset.audits.begin(), dataset.audits.end(), [&](const reports::AuditReport& audit) {
            return std::any_of(audit.result.metrics.begin(), audit.result.metrics.end(), isAbout);
        });
}

bool isThere(const Scope& scope, const reports::DatasetReport& dataset)
{
    return (scope.dataset.empty() || findings::matches(scope.dataset, dataset.name))
        && (scope.column.empty() || hasColumn(dataset, scope.column))
        && (scope.group.empty() || hasInMetrics(dataset, "group", scope.group))
        && (scope.split.empty() || hasInMetrics(dataset, "split", scope.split));
}

std::string originOf(const RuleSettings& settings)
{
    if (settings.limit)
        return settings.limit->origin;
    if (settings.minCount)
        return settings.minCount->origin;
    if (settings.interval)
        return settings.interval->origin;
    if (settings.level)
        return settings.level->origin;
    return settings.enabled ? settings.enabled->origin : std::string();
}

base::Sentence scopeWords(const Scope& scope)
{
    base::Sentence words;
    const auto add = [&words](const char* key, base::DataText text) {
        if (text.raw().empty())
            return;
        words.emplace_back((words.empty() ? "" : ", ") + std::string(key) + " = ");
        words.emplace_back(std::move(text));
    };
    add("dataset", base::DataText::name(scope.dataset));
    add("column", base::DataText::name(scope.column));
    add("group", written(scope.group));
    add("split", written(scope.split));
    return words;
}

} // namespace

std::vector<base::Sentence> unmatchedParts(const findings::Policy& policy,
    const std::vector<std::string>& inputs, const reports::Report& report)
{
    std::vector<base::Sentence> parts;
    for (const findings::DatasetSelector& selector : policy.datasets) {
        const bool isMeant
            = std::any_of(inputs.begin(), inputs.end(), [&selector](const std::string& path) {
                  return findings::matchesPath(selector.match, path);
              });
        if (!isMeant) {
            parts.push_back(audits::sentence("The roles for ", base::DataText::name(selector.match),
                " (" + selector.origin + ") are for none of the inputs."));
        }
    }
    const auto& datasets = report.datasets;
    for (const RuleSettings& settings : policy.rules) {
        const bool isUsed = settings.scope.isEmpty()
            || std::any_of(datasets.begin(), datasets.end(),
                [&settings](const auto& dataset) { return isThere(settings.scope, dataset); });
        if (isUsed)
            continue;
        base::Sentence part = audits::sentence("The part of " + settings.rule + " for ");
        audits::append(part, scopeWords(settings.scope));
        part.emplace_back(" (" + originOf(settings) + ") is about nothing in this run.");
        parts.push_back(std::move(part));
    }
    for (const findings::Waiver& waiver : policy.waivers) {
        const bool isOfRun = std::any_of(datasets.begin(), datasets.end(),
            [&waiver](const auto& dataset) { return waiver.coversDataset(dataset.name); });
        if (!isOfRun) {
            parts.push_back(audits::sentence("The waiver of ", base::DataText::name(waiver.rule),
                " for ", written(waiver.subjectText()),
                " (" + waiver.origin + ") is for none of the datasets."));
        }
    }
    return parts;
}

} // namespace cupel::pipeline
