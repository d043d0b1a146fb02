#include "app/batch/audit_options.h"

#include "app/batch/read_text.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "core/base/number.h"
#include "core/reports/privacy.h"

namespace cupel::batch {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Error usage(std::string message, std::string hint)
{
    return {ErrorCode::Usage, std::move(message), std::move(hint), {}};
}

std::vector<std::string> splitAt(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string::npos)
            return parts;
        begin = end + 1;
    }
}

/// COL or COL:edge,edge,…; a colon that no numbers follow belongs to the name.
audits::GroupRole groupFrom(const std::string& text)
{
    audits::GroupRole role;
    role.column = text;
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos)
        return role;
    std::vector<double> edges;
    for (const std::string& part : splitAt(text.substr(colon + 1), ',')) {
        const auto number = base::parseNumber(part);
        if (!number)
            return role;
        edges.push_back(number->d);
    }
    role.column = text.substr(0, colon);
    role.bins = std::move(edges);
    return role;
}

Result<audits::Roles> rolesFromFlags(const AuditArguments& arguments)
{
    audits::Roles roles;
    if (!arguments.label.empty()) {
        roles.label.emplace();
        roles.label->column = arguments.label;
    }
    roles.prediction = arguments.prediction;
    roles.score = arguments.score;
    roles.stratum = arguments.stratum;
    roles.weight = arguments.weight;
    roles.timeWindow = arguments.time;
    roles.id = arguments.id;
    roles.split = arguments.split;
    for (const std::string& group : arguments.groups)
        roles.groups.push_back(groupFrom(group));
    for (const std::string& pair : arguments.intersections) {
        std::vector<std::string> columns = splitAt(pair, ',');
        if (columns.size() != 2 || columns[0].empty() || columns[1].empty())
            return usage(
                "--intersect '" + pair + "' does not name two columns", "write --intersect A,B");
        roles.intersections.push_back(std::move(columns));
    }
    return roles;
}

/// --favourable, --positive and --reference speak of roles that the file may have given.
Result<void> applyValues(const AuditArguments& arguments, audits::Roles& roles)
{
    if (!arguments.favourable.empty() || !arguments.positive.empty()) {
        if (!roles.label)
            return usage("--favourable and --positive need a label", "pass --label COL as well");
        if (!arguments.favourable.empty())
            roles.label->favourable = arguments.favourable;
        if (!arguments.positive.empty())
            roles.label->positive = arguments.positive;
    }
    for (const std::string& reference : arguments.references) {
        bool found = false;
        for (audits::GroupRole& group : roles.groups) {
            if (!found && reference.starts_with(group.column + "=")) {
                group.reference = reference.substr(group.column.size() + 1);
                found = true;
            }
        }
        if (!found)
            return usage("--reference '" + reference + "' names no group column",
                "write --reference COL=VALUE for a column given with --group");
    }
    return {};
}

Result<audits::Roles> rolesFrom(const AuditArguments& arguments)
{
    auto roles = rolesFromFlags(arguments);
    if (!roles)
        return roles;
    if (!arguments.rolesFile.empty()) {
        auto text = readText(arguments.rolesFile);
        if (!text)
            return text.error();
        auto file = audits::rolesFromJson(*text, arguments.rolesFile);
        if (!file)
            return file;
        roles = audits::merge(*file, *roles);
    }
    if (auto applied = applyValues(arguments, *roles); !applied)
        return applied.error();
    return roles;
}

Result<readers::CsvOptions> readingFrom(const AuditArguments& arguments)
{
    readers::CsvOptions options;
    options.hasHeader = !arguments.noHeader;
    options.names = arguments.names;
    options.delimiter = arguments.delimiter;
    if (options.delimiter == "\\t" || options.delimiter == "tab")
        options.delimiter = "\t";
    if (arguments.quote == "none")
        options.quote = '\0';
    else if (arguments.quote.size() == 1)
        options.quote = arguments.quote[0];
    else if (!arguments.quote.empty())
        return usage("--quote '" + arguments.quote + "' is not one character",
            "give one character, or none for a file without quoting");
    std::string encoding = arguments.encoding;
    std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8")
        return usage("--encoding '" + arguments.encoding + "' is not read, only UTF-8",
            "convert the file first: iconv -f " + arguments.encoding + " -t UTF-8");
    for (const std::string& given : arguments.types) {
        const std::size_t equals = given.rfind('=');
        const auto type = equals == std::string::npos
            ? std::nullopt
            : table::typeFromName(std::string_view(given).substr(equals + 1));
        if (!type)
            return usage("--type '" + given + "' is not COL=TYPE",
                "types are text, integer, number, boolean, date and datetime");
        options.types[given.substr(0, equals)] = *type;
    }
    for (const std::string& given : arguments.nulls) {
        const std::size_t equals = given.find('=');
        if (equals == std::string::npos || equals == 0)
            options.nullTokens.push_back(given);
        else if (given.substr(0, equals) == "*")
            options.nullTokens.push_back(given.substr(equals + 1));
        else
            options.nullTokensByColumn[given.substr(0, equals)].push_back(given.substr(equals + 1));
    }
    return options;
}

