#include <nlohmann/json.hpp>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/read_text.h"
#include "core/reports/json_parts.h"
#include "core/reports/json_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;
using findings::BaselineState;
using reports::Baseline;

constexpr std::size_t kLineWidth = 100;
constexpr std::size_t kTagWidth = 13;

void addLine(std::string tag, const Baseline::Entry& entry, std::string& to)
{
    tag.resize(kTagWidth, ' ');
    to += tag + reports::wrapped(reports::visibleText(entry.message), kLineWidth, kTagWidth) + "\n"
        + std::string(kTagWidth, ' ') + reports::visibleText(entry.rule + "  " + entry.id) + "\n";
}

std::string textOf(const reports::BaselineDiff& diff, const Baseline& now)
{
    std::string lines;
    for (const BaselineState state :
        {BaselineState::New, BaselineState::Worse, BaselineState::Better}) {
        for (const Baseline::Entry& entry : now.findings) {
            if (diff.states.at(entry.id) == state)
                addLine(std::string(findings::baselineStateName(state)), entry, lines);
        }
    }
    for (const Baseline::Entry& entry : diff.fixed)
        addLine("fixed", entry, lines);
    for (const Baseline::Entry& entry : diff.notChecked)
        addLine("not checked", entry, lines);
    return reports::summaryOf(diff) + "\n" + (lines.empty() ? "" : "\n") + lines;
}

Json jsonOf(const reports::BaselineDiff& diff, const Baseline& now)
{
    Json json = reports::baselineJson(diff);
    Json findings = Json::array();
    for (const Baseline::Entry& entry : now.findings) {
        Json one = reports::entryJson(entry);
        one["baselineState"] = findings::baselineStateName(diff.states.at(entry.id));
        findings.push_back(std::move(one));
    }
    json["findings"] = std::move(findings);
    return json;
}

} // namespace

base::Result<Baseline> loadBaseline(const std::string& path)
{
    const auto text = readText(path, kLargestReport);
    if (!text) {
        base::Error error = text.error();
        error.code = base::ErrorCode::Usage;
        return error;
    }
    return reports::readBaseline(*text, path);
}

int writeBaseline(const std::string& report, const std::string& to)
{
    if (to.empty())
        return fail({base::ErrorCode::Usage, "no file is given to write the baseline to",
            "add -o baseline.json", {}});
    const auto text = readText(report, kLargestReport);
    if (!text)
        return fail(text.error());
    const auto baseline = reports::readBaseline(*text, report);
    if (!baseline)
        return fail(baseline.error());
    if (baseline->isPartial) {
        return fail({base::ErrorCode::Usage,
            "the report is partial: what it does not hold would look new later",
            "audit again until nothing is left out", {report, 0, 0, 0}});
    }
    const auto written = writeOutput(to, *text);
    return written ? static_cast<int>(kClean) : fail(written.error());
}

int diffBaselines(const std::string& oldPath, const std::string& newPath, bool json)
{
    auto old = loadBaseline(oldPath);
    if (!old)
        return fail(old.error());
    const auto now = loadBaseline(newPath);
    if (!now)
        return fail(now.error());
    if (const auto same = reports::checkDatasets(*old, now->datasets); !same)
        return fail(same.error());
    const reports::BaselineDiff diff = reports::compare(*old, *now);
    return printText(json ? reports::jsonText(jsonOf(diff, *now)) : textOf(diff, *now));
}

} // namespace cupel::batch
