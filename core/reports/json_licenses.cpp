#include "core/reports/json_parts.h"

#include <nlohmann/json.hpp>

#include "core/license/terms.h"
#include "core/license/uses.h"

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

Json claimJson(const license::Claim& claim, const PrivacyView& view)
{
    const auto document
        = [&view](const std::string& text) { return view.show(base::DataText::document(text)); };
    Json json{{"source", view.show(base::DataText::name(claim.source))},
        {"line", claim.line == 0 ? Json(nullptr) : Json(claim.line)},
        {"id", document(claim.meaning.expression)}};
    if (claim.textClass)
        json["class"] = license::className(*claim.textClass);
    json["kind"] = license::claimKindName(claim.kind);
    json["statement"] = claim.raw.empty() ? Json(nullptr) : Json(document(claim.raw));
    json["certainty"] = license::confidenceName(claim.meaning.confidence);
    json["covers"] = claim.covers.empty() ? Json(nullptr) : Json(claim.covers);
    return json;
}

Json useJson(const license::UseAssessment& found, const PrivacyView& view)
{
    const auto document
        = [&view](const std::string& text) { return view.show(base::DataText::document(text)); };
    Json obstacles = Json::array();
    for (const license::Obstacle& obstacle : found.obstacles)
        obstacles.push_back({{"license", document(obstacle.license)}, {"field", obstacle.field},
            {"value", obstacle.value}, {"text", obstacle.words}});
    Json duties = Json::array();
    for (const license::Duty& duty : found.duties)
        duties.push_back(
            {{"license", document(duty.license)}, {"field", duty.field}, {"text", duty.words}});
    return {{"use", license::useName(found.use)}, {"verdict", license::verdictName(found.verdict)},
        {"chosen", document(license::toText(found.chosen))}, {"obstacles", std::move(obstacles)},
        {"duties", std::move(duties)}};
}

Json effectiveJson(const license::Expression& effective, const PrivacyView& view)
{
    std::vector<license::Terms> parts;
    for (const license::Expression& license : license::licensesOf(effective))
        parts.push_back(license::termsOf(license).terms);
    Json uses = Json::array();
    for (const license::Use use : license::allUses())
        uses.push_back(useJson(license::assess(effective, use), view));
    return {{"expression", view.show(base::DataText::document(license::toText(effective)))},
        {"useClass", license::useClassOf(parts)}, {"uses", std::move(uses)}};
}

} // namespace

Json licensesJson(const DatasetReport& dataset, const PrivacyView& view)
{
    Json claims = Json::array();
    for (const license::Claim& claim : dataset.licenses->claims)
        claims.push_back(claimJson(claim, view));
    const auto effective = dataset.licenses->effective();
    return {{"claims", std::move(claims)},
        {"effective", effective ? effectiveJson(*effective, view) : Json(nullptr)}};
}

} // namespace cupel::reports