Result<void> outputsFrom(const AuditArguments& arguments, AuditOptions& options)
{
    if (arguments.json)
        options.outputs.emplace_back("json", "-");
    for (const std::string& given : arguments.outputs) {
        const std::size_t equals = given.find('=');
        if (equals == std::string::npos || given.substr(0, equals) != "json"
            || equals + 1 == given.size())
            return usage("-o '" + given + "' is not FORMAT=PATH with a known format",
                "write -o json=report.json, or -o json=- for standard output");
        options.outputs.emplace_back(given.substr(0, equals), given.substr(equals + 1));
    }
    return {};
}

} // namespace

void declare(CLI::App& command, AuditArguments& a)
{
    const auto list = [&](const char* name, std::vector<std::string>& to, const char* help) {
        return command.add_option(name, to, help)->allow_extra_args(false)->take_all();
    };
    command.add_option("INPUT", a.inputs, "CSV files; each is a dataset of its own")->required();
    command.add_option("--label", a.label, "column with the class or outcome");
    command.add_option("--favourable", a.favourable, "value of the label that is the good outcome");
    command.add_option("--positive", a.positive, "value of the label that is the event");
    list("--group", a.groups, "COL or COL:e0,e1,…: protected attribute, a number column in bins");
    list("--intersect", a.intersections, "A,B: two group columns crossed");
    list("--reference", a.references, "COL=VALUE: group that others are compared with");
    command.add_option("--prediction", a.prediction, "column with a model's prediction");
    command.add_option("--score", a.score, "column with a model's score");
    command.add_option("--stratum", a.stratum, "column to condition on");
    command.add_option("--weight", a.weight, "column with survey weights");
    command.add_option("--time", a.time, "column with the time window");
    command.add_option("--id", a.id, "column that identifies rows");
    command.add_option("--split-column", a.split, "column with the split (train, test, …)");
    command.add_option("--where", a.where, "only rows like: \"age >= 40 and sex = 'Female'\"");
    command.add_option("--roles", a.rolesFile, "roles file (JSON)");
    command.add_flag(
        "--accept-proposed-roles", a.acceptProposed, "use the roles the data suggests");
    command.add_option("--min-count", a.minCount, "smaller groups never fail a check alone")
        ->check(CLI::NonNegativeNumber);
    command.add_option(
        "--fail-on", a.failOn, "never, note, warning or error (default): exit 1 from there on");
    list("-o,--out", a.outputs, "FORMAT=PATH: write a report; json=- is standard output");
    command.add_flag("--json", a.json, "print the JSON report instead of the summary");
    command.add_option("--privacy", a.privacy, "full, masked (default) or aggregate");
    command.add_flag("--no-header", a.noHeader, "the first line is a row");
    command.add_option("--names", a.names, "A,B,…: column names")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--delimiter", a.delimiter, "between cells: , ; ', ' tab … (detected)");
    command.add_option("--quote", a.quote, "quote character (\"), or none");
    command.add_option("--encoding", a.encoding, "UTF-8");
    list("--type", a.types, "COL=TYPE: text, integer, number, boolean, date, datetime");
    list("--null", a.nulls, "TEXT or COL=TEXT: a text that means missing");
    command.add_option("-j,--jobs", a.threads, "threads (one per core)")->check(CLI::Range(0, 256));
    command.add_option("--progress", a.progress, "auto (on a terminal), never, plain or json");
    command.add_flag("-q,--quiet", a.quiet, "no summary");
    command.add_flag("-v,--verbose", a.verbose, "every finding in the summary");
}

Result<AuditOptions> understand(const AuditArguments& arguments)
{
    AuditOptions options;
    auto reading = readingFrom(arguments);
    if (!reading)
        return reading.error();
    auto roles = rolesFrom(arguments);
    if (!roles)
        return roles.error();
    const auto privacy = reports::privacyFromName(arguments.privacy);
    if (!privacy)
        return usage(
            "--privacy '" + arguments.privacy + "' is unknown", "use full, masked or aggregate");
    const auto progress = progressModeFromName(arguments.progress);
    if (!progress)
        return usage(
            "--progress '" + arguments.progress + "' is unknown", "use auto, never, plain or json");
    if (arguments.failOn != "never") {
        options.failOn = findings::levelFromName(arguments.failOn);
        if (!options.failOn || *options.failOn == findings::Level::None)
            return usage("--fail-on '" + arguments.failOn + "' is unknown",
                "use never, note, warning or error");
    }
    if (auto outputs = outputsFrom(arguments, options); !outputs)
        return outputs.error();
    options.request.inputs = arguments.inputs;
    options.request.options = std::move(*reading);
    options.request.roles = std::move(*roles);
    options.request.acceptsProposals = arguments.acceptProposed;
    options.request.where = arguments.where;
    options.request.parameters.minCount = arguments.minCount;
    options.request.privacy = *privacy;
    options.request.options.threads = arguments.threads;
    options.progress = *progress;
    options.quiet = arguments.quiet;
    options.verbose = arguments.verbose;
    return options;
}

} // namespace cupel::batch
