#include "core/reports/sarif_report.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/findings/rule_registry.h"
#include "core/reports/finding_places.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_parts.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/reports/policy_page_parts.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using findings::Finding;
using findings::Kind;
using findings::Level;
using Json = nlohmann::ordered_json;

constexpr const char* kSchema
    = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
constexpr const char* kRoot = "DATASETS";

/// A text as a SARIF message (3.11): braces are doubled, because single ones enclose placeholders,
/// and what would be an embedded link is none.
std::string messageText(const std::string& text)
{
    std::string result;
    const std::string shown = visibleControls(text);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i] == '{' || shown[i] == '}')
            result += shown[i];
        else if (shown.compare(i, 2, "](") == 0)
            result += '\\';
        result += shown[i];
    }
    return result;
}

/// A file name as a relative reference (RFC 3986): everything but unreserved characters and '/' is
/// percent-encoded, so that no name is taken for a scheme, a query or a fragment.
std::string relativeUri(std::string_view file)
{
    std::string uri;
    for (const char c : file) {
        const bool isKept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || std::string_view("-._~/").find(c) != std::string_view::npos;
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        if (isKept)
            uri += c;
        else
            uri += {'%', kDigits[byte >> 4], kDigits[byte & 0xF]};
    }
    return uri;
}

/// The explanation with its leading words set off: "Measured: …".
std::string helpMarkdown(const findings::Rule& rule)
{
    std::string markdown;
    std::string_view rest = rule.explanation;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        const std::size_t colon = line.find(": ");
        if (colon < line.find('.'))
            markdown += "**" + markdownText(line.substr(0, colon + 1)) + "** "
                + markdownText(line.substr(colon + 2));
        else
            markdown += markdownText(line);
        markdown += "\n\n";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return markdown + "**Source:** " + markdownText(rule.source);
}

Json ruleJson(const findings::Rule& rule)
{
    constexpr std::array<double, 4> kRanks{-1.0, 30.0, 60.0, 90.0};
    return {{"id", rule.id}, {"shortDescription", {{"text", rule.title}}},
        {"help",
            {{"text", rule.explanation + "\nSource: " + rule.source},
                {"markdown", helpMarkdown(rule)}}},
        {"defaultConfiguration",
            {{"level", findings::levelName(rule.level)},
                {"rank", kRanks[static_cast<std::size_t>(rule.level)]}}},
        {"properties", {{"tags", {"dataset", areaOf(rule.id)}}}}};
}

/// The digits of "f-0123456789abcdef"; ids of a baseline may be any text.
std::string fingerprintOf(const std::string& id)
{
    return id.starts_with("f-") ? id.substr(2) : id;
}

Json fileJson(const std::string& file)
{
    return {{"uri", relativeUri(file)}, {"uriBaseId", kRoot}};
}

Json physicalLocation(const Place& place)
{
    Json region{{"startLine", std::max<std::uint64_t>(place.line, 1)}};
    if (place.column > 0)
        region["startColumn"] = place.column;
    if (place.endColumn > place.column)
        region["endColumn"] = place.endColumn;
    return {{"artifactLocation", fileJson(place.file)}, {"region", std::move(region)}};
}

Json artifactJson(const DatasetReport& dataset)
{
    const readers::ImportReport& input = dataset.input;
    const std::size_t colon = std::min(input.hash.find(':'), input.hash.size());
    Json json{{"location", fileJson(input.file)}, {"length", input.bytes},
        {"roles", {"analysisTarget"}}, {"mimeType", "text/csv"}, {"encoding", input.encoding}};
    if (colon < input.hash.size())
        json["hashes"] = {{input.hash.substr(0, colon), input.hash.substr(colon + 1)}};
    return json;
}

/// The same document with the texts in it visible.
Json visibleTexts(Json json)
{
    if (json.is_string())
        return visibleControls(json.get<std::string>());
    if (json.is_structured()) {
        for (Json& item : json)
            item = visibleTexts(std::move(item));
    }
    return json;
}

class SarifWriter {
public:
    explicit SarifWriter(const Report& report)
        : m_report(report)
        , m_view(report.privacy)
    {
    }

