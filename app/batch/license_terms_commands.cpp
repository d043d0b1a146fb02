#include <nlohmann/json.hpp>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/license/expression.h"
#include "core/license/expression_match.h"
#include "core/license/resolution.h"
#include "core/license/spdx_list.h"
#include "core/reports/json_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;
using license::Expression;

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json deprecationJson(const license::Deprecation& deprecation)
{
    return {{"id", deprecation.id}, {"since", deprecation.since},
        {"successors", deprecation.successors}};
}

Json licenseJson(const Expression& license)
{
    Json json{{"id", license.id}, {"orLater", license.orLater},
        {"exception", orNull(license.exception)}, {"name", nullptr}};
    if (const license::SpdxLicense* entry = license::findSpdxLicense(license.id))
        json["name"] = entry->name;
    return json;
}

std::string joined(const std::vector<std::string>& words, const char* between)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : between) + word;
    return text;
}

/// What a text means where it stands in a licence field.
Json meaningJson(const license::Resolution& found)
{
    Json findings = Json::array();
    for (const license::ResolutionNote& note : found.notes)
        findings.push_back({{"rule", note.rule}, {"message", note.words}});
    return {{"expression", found.expression},
        {"confidence", license::confidenceName(found.confidence)},
        {"findings", std::move(findings)}, {"candidates", found.candidates}};
}

std::string meaningLines(const license::Resolution& found)
{
    std::string lines = "  as a name: " + found.expression + " ("
        + std::string(license::confidenceName(found.confidence)) + ")\n";
    for (const license::ResolutionNote& note : found.notes)
        lines += "  " + note.rule + ": it " + note.words + "\n";
    if (!found.candidates.empty())
        lines += "  may mean: " + joined(found.candidates, ", ") + "\n";
    return lines;
}

Json expressionJson(const std::string& text, const base::Result<Expression>& read)
{
    Json json{{"expression", text}, {"valid", read.has_value()}, {"canonical", nullptr},
        {"licenses", Json::array()}, {"deprecated", Json::array()}, {"error", nullptr},
        {"meaning", meaningJson(license::resolveLicense(text))}};
    if (!read) {
        json["error"] = {{"column", read.error().where.column}, {"message", read.error().message},
            {"hint", orNull(read.error().hint)}};
        return json;
    }
    json["canonical"] = license::toText(*read);
    for (const Expression& license : license::licensesOf(*read))
        json["licenses"].push_back(licenseJson(license));
    for (const license::Deprecation& deprecation : license::deprecationsOf(*read))
        json["deprecated"].push_back(deprecationJson(deprecation));
    return json;
}

std::string expressionPage(const std::string& text, const base::Result<Expression>& read)
{
    const std::string shown = reports::visibleText(text);
    if (!read) {
        const base::Error& error = read.error();
        return shown + "\n  not valid, column " + std::to_string(error.where.column) + ": "
            + reports::visibleText(error.message) + "\n"
            + (error.hint.empty() ? "" : "  try: " + error.hint + "\n")
            + meaningLines(license::resolveLicense(text));
    }
    std::string page = license::toText(*read) + "\n";
    for (const Expression& license : license::licensesOf(*read)) {
        const license::SpdxLicense* entry = license::findSpdxLicense(license.id);
        page += "  " + license::toText(license) + ": "
            + (entry ? entry->name : "terms of its own, not on the SPDX licence list") + "\n";
    }
    for (const license::Deprecation& deprecation : license::deprecationsOf(*read)) {
        page += "  " + deprecation.id + " is deprecated since list version " + deprecation.since
            + (deprecation.successors.empty() ? ""
                                              : ": write " + joined(deprecation.successors, " or "))
            + "\n";
    }
    return page;
}

/// The licences of --accept, each an expression of one licence.
base::Result<std::vector<Expression>> acceptedFrom(const std::vector<std::string>& texts)
{
    std::vector<Expression> accepted;
    for (const std::string& text : texts) {
        auto read = license::parseExpression(text);
        if (!read)
            return read.error();
        if (read->kind != Expression::Kind::License)
            return base::Error{base::ErrorCode::Usage,
                "--accept '" + text + "' names more than one licence",
                "pass --accept once for each licence", {}};
        accepted.push_back(std::move(*read));
    }
    return accepted;
}

} // namespace

int parseLicenses(const LicenseArguments& arguments)
{
    const auto accepted = acceptedFrom(arguments.accepted);
    if (!accepted) {
        printError(accepted.error());
        return kUsage;
    }
    Json list = Json::array();
    std::string page;
    bool isClean = true;
    for (const std::string& text : arguments.expressions) {
        const auto read = license::parseExpression(text);
        Json json = expressionJson(text, read);
        page += (page.empty() ? "" : "\n") + expressionPage(text, read);
        isClean = isClean && read;
        if (read && !accepted->empty()) {
            const bool isMet = license::isSatisfiedBy(*read, *accepted);
            json["accepted"] = isMet;
            page += isMet ? "  met by the accepted licences\n"
                          : "  not met by the accepted licences\n";
            isClean = isClean && isMet;
        }
        list.push_back(std::move(json));
    }
    const int printed = printText(arguments.json
            ? reports::jsonText(
                {{"listVersion", license::kSpdxListVersion}, {"expressions", std::move(list)}})
            : page);
    return stronger(printed, isClean ? kClean : kFindings);
}

} // namespace cupel::batch
