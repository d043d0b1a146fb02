#include "core/reports/json_parts.h"

#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 5> kQuantileNames{"0.05", "0.25", "0.5", "0.75", "0.95"};

Json evidenceJson(const table::TypeEvidence& evidence, const PrivacyView& view)
{
    Json json{{"given", evidence.overridden}, {"likely", table::typeName(evidence.likely)},
        {"fitting", evidence.likelyRows}, {"notFitting", evidence.misfitRows}};
    if (view.mode() == Privacy::Full)
        json["examples"] = evidence.misfits;
    return json;
}

void addTop(const counts::ColumnDescription& column, const std::string& role,
    const PrivacyView& view, Json& json)
{
    const bool isHidden
        = view.mode() == Privacy::Aggregate || (view.mode() == Privacy::Masked && role.empty());
    if (isHidden)
        return;
    Json top = Json::array();
    std::int64_t values = 0;
    std::int64_t rows = 0;
    for (const table::ValueCount& one : column.profile.top) {
        const base::DataText text = role.empty() ? base::DataText::value(one.value)
                                                 : base::DataText::roleValue(one.value, one.count);
        if (view.hides(text)) {
            ++values;
            rows += one.count;
        } else {
            top.push_back({{"value", text.raw()}, {"count", one.count}});
        }
    }
    json["top"] = std::move(top);
    if (values > 0)
        json["topHidden"] = {{"values", values}, {"rows", rows}};
}

void addNumbers(const table::NumberSummary& numbers, const PrivacyView& view, Json& json)
{
    const bool showsValues = view.mode() != Privacy::Aggregate;
    if (showsValues) {
        json["min"] = numberJson(numbers.min);
        json["max"] = numberJson(numbers.max);
    }
    json["mean"] = figureJson(numbers.mean);
    json["std"] = figureJson(numbers.std);
    if (!showsValues)
        return;
    Json quantiles = Json::object();
    for (std::size_t i = 0; i < kQuantileNames.size(); ++i)
        quantiles[kQuantileNames[i]] = numberJson(numbers.quantiles[i]);
    json["quantiles"] = std::move(quantiles);
    json["histogram"] = {{"edges", numbers.edges}, {"counts", numbers.counts}};
}

} // namespace

Json numberJson(double value)
{
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    return value;
}

Json figureJson(const base::Figure& figure)
{
    return figure.isDefined() ? numberJson(figure.value()) : Json(nullptr);
}

Json columnJson(
    const counts::ColumnDescription& column, const std::string& role, const PrivacyView& view)
{
    const table::ColumnProfile& profile = column.profile;
    Json json{{"name", column.name}, {"type", table::typeName(column.type)},
        {"role", role.empty() ? Json(nullptr) : Json(role)},
        {"typeEvidence", evidenceJson(column.evidence, view)}, {"rows", profile.rows},
        {"missing", profile.missing}};
    if (column.evidence.overridden)
        json["notOfType"] = profile.notOfType;
    json["distinct"] = {{"value", profile.distinct.value}, {"exact", profile.distinct.exact}};
    addTop(column, role, view, json);
    if (profile.numbers)
        addNumbers(*profile.numbers, view, json);
    if (profile.lengths) {
        json["length"] = {{"min", profile.lengths->min}, {"max", profile.lengths->max},
            {"mean", figureJson(profile.lengths->mean)}};
    }
    return json;
}

} // namespace cupel::reports
