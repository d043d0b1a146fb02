#include "core/catalog/identity.h"

#include <vector>

#include "core/catalog/time_text.h"

namespace cupel::catalog {

base::Result<std::string> identityOf(const Catalog& catalog, std::int64_t dataset)
{
    const base::Result<std::vector<Version>> versions = catalog.versions(dataset);
    if (!versions)
        return versions.error();
    if (versions->empty())
        return std::string();
    const base::Result<Dataset> found = catalog.datasetOfId(dataset);
    if (!found)
        return found.error();
    const Version& first = versions->back();
    return std::to_string(dataset) + '\n' + timeText(found->addedAt) + '\n'
        + std::to_string(first.id) + '\n' + first.file.hash + '\n' + first.file.options;
}

} // namespace cupel::catalog
