#include "ui/jobs/compare_work.h"

#include <filesystem>
#include <string_view>

#include "core/catalog/catalog.h"
#include "core/pipeline/stored_runs.h"
#include "core/readers/read_text.h"
#include "core/reports/compare_page.h"
#include "core/reports/report_changes.h"

namespace cupel::ui {
namespace {

std::string nameWithVersion(const OpenDataset& open)
{
    return open.version > 0 ? open.name + "@" + std::to_string(open.version) : open.name;
}

} // namespace

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
    return reports::comparePage(*old, other, *open->found, nameWithVersion(*open));
}

base::Result<reports::Page> comparisonWithFile(
    const OpenDatasetPtr& open, const std::string& path, const base::JobContext& job)
{
    job.progress(0, 0, "reading the report");
    const auto old = readers::readText(path, reports::kLargestReport);
    if (!old)
        return old.error();
    job.progress(0, 0, "comparing");
    const std::string name = std::filesystem::path(path).filename().string();
    return reports::comparePage(std::string_view(*old), name, *open->found, nameWithVersion(*open));
}

} // namespace cupel::ui
