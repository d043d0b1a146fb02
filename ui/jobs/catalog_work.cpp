#include "ui/jobs/catalog_work.h"

#include "core/pipeline/catalog_store.h"

namespace cupel::ui {
namespace {

auto openedStore(const std::string& path, const base::JobContext& job)
{
    return pipeline::CatalogStore::open(
        path, catalog::Catalog::Missing::Fail, pipeline::CatalogStore::Sources::Forget, job);
}

} // namespace

base::Result<std::vector<catalog::CheckProblem>> checkedCatalog(
    const std::string& path, const base::JobContext& job)
{
    const auto store = openedStore(path, job);
    if (!store)
        return store.error();
    const auto files = (*store)->dataFiles();
    if (!files)
        return files.error();
    return (*store)->catalog().check(*files, job);
}

base::Result<void> backUpCatalog(
    const std::string& path, const std::string& to, const base::JobContext& job)
{
    const auto store = openedStore(path, job);
    if (!store)
        return store.error();
    return (*store)->catalog().backupTo(to, job);
}

} // namespace cupel::ui
