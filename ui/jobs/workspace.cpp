#include "ui/jobs/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/pipeline/catalog_store.h"
#include "core/pipeline/reviewed_verdict.h"
#include "ui/jobs/dataset_work.h"
#include "ui/jobs/person.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using base::Result;
using catalog::Catalog;

struct Listed {
    std::vector<ListedDataset> datasets;
    std::vector<catalog::Dataset> removed;
    bool isFileProtected = false;
};

Result<Listed> listed(const std::string& path, const base::JobContext& job)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Listed();
    const auto catalog = Catalog::open(path, Catalog::Missing::Fail, job);
    if (!catalog)
        return catalog.error();
    auto all = catalog->datasets();
    if (!all)
        return all.error();
    auto removed = catalog->removedDatasets();
    if (!removed)
        return removed.error();
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    Listed list;
    list.removed = std::move(*removed);
    list.isFileProtected = catalog->isReadOnly();
    for (catalog::DatasetSummary& one : *all) {
        if (one.lastRun) {
            auto verdict = pipeline::reviewedVerdict(*catalog, one, today);
            if (!verdict)
                return verdict.error();
            one.lastRun->info.verdict = std::move(*verdict);
        }
        const bool isMissing = !std::filesystem::exists(one.dataset.path, ignored);
        list.datasets.push_back({std::move(one), isMissing});
    }
    return list;
}

Result<History> historyAt(
    const std::string& path, const std::string& name, const base::JobContext& job)
{
    const auto catalog = Catalog::open(path, Catalog::Missing::Fail, job);
    if (!catalog)
        return catalog.error();
    return pipeline::historyOf(*catalog, name);
}

} // namespace

Workspace::Workspace(std::string catalog, JobList& jobs, QObject* parent)
    : QObject(parent)
    , m_catalog(std::move(catalog))
    , m_jobs(jobs)
{
    takeLock();
}

Workspace::~Workspace() = default;

void Workspace::takeLock()
{
    m_lock = m_catalog.empty() ? nullptr : CatalogLock::of(m_catalog);
    if (m_lock)
        connect(m_lock.get(), &CatalogLock::written, this, &Workspace::heardOfChange);
}

CatalogState Workspace::catalogState() const
{
    if (!m_lock)
        return CatalogState::None;
    if (m_trouble)
        return CatalogState::Unusable;
    if (!m_lock->isHeld()) {
        return m_lock->isOpenElsewhere() ? CatalogState::OpenElsewhere
                                         : CatalogState::FolderProtected;
    }
    return m_isFileProtected ? CatalogState::FileProtected : CatalogState::Writable;
}

Keeping Workspace::keeping() const
{
    Keeping keeping;
    keeping.catalog = m_catalog;
    keeping.isReadOnly = isReadOnly();
    keeping.who = bytesOf(personName());
    return keeping;
}

bool Workspace::isReadOnly() const
{
    return m_lock && (!m_lock->isHeld() || m_isFileProtected);
}

void Workspace::setTrouble(std::optional<base::Error> trouble, bool isFileProtected)
{
    const CatalogState before = catalogState();
    m_trouble = std::move(trouble);
    m_isFileProtected = isFileProtected;
    if (m_trouble || catalogState() != before)
        Q_EMIT catalogChanged();
}

void Workspace::useCatalog(const std::string& path)
{
    if (!m_waiting.empty() || !m_homeless.empty())
        return;
    if (m_run) {
        m_run->cancel();
        ++m_runs;
        setRun(nullptr);
        Q_EMIT runEnded(RunEnd::Replaced, m_runTitle);
    }
    if (m_lock)
        m_lock->disconnect(this);
    m_catalog = path;
    takeLock();
    m_trouble.reset();
    m_isFileProtected = false;
    ++m_refreshes;
    ++m_locates;
    m_undo.clear();
    m_kept.reset();
    m_datasets.clear();
    m_removed.clear();
    Q_EMIT datasetsChanged();
    if (m_dataset) {
        auto unkept = std::make_shared<OpenDataset>(*m_dataset);
        unkept->catalogId = 0;
        unkept->catalog.clear();
        unkept->identity.clear();
        unkept->version = 0;
        unkept->canReview = false;
        if (!unkept->sourceKeptIn.empty())
            unkept->sourceKeptIn = path;
        m_dataset = std::move(unkept);
        Q_EMIT datasetChanged();
    }
    Q_EMIT catalogChanged();
    refresh();
}

