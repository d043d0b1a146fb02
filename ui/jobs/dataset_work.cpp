#include "ui/jobs/dataset_work.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "core/catalog/identity.h"
#include "core/license/corpus.h"
#include "core/pipeline/apply_review.h"
#include "core/pipeline/catalog_store.h"
#include "core/pipeline/stored_runs.h"
#include "core/pipeline/table_store.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using base::Result;
using catalog::Catalog;
using pipeline::CatalogStore;
using readers::CsvFile;

catalog::Time timeNow()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

base::Day dayNow()
{
    return std::chrono::floor<std::chrono::days>(timeNow());
}

/// Keeps the last table that a run got, so that its rows can be shown.
class LastTable : public pipeline::TableStore {
public:
    explicit LastTable(CatalogStore* store)
        : m_store(store)
    {
    }
    Result<std::shared_ptr<const CsvFile>> read(const std::string& dataset,
        const std::string& input, const readers::CsvOptions& options,
        const base::JobContext& job) override
    {
        auto file = m_store ? m_store->read(dataset, input, options, job)
                            : pipeline::readInput(input, options, job);
        m_file = file ? *file : nullptr;
        return file;
    }
    const std::shared_ptr<const CsvFile>& file() const { return m_file; }

private:
    CatalogStore* m_store;
    std::shared_ptr<const CsvFile> m_file;
};

/// What the last run over a dataset was asked.
pipeline::AuditRequest requestOf(const reports::Report& report, const std::string& path)
{
    const reports::DatasetReport& dataset = report.datasets.front();
    pipeline::AuditRequest request;
    request.inputs = {path};
    request.options = dataset.options;
    request.roles = dataset.roles;
    request.where = dataset.whereText;
    request.parameters.policy = report.policy;
    request.privacy = report.privacy;
    request.fillsCard = true;
    return request;
}

/// The error of a run that came to no dataset.
base::Error unreadError(const reports::Report& report)
{
    if (!report.unread.empty())
        return report.unread.front().error;
    return {base::ErrorCode::Internal, "the run gave no dataset", "", {}};
}

Result<std::shared_ptr<OpenDataset>> audited(
    pipeline::AuditRequest request, CatalogStore* store, const base::JobContext& job)
{
    LastTable tables(store);
    auto open = std::make_shared<OpenDataset>();
    request.fillsCard = true;
    request.today = dayNow();
    request.store = &tables;
    auto report = pipeline::runAudit(request, job);
    if (!report)
        return report.error();
    if (report->datasets.empty())
        return unreadError(*report);
    request.store = nullptr;
    open->request = std::move(request);
    open->name = report->datasets.front().name;
    open->file = tables.file();
    open->found = std::make_shared<const reports::Report>(std::move(*report));
    open->report = open->found;
    return open;
}

/// Nothing where the dataset of its number is the open one, not one of another catalog.
Result<void> checkHome(const OpenDataset& open, const Catalog& catalog)
{
    const auto identity = catalog::identityOf(catalog, open.catalogId);
    if (!identity)
        return identity.error();
    if (!identity->empty() && *identity == open.identity)
        return {};
    auto error = base::usageError("this catalog does not have the dataset \"" + open.name
            + "\" any more, and nothing that was said of it is put to another one",
        "bring back the catalog that had it and try again, or copy what was said");
    error.where.file = catalog.path();
    return error;
}

/// The open dataset is the one of this number in a catalog.
Result<void> settle(OpenDataset& open, std::int64_t dataset, const Catalog& catalog)
{
    auto identity = catalog::identityOf(catalog, dataset);
    if (!identity)
        return identity.error();
    open.catalogId = dataset;
    open.identity = std::move(*identity);
    return {};
}

/// Read what people say of the dataset and apply it to what was found.
Result<void> takeReview(OpenDataset& open, const Catalog& catalog)
{
    if (auto home = checkHome(open, catalog); !home)
        return home;
    auto review = pipeline::reviewOf(catalog, open.catalogId);
    if (!review)
        return review.error();
    open.review = std::make_shared<const pipeline::Review>(std::move(*review));
    open.report = open.found;
    if (!open.review->isEmpty()) {
        reports::Report report = *open.found;
        pipeline::reviewReport(*open.review, dayNow(), report);
        open.report = std::make_shared<const reports::Report>(std::move(report));
    }
    return {};
}

std::string absolutePath(const std::string& path)
{
    std::error_code ignored;
    return std::filesystem::absolute(path, ignored).lexically_normal().string();
}

/// The catalog, where it keeps the bytes of the input of a version.
std::string keptIn(const catalog::Version& version, const Keeping& keeping)
{
    return version.dataFile && version.dataFile->keepsSource ? keeping.catalog : std::string();
}

/// Put what was found into the catalog.
Result<void> keep(
    OpenDataset& open, CatalogStore& store, const Keeping& keeping, const base::JobContext& job)
{
    if (!keeping.moved.empty()) {
        const auto relocated = store.catalog().relocate(
            keeping.moved, absolutePath(open.request.inputs.front()), {}, timeNow());
        if (!relocated)
            return relocated.error();
    }
    const auto put = store.put(*open.found, CatalogStore::Puts::Run, timeNow(), keeping.who, job);
    if (!put)
        return put.error();
    open.name = put->front().name;
    open.version = put->front().number;
    if (auto settled = settle(open, put->front().dataset, store.catalog()); !settled)
        return settled;
    open.catalog = keeping.catalog;
    open.canReview = true;
    const auto version = store.catalog().versionOfId(put->front().version);
    if (!version)
        return version.error();
    open.sourceKeptIn = keptIn(*version, keeping);
    return takeReview(open, store.catalog());
}

} // namespace

