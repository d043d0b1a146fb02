#include <array>

#include "core/base/number.h"
#include "core/reports/finding_formats.h"
#include "core/reports/finding_places.h"
#include "core/reports/finding_texts.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using findings::Finding;
using findings::Kind;

constexpr std::size_t kPerLevel = 10;

/// A text for a workflow command; in a property ':' and ',' separate.
std::string escaped(const std::string& text, bool isProperty)
{
    std::string result;
    for (const char c : visibleControls(text)) {
        if (c == '%' || (isProperty && (c == ':' || c == ',')))
            result += c == '%' ? "%25" : c == ':' ? "%3A" : "%2C";
        else
            result += c;
    }
    return result;
}

/// "error", "warning" or "notice"; null for what is not shown.
const char* commandOf(const Finding& finding, const Report& report)
{
    if (finding.waived)
        return nullptr;
    if (finding.kind == Kind::Review || finding.kind == Kind::Open)
        return "notice";
    if (finding.kind != Kind::Fail)
        return nullptr;
    if (!gates(finding, report))
        return "notice";
    constexpr std::array<const char*, 4> kCommands{nullptr, "notice", "warning", "error"};
    return kCommands[static_cast<std::size_t>(finding.level)];
}

std::string annotation(const char* command, const Finding& finding, const DatasetReport& dataset,
    const PrivacyView& view)
{
    const Place place = placesOf(finding, dataset).front();
    std::string text = std::string("::") + command + " file=" + escaped(place.file, true);
    if (place.line > 0)
        text += ",line=" + base::formatInteger(static_cast<std::int64_t>(place.line));
    if (place.column > 0)
        text += ",col=" + base::formatInteger(static_cast<std::int64_t>(place.column));
    std::string word = finding.kind == Kind::Fail ? std::string() : " (" + wordOf(finding) + ")";
    if (finding.baseline)
        word += " (" + std::string(findings::baselineStateName(*finding.baseline)) + ")";
    return text + ",title=" + escaped(finding.rule + word, true)
        + "::" + escaped(view.show(cutTexts(finding.message)), false) + "\n";
}

} // namespace

std::string githubAnnotations(const Report& report)
{
    const PrivacyView view(report.privacy);
    std::string text;
    for (const char* const command : {"error", "warning", "notice"}) {
        std::size_t shown = 0;
        for (const PlacedFinding& placed : rankedFindings(report.datasets)) {
            const char* own = commandOf(*placed.finding, report);
            if (shown == kPerLevel || !own || std::string_view(own) != command)
                continue;
            ++shown;
            text += annotation(command, *placed.finding, *placed.dataset, view);
        }
    }
    for (const std::string& reason : report.reasons)
        text += "::error title=incomplete::" + escaped(reason, false) + "\n";
    std::string totals = verdictLine(report);
    if (report.baseline)
        totals += "; " + summaryOf(*report.baseline);
    return text + "::notice title=cupel audit::" + escaped(totals, false) + "\n";
}

} // namespace cupel::reports
