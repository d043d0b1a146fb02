#include "core/reports/baseline.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "core/base/number.h"
#include "core/findings/policy_lines.h"
#include "core/reports/privacy.h"
#include "core/reports/stored_json.h"

namespace cupel::reports {
namespace {

using base::Result;
using findings::Kind;
using nlohmann::json;

std::optional<Kind> kindOf(const std::string& name)
{
    constexpr std::array kKinds{
        Kind::Fail, Kind::Review, Kind::Open, Kind::Pass, Kind::NotApplicable, Kind::Informational};
    const auto found = std::find_if(kKinds.begin(), kKinds.end(),
        [&name](Kind kind) { return findings::kindName(kind) == name; });
    return found == kKinds.end() ? std::nullopt : std::optional(*found);
}

/// The list of that name. Fails as a missing member does where it is no list: a map would be gone
/// through as one.
const json& listOf(const json& from, const char* name)
{
    const json& list = from.at(name);
    static_cast<void>(list.get_ref<const json::array_t&>());
    return list;
}

/// "f-" and 16 hexadecimal digits: an id gets into other formats as it is.
bool isFindingId(const std::string& id)
{
    return id.size() == 18 && id.starts_with("f-")
        && id.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
}

/// A number in one form, however it was written.
std::string settingText(const json& value)
{
    const auto figure = storedFigure(value);
    return figure ? base::formatNumber(*figure) : value.dump();
}

void addMeasure(const json& finding, Baseline::Entry& entry)
{
    const json& limit = finding.at("limit");
    if (limit.is_object())
        entry.op = limit.at("op").get<std::string>();
    const json& measure = finding.at("measure");
    if (!measure.is_object())
        return;
    entry.measure = measure.at("name").get<std::string>();
    const json& value = measure.at("value");
    const bool isText
        = limit.is_object() && limit.at("value").is_string() && !storedFigure(limit.at("value"));
    if (isText)
        entry.text = value.is_string() ? value.get<std::string>() : std::string();
    else
        entry.value = storedFigure(value);
    const json interval = measure.value("interval", json());
    if (interval.is_object()) {
        const auto low = storedFigure(interval.at("low"));
        const auto high = storedFigure(interval.at("high"));
        if (low && high)
            entry.interval = {*low, *high};
    }
}

void addFinding(const json& finding, const std::map<std::string, std::string>& auditOf,
    const std::string& path, Baseline& baseline, std::optional<base::Error>& fault)
{
    Baseline::Entry entry;
    entry.id = finding.at("id").get<std::string>();
    entry.rule = finding.at("rule").get<std::string>();
    entry.dataset = finding.at("subject").at("dataset").get<std::string>();
    const auto audit = auditOf.find(entry.id);
    if (audit != auditOf.end())
        entry.audit = audit->second;
    for (const auto& [key, text] : finding.at("subject").items())
        entry.subject[key] = text.get<std::string>();
    const auto kind = kindOf(finding.at("kind").get<std::string>());
    const auto level = findings::levelFromName(finding.at("level").get<std::string>());
    if (!kind || !level || !isFindingId(entry.id)) {
        fault = notAReport(path, "the finding " + entry.id + " has an unknown id, kind or level");
        return;
    }
    if (!baseline.datasets.contains(entry.dataset)) {
        fault = notAReport(path, "the finding " + entry.id + " is about an unknown dataset");
        return;
    }
    entry.kind = *kind;
    entry.level = *level;
    entry.isWaived = finding.contains("waiver") && finding.at("waiver").is_object();
    entry.message = finding.at("message").get<std::string>();
    addMeasure(finding, entry);
    if (countsInBaseline(entry.kind))
        baseline.findings.push_back(std::move(entry));
}

/// The settings that differ from the default; none in a report that does not list them.
json changesOf(const json& run)
{
    return run.contains("changes") ? listOf(run, "changes") : json::array();
}

/// What the run looked at in a dataset; none where an older report does not say what it was asked.
void addCoverage(const json& dataset, const std::string& name, Baseline& baseline)
{
    if (!dataset.contains("asked"))
        return;
    Coverage& coverage = baseline.coverage[name];
    for (const auto& [key, text] : dataset.at("asked").get_ref<const json::object_t&>())
        coverage.asked[key] = text.get<std::string>();
    for (const json& column : listOf(dataset, "columns"))
        coverage.columns.insert(column.at("name").get<std::string>());
    for (const json& split : listOf(dataset, "splits"))
        coverage.splits.insert(split.at("name").get<std::string>());
}

/// The smallest cell that the report was written with.
std::int64_t minCellOf(const json& run)
{
    for (const json& change : changesOf(run)) {
        if (change.at("key") == "privacy.min-cell")
            return change.at("value").get<std::int64_t>();
    }
    return findings::kDefaultMinCell;
}

Result<Baseline> read(const json& report, const std::string& path)
{
    Baseline baseline;
    baseline.file = path.substr(path.find_last_of('/') + 1);
    const json& run = report.at("run");
    const auto privacy = privacyFromName(run.at("privacy").get<std::string>());
    if (!privacy)
        return notAReport(path, "its privacy mode is unknown");
    baseline.privacy = PrivacyRule(*privacy, minCellOf(run));
    baseline.isPartial = run.at("partial").get<bool>();
    std::map<std::string, std::string> auditOf;
    for (const json& dataset : listOf(report, "datasets")) {
        const auto name = dataset.at("name").get<std::string>();
        baseline.datasets.insert(name);
        addCoverage(dataset, name, baseline);
        for (const json& audit : listOf(dataset, "audits")) {
            const auto id = audit.at("id").get<std::string>();
            if (audit.at("outcome") == "completed")
                baseline.completed.emplace(name, id);
            for (const json& finding : listOf(audit, "findings"))
                auditOf.emplace(finding.get<std::string>(), id);
        }
    }
    for (const json& change : changesOf(run))
        addSetting(change, baseline);
    std::optional<base::Error> fault;
    for (const json& finding : listOf(report, "findings"))
        addFinding(finding, auditOf, path, baseline, fault);
    if (fault)
        return *fault;
    return baseline;
}

} // namespace

void addSetting(const json& written, Baseline& baseline)
{
    findings::PolicyLine line;
    line.key = written.at("key").get<std::string>();
    const json& value = written.at("value");
    if (value.is_boolean())
        line.value = value.get<bool>();
    else if (value.is_string())
        line.value = value.get<std::string>();
    const std::string rule = findings::ruleOf(line);
    if (findings::switchesOff(line))
        baseline.rulesOff.insert(rule);
    else if (!rule.empty() && !line.key.ends_with(".level") && !line.key.ends_with(".enabled"))
        baseline.settings[rule].insert(
            line.key + " " + written.value("for", json()).dump() + " " + settingText(value));
}

Result<Baseline> readBaseline(std::string_view text, const std::string& path)
{
    try {
        const auto report = parseReport(text, path);
        return report ? read(*report, path) : report.error();
    } catch (const json::exception&) {
        return notAReport(path, "a member is missing or of another type");
    }
}

} // namespace cupel::reports
