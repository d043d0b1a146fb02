#include <nlohmann/json.hpp>
#include <optional>

#include "app/batch/catalog_commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/read_text.h"
#include "core/pipeline/stored_runs.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/reports/report_changes.h"

namespace cupel::batch {
namespace {

/// The JSON report of a version of the catalog, or of a file where there is no catalog.
base::Result<std::string> reportText(const catalog::Catalog* catalog, const std::string& name)
{
    if (!catalog)
        return readText(name, kLargestReport);
    auto report = pipeline::storedReport(*catalog, name);
    if (!report)
        return report.error();
    report->privacy = reports::Privacy::Full;
    return reports::jsonReport(*report);
}

int compareReports(const std::vector<std::string>& names, const CatalogArguments& arguments)
{
    std::optional<catalog::Catalog> catalog;
    if (!arguments.catalog.empty()) {
        auto opened = catalog::Catalog::open(arguments.catalog, catalog::Catalog::Missing::Fail);
        if (!opened)
            return fail(opened.error());
        catalog.emplace(std::move(*opened));
    }
    const catalog::Catalog* const from = catalog ? &*catalog : nullptr;
    const auto old = reportText(from, names[0]);
    if (!old)
        return fail(old.error());
    const auto now = reportText(from, names[1]);
    if (!now)
        return fail(now.error());
    const auto changes = reports::compareReports(*old, names[0], *now, names[1]);
    if (!changes)
        return fail(changes.error());
    return printText(arguments.json ? reports::jsonText(reports::changesJson(*changes))
                                    : reports::changesText(*changes));
}

} // namespace

Command compareCommand(CatalogArguments& arguments)
{
    Command command{"compare", "OLD NEW",
        "Compare two JSON reports, or with --catalog two versions of a dataset (adult@1 adult@2): "
        "rows, columns, every figure, and what became of the findings.",
        {}, [&arguments](const std::vector<std::string>& operands) {
            return compareReports(operands, arguments);
        }};
    command.options = {catalogOption(arguments.catalog),
        {"--json", '\0', "", "as JSON, with every figure that differs", storeTrue(arguments.json)}};
    return command;
}

} // namespace cupel::batch
