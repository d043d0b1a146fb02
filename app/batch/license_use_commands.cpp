#include <nlohmann/json.hpp>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/license/resolution.h"
#include "core/license/spdx_list.h"
#include "core/license/terms.h"
#include "core/license/uses.h"
#include "core/reports/json_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;
using license::Expression;

constexpr const char* kNoAdvice
    = "A reading of the licence texts by field, no legal advice; the text governs.\n";

Json termsJson(const license::KnownTerms& known)
{
    const license::Terms& terms = known.terms;
    const license::SpdxLicense* entry = license::findSpdxLicense(terms.id);
    return {{"id", terms.id}, {"name", terms.name}, {"basis", license::termsBasisName(known.basis)},
        {"use_class", license::useClass(terms)}, {"kind", terms.kind},
        {"commercial_use", license::permissionName(terms.commercialUse)},
        {"derivatives", license::permissionName(terms.derivatives)},
        {"redistribution", license::permissionName(terms.redistribution)},
        {"attribution", terms.attribution}, {"share_alike", terms.shareAlike},
        {"keep_notice", terms.keepNotice}, {"state_changes", terms.stateChanges},
        {"provide_source", terms.provideSource}, {"network_use", terms.networkUse},
        {"patent", terms.patent}, {"field_of_use", terms.fieldOfUse},
        {"database_right", terms.databaseRight}, {"jurisdiction", terms.jurisdiction},
        {"open_definition", terms.openDefinition},
        {"osi_approved", entry != nullptr && entry->isOsiApproved},
        {"fsf_free", entry ? entry->fsfFree : "not-listed"}};
}

Json useJson(const license::UseAssessment& found)
{
    Json duties = Json::array();
    for (const license::Duty& duty : found.duties)
        duties.push_back({{"license", duty.license}, {"field", duty.field}, {"text", duty.words}});
    Json obstacles = Json::array();
    for (const license::Obstacle& obstacle : found.obstacles) {
        obstacles.push_back(
            {{"license", obstacle.license}, {"field", obstacle.field}, {"value", obstacle.value},
                {"verdict", license::verdictName(obstacle.verdict)}, {"text", obstacle.words}});
    }
    return {{"use", license::useName(found.use)}, {"verdict", license::verdictName(found.verdict)},
        {"chosen", license::toText(found.chosen)}, {"duties", std::move(duties)},
        {"obstacles", std::move(obstacles)}};
}

std::string line(const std::string& text, std::size_t indent)
{
    return std::string(indent, ' ') + reports::wrapped(text, 92, indent + 2) + "\n";
}

std::string yesNo(bool value)
{
    return value ? "yes" : "no";
}

std::string termsPage(const license::KnownTerms& known)
{
    const license::Terms& terms = known.terms;
    std::string limits;
    for (const std::string& limit : terms.fieldOfUse)
        limits += (limits.empty() ? "" : ", ") + limit;
    const auto name = [](license::Permission permission) {
        return std::string(license::permissionName(permission));
    };
    return line(terms.id + (terms.name.empty() ? "" : ": " + terms.name), 2)
        + line("kind " + terms.kind + ", class " + std::string(license::useClass(terms))
                + ", terms from " + std::string(license::termsBasisName(known.basis)),
            4)
        + line("commercial use " + name(terms.commercialUse) + ", derivatives "
                + name(terms.derivatives) + ", redistribution " + name(terms.redistribution),
            4)
        + line("attribution " + terms.attribution + ", share-alike " + terms.shareAlike
                + ", notice " + terms.keepNotice + ", state changes " + yesNo(terms.stateChanges)
                + ", provide source " + yesNo(terms.provideSource) + ", network use "
                + yesNo(terms.networkUse),
            4)
        + line("patent " + terms.patent + ", database right " + terms.databaseRight + ", law "
                + terms.jurisdiction + ", field of use " + (limits.empty() ? "none" : limits),
            4);
}

std::string usePage(const license::UseAssessment& found)
{
    std::string page = line(std::string(license::useName(found.use)) + ": "
            + std::string(license::verdictName(found.verdict))
            + (found.hadChoice ? ", choosing " + license::toText(found.chosen) : ""),
        2);
    for (const license::Obstacle& obstacle : found.obstacles)
        page += line(obstacle.license + " " + obstacle.words + " (" + obstacle.field + ": "
                + obstacle.value + ")",
            4);
    for (const license::Duty& duty : found.duties)
        page += line(duty.license + ": " + duty.words, 4);
    return page;
}

/// Add the terms of one expression to both; whether it is determined, and the use, where one is
/// asked for, allowed.
bool addTerms(
    const std::string& text, const std::vector<license::Use>& uses, Json& list, std::string& page)
{
    const license::Resolution found = license::resolveLicense(text);
    const Expression expression = license::expressionOf(found);
    bool isClean = found.isDetermined();
    Json findings = Json::array();
    page += reports::visibleText(text) + ": " + found.expression + "\n";
    for (const license::ResolutionNote& note : found.notes) {
        findings.push_back({{"rule", note.rule}, {"message", note.words}});
        page += line(note.rule + ": it " + note.words, 2);
    }
    Json licenses = Json::array();
    for (const Expression& license : license::licensesOf(expression)) {
        const license::KnownTerms known = license::termsOf(license);
        licenses.push_back(termsJson(known));
        page += termsPage(known);
    }
    Json assessed = Json::array();
    for (const license::Use use : uses) {
        const license::UseAssessment one = license::assess(expression, use);
        assessed.push_back(useJson(one));
        page += usePage(one);
        isClean
            = isClean && (uses.size() > 1 || one.verdict <= license::UseVerdict::AllowedWithDuties);
    }
    list.push_back({{"input", text}, {"expression", found.expression},
        {"confidence", license::confidenceName(found.confidence)},
        {"findings", std::move(findings)}, {"candidates", found.candidates},
        {"licenses", std::move(licenses)}, {"uses", std::move(assessed)}});
    page += "\n";
    return isClean;
}

} // namespace

int showTerms(const LicenseArguments& arguments)
{
    std::vector<license::Use> uses = license::allUses();
    if (!arguments.use.empty()) {
        const auto use = license::useFromName(arguments.use);
        if (!use) {
            printError(use.error());
            return kUsage;
        }
        uses = {*use};
    }
    Json list = Json::array();
    std::string page;
    bool isClean = true;
    for (const std::string& text : arguments.expressions)
        isClean = addTerms(text, uses, list, page) && isClean;
    const int printed = printText(
        arguments.json ? reports::jsonText({{"terms", std::move(list)}}) : page + kNoAdvice);
    return stronger(printed, isClean ? kClean : kFindings);
}

} // namespace cupel::batch
