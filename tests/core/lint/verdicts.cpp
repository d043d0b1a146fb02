#include "tests/core/lint/verdicts.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "core/documents/document_reader.h"

namespace cupel::test {

using documents::DocumentKind;
using Json = nlohmann::json;

lint::Verdict croissantVerdict(const std::string& text, lint::Profile profile)
{
    return lint::lintCroissant(
        documents::readDocument(DocumentKind::Croissant, "c.json", text, text.size()), profile);
}

lint::Verdict cardVerdict(const std::string& text, lint::Profile profile)
{
    return lint::lintCard(
        documents::readDocument(DocumentKind::Card, "README.md", text, text.size()), profile);
}

std::vector<std::string> rulesOf(const lint::Verdict& verdict, lint::Level level)
{
    std::vector<std::string> rules;
    for (const lint::Issue& issue : verdict.issues) {
        if (issue.level == level)
            rules.push_back(issue.rule);
    }
    std::sort(rules.begin(), rules.end());
    return rules;
}

bool hasRule(const lint::Verdict& verdict, const std::string& rule)
{
    return std::any_of(verdict.issues.begin(), verdict.issues.end(),
        [&rule](const lint::Issue& issue) { return issue.rule == rule; });
}

std::string messageOf(const lint::Issue& issue)
{
    std::string text;
    for (const base::Span& span : issue.message) {
        const auto* const own = std::get_if<std::string>(&span);
        text += own ? *own : std::get<base::DataText>(span).raw();
    }
    return text;
}

std::string describe(const lint::Verdict& verdict)
{
    std::string text;
    for (const lint::Issue& issue : verdict.issues) {
        text += std::string(lint::levelName(issue.level)) + " " + issue.rule + " " + issue.path
            + " " + std::to_string(issue.at.line) + ":" + std::to_string(issue.at.column) + ": "
            + messageOf(issue) + "\n";
    }
    return text;
}

Json validCroissant(const std::string& version)
{
    const bool isOld = version == "0.8";
    Json context{{"@language", "en"}, {"@vocab", "https://schema.org/"},
        {"sc", "https://schema.org/"},
        {"cr", isOld ? "http://mlcommons.org/schema/" : "http://mlcommons.org/croissant/"},
        {"rai", "http://mlcommons.org/croissant/RAI/"}, {"dct", "http://purl.org/dc/terms/"},
        {"prov", "http://www.w3.org/ns/prov#"}, {"conformsTo", "dct:conformsTo"},
        {"data", {{"@id", "cr:data"}, {"@type", "@json"}}},
        {"examples", {{"@id", "cr:examples"}, {"@type", "@json"}}},
        {"dataType", {{"@id", "cr:dataType"}, {"@type", "@vocab"}}}};
    for (const char* word : {"annotation", "column", "excludes", "extract", "field", "fileObject",
             "fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset",
             "jsonPath", "parentField", "readLines", "recordSet", "references", "regex", "repeated",
             "replace", "sdVersion", "separator", "source", "subField", "transform", "unArchive"})
        context[word] = std::string("cr:") + word;
    if (!isOld) {
        for (const char* word : {"citeAs", "key", "md5"})
            context[word] = std::string("cr:") + word;
    }
    if (version == "1.1") {
        context["arrayShape"] = "cr:arrayShape";
        context["containedIn"] = "cr:containedIn";
        context["name"] = {{"@container", "@language"}};
        context["description"] = {{"@container", "@language"}};
    }
    const std::string file = isOld ? "sc:FileObject" : "cr:FileObject";
    const Json source = isOld
        ? Json{{"distribution", "trees.csv"}, {"extract", {{"column", "h"}}}}
        : Json{{"fileObject", {{"@id", "trees.csv"}}}, {"extract", {{"column", "h"}}}};
    Json document{{"@context", context}, {"@type", "sc:Dataset"}, {"name", "trees"},
        {"description", "Heights of trees."}, {"url", "https://example.org/trees"},
        {"license", "https://spdx.org/licenses/CC0-1.0"}, {"version", "1.0.0"},
        {"datePublished", "2024-05-01"}, {isOld ? "citation" : "citeAs", "@misc{trees}"},
        {"creator", {{"@type", "sc:Person"}, {"name", "A. Gardener"}}},
        {"distribution",
            {{{"@type", file}, {"@id", "trees.csv"}, {"name", "trees.csv"},
                {"contentUrl", "trees.csv"}, {"encodingFormat", "text/csv"},
                {"sha256", std::string(64, 'a')}}}},
        {"recordSet",
            {{{"@type", "cr:RecordSet"}, {"@id", "trees"}, {"name", isOld ? "set" : "trees"},
                {"field",
                    {{{"@type", "cr:Field"}, {"@id", "trees/h"}, {"name", "h"},
                        {"dataType", "sc:Float"}, {"source", source}}}}}}}};
    if (!isOld)
        document["conformsTo"] = "http://mlcommons.org/croissant/" + version;
    return document;
}

} // namespace cupel::test
