#include "app/batch/audit_options.h"

#include "app/batch/commands.h"
#include "app/batch/named_files.h"
#include "app/batch/read_text.h"
#include "app/batch/today.h"

#include <algorithm>
#include <iterator>

#include "core/base/number.h"
#include "core/counts/nearest_name.h"
#include "core/pipeline/policy_file.h"

namespace cupel::batch {
namespace {

using base::Result;

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

/// --type and --null, which a roles file can say as well.
Result<void> addCellRules(const AuditArguments& arguments, audits::Roles& roles)
{
    for (const std::string& given : arguments.types) {
        const std::size_t equals = given.rfind('=');
        const std::string type = equals == std::string::npos ? "" : given.substr(equals + 1);
        if (!table::typeFromName(type))
            return base::usageError("--type '" + given + "' is not COL=TYPE",
                "types are text, integer, number, boolean, date and datetime");
        roles.types[given.substr(0, equals)] = type;
    }
    for (const std::string& given : arguments.nulls) {
        const std::size_t equals = given.find('=');
        const bool isOfColumn = equals != std::string::npos && equals > 0;
        roles.missing[isOfColumn ? given.substr(0, equals) : "*"].push_back(
            isOfColumn ? given.substr(equals + 1) : given);
    }
    return {};
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
    roles.use = arguments.uses;
    for (const std::string& group : arguments.groups)
        roles.groups.push_back(groupFrom(group));
    for (const std::string& pair : arguments.intersections) {
        std::vector<std::string> columns = splitAt(pair, ',');
        if (columns.size() != 2 || columns[0].empty() || columns[1].empty())
            return base::usageError(
                "--intersect '" + pair + "' does not name two columns", "write --intersect A,B");
        roles.intersections.push_back(std::move(columns));
    }
    if (auto added = addCellRules(arguments, roles); !added)
        return added.error();
    return roles;
}

Result<audits::Roles> rolesFrom(const AuditArguments& arguments)
{
    auto roles = rolesFromFlags(arguments);
    if (!roles)
        return roles;
    if (!arguments.rolesFile.empty()) {
        auto text = readText(arguments.rolesFile, kLargestRoles);
        if (!text)
            return text.error();
        auto file = audits::rolesFromJson(*text, arguments.rolesFile);
        if (!file)
            return file;
        roles = audits::merge(*file, *roles);
    }
    return roles;
}

Result<readers::CsvOptions> readingFrom(const AuditArguments& arguments)
{
    readers::CsvOptions options;
    options.hasHeader = !arguments.noHeader;
    if (!arguments.names.empty())
        options.names = splitAt(arguments.names, ',');
    options.delimiter = arguments.delimiter;
    if (options.delimiter == "\\t" || options.delimiter == "tab")
        options.delimiter = "\t";
    if (arguments.quote == "none")
        options.quote = '\0';
    else if (arguments.quote.size() == 1)
        options.quote = arguments.quote[0];
    else if (!arguments.quote.empty())
        return base::usageError("--quote '" + arguments.quote + "' is not one character",
            "give one character, or none for a file without quoting");
    std::string encoding = arguments.encoding;
    std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8")
        return base::usageError("--encoding '" + arguments.encoding + "' is not read, only UTF-8",
            "convert the file first: iconv -f " + arguments.encoding + " -t UTF-8");
    return options;
}

/// The documents that are read with the inputs.
std::vector<std::string> documentsOf(const AuditArguments& arguments)
{
    std::vector<std::string> paths;
    if (!arguments.cardFile.empty())
        paths.push_back(arguments.cardFile);
    for (const std::string& input : arguments.inputs) {
        for (std::string& path : documentsBeside(input))
            paths.push_back(std::move(path));
    }
    return paths;
}

/// --catalog, --keep-source and --memory.
Result<void> keepingFrom(const AuditArguments& arguments, AuditOptions& options)
{
    if (arguments.memory && !arguments.catalog.empty())
        return base::usageError("--memory and --catalog exclude each other",
            "leave out --memory to keep the results in the catalog");
    if (arguments.keepSource && arguments.catalog.empty())
        return base::usageError("--keep-source needs a catalog", "add --catalog FILE");
    options.catalog = arguments.catalog;
    if (arguments.keepSource)
        options.sources = pipeline::CatalogStore::Sources::Keep;
    return {};
}

Result<void> checkFiles(const AuditArguments& arguments, const AuditOptions& options)
{
    NamedFiles files;
    files.inputs = arguments.inputs;
    for (const std::string& path :
        {arguments.rolesFile, arguments.cardFile, arguments.policy.file, arguments.baseline}) {
        if (!path.empty())
            files.settings.push_back(path);
    }
    files.outputs = options.outputs.paths();
    files.catalog = options.catalog;
    const bool writesFiles = !files.catalog.empty()
        || std::any_of(files.outputs.begin(), files.outputs.end(),
            [](const std::string& path) { return path != "-"; });
    if (writesFiles) {
        for (std::string& path : documentsOf(arguments))
            files.settings.push_back(std::move(path));
    }
    return checkNamedFiles(files);
}

} // namespace

std::vector<Option> auditOptions(AuditArguments& a)
{
    std::vector<Option> options{
        {"--label", '\0', "COL", "column with the class or outcome", storeText(a.label)},
        {"--favourable", '\0', "VALUE", "value of the label that is the good outcome",
            storeText(a.favourable)},
        {"--positive", '\0', "VALUE", "value of the label that is the event (default: favourable)",
            storeText(a.positive)},
        {"--group", '\0', "COL[:EDGES]",
            "column with a protected attribute; a number column in bins: age:0,25,40,60",
            appendText(a.groups)},
        {"--intersect", '\0', "COL,COL", "two group columns crossed", appendText(a.intersections)},
        {"--reference", '\0', "COL=VALUE",
            "the group that others are compared with (default: the largest)",
            appendText(a.references)},
        {"--prediction", '\0', "COL", "column with a model's prediction", storeText(a.prediction)},
        {"--score", '\0', "COL", "column with a model's score", storeText(a.score)},
        {"--threshold", '\0', "X",
            "without a prediction: a score of at least X predicts the positive value",
            storeText(a.threshold)},
        {"--stratum", '\0', "COL", "column to condition on", storeText(a.stratum)},
        {"--weight", '\0', "COL", "column with weights of the rows", storeText(a.weight)},
        {"--time", '\0', "COL", "column with the time window", storeText(a.time)},
        {"--id", '\0', "COL", "column that identifies rows", storeText(a.id)},
        {"--split-column", '\0', "COL", "column with the split (train, test, …)",
            storeText(a.split)},
        {"--where", '\0', "EXPR", "only these rows: \"age >= 40 and sex = 'Female'\"",
            storeText(a.where)},
        {"--roles", '\0', "FILE",
            "roles file (see cupel schema roles); the options above win over it",
            storeText(a.rolesFile)},
        {"--card", '\0', "FILE",
            "card (Markdown) or Croissant file (.json) of the data, in place of those of its kind "
            "beside it",
            storeText(a.cardFile)},
        {"--use", '\0', "USE",
            "what the data are for: research, internal, commercial-product (or commercial), "
            "train-model, publish-dataset, publish-derived-dataset",
            appendText(a.uses)},
        {"--accept-proposed-roles", '\0', "", "use the roles that the data suggests",
            storeTrue(a.acceptProposed)},
        {"--baseline", '\0', "FILE", "an earlier JSON report to compare with",
            storeText(a.baseline)},
        {"--only-new", '\0', "", "fail only on what is new or worse than in the baseline",
            storeTrue(a.onlyNew)},
        {"--require-review", '\0', "",
            "exit with 6 while a finding waits for a person to decide; a waiver decides it",
            storeTrue(a.requiresReview)},
        {"--out", 'o', "FORMAT=PATH",
            "write a report; formats: " + formatList() + "; - is standard output",
            appendText(a.outputs)},
        paperOption(a.paper),
        {"--json", '\0', "", "print the JSON report in place of the summary", storeTrue(a.json)},
        {"--catalog", '\0', "FILE",
            "keep datasets and findings in this catalog, which is made where it is missing; what "
            "it holds of an unchanged input is not read again",
            storeText(a.catalog)},
        {"--keep-source", '\0', "",
            "keep the bytes of the inputs in the catalog as well, so that rows outlive them",
            storeTrue(a.keepSource)},
        {"--memory", '\0', "", "keep nothing (default)", storeTrue(a.memory)},
        {"--no-header", '\0', "", "the first line is a row", storeTrue(a.noHeader)},
        {"--names", '\0', "A,B,…", "names of the columns", storeText(a.names)},
        {"--delimiter", '\0', "TEXT",
            "what stands between cells: , ; ', ' tab … (default: detected)",
            storeText(a.delimiter)},
        {"--quote", '\0', "C", "quote character (default: \"), or none", storeText(a.quote)},
        {"--encoding", '\0', "NAME", "UTF-8, the only one that is read", storeText(a.encoding)},
        {"--type", '\0', "COL=TYPE", "text, integer, number, boolean, date or datetime",
            appendText(a.types)},
        {"--null", '\0', "[COL=]TEXT", "a text that means missing", appendText(a.nulls)},
        {"--jobs", 'j', "N", "threads (default: one per core)", storeNumber(a.threads, 0, 256)},
        {"--progress", '\0', "MODE", "auto (on a terminal), never, plain or json",
            storeText(a.progress)},
        {"--quiet", 'q', "", "no summary", storeTrue(a.quiet)},
        {"--verbose", 'v', "", "every finding in the summary, with what to do",
            storeTrue(a.verbose)},
    };
    std::vector<Option> ofPolicy = policyOptions(a.policy);
    const auto place = std::find_if(options.begin(), options.end(),
        [](const Option& option) { return option.name == "--baseline"; });
    options.insert(
        place, std::make_move_iterator(ofPolicy.begin()), std::make_move_iterator(ofPolicy.end()));
    return options;
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
    auto policy = policyFrom(arguments.policy);
    if (!policy)
        return policy.error();
    const auto progress = progressModeFromName(arguments.progress);
    if (!progress)
        return base::usageError(
            "--progress '" + arguments.progress + "' is unknown", "use auto, never, plain or json");
    const std::string failOn = policy->failOn ? policy->failOn->value : "error";
    if (failOn != "never")
        options.failOn = findings::levelFromName(failOn);
    options.request.privacy = pipeline::privacyOf(*policy);
    auto outputs = outputsFrom(arguments.outputs, arguments.json, arguments.paper);
    if (!outputs)
        return outputs.error();
    options.outputs = std::move(*outputs);
    options.outputs.isQuiet = arguments.quiet;
    options.outputs.isVerbose = arguments.verbose;
    if (auto kept = keepingFrom(arguments, options); !kept)
        return kept.error();
    if (!arguments.baseline.empty()) {
        auto baseline = loadBaseline(arguments.baseline);
        if (!baseline)
            return baseline.error();
        options.request.baseline = std::move(*baseline);
    } else if (arguments.onlyNew) {
        return base::usageError("--only-new needs a baseline", "add --baseline report.json");
    }
    options.request.onlyNew = arguments.onlyNew;
    options.requiresReview = arguments.requiresReview;
    if (auto apart = checkFiles(arguments, options); !apart)
        return apart.error();
    options.request.inputs = arguments.inputs;
    options.request.options = std::move(*reading);
    options.request.roles = std::move(*roles);
    options.request.roleValues
        = {arguments.favourable, arguments.positive, arguments.threshold, arguments.references};
    options.request.acceptsProposals = arguments.acceptProposed;
    options.request.where = arguments.where;
    options.request.cardFile = arguments.cardFile;
    if (!policy->waivers.empty()) {
        const auto day = today();
        if (!day)
            return day.error();
        options.request.today = *day;
    }
    options.request.parameters.policy = std::move(*policy);
    options.request.options.threads = static_cast<unsigned>(arguments.threads);
    options.progress = *progress;
    return options;
}

} // namespace cupel::batch
