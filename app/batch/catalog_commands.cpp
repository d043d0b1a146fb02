#include "app/batch/catalog_commands.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/batch/catalog_outputs.h"
#include "app/batch/catalog_texts.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/progress.h"
#include "app/batch/today.h"
#include "core/base/number.h"
#include "core/pipeline/catalog_store.h"
#include "core/reports/json_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;
using catalog::Catalog;
using pipeline::CatalogStore;
using reports::visibleText;

/// Run a command over an open catalog.
template <typename Step>
int withCatalog(const char* command, const CatalogArguments& arguments, const Step& step)
{
    if (arguments.catalog.empty())
        return fail(needsCatalog(std::string("catalog ") + command));
    Progress progress(ProgressMode::Auto);
    const base::JobContext job = progress.job();
    auto store = CatalogStore::open(
        arguments.catalog, Catalog::Missing::Fail, CatalogStore::Sources::Forget, job);
    return store ? step(**store, job) : fail(store.error());
}

std::string counted(std::int64_t number, const char* one, const char* many)
{
    return base::groupedDigits(number) + " " + (number == 1 ? one : many);
}

/// What the last audit of a dataset came to.
std::string verdictWords(const catalog::DatasetSummary& one)
{
    if (!one.lastRun)
        return "not audited";
    const catalog::VerdictCounts& verdict = one.lastRun->info.verdict;
    return counted(verdict.errors, "error", "errors") + ", "
        + counted(verdict.warnings, "warning", "warnings") + ", "
        + counted(verdict.notes, "note", "notes");
}

Json verdictJson(const catalog::StoredRun& run)
{
    const catalog::VerdictCounts& verdict = run.info.verdict;
    return {{"at", timeText(run.info.madeAt)}, {"level", verdict.level}, {"errors", verdict.errors},
        {"warnings", verdict.warnings}, {"notes", verdict.notes}, {"reviews", verdict.reviews},
        {"open", verdict.open}, {"notRun", verdict.notRun}, {"waived", verdict.waived},
        {"partial", !run.info.reasons.empty()}};
}

Json summaryJson(const catalog::DatasetSummary& one)
{
    return {{"name", one.dataset.name}, {"path", one.dataset.path}, {"versions", one.versions},
        {"version", one.latest.number}, {"importedAt", timeText(one.latest.importedAt)},
        {"hash", one.latest.file.hash}, {"rows", one.latest.file.rows},
        {"rejectedRows", one.latest.file.rejectedRows},
        {"keepsSource", one.latest.dataFile && one.latest.dataFile->keepsSource},
        {"lastRun", one.lastRun ? verdictJson(*one.lastRun) : Json(nullptr)}};
}

int listRemoved(const Catalog& catalog, bool json)
{
    const auto all = catalog.removedDatasets();
    if (!all)
        return fail(all.error());
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const catalog::Dataset& one : *all) {
        const std::string at = one.removedAt ? timeText(*one.removedAt) : "";
        const std::string until
            = one.removedAt ? timeText(*one.removedAt + catalog::kKeepRemoved) : "";
        list.push_back({{"name", one.name}, {"path", one.path}, {"removedAt", at},
            {"restorableUntil", until}});
        rows.push_back(
            {visibleText(one.name), "removed " + at, "until " + until, visibleText(one.path)});
    }
    return printText(json  ? reports::jsonText({{"removed", std::move(list)}})
            : rows.empty() ? "no dataset was removed\n"
                           : aligned(rows));
}

int listDatasets(const Catalog& catalog, const CatalogArguments& arguments)
{
    if (arguments.removed)
        return listRemoved(catalog, arguments.json);
    const auto all = catalog.datasets();
    if (!all)
        return fail(all.error());
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const catalog::DatasetSummary& one : *all) {
        list.push_back(summaryJson(one));
        rows.push_back({visibleText(one.dataset.name), counted(one.versions, "version", "versions"),
            counted(one.latest.file.rows, "row", "rows"), verdictWords(one),
            visibleText(one.dataset.path)});
    }
    return printText(arguments.json ? reports::jsonText({{"datasets", std::move(list)}})
            : rows.empty()          ? "the catalog is empty\n"
                                    : aligned(rows));
}

int checkCatalog(
    CatalogStore& store, const CatalogArguments& arguments, const base::JobContext& job)
{
    const auto files = store.dataFiles();
    if (!files)
        return fail(files.error());
    const auto problems = store.catalog().check(*files, job);
    if (!problems)
        return fail(problems.error());
    const bool isSound = std::all_of(problems->begin(), problems->end(), &catalog::isHarmless);
    Json list = Json::array();
    std::string text = isSound ? "no problem found\n" : "";
    for (const catalog::CheckProblem& problem : *problems) {
        const std::string kind(catalog::problemKindName(problem.kind));
        list.push_back({{"kind", kind}, {"text", problem.text}});
        text += kind + ": " + visibleText(problem.text) + "\n";
    }
    const int printed = printText(arguments.json
            ? reports::jsonText({{"sound", isSound}, {"problems", std::move(list)}})
            : text);
    return stronger(isSound ? kClean : kCatalog, printed);
}

