#include <chrono>
#include <utility>

#include "ui/jobs/undo_step.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using base::Result;
using catalog::Catalog;

catalog::Time momentNow()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace

/// A removal of a dataset. Undo brings it back, redo takes it out of use again.
class RemovalStep : public UndoStep {
public:
    RemovalStep(const QString& words, Workspace& workspace, const std::string& name)
        : UndoStep(words, workspace)
        , m_removal(std::make_shared<Workspace::Removal>(Workspace::Removal{name, 0}))
    {
    }

    /// Is known once a worker has done it, when the step may be gone.
    const std::shared_ptr<Workspace::Removal>& removal() const { return m_removal; }

protected:
    void doIt() override { workspace().takeOut(m_removal); }
    void takeItBack() override { workspace().putBack(m_removal); }

private:
    std::shared_ptr<Workspace::Removal> m_removal;
};

void Workspace::remove(const std::string& name)
{
    m_undo.push(new RemovalStep(tr("remove %1").arg(shown(name)), *this, name));
}

void Workspace::restore(std::int64_t id)
{
    std::shared_ptr<Removal> removal;
    for (int i = m_undo.index() - 1; i >= 0 && !removal; --i) {
        auto* const step = dynamic_cast<RemovalStep*>(&undoStep(i));
        if (!step || step->removal()->id != id)
            continue;
        if (i == m_undo.index() - 1) {
            m_undo.undo();
            return;
        }
        removal = step->removal();
        step->makeVoid();
    }
    settleUndo(m_undo.index());
    if (!removal)
        removal = std::make_shared<Removal>(Removal{{}, id});
    putBack(removal);
}

void Workspace::takeOut(const std::shared_ptr<Removal>& removal)
{
    change({tr("Remove %1").arg(shown(removal->name)), m_catalog,
        [removal](Catalog& catalog) { return catalog.remove(removal->name, momentNow()); },
        [this, removal](const Result<catalog::Dataset>& dataset) {
            if (dataset)
                *removal = {dataset->name, dataset->id};
            else
                settleRemoval(*removal, SettledTo::Undone, dataset.error());
        }});
}

void Workspace::putBack(const std::shared_ptr<Removal>& removal)
{
    change({tr("Bring back %1").arg(shown(removal->name)), m_catalog,
        [removal](Catalog& catalog) { return catalog.restoreOfId(removal->id, momentNow()); },
        [this, removal](const Result<catalog::Dataset>& dataset) {
            if (dataset)
                removal->name = dataset->name;
            else
                settleRemoval(*removal, SettledTo::Done, dataset.error());
        }});
}

/// A removal stays as it was before it failed, or is in the undo menu no more where it can never
/// be done.
void Workspace::settleRemoval(const Removal& removal, SettledTo to, const base::Error& error)
{
    const bool isFinal = error.code == base::ErrorCode::Usage || removal.id == 0;
    int place = m_undo.index();
    for (int i = 0; i < m_undo.count(); ++i) {
        auto* const step = dynamic_cast<RemovalStep*>(&undoStep(i));
        if (!step || step->removal().get() != &removal)
            continue;
        if (!isFinal && to == SettledTo::Undone && i == place - 1)
            place = i;
        else if (!isFinal && to == SettledTo::Done && i == place)
            place = i + 1;
        else
            step->makeVoid();
        break;
    }
    settleUndo(place);
}

/// Another dataset is open: what was done with the one before is in the undo menu no more, what was
/// done with the catalog stays.
void Workspace::forgetDatasetSteps()
{
    for (int i = 0; i < m_undo.count(); ++i) {
        if (!dynamic_cast<RemovalStep*>(&undoStep(i)))
            undoStep(i).makeVoid();
    }
    settleUndo(m_undo.index());
}

/// One after the other: a later one may be about what an earlier one did.
void Workspace::change(Change change)
{
    m_changes.push_back(std::move(change));
    if (m_changes.size() == 1)
        nextChange();
}

void Workspace::nextChange()
{
    // Short, and done even where all work is stopped because the window closes.
    m_jobs.start(
        m_changes.front().title, this,
        [path = m_changes.front().catalog, work = m_changes.front().work](
            const base::JobContext&) -> Result<catalog::Dataset> {
            auto catalog = Catalog::open(path, Catalog::Missing::Fail);
            if (!catalog)
                return catalog.error();
            return work(*catalog);
        },
        [this](const Result<catalog::Dataset>& dataset) { changeDone(dataset); });
}

void Workspace::changeDone(const Result<catalog::Dataset>& dataset)
{
    const Change done = std::move(m_changes.front());
    m_changes.pop_front();
    // The next one may be about what this one did.
    done.done(dataset);
    if (!m_changes.empty())
        nextChange();
    if (done.catalog != m_catalog)
        return;
    if (!dataset)
        Q_EMIT failed(done.title, dataset.error());
    else
        heardOfRemoval(*dataset);
    refresh();
    if (dataset && m_lock)
        m_lock->tell(this);
}

void Workspace::heardOfRemoval(const catalog::Dataset& dataset)
{
    if (m_dataset && m_dataset->catalogId == dataset.id) {
        auto now = std::make_shared<OpenDataset>(*m_dataset);
        now->name = dataset.name;
        now->canReview = !dataset.removedAt && !isReadOnly();
        m_dataset = std::move(now);
        Q_EMIT reviewChanged();
    }
    if (dataset.removedAt)
        Q_EMIT removed(dataset);
    else
        Q_EMIT restored(dataset);
}

} // namespace cupel::ui
