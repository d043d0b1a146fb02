#include "app/batch/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "core/counts/nearest_name.h"
#include "core/reports/json_report.h"

namespace cupel::batch {
namespace {

/// The names a command takes, for the nearest to a mistyped one.
std::vector<std::string> optionNames(const CLI::App& command)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    }
    return names;
}

std::string suggestion(const CLI::App& app, int argc, const char* const* argv)
{
    const std::string help = "see cupel --help";
    if (argc < 2)
        return help;
    std::vector<std::string> commands;
    const CLI::App* chosen = nullptr;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        commands.push_back(command->get_name());
        if (command->get_name() == argv[1])
            chosen = command;
    }
    if (!chosen) {
        const auto nearest = counts::nearestName(argv[1], commands);
        return nearest ? "did you mean 'cupel " + *nearest + "'?" : help;
    }
    const std::vector<std::string> known = optionNames(*chosen);
    for (int i = 2; i < argc; ++i) {
        const std::string word = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
        if (!word.starts_with("--") || word == "--"
            || std::find(known.begin(), known.end(), word) != known.end())
            continue;
        if (const auto nearest = counts::nearestName(word, known))
            return "did you mean " + *nearest + "?";
    }
    return "see cupel " + chosen->get_name() + " --help";
}

struct Arguments {
    AuditArguments audit;
    RowsArguments rows;
    bool json = false;
    std::string id;
    std::string schema;
};

/// `metrics` and `rules`: list, explain ID.
void declareLists(CLI::App& app, const char* name, const char* what, Arguments& arguments)
{
    CLI::App* command = app.add_subcommand(name, std::string("list ") + what + ", or explain one");
    command->require_subcommand(1);
    CLI::App* list = command->add_subcommand("list", std::string("all ") + what);
    list->add_flag("--json", arguments.json, "as JSON");
    CLI::App* explain = command->add_subcommand("explain", "one page");
    explain->add_option("ID", arguments.id)->required();
    explain->add_flag("--json", arguments.json, "as JSON");
}

void declareAll(CLI::App& app, Arguments& arguments)
{
    app.require_subcommand(1);
    app.set_version_flag("--version", "cupel " + std::string(reports::programVersion()));
    declare(*app.add_subcommand("audit", "audit datasets and print what matters"), arguments.audit);

    CLI::App* rows = app.add_subcommand("rows", "print the rows that show a finding");
    rows->add_option("FINDING", arguments.rows.finding, "id of the finding, or its begin")
        ->required();
    rows->add_option("INPUT", arguments.rows.input, "the file the report was made from")
        ->required();
    rows->add_option("--report", arguments.rows.report, "JSON report that holds the finding")
        ->required();
    rows->add_option("--format", arguments.rows.format, "jsonl (default: one row a line) or csv");
    rows->add_flag(
        "--raw", arguments.rows.raw, "CSV cells as they are, without the guard against formulas");
    rows->add_flag("--json", arguments.json, "one row a line, as without it");
    rows->add_option("-j,--jobs", arguments.rows.threads, "threads (one per core)")
        ->check(CLI::Range(0, 256));

    declareLists(app, "metrics", "metrics", arguments);
    declareLists(app, "rules", "rules", arguments);
    CLI::App* schema = app.add_subcommand("schema", "print a JSON Schema: report, roles");
    schema->add_option("NAME", arguments.schema)->required();
    app.add_subcommand("version", "print the version");
}

int dispatch(const CLI::App& app, const Arguments& arguments)
{
    const CLI::App* command = app.get_subcommands().front();
    const std::string& name = command->get_name();
    if (name == "audit")
        return runAudit(arguments.audit);
    if (name == "rows")
        return runRows(arguments.rows);
    if (name == "schema")
        return printSchema(arguments.schema);
    if (name == "version") {
        std::puts(("cupel " + std::string(reports::programVersion())).c_str());
        return kClean;
    }
    const bool explains = command->get_subcommands().front()->get_name() == "explain";
    if (name == "metrics")
        return explains ? explainMetric(arguments.id, arguments.json) : listMetrics(arguments.json);
    return explains ? explainRule(arguments.id, arguments.json) : listRules(arguments.json);
}

} // namespace

int runCommandLine(int argc, const char* const* argv)
{
    CLI::App app{"Cupel audits machine-learning datasets: class imbalance, differences between "
                 "groups, duplicates and conflicting labels.",
        "cupel"};
    Arguments arguments;
    declareAll(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        printError({base::ErrorCode::Usage, error.what(), suggestion(app, argc, argv), {}});
        return kUsage;
    }
    return dispatch(app, arguments);
}

} // namespace cupel::batch
