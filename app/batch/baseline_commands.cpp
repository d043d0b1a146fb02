#include <nlohmann/json.hpp>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/named_files.h"
#include "app/batch/output.h"
#include "app/batch/read_text.h"
#include "core/reports/json_text.h"
#include "core/reports/report_changes.h"

namespace cupel::batch {

using reports::Baseline;

base::Result<Baseline> loadBaseline(const std::string& path)
{
    const auto text = readText(path, kLargestReport);
    if (!text) {
        base::Error error = text.error();
        error.code = base::ErrorCode::Usage;
        return error;
    }
    return reports::readBaseline(*text, path);
}

int writeBaseline(const std::string& report, const std::string& to)
{
    if (to.empty())
        return fail({base::ErrorCode::Usage, "no file is given to write the baseline to",
            "add -o baseline.json", {}});
    if (auto apart = checkNamedFiles({{report}, {}, {to}, {}}); !apart)
        return fail(apart.error());
    const auto text = readText(report, kLargestReport);
    if (!text)
        return fail(text.error());
    const auto baseline = reports::readBaseline(*text, report);
    if (!baseline)
        return fail(baseline.error());
    if (baseline->isPartial) {
        return fail({base::ErrorCode::Usage,
            "the report is partial: what it does not hold would look new later",
            "audit again until nothing is left out", {report, 0, 0, 0}});
    }
    const auto written = writeOutput(to, *text);
    return written ? static_cast<int>(kClean) : fail(written.error());
}

int diffBaselines(const std::string& oldPath, const std::string& newPath, bool json)
{
    auto old = loadBaseline(oldPath);
    if (!old)
        return fail(old.error());
    const auto now = loadBaseline(newPath);
    if (!now)
        return fail(now.error());
    if (const auto same = reports::checkDatasets(*old, now->datasets); !same)
        return fail(same.error());
    const reports::BaselineDiff diff = reports::compare(*old, *now);
    return printText(json ? reports::jsonText(reports::findingChangesJson(diff, *now))
                          : reports::findingChangesText(diff, *now));
}

} // namespace cupel::batch
