#include "app/batch/command_line.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/batch/arguments.h"
#include "app/batch/catalog_commands.h"
#include "app/batch/commands.h"
#include "app/batch/completion.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/counts/nearest_name.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

struct Arguments {
    AuditArguments audit;
    RowsArguments rows;
    LicenseArguments license;
    std::string to; ///< of `baseline write`
    LintArguments lint;
    CatalogArguments catalog;
    bool json = false;
};

Command rowsCommand(RowsArguments& rows)
{
    Command command{"rows", "FINDING [INPUT]",
        "Print the rows behind a finding, one row a line. FINDING is its id in a catalog, or in a "
        "JSON report together with INPUT, the file that the report was made from.",
        {}, {}};
    command.options = {
        {"--report", '\0', "FILE", "the JSON report that holds the finding",
            storeText(rows.report)},
        {"--catalog", '\0', "FILE", "the catalog that holds the finding, in place of a report",
            storeText(rows.catalog)},
        {"--evidence", '\0', "N", "only the N-th piece of evidence",
            storeNumber(rows.evidence, 1, 1'000)},
        {"--csv", '\0', "", "CSV with a header in place of JSON lines", storeTrue(rows.csv)},
        {"--raw", '\0', "", "CSV cells as they are, not guarded against formulas",
            storeTrue(rows.raw)},
        {"--json", '\0', "", "JSON lines, as without it",
            [](const std::string&) { return base::Result<void>(); }},
        {"--jobs", 'j', "N", "threads (one per core)", storeNumber(rows.threads, 0, 256)},
    };
    command.run = [&rows](const std::vector<std::string>& operands) {
        rows.finding = operands[0];
        rows.input = operands.size() > 1 ? operands[1] : "";
        return runRows(rows);
    };
    return command;
}

Command licenseParseCommand(LicenseArguments& license)
{
    Command command{"license parse", "EXPR…",
        "Check SPDX licence expressions: spelling, unknown and deprecated ids, syntax.", {}, {}};
    command.options = {
        {"--accept", '\0', "LICENSE", "a licence that you accept; say whether these meet EXPR",
            appendText(license.accepted)},
        {"--json", '\0', "", "as JSON", storeTrue(license.json)},
    };
    command.run = [&license](const std::vector<std::string>& operands) {
        license.expressions = operands;
        return parseLicenses(license);
    };
    return command;
}

Command licenseTermsCommand(LicenseArguments& license)
{
    Command command{"license terms", "ID|EXPR…",
        "Show the terms of licences and what they indicate for a use: allowed, with which duties, "
        "not allowed and why, or that nobody can tell.",
        {}, {}};
    command.options = {
        {"--use", '\0', "USE",
            "one use: research, internal, commercial-product (or commercial), train-model, "
            "publish-dataset, publish-derived-dataset",
            storeText(license.use)},
        {"--json", '\0', "", "as JSON", storeTrue(license.json)},
    };
    command.run = [&license](const std::vector<std::string>& operands) {
        license.expressions = operands;
        return showTerms(license);
    };
    return command;
}

Command licenseDetectCommand(LicenseArguments& license)
{
    Command command{"license detect", "FILE…",
        "Recognise the licence texts of files: which licence, how exactly, what was changed or "
        "added.",
        {}, {}};
    command.options = {{"--json", '\0', "", "as JSON", storeTrue(license.json)},
        {"--diff", '\0', "", "with the words that only the licence or only the file has",
            storeTrue(license.diff)}};
    command.run = [&license](const std::vector<std::string>& operands) {
        return detectLicenses(operands, license.json, license.diff);
    };
    return command;
}

/// `metrics` and `rules`: list, explain ID.
void addLists(std::vector<Command>& commands, Arguments& arguments)
{
    const Option json{"--json", '\0', "", "as JSON", storeTrue(arguments.json)};
    const auto add = [&](const char* name, const char* operands, const char* summary, auto run) {
        commands.push_back({name, operands, summary, {json}, run});
    };
    using Operands = const std::vector<std::string>&;
    add("metrics list", "", "List all metrics.",
        [&arguments](Operands) { return listMetrics(arguments.json); });
    add("metrics explain", "ID", "Explain a metric: formula, range, edge cases, source.",
        [&arguments](Operands ids) { return explainMetric(ids[0], arguments.json); });
    add("rules list", "", "List all rules with their levels and limits.",
        [&arguments](Operands) { return listRules(arguments.json); });
    add("rules explain", "ID", "Explain a rule: what, why, how it is computed, what to do.",
        [&arguments](Operands ids) { return explainRule(ids[0], arguments.json); });
    add("schema", "NAME", "Print a JSON Schema: card, report, roles or policy.",
        [](Operands names) { return printSchema(names[0]); });
    add("version", "", "Print the version.",
        [&arguments](Operands) { return printVersion(arguments.json); });
}

/// What shells and manuals need, made from the commands before them and from these themselves.
void addShellCommands(std::vector<Command>& commands)
{
    commands.push_back({"completion", "SHELL",
        "Print a script that completes commands and options: bash, zsh or fish.", {}, {}});
    commands.push_back({"manual", "", "Print the manual page in roff.", {}, {}});
    commands[commands.size() - 2].run = [&commands](const std::vector<std::string>& operands) {
        const std::string script = completionScript(operands[0], commands);
        if (script.empty())
            return fail({base::ErrorCode::Usage, "there is no completion for '" + operands[0] + "'",
                "use bash, zsh or fish", {}});
        return printText(script);
    };
    commands.back().run
        = [&commands](const std::vector<std::string>&) { return printText(manualPage(commands)); };
}

Command policyShowCommand(PolicyArguments& policy, bool& json)
{
    Command command{"policy show", "",
        "Show what holds: every setting of every rule, its value, and where that comes from "
        "(default, the line of the policy file, an option); roles by dataset and waivers.",
        policyOptions(policy),
        [&policy, &json](const std::vector<std::string>&) { return showPolicy(policy, json); }};
    command.options.push_back({"--json", '\0', "", "as JSON", storeTrue(json)});
    return command;
}

void addPolicy(std::vector<Command>& commands, Arguments& arguments)
{
    commands.push_back({"policy init", "",
        "Print a policy file that states every default, to change and keep beside the data.", {},
        [](const std::vector<std::string>&) { return initPolicy(); }});
    commands.push_back({"policy check", "FILE…",
        "Check policy files: every key, rule, type and value. Exit code 2 where something is "
        "wrong.",
        {{"--json", '\0', "", "as JSON", storeTrue(arguments.json)}},
        [&arguments](const std::vector<std::string>& operands) {
            return checkPolicies(operands, arguments.json);
        }});
    commands.push_back(policyShowCommand(arguments.audit.policy, arguments.json));
}

void addBaseline(std::vector<Command>& commands, Arguments& arguments)
{
    using Operands = const std::vector<std::string>&;
    commands.push_back({"baseline write", "REPORT",
        "Keep a JSON report as the baseline of later audits, after checking that it can be one.",
        {{"--out", 'o', "FILE", "where to write it", storeText(arguments.to)}},
        [&arguments](Operands files) { return writeBaseline(files[0], arguments.to); }});
    commands.push_back({"baseline diff", "OLD NEW",
        "Compare two JSON reports: what is new, worse, better, fixed.",
        {{"--json", '\0', "", "as JSON", storeTrue(arguments.json)}}, [&arguments](Operands files) {
            return diffBaselines(files[0], files[1], arguments.json);
        }});
}

/// One line for each command; with a first word only for those that begin with it.
std::string commandLines(const std::vector<Command>& commands, const std::string& firstWord = {})
{
    std::vector<std::pair<std::string, std::string>> parts;
    std::size_t width = 0;
    for (const Command& command : commands) {
        if (!firstWord.empty() && command.name.substr(0, command.name.find(' ')) != firstWord)
            continue;
        std::string head
            = "  cupel " + command.name + (command.operands.empty() ? "" : " " + command.operands);
        width = std::max(width, reports::displayWidth(head) + 2);
        parts.emplace_back(
            std::move(head), command.summary.substr(0, command.summary.find_first_of(".:")));
    }
    std::string lines;
    for (const auto& [head, summary] : parts)
        lines += padded(head, width) + summary + "\n";
    return lines;
}

std::string overview(const std::vector<Command>& commands)
{
    return "Cupel audits machine-learning datasets: class imbalance, differences between "
           "groups,\nduplicate rows and conflicting labels.\n\nUsage:\n"
        + commandLines(commands)
        + "\nTry: cupel audit data.csv --label COL --favourable VALUE --group COL\n"
          "     cupel COMMAND --help\n";
}

/// The command that the first words name, which are taken away.
const Command* commandOf(const std::vector<Command>& commands, std::vector<std::string>& words)
{
    for (const Command& command : commands) {
        const std::size_t blank = command.name.find(' ');
        const std::size_t count = blank == std::string::npos ? 1 : 2;
        if (words.size() < count || words[0] != command.name.substr(0, blank))
            continue;
        if (count == 2 && words[1] != command.name.substr(blank + 1))
            continue;
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
        return &command;
    }
    return nullptr;
}

int unknownCommand(const std::vector<Command>& commands, const std::vector<std::string>& words)
{
    std::vector<std::string> known{"help"};
    std::string ofFirstWord;
    for (const Command& command : commands) {
        known.push_back(command.name);
        const std::size_t blank = command.name.find(' ');
        if (blank != std::string::npos && command.name.substr(0, blank) == words[0])
            ofFirstWord += (ofFirstWord.empty() ? "cupel " : " or cupel ") + command.name;
    }
    const std::string name
        = words.size() > 1 && !ofFirstWord.empty() ? words[0] + " " + words[1] : words[0];
    auto nearest = counts::nearestName(name, known);
    std::string hint = nearest ? "did you mean cupel " + *nearest + "?" : ofFirstWord;
    return fail({base::ErrorCode::Usage, "there is no command '" + name + "'",
        hint.empty() ? "see cupel help" : hint, {}});
}

bool asksForHelp(const std::string& word)
{
    return word == "help" || word == "--help" || word == "-h";
}

} // namespace

int runCommandLine(std::vector<std::string> words)
{
    Arguments arguments;
    std::vector<Command> commands{auditCommand(arguments.audit), rowsCommand(arguments.rows),
        importCommand(arguments.audit), reportCommand(arguments.catalog),
        compareCommand(arguments.catalog), licenseDetectCommand(arguments.license),
        licenseParseCommand(arguments.license), licenseTermsCommand(arguments.license),
        cardLintCommand(arguments.lint)};
    for (auto make : {cardCommands, rubricCommands}) {
        for (Command& command : make(arguments.audit))
            commands.push_back(std::move(command));
    }
    for (Command& command : catalogCommands(arguments.catalog))
        commands.push_back(std::move(command));
    commands.push_back(catalogHistoryCommand(arguments.catalog));
    addPolicy(commands, arguments);
    addBaseline(commands, arguments);
    addLists(commands, arguments);
    addShellCommands(commands);

    if (words.empty())
        return fail({base::ErrorCode::Usage, "no command is given", "see cupel help", {}});
    const bool isHelp = asksForHelp(words[0]);
    if (isHelp)
        words.erase(words.begin());
    if (isHelp && words.empty())
        return printText(overview(commands));
    if (words[0] == "--version")
        words[0] = "version";
    const Command* command = commandOf(commands, words);
    if (!command) {
        const std::string ofFirstWord = commandLines(commands, words[0]);
        const bool asksForAll
            = isHelp ? words.size() == 1 : words.size() > 1 && asksForHelp(words[1]);
        if (asksForAll && !ofFirstWord.empty())
            return printText("Usage:\n" + ofFirstWord);
        return unknownCommand(commands, words);
    }
    const auto given = isHelp ? base::Result<Given>(Given{{}, true}) : parse(*command, words);
    if (!given)
        return fail(given.error());
    return given->wantsHelp ? printText(helpPage(*command)) : command->run(given->operands);
}

} // namespace cupel::batch
