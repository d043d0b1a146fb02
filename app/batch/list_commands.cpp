#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/audits/metric_registry.h"
#include "core/base/number.h"
#include "core/counts/nearest_name.h"
#include "core/findings/rule_registry.h"
#include "core/lint/rules.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/reports/schemas.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;

int unknown(const char* what, const std::string& id, const std::vector<std::string>& known)
{
    const auto nearest = counts::nearestName(id, known);
    printError({base::ErrorCode::Usage, std::string("there is no ") + what + " '" + id + "'",
        nearest ? "did you mean " + *nearest + "?"
                : std::string("list them: cupel ") + what + "s list",
        {}});
    return kUsage;
}

std::string paragraph(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        result += reports::wrapped(text.substr(0, end), kPageWidth, 0) + "\n";
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return result;
}

std::string fullName(const audits::MetricInfo& metric)
{
    return metric.variant.empty() ? metric.id : metric.id + ":" + metric.variant;
}

Json metricJson(const audits::MetricInfo& metric)
{
    return {{"ref", metric.ref}, {"id", metric.id}, {"variant", metric.variant},
        {"unit", metric.unit}, {"direction", metric.direction}, {"subject", metric.subject},
        {"title", metric.title}, {"formula", metric.formula}, {"range", metric.range},
        {"source", metric.source}, {"edgeCases", metric.edgeCases}};
}

Json ruleJson(const findings::Rule& rule)
{
    return {{"id", rule.id}, {"title", rule.title},
        {"level", std::string(findings::levelName(rule.level))},
        {"limit",
            rule.limit ? Json{{"op", rule.limitOp}, {"value", *rule.limit}, {"unit", rule.unit}}
                       : Json(nullptr)},
        {"explanation", rule.explanation}, {"source", rule.source}};
}

std::string metricPage(const audits::MetricInfo& metric)
{
    std::string subject;
    for (const std::string& key : metric.subject)
        subject += (subject.empty() ? "" : ", ") + key;
    return metric.title + "  (" + fullName(metric) + ", " + metric.ref + ")\n\n"
        + paragraph("Formula: " + metric.formula)
        + paragraph("Unit: " + metric.unit + ". Range: " + metric.range)
        + paragraph("Of: " + subject + ". Best: " + metric.direction + ".")
        + paragraph("Edge cases: " + metric.edgeCases) + paragraph("Source: " + metric.source);
}

/// The rules of audits and those of `card lint`, sorted by id.
std::vector<findings::Rule> allRules()
{
    std::vector<findings::Rule> all = findings::rules();
    for (const lint::Rule& rule : lint::rules()) {
        const auto level = findings::levelFromName(lint::levelName(rule.level));
        all.push_back({rule.id, rule.title, level.value_or(findings::Level::Warning), std::nullopt,
            {}, {}, rule.explanation, rule.source});
    }
    std::sort(all.begin(), all.end(),
        [](const findings::Rule& a, const findings::Rule& b) { return a.id < b.id; });
    return all;
}

} // namespace

int listMetrics(bool json)
{
    if (json) {
        Json list = Json::array();
        for (const audits::MetricInfo& metric : audits::metrics())
            list.push_back(metricJson(metric));
        return printText(reports::jsonText(list));
    }
    std::string text;
    for (const audits::MetricInfo& metric : audits::metrics())
        text += padded(metric.ref, 5) + padded(fullName(metric), 52) + metric.title + "\n";
    return printText(text);
}

int explainMetric(const std::string& id, bool json)
{
    Json list = Json::array();
    std::string text;
    std::vector<std::string> known;
    for (const audits::MetricInfo& metric : audits::metrics()) {
        known.push_back(metric.id);
        if (id != metric.id && id != fullName(metric) && id != metric.ref)
            continue;
        list.push_back(metricJson(metric));
        text += (text.empty() ? "" : "\n") + metricPage(metric);
    }
    if (list.empty())
        return unknown("metric", id, known);
    return printText(json ? reports::jsonText(list) : text);
}

int listRules(bool json)
{
    const std::vector<findings::Rule> rules = allRules();
    if (json) {
        Json list = Json::array();
        for (const findings::Rule& rule : rules)
            list.push_back(ruleJson(rule));
        return printText(reports::jsonText(list));
    }
    std::string text;
    for (const findings::Rule& rule : rules)
        text += padded(rule.id, 34) + padded(std::string(findings::levelName(rule.level)), 9)
            + rule.title
            + (rule.limit ? " (" + rule.limitOp + " " + base::formatNumber(*rule.limit) + ")" : "")
            + "\n";
    return printText(text);
}

int explainRule(const std::string& id, bool json)
{
    const std::vector<findings::Rule> rules = allRules();
    const auto rule = std::find_if(
        rules.begin(), rules.end(), [&id](const findings::Rule& each) { return each.id == id; });
    if (rule == rules.end()) {
        std::vector<std::string> known;
        known.reserve(rules.size());
        for (const findings::Rule& each : rules)
            known.push_back(each.id);
        return unknown("rule", id, known);
    }
    if (json)
        return printText(reports::jsonText(ruleJson(*rule)));
    std::string text = rule->title + "  (" + rule->id + ", "
        + std::string(findings::levelName(rule->level)) + ")\n\n";
    if (rule->limit)
        text += "Limit: " + rule->limitOp + " " + base::formatNumber(*rule->limit) + " "
            + rule->unit + " (default)\n";
    return printText(text + paragraph(rule->explanation) + paragraph("Source: " + rule->source));
}

int printVersion(bool json)
{
    const std::string version(reports::programVersion());
    return printText(json ? reports::jsonText({{"name", "cupel"}, {"version", version}})
                          : "cupel " + version + "\n");
}

int printSchema(const std::string& name)
{
    std::string names;
    for (const reports::Schema& schema : reports::schemas()) {
        if (schema.name == name)
            return printText(std::string(schema.text));
        names += (names.empty() ? "" : ", ") + std::string(schema.name);
    }
    printError({base::ErrorCode::Usage, "there is no schema '" + name + "'",
        "the schemas are: " + names, {}});
    return kUsage;
}

} // namespace cupel::batch
