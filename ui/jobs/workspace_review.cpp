#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "ui/jobs/dataset_work.h"
#include "ui/jobs/person.h"
#include "ui/jobs/undo_step.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

catalog::Time nowAt()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace

/// An edit of the review. Undo lets stand again what stood before, as another event; neither undo
/// nor redo goes over what somebody else said since.
class ReviewStep : public UndoStep {
public:
    ReviewStep(const QString& words, Workspace& workspace, catalog::ReviewChange change)
        : UndoStep(words, workspace)
        , m_change(std::move(change))
    {
    }

protected:
    void doIt() override
    {
        workspace().review(
            text(),
            [change = m_change, said = m_said]() mutable {
                change.at = nowAt();
                return ReviewEdit{change, said->back};
            },
            [said = m_said, isVoid = voidMark()](const ReviewDone& done) {
                said->before = done.before;
                *isVoid = done.isRefused;
            });
    }

    void takeItBack() override
    {
        const auto back = std::make_shared<catalog::ReviewChange>();
        workspace().review(
            Workspace::tr("take back: %1").arg(text()),
            [change = m_change, said = m_said, back] {
                *back = takenBack(change, said->before, nowAt());
                return ReviewEdit{*back, change};
            },
            [said = m_said, back, isVoid = voidMark()](const ReviewDone& done) {
                *isVoid = done.isRefused;
                if (!done.isRefused)
                    said->back = *back;
            });
    }

private:
    /// Is known once it is done, when the step may be gone.
    struct SaidBefore {
        std::optional<catalog::ReviewEntry> before; ///< what stood before it was said
        std::optional<catalog::ReviewChange> back; ///< the last change that took it back
    };

    catalog::ReviewChange m_change;
    std::shared_ptr<SaidBefore> m_said = std::make_shared<SaidBefore>();
};

void Workspace::say(
    const QString& words, const std::string& target, const pipeline::ReviewValue& value)
{
    if (!canReview())
        return;
    auto change = pipeline::reviewChange(target, value, {bytesOf(personName()), nowAt()});
    if (change)
        m_undo.push(new ReviewStep(words, *this, std::move(*change)));
    else
        Q_EMIT failed(words, change.error());
}

void Workspace::unsay(const QString& words, pipeline::ReviewKind kind, const std::string& target)
{
    if (canReview()) {
        m_undo.push(new ReviewStep(
            words, *this, pipeline::reviewRemoval(kind, target, {bytesOf(personName()), nowAt()})));
    }
}

void Workspace::review(const QString& words, std::function<ReviewEdit()> edit,
    std::function<void(const ReviewDone& done)> done)
{
    const OpenDatasetPtr of = m_dataset->identity.empty() ? m_kept : m_dataset;
    const bool hasHomeless = std::any_of(m_homeless.begin(), m_homeless.end(),
        [&of](const Waiting& one) { return one.of->identity == of->identity; });
    if (m_isStuck || hasHomeless)
        keepAgain();
    const bool isIdle = m_waiting.empty();
    m_waiting.push_back({words, of, std::move(edit), std::move(done)});
    if (isIdle)
        reviewNext();
}

void Workspace::keepAgain()
{
    const bool isKeeping = isKeepingReview();
    m_isStuck = false;
    // What is on its way stays in front; the others were said before what waits.
    m_waiting.insert(m_waiting.begin() + (isKeeping ? 1 : 0),
        std::make_move_iterator(m_homeless.begin()), std::make_move_iterator(m_homeless.end()));
    m_homeless.clear();
    if (!isKeeping && !m_waiting.empty())
        reviewNext();
}

void Workspace::giveUpReview()
{
    if (!m_isStuck && m_homeless.empty())
        return;
    m_homeless.clear();
    if (m_isStuck)
        m_waiting.clear();
    m_isStuck = false;
    // Undo and redo would no longer fit what stands in the catalog.
    forgetDatasetSteps();
    if (m_waiting.empty())
        Q_EMIT reviewKept();
}

/// The catalog does not have the dataset of the edit that was on its way: those of that dataset
/// wait, and hinder no others.
void Workspace::setAside()
{
    const std::string identity = m_waiting.front().of->identity;
    std::deque<Waiting> others;
    for (Waiting& one : m_waiting)
        (one.of->identity == identity ? m_homeless : others).push_back(std::move(one));
    m_waiting = std::move(others);
}

std::vector<Workspace::Unkept> Workspace::unkeptReview() const
{
    std::vector<Unkept> all;
    const auto add = [&all](const Waiting& one) {
        all.push_back({one.words, one.of->name, one.edit().change});
    };
    std::for_each(m_homeless.begin(), m_homeless.end(), add);
    if (m_isStuck)
        std::for_each(m_waiting.begin(), m_waiting.end(), add);
    return all;
}

void Workspace::reviewNext()
{
    const Waiting& next = m_waiting.front();
    const bool isOpen = m_dataset->identity == next.of->identity;
    // What a person said is kept even where all work is stopped: the job is not asked.
    m_jobs.start(
        tr("Keep the review"), this,
        [open = isOpen ? m_dataset : next.of, edit = next.edit(), keeping = keeping()](
            const base::JobContext&) { return changeReview(open, edit, keeping, {}); },
        [this](base::Result<ReviewDone> done) { reviewDone(std::move(done)); });
}

void Workspace::reviewDone(base::Result<ReviewDone> done)
{
    if (!done) {
        m_isStuck = done.error().code != base::ErrorCode::Usage;
        if (!m_isStuck)
            setAside();
        if (!m_isStuck && !m_waiting.empty())
            reviewNext();
        Q_EMIT reviewStuck(done.error());
        return;
    }
    const Waiting finished = std::move(m_waiting.front());
    m_waiting.pop_front();
    ++m_edits;
    finished.done(*done);
    if (done->isRefused) {
        settleUndo(m_undo.index());
        Q_EMIT failed(finished.words,
            base::usageError("something else was said there in between",
                "look at what stands there now: nothing of it was changed"));
    }
    if (m_dataset->identity == done->open->identity) {
        if (m_dataset->found == done->open->found) {
            m_dataset = done->open;
            Q_EMIT reviewChanged();
        } else {
            readReview();
        }
    }
    if (!m_waiting.empty()) {
        reviewNext();
        return;
    }
    if (m_homeless.empty())
        Q_EMIT reviewKept();
    refresh(); // a waiver changes what the list says
    if (m_lock)
        m_lock->tell(this);
}

/// Read again what is said of the open dataset: an audit and an edit ended beside each other.
void Workspace::readReview()
{
    m_jobs.start(
        tr("Read the review"), this,
        [open = m_dataset, keeping = keeping()](
            const base::JobContext& job) { return withReview(open, keeping, job); },
        [this, open = m_dataset](base::Result<OpenDatasetPtr> read) {
            if (m_dataset != open)
                return;
            if (!read) {
                if (read.error().code != base::ErrorCode::Cancelled)
                    Q_EMIT failed(tr("Read the review"), read.error());
                return;
            }
            m_dataset = std::move(*read);
            Q_EMIT reviewChanged();
        });
}

} // namespace cupel::ui