int removeDataset(CatalogStore& store, const std::string& name)
{
    const auto time = now();
    if (!time)
        return fail(time.error());
    const auto removed = store.catalog().remove(name, *time);
    if (!removed)
        return fail(removed.error());
    const auto purged = store.catalog().purge(*time);
    if (!purged)
        return fail(purged.error());
    store.deleteDataFiles(purged->dataFiles);
    std::string text = visibleText(removed->name) + " is removed; for "
        + std::to_string(catalog::kKeepRemoved.count())
        + " days it can be brought back: cupel catalog restore " + visibleText(removed->name)
        + " --catalog " + visibleText(store.catalog().path()) + "\n";
    for (const std::string& gone : purged->names)
        text += visibleText(gone) + " was removed before that and is deleted now\n";
    return printText(text);
}

int restoreDataset(CatalogStore& store, const std::string& name)
{
    const auto time = now();
    if (!time)
        return fail(time.error());
    const auto restored = store.catalog().restore(name, *time);
    if (!restored)
        return fail(restored.error());
    return printText(visibleText(restored->name) + " is back\n");
}

int locateDataset(CatalogStore& store, const std::string& name, const std::string& path,
    const base::JobContext& job)
{
    const auto time = now();
    if (!time)
        return fail(time.error());
    const auto located = store.locate(name, path, *time, job);
    if (!located)
        return fail(located.error());
    if (!located->isSame) {
        base::Error error = base::usageError("this is not the file of \"" + name + "\"",
            "give the file as it was; another one is audited as a dataset of its own");
        error.where.file = path;
        return fail(error);
    }
    return printText(visibleText(name) + " is at " + visibleText(path) + " now\n");
}

int exportCatalog(
    const Catalog& catalog, const CatalogArguments& arguments, const base::JobContext& job)
{
    if (!arguments.to.empty()) {
        if (auto apart = checkDatasetFiles(catalog, {arguments.to}); !apart)
            return fail(apart.error());
    }
    std::string text;
    const auto done = catalog.exportTo(
        [&](std::string_view piece) -> base::Result<void> {
            if (!arguments.to.empty()) {
                text += piece;
                return {};
            }
            return writeStdout(piece);
        },
        job);
    if (!done)
        return fail(done.error());
    if (arguments.to.empty())
        return kClean;
    const auto written = writeOutput(arguments.to, text);
    return written ? static_cast<int>(kClean) : fail(written.error());
}

} // namespace

Option catalogOption(std::string& to)
{
    return {"--catalog", '\0', "FILE", "the catalog", storeText(to)};
}

base::Error needsCatalog(const std::string& command)
{
    return base::usageError("cupel " + command + " needs a catalog",
        "add --catalog FILE, such as --catalog datasets.cupel");
}

std::vector<Command> catalogCommands(CatalogArguments& arguments)
{
    using Operands = const std::vector<std::string>&;
    const Option catalog = catalogOption(arguments.catalog);
    const Option json{"--json", '\0', "", "as JSON", storeTrue(arguments.json)};
    return {
        {"catalog list", "",
            "List the datasets of a catalog: versions, rows, what the last audit found.",
            {catalog,
                {"--removed", '\0', "", "those that were removed and can be restored",
                    storeTrue(arguments.removed)},
                json},
            [&arguments](Operands) {
                return withCatalog(
                    "list", arguments, [&](CatalogStore& store, const base::JobContext&) {
                        return listDatasets(store.catalog(), arguments);
                    });
            }},
        {"catalog check", "",
            "Check a catalog: its structure, what must agree in it, and the data files beside it. "
            "Exit code 8 where something is wrong.",
            {catalog, json},
            [&arguments](Operands) {
                return withCatalog(
                    "check", arguments, [&](CatalogStore& store, const base::JobContext& job) {
                        return checkCatalog(store, arguments, job);
                    });
            }},
        {"catalog backup", "TO",
            "Write a copy of a catalog to a new file, also while others use it. The data files are "
            "not copied: inputs are read again where they are missing.",
            {catalog},
            [&arguments](Operands operands) {
                return withCatalog(
                    "backup", arguments, [&](CatalogStore& store, const base::JobContext& job) {
                        const auto done = store.catalog().backupTo(operands[0], job);
                        return done ? static_cast<int>(kClean) : fail(done.error());
                    });
            }},
        {"catalog remove", "NAME",
            "Remove a dataset from a catalog. It can be restored for 30 days.", {catalog},
            [&arguments](Operands operands) {
                return withCatalog(
                    "remove", arguments, [&](CatalogStore& store, const base::JobContext&) {
                        return removeDataset(store, operands[0]);
                    });
            }},
        {"catalog restore", "NAME", "Bring back a dataset that was removed.", {catalog},
            [&arguments](Operands operands) {
                return withCatalog(
                    "restore", arguments, [&](CatalogStore& store, const base::JobContext&) {
                        return restoreDataset(store, operands[0]);
                    });
            }},
        {"catalog locate", "NAME FILE",
            "Say where the file of a dataset is now. It has to be the file of its newest version, "
            "byte for byte.",
            {catalog},
            [&arguments](Operands operands) {
                return withCatalog(
                    "locate", arguments, [&](CatalogStore& store, const base::JobContext& job) {
                        return locateDataset(store, operands[0], operands[1], job);
                    });
            }},
        {"catalog export", "", "Write everything that a catalog holds as JSON, in a fixed order.",
            {catalog, {"--out", 'o', "FILE", "where to write it", storeText(arguments.to)}},
            [&arguments](Operands) {
                return withCatalog(
                    "export", arguments, [&](CatalogStore& store, const base::JobContext& job) {
                        return exportCatalog(store.catalog(), arguments, job);
                    });
            }},
    };
}

} // namespace cupel::batch
