#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/batch/card_dataset.h"
#include "app/batch/catalog_commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/person.h"
#include "app/batch/today.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;

std::string counted(std::uint64_t number, const char* singular, const char* plural)
{
    return reports::countedWords(static_cast<std::int64_t>(number), singular, plural);
}

std::string importWords(const catalog::Imported& imported, const reports::DatasetReport& dataset)
{
    const std::string what = imported.isNewDataset ? "new"
        : imported.isNewVersion                    ? "the file, or how it is read, changed"
                                                   : "unchanged";
    std::string text = reports::visibleText(imported.name) + "  version "
        + std::to_string(imported.number) + " (" + what + ")  "
        + counted(dataset.input.rows, "row", "rows") + ", "
        + counted(dataset.description.columns.size(), "column", "columns");
    if (dataset.input.rejectedRows > 0)
        text += ", " + counted(dataset.input.rejectedRows, "rejected row", "rejected rows");
    return text + "\n";
}

Json importJson(const catalog::Imported& imported, const reports::DatasetReport& dataset)
{
    return {{"dataset", imported.name}, {"version", imported.number},
        {"isNewDataset", imported.isNewDataset}, {"isNewVersion", imported.isNewVersion},
        {"file", dataset.input.file}, {"hash", dataset.input.hash}, {"rows", dataset.input.rows},
        {"rejectedRows", dataset.input.rejectedRows},
        {"columns", dataset.description.columns.size()}};
}

int printImports(const std::vector<catalog::Imported>& all, const reports::Report& report,
    const AuditArguments& arguments)
{
    std::string text;
    Json json = Json::array();
    for (std::size_t i = 0; i < all.size(); ++i) {
        text += importWords(all[i], report.datasets[i]);
        json.push_back(importJson(all[i], report.datasets[i]));
    }
    if (arguments.json)
        return printText(reports::jsonText({{"datasets", std::move(json)}}));
    return arguments.quiet ? static_cast<int>(kClean) : printText(text);
}

int import(const AuditArguments& arguments)
{
    auto options = understand(arguments);
    if (!options)
        return fail(options.error());
    if (options->catalog.empty())
        return fail(needsCatalog("import"));
    options->request.fillsCard = true;
    const auto time = now();
    if (!time)
        return fail(time.error());
    std::optional<base::Result<reports::Report>> report;
    base::Result<std::vector<catalog::Imported>> imported(std::vector<catalog::Imported>{});
    {
        Progress progress(options->progress);
        auto store = pipeline::CatalogStore::open(
            options->catalog, catalog::Catalog::Missing::Create, options->sources, progress.job());
        if (!store)
            return fail(store.error());
        options->request.store = store->get();
        report = pipeline::runAudit(options->request, progress.job(), {});
        if (*report) {
            imported = (*store)->put(**report, pipeline::CatalogStore::Puts::Datasets, *time,
                personName(), progress.job());
        }
    }
    if (!*report)
        return fail(report->error());
    int code = kClean;
    for (const reports::UnreadInput& input : (*report)->unread)
        code = stronger(code, fail(input.error, input.path));
    if (!imported)
        return stronger(code, fail(imported.error()));
    return stronger(code, printImports(*imported, **report, arguments));
}

} // namespace

Command importCommand(AuditArguments& arguments)
{
    Command command{"import", "INPUT…",
        "Put datasets into a catalog: what was read, how, and the documents beside the data, "
        "without auditing them. A file that changed becomes a new version of its dataset.",
        readingOptions(arguments), [&arguments](const std::vector<std::string>& operands) {
            arguments.inputs = operands;
            return import(arguments);
        }};
    command.options.push_back(catalogOption(arguments.catalog));
    command.options.push_back({"--keep-source", '\0', "",
        "keep the bytes of the inputs as well, so that rows outlive them",
        storeTrue(arguments.keepSource)});
    command.options.push_back({"--json", '\0', "", "as JSON", storeTrue(arguments.json)});
    command.options.push_back(
        {"--quiet", 'q', "", "print nothing but errors", storeTrue(arguments.quiet)});
    return command;
}

} // namespace cupel::batch
