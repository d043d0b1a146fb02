#include "app/batch/catalog_outputs.h"

#include <algorithm>
#include <utility>

#include "app/batch/named_files.h"

namespace cupel::batch {

base::Result<void> checkDatasetFiles(
    const catalog::Catalog& catalog, const std::vector<std::string>& outputs)
{
    if (std::all_of(
            outputs.begin(), outputs.end(), [](const std::string& path) { return path == "-"; }))
        return {};
    const auto datasets = catalog.datasets();
    if (!datasets)
        return datasets.error();
    NamedFiles files{{}, {}, outputs, {}};
    for (const catalog::DatasetSummary& one : *datasets) {
        files.settings.push_back(one.dataset.path);
        for (std::string& path : documentsBeside(one.dataset.path))
            files.settings.push_back(std::move(path));
    }
    return checkNamedFiles(files);
}

} // namespace cupel::batch
