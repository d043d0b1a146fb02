#include <nlohmann/json.hpp>

#include "core/reports/finding_formats.h"
#include "core/reports/finding_places.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_text.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

const char* severityOf(const findings::Finding& finding)
{
    if (finding.kind != findings::Kind::Fail)
        return "info";
    switch (finding.level) {
    case findings::Level::Error:
        return "critical";
    case findings::Level::Warning:
        return "major";
    case findings::Level::Note:
        return "minor";
    case findings::Level::None:
        break;
    }
    return "info";
}

} // namespace

std::string codeQualityReport(const Report& report)
{
    using Json = nlohmann::ordered_json;
    const PrivacyView view(report.privacy);
    Json list = Json::array();
    for (const PlacedFinding& placed : rankedFindings(report.datasets)) {
        const findings::Finding& finding = *placed.finding;
        const bool isShown = finding.kind == findings::Kind::Fail
            || finding.kind == findings::Kind::Review || finding.kind == findings::Kind::Open;
        if (!isShown || finding.waived)
            continue;
        const Place place = placesOf(finding, *placed.dataset).front();
        list.push_back({{"description", visibleControls(view.show(finding.message))},
            {"check_name", finding.rule}, {"fingerprint", finding.id(placed.dataset->name)},
            {"severity", severityOf(finding)},
            {"location",
                {{"path", visibleControls(place.file)},
                    {"lines", {{"begin", place.line > 0 ? place.line : 1}}}}}});
    }
    return jsonText(list);
}

} // namespace cupel::reports
