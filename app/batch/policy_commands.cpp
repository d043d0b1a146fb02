#include <nlohmann/json.hpp>

#include <algorithm>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/today.h"
#include "core/findings/policy_lines.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_parts.h"
#include "core/reports/json_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;

std::string scopeText(const findings::Scope& scope)
{
    std::string text;
    const auto add = [&text](const char* key, const std::string& pattern) {
        if (!pattern.empty())
            text += (text.empty() ? "" : ", ") + std::string(key) + " " + pattern;
    };
    add("dataset", scope.dataset);
    add("column", scope.column);
    add("group", scope.group);
    add("split", scope.split);
    return text.empty() ? "" : "  (" + text + ")";
}

Json problemsJson(const std::vector<base::Error>& problems)
{
    Json list = Json::array();
    for (const base::Error& problem : problems) {
        list.push_back({{"line", problem.where.line}, {"column", problem.where.column},
            {"message", problem.message}, {"fix", problem.hint}});
    }
    return list;
}

/// How much a policy says, and what about its waivers is worth a look.
std::string summaryOf(const std::string& path, const findings::Policy& policy)
{
    const auto count = [](std::size_t number, const char* one, const char* many) {
        return reports::countedWords(static_cast<std::int64_t>(number), one, many);
    };
    std::string text = reports::visibleText(path) + ": "
        + count(policy.rules.size(), "setting of a rule", "settings of rules") + ", "
        + count(policy.datasets.size(), "dataset selector", "dataset selectors") + ", "
        + count(policy.waivers.size(), "waiver", "waivers") + "; nothing is wrong\n";
    const auto day = today();
    for (const findings::Waiver& waiver : policy.waivers) {
        const std::string which = "note: the waiver of " + reports::visibleText(waiver.rule) + " ("
            + reports::visibleText(waiver.origin) + ") ";
        if (day && *day > waiver.until)
            text += which + "ended on " + base::formatDay(waiver.until)
                + ", and what it covers counts again\n";
        if (waiver.isBroad())
            text += which + "uses a pattern or has no subject, and may cover more than was meant\n";
    }
    return text;
}

} // namespace

int initPolicy()
{
    return printText(findings::policyTemplate());
}

int checkPolicies(const std::vector<std::string>& paths, bool json)
{
    bool areValid = true;
    Json files = Json::array();
    std::string text;
    for (const std::string& path : paths) {
        const auto reading = readPolicyFile(path);
        const std::vector<base::Error> problems
            = reading ? reading->problems : std::vector<base::Error>{reading.error()};
        areValid = areValid && problems.empty();
        if (json) {
            files.push_back({{"file", path}, {"valid", problems.empty()},
                {"problems", problemsJson(problems)}});
            continue;
        }
        for (const base::Error& problem : problems)
            printError(problem);
        if (problems.empty())
            text += summaryOf(path, reading->policy);
    }
    const int printed = printText(
        json ? reports::jsonText({{"valid", areValid}, {"files", std::move(files)}}) : text);
    return areValid ? printed : static_cast<int>(kUsage);
}

int showPolicy(const PolicyArguments& arguments, bool json)
{
    const auto policy = policyFrom(arguments);
    if (!policy) {
        return fail(policy.error());
    }
    if (json) {
        const reports::PrivacyView view(reports::Privacy::Full);
        Json settings = Json::array();
        for (const findings::PolicyLine& line : findings::linesOf(*policy))
            settings.push_back(reports::policyLineJson(line, view));
        return printText(reports::jsonText(
            {{"policy", reports::policyName(*policy)}, {"settings", std::move(settings)}}));
    }
    std::string text;
    for (const findings::PolicyLine& line : findings::linesOf(*policy)) {
        text += padded(line.key, 42) + padded(findings::valueText(line), 11)
            + reports::visibleText(line.origin) + reports::visibleText(scopeText(line.scope))
            + "\n";
    }
    return printText(text);
}

} // namespace cupel::batch
