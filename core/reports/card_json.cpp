#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/card/completeness.h"
#include "core/reports/card_page.h"
#include "core/reports/json_parts.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/reports/node_json.h"

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

Json scoreJson(const card::Score& score)
{
    return {{"id", score.id}, {"weight", score.weight}, {"fields", score.fields},
        {"answered", score.present}, {"byTheProgram", score.derived},
        {"value", figureJson(score.value())}};
}

Json completenessJson(const card::Card& card)
{
    const card::Completeness score = card::completeness(card);
    Json groups = Json::array();
    for (const card::Score& group : score.groups)
        groups.push_back(scoreJson(group));
    Json scopes = Json::array();
    for (const card::Score& scope : score.scopes)
        scopes.push_back(scoreJson(scope));
    return {{"card", figureJson(score.card)}, {"derivedShare", figureJson(score.derivedShare)},
        {"parts", std::move(groups)}, {"scopes", std::move(scopes)}};
}

Json answerJson(const card::Answer& answer, const PrivacyView& view)
{
    Json json{{"text", view.showWhole(answer.text)}, {"source", answer.source()}};
    if (answer.vocabulary != card::Vocabulary::None
        && answer.vocabulary != card::Vocabulary::Person) {
        json["as"]
            = {{"vocabulary", card::vocabularyName(answer.vocabulary)}, {"name", answer.property}};
    }
    if (answer.value)
        json["value"] = nodeJson(*answer.value);
    return json;
}

Json fieldsJson(const card::Card& card, const PrivacyView& view)
{
    Json fields = Json::array();
    for (std::size_t i = 0; i < card.fields.size(); ++i) {
        const card::Field& field = card::model().fields[i];
        const card::FieldValue& value = card.fields[i];
        Json answers = Json::array();
        for (const card::Answer& answer : value.answers)
            answers.push_back(answerJson(answer, view));
        fields.push_back({{"key", field.key}, {"section", field.section}, {"title", field.title},
            {"level", levelName(field.level)},
            {"scope",
                field.scope == card::Scope::None ? Json(nullptr) : Json(scopeName(field.scope))},
            {"needed", value.isNeeded}, {"state", stateName(value.state)},
            {"answers", std::move(answers)}});
    }
    return fields;
}

Json claimsJson(const DatasetReport& dataset, const PrivacyView& view)
{
    for (const AuditReport& audit : dataset.audits) {
        if (audit.id == "data-card")
            return auditJson(audit, dataset.name, view).at("tables");
    }
    return Json::array();
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

std::string textOf(const card::StoredCard& stored, Json tables, const PrivacyView& view)
{
    return jsonText({{"schema", "cupel.card"}, {"schemaVersion", "1.1.0"},
        {"tool", {{"name", "cupel"}, {"version", programVersion()}}}, {"dataset", stored.dataset},
        {"file", orNull(stored.file)}, {"hash", orNull(stored.hash)},
        {"completeness", completenessJson(stored.card)}, {"fields", fieldsJson(stored.card, view)},
        {"tables", std::move(tables)}});
}

} // namespace

std::string cardJsonText(const DatasetReport& dataset, const PrivacyRule& privacy)
{
    const PrivacyView view(privacy);
    return textOf({dataset.name, dataset.input.file, dataset.input.hash, *dataset.card},
        claimsJson(dataset, view), view);
}

std::string cardJsonText(const card::StoredCard& stored)
{
    return textOf(stored, Json::array(), PrivacyView(Privacy::Full));
}

} // namespace cupel::reports