QString fileNameOf(const std::string& path)
{
    const std::string name = std::filesystem::path(path).filename().string();
    return shown(name.empty() ? path : name); // "/" has none
}

bool isSameDataset(const OpenDatasetPtr& one, const OpenDatasetPtr& other)
{
    if (!one || !other)
        return false;
    const bool areKept = !one->identity.empty() && !other->identity.empty();
    return areKept ? one->identity == other->identity
                   : one->request.inputs == other->request.inputs;
}

Result<OpenDatasetPtr> auditInput(
    pipeline::AuditRequest request, const Keeping& keeping, const base::JobContext& job)
{
    std::unique_ptr<CatalogStore> store;
    std::optional<base::Error> notKept;
    if (!keeping.catalog.empty() && !keeping.isReadOnly) {
        auto opened
            = CatalogStore::open(keeping.catalog, Catalog::Missing::Create, keeping.sources, job);
        if (!opened && !catalog::isNoRoom(opened.error()))
            return opened.error();
        if (opened)
            store = std::move(*opened);
        else
            notKept = opened.error();
    }
    auto open = audited(std::move(request), store.get(), job);
    if (!open)
        return open.error();
    (*open)->notKept = std::move(notKept);
    if (store && !store->catalog().isReadOnly()) {
        if (keeping.sources == CatalogStore::Sources::Keep)
            (*open)->sourceKeptIn = keeping.catalog;
        const auto kept = keep(**open, *store, keeping, job);
        if (!kept && kept.error().code == base::ErrorCode::Cancelled)
            return kept.error();
        // What was found is worth showing all the same.
        if (!kept)
            (*open)->notKept = kept.error();
    }
    return OpenDatasetPtr(std::move(*open));
}

Result<OpenDatasetPtr> storedDataset(
    const std::string& name, const Keeping& keeping, const base::JobContext& job)
{
    auto store = CatalogStore::open(
        keeping.catalog, Catalog::Missing::Fail, CatalogStore::Sources::Forget, job);
    if (!store)
        return store.error();
    const auto version = (*store)->catalog().version(name);
    if (!version)
        return version.error();
    const auto dataset = (*store)->catalog().datasetOfId(version->dataset);
    if (!dataset)
        return dataset.error();
    auto report = pipeline::storedReport((*store)->catalog(), name);
    if (!report)
        return report.error();
    auto stored = (*store)->load(*version, 0, job);
    if (!stored)
        return stored.error();
    auto open = std::make_shared<OpenDataset>();
    open->request = requestOf(*report, dataset->path);
    open->request.today = dayNow();
    open->name = dataset->name;
    open->version = version->number;
    open->file = std::move(stored->file);
    open->noRows = std::move(stored->noRows);
    if (auto settled = settle(*open, dataset->id, (*store)->catalog()); !settled)
        return settled.error();
    open->catalog = keeping.catalog;
    open->sourceKeptIn = keptIn(*version, keeping);
    open->canReview = !keeping.isReadOnly && !(*store)->catalog().isReadOnly();
    // The page of licences compares with it, and unpacking it takes a while.
    license::builtInCorpus();
    open->found = std::make_shared<const reports::Report>(std::move(*report));
    if (auto taken = takeReview(*open, (*store)->catalog()); !taken)
        return taken.error();
    return OpenDatasetPtr(std::move(open));
}

Result<CatalogStore::Located> locateDataset(const std::string& name, const std::string& path,
    const Keeping& keeping, const base::JobContext& job)
{
    auto store = CatalogStore::open(
        keeping.catalog, Catalog::Missing::Fail, CatalogStore::Sources::Forget, job);
    if (!store)
        return store.error();
    return (*store)->locate(name, path, timeNow(), job);
}

Result<OpenDatasetPtr> withReview(
    const OpenDatasetPtr& open, const Keeping& keeping, const base::JobContext& job)
{
    const auto catalog = Catalog::open(keeping.catalog, Catalog::Missing::Fail, job);
    if (!catalog)
        return catalog.error();
    auto read = std::make_shared<OpenDataset>(*open);
    if (auto taken = takeReview(*read, *catalog); !taken)
        return taken.error();
    return OpenDatasetPtr(std::move(read));
}

Result<ReviewDone> changeReview(const OpenDatasetPtr& open, const ReviewEdit& edit,
    const Keeping& keeping, const base::JobContext& job)
{
    auto catalog = Catalog::open(keeping.catalog, Catalog::Missing::Fail, job);
    if (!catalog)
        return catalog.error();
    if (auto home = checkHome(*open, *catalog); !home)
        return home.error();
    auto before
        = catalog->changeReview(open->catalogId, edit.change, edit.over ? &*edit.over : nullptr);
    if (!before)
        return before.error();
    const bool isRefused = edit.over && !isLeftBy(*before, *edit.over);
    auto changed = std::make_shared<OpenDataset>(*open);
    if (auto taken = takeReview(*changed, *catalog); !taken)
        return taken.error();
    return ReviewDone{std::move(*before), std::move(changed), isRefused};
}

} // namespace cupel::ui