    std::string text()
    {
        Json rules = Json::array();
        for (const findings::Rule& rule : findings::rules())
            rules.push_back(ruleJson(rule));
        Json artifacts = Json::array();
        for (const DatasetReport& dataset : m_report.datasets)
            artifacts.push_back(artifactJson(dataset));
        Json results = Json::array();
        const std::vector<PlacedFinding> ranked = rankedFindings(m_report.datasets);
        for (const PlacedFinding& placed : ranked) {
            if (results.size() == kSarifResults)
                break;
            results.push_back(resultJson(*placed.finding, *placed.dataset));
        }
        const std::size_t leftOut = ranked.size() - results.size();
        addFixed(results);
        return jsonText({{"$schema", kSchema}, {"version", "2.1.0"},
            {"runs",
                Json::array({{{"tool",
                                  {{"driver",
                                      {{"name", "cupel"}, {"semanticVersion", programVersion()},
                                          {"rules", std::move(rules)}}}}},
                    {"invocations", Json::array({invocation(leftOut)})},
                    {"originalUriBaseIds",
                        {{kRoot,
                            {{"description",
                                {{"text", "The folder that holds the files of the run."}}}}}}},
                    {"artifacts", std::move(artifacts)}, {"columnKind", "unicodeCodePoints"},
                    {"results", std::move(results)}}})}});
    }

private:
    /// The dataset, the split and the column that a finding is about.
    Json logicalLocations(const Finding& finding, const DatasetReport& dataset) const
    {
        std::string whole = visibleControls(dataset.name);
        std::string name = whole;
        const char* kind = "module";
        for (const char* key : {"split", "column", "label"}) {
            const auto part = std::find_if(finding.subject.begin(), finding.subject.end(),
                [key](const auto& each) { return each.first == key; });
            const bool isColumn = std::string_view(key) != "split";
            // The label is the column where no other one is named.
            if (part == finding.subject.end() || (isColumn && std::string_view(kind) == "member"))
                continue;
            name = visibleControls(m_view.show(part->second));
            whole += "/" + name;
            kind = isColumn ? "member" : "namespace";
        }
        return Json::array({{{"name", name}, {"fullyQualifiedName", whole}, {"kind", kind}}});
    }

    Json resultJson(const Finding& finding, const DatasetReport& dataset) const
    {
        const auto& rules = findings::rules();
        const findings::Rule* rule = findings::findRule(finding.rule);
        Json json{{"ruleId", finding.rule}};
        if (rule)
            json["ruleIndex"] = rule - rules.data();
        addStates(finding, json);
        const bool hasFailed = finding.kind == Kind::Fail;
        json["kind"] = findings::kindName(finding.kind);
        json["level"] = findings::levelName(hasFailed ? finding.level : Level::None);
        json["message"] = {{"text", messageText(m_view.show(finding.message))}};
        Json locations = Json::array();
        for (const Place& place : placesOf(finding, dataset)) {
            locations.push_back({{"physicalLocation", physicalLocation(place)}});
            if (locations.size() == 1)
                locations[0]["logicalLocations"] = logicalLocations(finding, dataset);
        }
        json["locations"] = std::move(locations);
        std::int64_t rows = 0;
        for (const findings::RowEvidence& evidence : finding.evidence)
            rows += evidence.count;
        if (rows > 0)
            json["occurrenceCount"] = rows;
        json["partialFingerprints"]
            = {{"datasetFinding/v1", fingerprintOf(finding.id(dataset.name))}};
        Json whole = findingJson(finding, dataset, m_view);
        json["properties"] = {{"id", whole["id"]}, {"measure", visibleTexts(whole["measure"])},
            {"limit", visibleTexts(whole["limit"])}, {"remedy", visibleTexts(whole["remedy"])}};
        return json;
    }

    /// Who accepts the finding, and what became of it since the baseline (3.27.23 and 3.27.24).
    void addStates(const Finding& finding, Json& json) const
    {
        if (finding.baseline) {
            constexpr std::array<const char*, 4> kStates{"new", "updated", "updated", "unchanged"};
            json["baselineState"] = kStates[static_cast<std::size_t>(*finding.baseline)];
        }
        if (finding.waived) {
            json["suppressions"] = Json::array({{{"kind", "external"}, {"status", "accepted"},
                {"justification", visibleControls(m_view.show(waiverText(*finding.waived)))}}});
        }
    }

