#include "core/pipeline/last_run.h"

#include <algorithm>

namespace cupel::pipeline {

base::Result<std::optional<RunOfVersion>> lastRun(const catalog::Catalog& catalog,
    const std::vector<catalog::Version>& versions, RunsWanted wanted)
{
    for (const catalog::Version& version : versions) {
        const auto runs = catalog.runs(version.id);
        if (!runs)
            return runs.error();
        const auto run
            = std::find_if(runs->begin(), runs->end(), [wanted](const catalog::StoredRun& one) {
                  return wanted == RunsWanted::All || one.hasArchive;
              });
        if (run == runs->end())
            continue;
        const std::vector<std::int64_t>& its = run->info.versions;
        const auto place = std::find(its.begin(), its.end(), version.id) - its.begin();
        return std::optional(RunOfVersion{run->id, static_cast<std::size_t>(place)});
    }
    return std::optional<RunOfVersion>();
}

} // namespace cupel::pipeline