void Workspace::tryToWrite()
{
    if (!m_lock || m_lock->isHeld()) {
        refresh();
        return;
    }
    m_lock->disconnect(this);
    takeLock();
    const bool mayWrite = m_lock->isHeld() && !m_isFileProtected;
    if (mayWrite && m_dataset && !m_dataset->identity.empty()) {
        auto writable = std::make_shared<OpenDataset>(*m_dataset);
        writable->canReview = true;
        m_dataset = std::move(writable);
        readReview();
    } else if (mayWrite && !m_run) {
        auditAgain();
    }
    Q_EMIT catalogChanged();
    refresh();
}

/// Another window of this program wrote to the catalog.
void Workspace::heardOfChange(const QObject* by)
{
    if (by == this)
        return;
    refresh();
    if (canReview())
        readReview();
}

void Workspace::setRun(Job* job)
{
    m_run = job;
    m_auditedWith.reset();
    Q_EMIT busyChanged();
}

RunEnd Workspace::take(Result<OpenDatasetPtr> opened, const QString& what)
{
    if (opened) {
        const bool isKept = !(*opened)->identity.empty();
        const bool isOther = isKept && m_kept && m_kept->identity != (*opened)->identity;
        if (isOther || !isSameDataset(m_dataset, *opened)) {
            forgetDatasetSteps();
            m_kept.reset();
        }
        if (isKept)
            m_kept = *opened;
        m_dataset = std::move(*opened);
        Q_EMIT datasetChanged();
        refresh();
        if (m_lock && m_dataset->canReview)
            m_lock->tell(this);
        return RunEnd::Opened;
    }
    if (opened.error().code == base::ErrorCode::Cancelled)
        return RunEnd::Cancelled;
    if (opened.error().code == base::ErrorCode::Catalog)
        refresh();
    Q_EMIT failed(what, opened.error());
    return RunEnd::Failed;
}

namespace {

/// A run, and how its time goes: with 240 MB of rows that differ, 2.4 s on two cores, reading takes
/// 1.8 s, counting 0.3 s and storing the rest; rows that repeat make counting take most. What was
/// read before is loaded instead.
std::vector<OverallProgress::Stage> stagesOfRun()
{
    return {{QStringLiteral("reading"), 0.7, false, QStringLiteral("loading")},
        {QStringLiteral("count"), 0.2, true}, {QStringLiteral("storing"), 0.1}};
}

} // namespace

template <typename Work> void Workspace::follow(const QString& title, Of of, Work work)
{
    const std::uint64_t number = ++m_runs;
    const bool endsAudit = m_run && m_isAudit && of != Of::OpenDataset;
    if (m_run) {
        m_run->cancel();
        Q_EMIT runEnded(RunEnd::Replaced, m_runTitle);
    }
    m_runTitle = title;
    m_isAudit = of == Of::OpenDataset;
    m_again = [this, title, of, work] { follow(title, of, work); };
    setRun(m_jobs.start(
        title, this,
        [work = std::move(work), keeping = keeping()](
            const base::JobContext& job) { return work(keeping, job); },
        [this, number, title, of, edits = m_edits](Result<OpenDatasetPtr> opened) {
            if (number != m_runs)
                return;
            setRun(nullptr);
            if (opened && of == Of::OpenDataset)
                noteChoices();
            const RunEnd end = take(std::move(opened), title);
            if (end == RunEnd::Opened && of == Of::AnyDataset)
                forgetChoices();
            if (end == RunEnd::Opened && edits != m_edits && canReview())
                readReview();
            if (end != RunEnd::Opened && of == Of::OpenDataset)
                settleChoices();
            Q_EMIT runEnded(end, title);
        }));
    m_run->setStages(stagesOfRun());
    if (endsAudit)
        settleChoices();
}

