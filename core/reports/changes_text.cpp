#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/reports/json_parts.h"
#include "core/reports/report_changes.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using findings::BaselineState;
using Json = nlohmann::ordered_json;

constexpr std::size_t kTextWidth = 100;
constexpr std::size_t kStateWidth = 13;
constexpr std::size_t kLongestName = 60;

std::string_view whatName(ColumnChange::What what)
{
    switch (what) {
    case ColumnChange::What::Added:
        return "added";
    case ColumnChange::What::Removed:
        return "removed";
    case ColumnChange::What::Type:
        return "type";
    case ColumnChange::What::Role:
        return "role";
    }
    return {};
}

std::string nameOf(const std::string& text)
{
    return shortened(text, kLongestName);
}

std::string columnChangeWords(const ColumnChange& change)
{
    const std::string before = change.before.empty() ? "none" : change.before;
    const std::string after = change.after.empty() ? "none" : change.after;
    switch (change.what) {
    case ColumnChange::What::Added:
        return "  column " + visibleText(nameOf(change.column)) + " is new (" + after + ")\n";
    case ColumnChange::What::Removed:
        return "  column " + visibleText(nameOf(change.column)) + " is gone (" + before + ")\n";
    case ColumnChange::What::Type:
        return "  column " + visibleText(nameOf(change.column)) + " was " + before + ", is " + after
            + "\n";
    case ColumnChange::What::Role:
        return "  column " + visibleText(nameOf(change.column)) + ": role was " + before + ", is "
            + after + "\n";
    }
    return {};
}

std::string valueWords(const std::optional<double>& value)
{
    return value ? figureText(*value) : "undefined";
}

std::string metricWords(const MetricChange& change)
{
    std::string line = change.id + (change.variant.empty() ? "" : " (" + change.variant + ")");
    line += ": " + valueWords(change.before) + " -> " + valueWords(change.after);
    if (change.nBefore != change.nAfter)
        line += ", of " + groupedDigits(change.nBefore) + " -> " + groupedDigits(change.nAfter)
            + " rows";
    if (!change.words.empty())
        line += "; " + shortened(change.words, 3 * kLongestName);
    return "  " + wrapped(visibleText(line), kTextWidth, 4) + "\n";
}

std::string datasetText(const DatasetChange& change, std::size_t mostMetrics)
{
    std::string text = visibleText(nameOf(change.name)) + "  "
        + (change.hashBefore == change.hashAfter ? "the same file" : "another file") + ", "
        + groupedDigits(change.rowsBefore) + " -> " + groupedDigits(change.rowsAfter) + " rows\n";
    for (const ColumnChange& column : change.columns)
        text += columnChangeWords(column);
    text += "  " + groupedDigits(static_cast<std::int64_t>(change.metrics.size())) + " of "
        + groupedDigits(change.metricsCompared) + " figures differ";
    if (change.metricsOnlyBefore + change.metricsOnlyAfter > 0)
        text += "; " + groupedDigits(change.metricsOnlyBefore) + " are gone, "
            + groupedDigits(change.metricsOnlyAfter) + " are new";
    text += "\n";
    const std::size_t shown = std::min(mostMetrics, change.metrics.size());
    for (std::size_t i = 0; i < shown; ++i)
        text += metricWords(change.metrics[i]);
    if (shown < change.metrics.size())
        text += "  and " + groupedDigits(static_cast<std::int64_t>(change.metrics.size() - shown))
            + " smaller ones (--json has all)\n";
    return text;
}

void addEntry(std::string state, const Baseline::Entry& entry, std::string& to)
{
    state.resize(kStateWidth, ' ');
    to += state + wrapped(visibleText(entry.message), kTextWidth, kStateWidth) + "\n"
        + std::string(kStateWidth, ' ') + visibleText(entry.rule + "  " + entry.id) + "\n";
}

Json optionalJson(const std::optional<double>& value)
{
    return value ? numberJson(*value) : Json(nullptr);
}

Json changeJson(const DatasetChange& change)
{
    Json columns = Json::array();
    for (const ColumnChange& column : change.columns) {
        columns.push_back({{"column", column.column}, {"change", whatName(column.what)},
            {"before", column.before.empty() ? Json(nullptr) : Json(column.before)},
            {"after", column.after.empty() ? Json(nullptr) : Json(column.after)}});
    }
    Json metrics = Json::array();
    for (const MetricChange& metric : change.metrics) {
        metrics.push_back({{"audit", metric.audit}, {"id", metric.id}, {"variant", metric.variant},
            {"subject", metric.subject}, {"before", optionalJson(metric.before)},
            {"after", optionalJson(metric.after)}, {"nBefore", metric.nBefore},
            {"nAfter", metric.nAfter}});
    }
    return {{"name", change.name}, {"sameFile", change.hashBefore == change.hashAfter},
        {"rows", {{"before", change.rowsBefore}, {"after", change.rowsAfter}}},
        {"columns", std::move(columns)},
        {"metrics",
            {{"compared", change.metricsCompared}, {"onlyBefore", change.metricsOnlyBefore},
                {"onlyAfter", change.metricsOnlyAfter}, {"changed", std::move(metrics)}}}};
}

} // namespace

std::string findingChangesText(const BaselineDiff& diff, const Baseline& now)
{
    std::string lines;
    for (const BaselineState state :
        {BaselineState::New, BaselineState::Worse, BaselineState::Better}) {
        for (const Baseline::Entry& entry : now.findings) {
            if (diff.states.at(entry.id) == state)
                addEntry(std::string(findings::baselineStateName(state)), entry, lines);
        }
    }
    for (const Baseline::Entry& entry : diff.fixed)
        addEntry("fixed", entry, lines);
    for (const Baseline::Entry& entry : diff.notChecked)
        addEntry("not checked", entry, lines);
    return summaryOf(diff) + "\n" + (lines.empty() ? "" : "\n") + lines;
}

nlohmann::ordered_json findingChangesJson(const BaselineDiff& diff, const Baseline& now)
{
    Json json = baselineJson(diff);
    Json findings = Json::array();
    for (const Baseline::Entry& entry : now.findings) {
        Json one = entryJson(entry);
        one["baselineState"] = findings::baselineStateName(diff.states.at(entry.id));
        findings.push_back(std::move(one));
    }
    json["findings"] = std::move(findings);
    return json;
}

std::string changesText(const ReportChanges& changes, std::size_t mostMetrics)
{
    std::string text;
    for (const DatasetChange& dataset : changes.datasets)
        text += datasetText(dataset, mostMetrics) + "\n";
    return text + findingChangesText(changes.findings, changes.now);
}

nlohmann::ordered_json changesJson(const ReportChanges& changes)
{
    Json datasets = Json::array();
    for (const DatasetChange& dataset : changes.datasets)
        datasets.push_back(changeJson(dataset));
    return {{"datasets", std::move(datasets)},
        {"findings", findingChangesJson(changes.findings, changes.now)}};
}

} // namespace cupel::reports
