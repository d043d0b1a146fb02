#include <nlohmann/json.hpp>

#include "core/rubric/rubric.h"

namespace cupel::rubric {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::optional<bool>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json verdictJson(const Answer& answer, std::string_view meaning = {})
{
    Json json = Json::object();
    if (!meaning.empty())
        json["meaning"] = meaning;
    json["is_applicable"] = orNull(answer.applies);
    json["reference"] = answer.reference;
    json["reasoning"] = answer.reasoning;
    json["status"] = statusName(answer.status);
    return json;
}

Json sourcesJson(const Sheet& sheet)
{
    Json list = Json::array();
    for (const Source& source : sheet.sources) {
        list.push_back({{"Modality", source.modality}, {"Human Generated", orNull(source.isHuman)},
            {"Model Generated", orNull(source.isModel)},
            {"Unknown Origin", orNull(source.isUnknown)}, {"Reference", source.answer.reference},
            {"Reasoning", source.answer.reasoning}, {"status", statusName(source.answer.status)}});
    }
    return list;
}

Json annotationsJson(const Sheet& sheet)
{
    Json list = Json::array();
    for (const Annotation& annotation : sheet.annotations) {
        list.push_back(
            {{"Subject Annotators",
                 {{"category", annotation.category}, {"reference", annotation.answer.reference},
                     {"reasoning", annotation.answer.reasoning},
                     {"status", statusName(annotation.answer.status)}}},
                {"Has Instructions", verdictJson(annotation.instructions)},
                {"Has Rubrics", verdictJson(annotation.rubrics)},
                {"Has Examples", verdictJson(annotation.examples)}});
    }
    return list;
}

Json labelsJson(const Sheet& sheet, Dimension dimension)
{
    Json map = Json::object();
    for (const LabelAnswer& one : sheet.labelsFor(dimension)) {
        std::string_view meaning;
        for (const Label& label : labelsOf(dimension)) {
            if (label.name == one.label)
                meaning = label.meaning;
        }
        map[one.label] = verdictJson(one.answer, meaning);
    }
    return map;
}

Json hasJson(const char* name, const Answer& answer)
{
    return {{name, orNull(answer.applies)}, {"reference", answer.reference},
        {"reasoning", answer.reasoning}, {"status", statusName(answer.status)}};
}

Json responseJson(const Sheet& sheet, Dimension dimension)
{
    switch (dimension) {
    case Dimension::Sources:
        return sourcesJson(sheet);
    case Dimension::Annotations:
        return annotationsJson(sheet);
    case Dimension::Reproducibility:
        return {{"code", hasJson("Has Code", sheet.code)},
            {"documentation", hasJson("Has Documentation", sheet.documentation)}};
    default:
        return labelsJson(sheet, dimension);
    }
}

} // namespace

std::string sheetText(const Sheet& sheet)
{
    Json records = Json::array();
    for (std::size_t i = 0; i < kDimensions.size(); ++i) {
        const Dimension dimension = kDimensions[i];
        records.push_back({{"id", sheet.dataset + "-rubric-" + std::to_string(i)},
            {"response", {{std::string(keyOf(dimension)), responseJson(sheet, dimension)}}}});
    }
    const Json json{{"schema", "cupel.rubric"}, {"schemaVersion", "1.0.0"},
        {"dataset", sheet.dataset}, {"hash", sheet.hash}, {"unlabelled", sheet.isUnlabelled},
        {"howTo",
            "Set is_applicable (or the origin) to true or false, name the evidence in reference, "
            "say why in reasoning, and set status to confirmed, or to disputed where a suggestion "
            "is wrong. Entries of the first two lists may be added and removed."},
        {"records", std::move(records)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace cupel::rubric