void Workspace::runAgain()
{
    // It replaces itself.
    if (const auto again = m_again)
        again();
}

void Workspace::run(const QString& title, Of of, pipeline::AuditRequest request,
    const std::string& moved, pipeline::CatalogStore::Sources sources)
{
    follow(title, of,
        [request = std::move(request), moved, sources](
            Keeping keeping, const base::JobContext& job) {
            keeping.moved = moved;
            keeping.sources = sources;
            return auditInput(request, keeping, job);
        });
}

void Workspace::open(pipeline::AuditRequest request, const std::string& moved,
    pipeline::CatalogStore::Sources sources)
{
    const QString title = tr("Open %1").arg(fileNameOf(request.inputs.front()));
    run(title, Of::AnyDataset, std::move(request), moved, sources);
}

void Workspace::reopen(const std::string& name)
{
    follow(tr("Open %1").arg(shown(name)), Of::AnyDataset,
        [name](const Keeping& keeping, const base::JobContext& job) {
            return storedDataset(name, keeping, job);
        });
}

void Workspace::refresh()
{
    if (m_catalog.empty())
        return;
    const std::uint64_t number = ++m_refreshes;
    m_jobs.start(
        tr("List the catalog"), this,
        [path = m_catalog](const base::JobContext& job) { return listed(path, job); },
        [this, number](Result<Listed> list) {
            if (number != m_refreshes)
                return;
            if (!list && list.error().code == base::ErrorCode::Catalog) {
                setTrouble(list.error(), false);
            } else if (!list && list.error().code != base::ErrorCode::Cancelled) {
                Q_EMIT failed(tr("List the catalog"), list.error());
            } else if (list) {
                m_datasets = std::move(list->datasets);
                m_removed = std::move(list->removed);
                setTrouble({}, list->isFileProtected);
                Q_EMIT datasetsChanged();
            }
        });
}

void Workspace::locate(const std::string& name, const std::string& path)
{
    const QString title = tr("Look at %1").arg(fileNameOf(path));
    const std::uint64_t number = ++m_locates;
    m_jobs.start(
        title, this,
        [name, path, keeping = keeping()](
            const base::JobContext& job) { return locateDataset(name, path, keeping, job); },
        [this, number, title, name, path](Result<pipeline::CatalogStore::Located> file) {
            if (number != m_locates)
                return;
            if (!file) {
                if (file.error().code != base::ErrorCode::Cancelled)
                    Q_EMIT failed(title, file.error());
            } else if (!file->isSame) {
                Q_EMIT differs(name, path, file->nextNumber);
            } else {
                Q_EMIT located(name, path);
                reopen(name);
                refresh();
                if (m_lock)
                    m_lock->tell(this);
            }
        });
}

void Workspace::loadHistory()
{
    if (!m_dataset || m_dataset->catalogId == 0)
        return;
    const std::string name = m_dataset->name;
    m_jobs.start(
        tr("Read the history"), this,
        [path = m_catalog, name](
            const base::JobContext& job) { return historyAt(path, name, job); },
        [this, name](Result<History> history) {
            if (!m_dataset || m_dataset->name != name)
                return;
            if (history) {
                Q_EMIT historyLoaded(*history);
                return;
            }
            Q_EMIT historyFailed(history.error());
            if (history.error().code != base::ErrorCode::Cancelled)
                Q_EMIT failed(tr("Read the history"), history.error());
        });
}

} // namespace cupel::ui
