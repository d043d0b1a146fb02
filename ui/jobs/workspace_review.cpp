#include <QUndoCommand>
#include <chrono>
#include <utility>

#include "ui/jobs/dataset_work.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

catalog::Time nowAt()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// The name that the person works under.
std::string personName()
{
    return qEnvironmentVariable("USER").toStdString();
}

} // namespace

/// An edit of the review. Undo lets stand again what stood before, as another event.
class ReviewCommand : public QUndoCommand {
public:
    ReviewCommand(const QString& words, Workspace& workspace, catalog::ReviewChange change)
        : QUndoCommand(words)
        , m_workspace(workspace)
        , m_change(std::move(change))
    {
    }

    void redo() override
    {
        m_workspace.review({[change = m_change]() mutable {
                                change.at = nowAt();
                                return change;
                            },
            [before = m_before](
                const std::optional<catalog::ReviewEntry>& stood) { *before = stood; }});
    }

    void undo() override
    {
        m_workspace.review({[change = m_change, before = m_before] {
                                return catalog::takenBack(change, *before, nowAt());
                            },
            {}});
    }

private:
    Workspace& m_workspace;
    catalog::ReviewChange m_change;
    /// What stood before the last redo, once that is done.
    std::shared_ptr<std::optional<catalog::ReviewEntry>> m_before
        = std::make_shared<std::optional<catalog::ReviewEntry>>();
};

void Workspace::say(
    const QString& words, const std::string& target, const pipeline::ReviewValue& value)
{
    if (!canReview())
        return;
    auto change = pipeline::reviewChange(target, value, {personName(), nowAt()});
    if (change)
        m_undo.push(new ReviewCommand(words, *this, std::move(*change)));
    else
        Q_EMIT failed(words, change.error());
}

void Workspace::unsay(const QString& words, pipeline::ReviewKind kind, const std::string& target)
{
    if (canReview()) {
        m_undo.push(new ReviewCommand(
            words, *this, pipeline::reviewRemoval(kind, target, {personName(), nowAt()})));
    }
}

void Workspace::review(Waiting waiting)
{
    m_waiting.push_back(std::move(waiting));
    if (m_waiting.size() == 1)
        reviewNext();
}

void Workspace::reviewNext()
{
    m_jobs.start(
        tr("Keep the review"), this,
        [open = m_dataset, change = m_waiting.front().change(),
            keeping = Keeping{m_catalog, m_isReadOnly}](
            const base::JobContext& job) { return changeReview(open, change, keeping, job); },
        [this](base::Result<ReviewDone> done) { reviewDone(std::move(done)); });
}

void Workspace::reviewDone(base::Result<ReviewDone> done)
{
    const Waiting finished = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (!done) {
        // Undo and redo would no longer fit what stands in the catalog.
        m_waiting.clear();
        m_undo.clear();
        Q_EMIT failed(tr("Keep the review"), done.error());
        return;
    }
    if (finished.done)
        finished.done(done->before);
    if (m_dataset && m_dataset->catalogId == done->open->catalogId && m_dataset->found == done->open->found) {
        m_dataset = done->open;
        Q_EMIT reviewChanged();
    }
    if (!m_waiting.empty())
        reviewNext();
}

} // namespace cupel::ui
