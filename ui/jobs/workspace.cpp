#include "ui/jobs/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/pipeline/catalog_store.h"
#include "ui/jobs/dataset_work.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using base::Result;
using catalog::Catalog;

QString fileNameOf(const std::string& path)
{
    return shown(std::filesystem::path(path).filename().string());
}

catalog::Time now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Result<std::vector<ListedDataset>> listed(const std::string& path, const base::JobContext& job)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::vector<ListedDataset>();
    const auto catalog = Catalog::open(path, Catalog::Missing::Fail, job);
    if (!catalog)
        return catalog.error();
    auto all = catalog->datasets();
    if (!all)
        return all.error();
    std::vector<ListedDataset> list;
    for (catalog::DatasetSummary& one : *all) {
        const bool isMissing = !std::filesystem::exists(one.dataset.path, ignored);
        list.push_back({std::move(one), isMissing});
    }
    return list;
}

Result<History> historyOf(
    const std::string& path, const std::string& name, const base::JobContext& job)
{
    const auto catalog = Catalog::open(path, Catalog::Missing::Fail, job);
    if (!catalog)
        return catalog.error();
    const auto dataset = catalog->dataset(name);
    if (!dataset)
        return dataset.error();
    auto events = catalog->events(dataset->id);
    if (!events)
        return events.error();
    auto versions = catalog->versions(dataset->id);
    if (!versions)
        return versions.error();
    History history{std::move(*events), std::move(*versions), {}};
    for (const catalog::Version& version : history.versions) {
        auto runs = catalog->runs(version.id);
        if (!runs)
            return runs.error();
        std::move(runs->begin(), runs->end(), std::back_inserter(history.runs));
    }
    return history;
}

} // namespace

Workspace::Workspace(std::string catalog, JobList& jobs, QObject* parent)
    : QObject(parent)
    , m_catalog(std::move(catalog))
    , m_jobs(jobs)
{
    if (m_catalog.empty())
        return;
    m_lock = std::make_unique<QLockFile>(QString::fromStdString(m_catalog + ".lock"));
    m_lock->setStaleLockTime(0);
    m_isReadOnly = !m_lock->tryLock(0);
}

Workspace::~Workspace() = default;

void Workspace::setRun(Job* job)
{
    m_run = job;
    Q_EMIT busyChanged();
}

void Workspace::take(Result<OpenDatasetPtr> opened, const QString& what)
{
    if (opened) {
        if (!m_dataset || m_dataset->catalogId != (*opened)->catalogId)
            m_undo.clear();
        m_dataset = std::move(*opened);
        Q_EMIT datasetChanged();
        refresh();
    } else if (opened.error().code != base::ErrorCode::Cancelled) {
        Q_EMIT failed(what, opened.error());
    }
}

template <typename Work> void Workspace::follow(const QString& title, Work work)
{
    if (m_run)
        m_run->cancel();
    const std::uint64_t number = ++m_runs;
    setRun(m_jobs.start(title, this, std::move(work),
        [this, number, title, edits = m_edits](Result<OpenDatasetPtr> opened) {
            if (number != m_runs)
                return;
            setRun(nullptr);
            const bool isOpened = opened.has_value();
            take(std::move(opened), title);
            if (isOpened && edits != m_edits && canReview())
                readReview();
        }));
}

void Workspace::run(const QString& title, pipeline::AuditRequest request)
{
    follow(title,
        [request = std::move(request), keeping = Keeping{m_catalog, m_isReadOnly}](
            const base::JobContext& job) { return auditInput(request, keeping, job); });
}

void Workspace::open(pipeline::AuditRequest request)
{
    const QString title = tr("Open %1").arg(fileNameOf(request.inputs.front()));
    run(title, std::move(request));
}

void Workspace::reopen(const std::string& name)
{
    follow(tr("Open %1").arg(shown(name)),
        [name, keeping = Keeping{m_catalog, m_isReadOnly}](
            const base::JobContext& job) { return storedDataset(name, keeping, job); });
}

void Workspace::auditWith(const audits::Roles& roles)
{
    if (!m_dataset)
        return;
    pipeline::AuditRequest request = m_dataset->request;
    request.roles = roles;
    request.roleValues = {};
    request.acceptsProposals = false;
    const QString title = tr("Audit %1").arg(fileNameOf(request.inputs.front()));
    run(title, std::move(request));
}

void Workspace::auditAgain()
{
    if (m_dataset)
        auditWith(m_dataset->dataset().roles);
}

void Workspace::refresh()
{
    if (m_catalog.empty())
        return;
    const std::uint64_t number = ++m_refreshes;
    m_jobs.start(
        tr("List the catalog"), this,
        [path = m_catalog](const base::JobContext& job) { return listed(path, job); },
        [this, number](Result<std::vector<ListedDataset>> list) {
            if (number != m_refreshes)
                return;
            if (!list) {
                if (list.error().code != base::ErrorCode::Cancelled)
                    Q_EMIT failed(tr("List the catalog"), list.error());
                return;
            }
            m_datasets = std::move(*list);
            Q_EMIT datasetsChanged();
        });
}

template <typename Change> void Workspace::change(const QString& title, Change change)
{
    // Short, and done even where all work is stopped because the window closes.
    m_jobs.start(
        title, this,
        [path = m_catalog, change](const base::JobContext&) -> Result<catalog::Dataset> {
            auto catalog = Catalog::open(path, Catalog::Missing::Fail);
            if (!catalog)
                return catalog.error();
            return change(*catalog);
        },
        [this, title](Result<catalog::Dataset> dataset) {
            if (!dataset)
                Q_EMIT failed(title, dataset.error());
            else if (dataset->removedAt)
                Q_EMIT removed(dataset->name);
            refresh();
        });
}

void Workspace::remove(const std::string& name)
{
    change(tr("Remove %1").arg(shown(name)),
        [name](Catalog& catalog) { return catalog.remove(name, now()); });
}

void Workspace::restore(const std::string& name)
{
    change(tr("Restore %1").arg(shown(name)),
        [name](Catalog& catalog) { return catalog.restore(name, now()); });
}

void Workspace::loadHistory()
{
    if (!m_dataset || m_dataset->catalogId == 0)
        return;
    const std::string name = m_dataset->name;
    m_jobs.start(
        tr("Read the history"), this,
        [path = m_catalog, name](
            const base::JobContext& job) { return historyOf(path, name, job); },
        [this, name](Result<History> history) {
            if (history && m_dataset && m_dataset->name == name)
                Q_EMIT historyLoaded(*history);
        });
}

} // namespace cupel::ui
