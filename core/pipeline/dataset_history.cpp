#include "core/pipeline/dataset_history.h"

#include <iterator>
#include <utility>

#include "core/reports/page.h"

namespace cupel::pipeline {

base::Result<History> historyOf(const catalog::Catalog& catalog, const std::string& name)
{
    const auto dataset = catalog.dataset(name);
    if (!dataset)
        return dataset.error();
    auto events = catalog.events(dataset->id);
    if (!events)
        return events.error();
    auto versions = catalog.versions(dataset->id);
    if (!versions)
        return versions.error();
    History history{std::move(*events), std::move(*versions), {}, {}};
    for (const catalog::Version& version : history.versions) {
        auto runs = catalog.runs(version.id);
        if (!runs)
            return runs.error();
        std::move(runs->begin(), runs->end(), std::back_inserter(history.runs));
    }
    history.entries = historyEntries(history.events, history.versions, history.runs);
    for (HistoryEntry& entry : history.entries)
        entry.details = reports::cutTexts(entry.details);
    return history;
}

} // namespace cupel::pipeline
