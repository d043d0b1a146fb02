#include <utility>

#include "app/batch/catalog_commands.h"
#include "app/batch/catalog_outputs.h"
#include "app/batch/exit_code.h"
#include "app/batch/named_files.h"
#include "app/batch/report_outputs.h"
#include "app/batch/today.h"
#include "core/pipeline/apply_review.h"
#include "core/reports/privacy.h"

namespace cupel::batch {
namespace {

int writeAgain(const std::string& name, const CatalogArguments& arguments)
{
    if (arguments.catalog.empty())
        return fail(needsCatalog("report"));
    auto outputs = outputsFrom(arguments.outputs, arguments.json, arguments.paper);
    if (!outputs)
        return fail(outputs.error());
    outputs->isQuiet = arguments.quiet;
    outputs->isVerbose = arguments.verbose;
    if (auto apart = checkNamedFiles({{}, {}, outputs->paths(), arguments.catalog}); !apart)
        return fail(apart.error());
    const auto privacy = reports::privacyFromName(arguments.privacy);
    if (!privacy && !arguments.privacy.empty()) {
        return fail(base::usageError(
            "--privacy '" + arguments.privacy + "' is unknown", "use full, masked or aggregate"));
    }
    const auto catalog = catalog::Catalog::open(arguments.catalog, catalog::Catalog::Missing::Fail);
    if (!catalog)
        return fail(catalog.error());
    const auto day = today();
    if (!day)
        return fail(day.error());
    auto report = pipeline::reviewedReport(*catalog, name, *day);
    if (!report)
        return fail(report.error());
    if (auto apart = checkDatasetFiles(*catalog, outputs->paths()); !apart)
        return fail(apart.error());
    if (privacy)
        report->privacy.mode = *privacy;
    return write(*report, *outputs);
}

} // namespace

Command reportCommand(CatalogArguments& arguments)
{
    Command command{"report", "NAME[@N]",
        "Write the report of a dataset in a catalog again, in any format, without its data: that "
        "of its last audit, or of the last one of version N, with what people said in its review.",
        {}, [&arguments](const std::vector<std::string>& operands) {
            return writeAgain(operands[0], arguments);
        }};
    command.options = {
        catalogOption(arguments.catalog),
        {"--out", 'o', "FORMAT=PATH",
            "write a report; formats: " + formatList() + "; - is standard output",
            appendText(arguments.outputs)},
        paperOption(arguments.paper),
        {"--json", '\0', "", "print the JSON report in place of the summary",
            storeTrue(arguments.json)},
        {"--privacy", '\0', "MODE", "full, masked or aggregate (default: that of the audit)",
            storeText(arguments.privacy)},
        {"--quiet", 'q', "", "no summary", storeTrue(arguments.quiet)},
        {"--verbose", 'v', "", "every finding in the summary, with what to do",
            storeTrue(arguments.verbose)},
    };
    return command;
}

} // namespace cupel::batch
