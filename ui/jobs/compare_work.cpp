#include "ui/jobs/compare_work.h"

#include "core/catalog/catalog.h"
#include "core/pipeline/stored_runs.h"
#include "core/reports/compare_page.h"

namespace cupel::ui {

base::Result<reports::Page> comparisonWith(const OpenDatasetPtr& open, const std::string& other,
    const std::string& catalog, const base::JobContext& job)
{
    job.progress(0, 0, "reading the other report");
    const auto opened = catalog::Catalog::open(catalog, catalog::Catalog::Missing::Fail, job);
    if (!opened)
        return opened.error();
    const auto old = pipeline::storedReport(*opened, other);
    if (!old)
        return old.error();
    job.progress(0, 0, "comparing");
    const std::string name
        = open->version > 0 ? open->name + "@" + std::to_string(open->version) : open->name;
    return reports::comparePage(*old, other, *open->found, name);
}

} // namespace cupel::ui