    /// Findings of the baseline that are gone. They pass now, so that no viewer takes them for
    /// open.
    void addFixed(Json& results) const
    {
        if (!m_report.baseline)
            return;
        for (const Baseline::Entry& entry : m_report.baseline->fixed) {
            if (results.size() == kSarifResults)
                break;
            const findings::Rule* rule = findings::findRule(entry.rule);
            Json json{{"ruleId", visibleControls(entry.rule)}};
            if (rule)
                json["ruleIndex"] = rule - findings::rules().data();
            json["baselineState"] = "absent";
            json["kind"] = findings::kindName(Kind::Pass);
            json["level"] = findings::levelName(Level::None);
            json["message"] = {{"text", messageText(entry.message)}};
            for (const DatasetReport& dataset : m_report.datasets) {
                if (dataset.name == entry.dataset)
                    json["locations"] = Json::array(
                        {{{"physicalLocation", physicalLocation({dataset.input.file, 0, 0, 0})}}});
            }
            json["partialFingerprints"] = {{"datasetFinding/v1", fingerprintOf(entry.id)}};
            results.push_back(std::move(json));
        }
    }

    static Json notification(const char* level, const std::string& text)
    {
        return {{"level", level}, {"message", {{"text", messageText(text)}}}};
    }

    Json rejectedRows(const DatasetReport& dataset) const
    {
        const readers::ImportReport& input = dataset.input;
        Json json = notification("warning",
            countedWords(static_cast<std::int64_t>(input.rejectedRows), "row", "rows") + " of "
                + input.file + " could not be read");
        Json locations = Json::array();
        for (const readers::RejectedRow& row : input.rejected) {
            if (locations.size() < kPlacesOfFinding)
                locations.push_back(
                    {{"physicalLocation", physicalLocation({input.file, row.line, 0, 0})}});
        }
        json["locations"] = std::move(locations);
        return json;
    }

    /// What the policy leaves out, and what was not checked again.
    Json policyNotes() const
    {
        Json notes = Json::array();
        for (const std::string& rule : rulesOff(m_report))
            notes.push_back(notification("note", "switched off: " + rule));
        for (const base::Sentence& part : m_report.unmatched)
            notes.push_back(notification("note", m_view.show(part)));
        for (const base::Sentence& change : m_report.review)
            notes.push_back(notification("note", m_view.show(change)));
        if (m_report.baseline && !m_report.baseline->notChecked.empty()) {
            notes.push_back(notification("note",
                countedWords(static_cast<std::int64_t>(m_report.baseline->notChecked.size()),
                    "finding", "findings")
                    + " of the baseline not checked again"));
        }
        return notes;
    }

    Json invocation(std::size_t leftOut) const
    {
        Json notes = Json::array();
        bool hasFailed = !m_report.reasons.empty();
        for (const std::string& reason : m_report.reasons)
            notes.push_back(notification("error", reason));
        for (const DatasetReport& dataset : m_report.datasets) {
            if (dataset.input.rejectedRows > 0)
                notes.push_back(rejectedRows(dataset));
            for (const AuditReport& audit : dataset.audits) {
                if (audit.result.outcome == audits::Outcome::Completed)
                    continue;
                const bool isFault = audit.result.outcome == audits::Outcome::Failed;
                hasFailed = hasFailed || isFault;
                notes.push_back(notification(isFault ? "error" : "note",
                    dataset.name + ": " + audit.id + ": "
                        + std::string(outcomeName(audit.result.outcome)) + ": "
                        + audit.result.reason));
            }
        }
        if (leftOut > 0)
            notes.push_back(notification("warning",
                countedWords(static_cast<std::int64_t>(leftOut), "result is", "results are")
                    + " left out, the mildest; the JSON report has all"));
        Json json{{"executionSuccessful", !hasFailed}};
        if (m_report.exitCode)
            json["exitCode"] = *m_report.exitCode;
        json["toolExecutionNotifications"] = std::move(notes);
        if (Json policy = policyNotes(); !policy.empty())
            json["toolConfigurationNotifications"] = std::move(policy);
        return json;
    }

    const Report& m_report;
    PrivacyView m_view;
};

} // namespace

std::string sarifReport(const Report& report)
{
    return SarifWriter(report).text();
}

} // namespace cupel::reports
