#include "core/exports/croissant_data.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/card/prose.h"
#include "core/exports/croissant_words.h"
#include "core/exports/declared_data.h"
#include "core/exports/hub_features.h"
#include "core/exports/table_croissant.h"

namespace cupel::exports {

namespace {

using Json = nlohmann::ordered_json;

/// Media type of a file by the ending of its name; empty where it is not known.
std::string mediaType(std::string_view path)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 8> kTypes{
        {{".csv", "text/csv"}, {".tsv", "text/tab-separated-values"}, {".json", "application/json"},
            {".jsonl", "application/jsonlines"}, {".ndjson", "application/jsonlines"},
            {".parquet", "application/x-parquet"}, {".txt", "text/plain"},
            {".zip", "application/zip"}}};
    const std::string name = card::lowered(path);
    for (const auto& [ending, type] : kTypes) {
        if (name.ends_with(ending))
            return type;
    }
    return {};
}

} // namespace

void CroissantData::addTo(Json& body)
{
    if (m_book.source().dataset) {
        settleDeclared(m_book);
        addTable(m_book, body);
        for (const char* const name : {"distribution", "recordSet"})
            m_book.carryParts(m_book.under(Vocabulary::Croissant, name));
        for (const char* const name : {"configs", "dataset_info", "size_categories"})
            m_book.carryWhole(m_book.under(Vocabulary::FrontMatter, name));
        return;
    }
    addDeclared(body);
    if (!body.contains("distribution"))
        addOfHubCard(body);
}

void CroissantData::addDeclared(Json& body)
{
    Json distribution = Json::array();
    // Files and sets of files keep the order of the document.
    std::vector<const Answer*> resources = m_book.under(Vocabulary::Croissant, "distribution");
    std::stable_sort(resources.begin(), resources.end(),
        [](const Answer* a, const Answer* b) { return a->line < b->line; });
    for (const Answer* const answer : resources) {
        if (answer->value && answer->value->isMap())
            distribution.push_back(resourceOf11(*answer->value));
    }
    m_book.carryWhole(resources);
    Json recordSets = Json::array();
    const auto sets = m_book.under(Vocabulary::Croissant, "recordSet");
    for (const Answer* const answer : sets) {
        if (answer->value && answer->value->isMap())
            recordSets.push_back(recordSetOf11(*answer->value, distribution));
    }
    m_book.carryWhole(sets);
    if (!distribution.empty())
        body["distribution"] = std::move(distribution);
    if (!recordSets.empty())
        body["recordSet"] = std::move(recordSets);
}

/// data_files of a dataset card are sets of files; its features are read from their columns.
void CroissantData::addOfHubCard(Json& body)
{
    Json distribution = Json::array();
    Json recordSets = Json::array();
    std::map<std::string, std::string> setOfConfig;
    for (const Answer* const answer : m_book.under(Vocabulary::FrontMatter, "configs")) {
        if (!answer->value)
            continue;
        for (const HubFiles& files : hubFiles(*answer->value)) {
            const std::string type = files.paths.empty() ? "" : mediaType(files.paths.front());
            if (type.empty())
                continue;
            const std::string id = "files-" + idPart(files.config);
            setOfConfig[files.config] = id;
            distribution.push_back(
                {{"@type", "cr:FileSet"}, {"@id", id}, {"name", id}, {"encodingFormat", type},
                    {"includes",
                        files.paths.size() == 1 ? Json(files.paths.front()) : Json(files.paths)}});
            m_book.carryWhole({answer});
        }
    }
    for (const Answer* const answer : m_book.under(Vocabulary::FrontMatter, "dataset_info")) {
        if (!answer->value)
            continue;
        for (const HubTable& table : hubTables(*answer->value)) {
            const auto files = setOfConfig.find(table.config);
            if (files == setOfConfig.end() || table.features.empty())
                continue;
            recordSets.push_back(recordSetOf(table, files->second));
            m_book.carryWhole({answer});
        }
        if (recordSets.empty()) {
            m_book.refuse(
                *answer, "Croissant reads fields from files, and the card names none for them");
        }
    }
    if (!distribution.empty())
        body["distribution"] = std::move(distribution);
    if (!recordSets.empty())
        body["recordSet"] = std::move(recordSets);
}

} // namespace cupel::exports
