#pragma once

#include <QObject>
#include <QUndoStack>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/catalog/review.h"
#include "core/pipeline/audit_run.h"
#include "core/pipeline/dataset_history.h"
#include "ui/jobs/audit_choice.h"
#include "ui/jobs/catalog_lock.h"
#include "ui/jobs/dataset_work.h"
#include "ui/jobs/job_list.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

class UndoStep;

/// A dataset of the catalog with what the tree of the window shows.
struct ListedDataset {
    catalog::DatasetSummary summary; ///< its last run with the waivers of the review
    bool isMissing = false; ///< its file is not where it was
};

/// What happened to the open dataset, for the page of its history.
using pipeline::History;

/// Whether what is found and said is kept, or why not.
enum class CatalogState {
    None, ///< no catalog is open
    Writable,
    OpenElsewhere, ///< another program writes to it
    FolderProtected, ///< nothing can be written beside it: Workspace::whyNotWritten() says why
    FileProtected, ///< it can only be read
    Unusable, ///< damaged, foreign, newer, locked: Workspace::trouble() says it
};

/// How a run over a dataset ended.
enum class RunEnd {
    Opened,
    Failed,
    Cancelled,
    Replaced, ///< by another request
};

/// The catalog and the dataset in the window. Everything that reads or writes runs in workers, each
/// with its own connection; answers come as signals in the thread of the window. A later request
/// replaces an earlier one of its kind, whose answer is dropped.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `catalog`: path of its file, made where there is none; empty: nothing is kept. Where another
    /// program has the catalog open for writing, or its folder cannot be written, it is only read.
    Workspace(std::string catalog, JobList& jobs, QObject* parent = nullptr);
    ~Workspace() override;

    const std::string& catalogPath() const { return m_catalog; }
    CatalogState catalogState() const;
    /// Why the catalog is Unusable.
    const base::Error& trouble() const { return *m_trouble; }
    /// Why nothing can be written beside the catalog that is FolderProtected.
    const base::Error& whyNotWritten() const { return m_lock->trouble(); }
    /// Try again to write to a catalog that is only read; then what is open is kept in it.
    void tryToWrite();
    /// Whether there is a catalog that can be read and not written.
    bool isReadOnly() const;
    /// Work with another catalog from now on, or with none. The open dataset stays open; it is not
    /// in the new one. Nothing happens while what was said is not in the catalog.
    void useCatalog(const std::string& path);

    /// Null: none is open.
    const OpenDatasetPtr& dataset() const { return m_dataset; }
    const std::vector<ListedDataset>& datasets() const { return m_datasets; }
    /// Those that can be restored, the one that was removed last first.
    const std::vector<catalog::Dataset>& removedDatasets() const { return m_removed; }
    /// Whether a dataset is being read or audited.
    bool isBusy() const { return m_run != nullptr; }

    void refresh();
    /// Read, audit and remember one input. `moved`: the dataset of the catalog whose file it is
    /// from now on, of which it becomes a version; empty: that of its path. `sources`: whether the
    /// catalog keeps the bytes of the input, as it does whenever the dataset is audited again.
    void open(pipeline::AuditRequest request, const std::string& moved = {},
        pipeline::CatalogStore::Sources sources = pipeline::CatalogStore::Sources::Forget);
    /// Show a dataset of the catalog ("adult", "adult@2") as its last run left it, without reading
    /// its input.
    void reopen(const std::string& name);
    /// Those of the open dataset, or with which it is being audited now.
    const audits::Roles& roles() const;
    AuditChoice choice() const;
    void auditAgain();
    /// Audit the open dataset with other roles, only these rows, the policy of a file or another
    /// one, or other limits; undo brings the former choice back. A choice whose audit does not come
    /// to an end never was one, and is in no undo menu. None is undone or redone while another
    /// dataset is being opened. Another dataset clears the undo stack.
    void chooseRoles(const audits::Roles& roles);
    void chooseRows(const std::string& where);
    void choosePolicy(const std::string& path);
    void usePolicy(findings::Policy policy);
    /// The limits stay as they are where another policy is chosen, and win over it.
    void chooseLimits(const std::vector<findings::FlagSetting>& limits);
    /// Do again what ended last.
    void runAgain();
    /// Look whether a file is that of the newest version of a dataset, which is not where it was.
    /// Then the catalog learns where it is, and it is reopened; else differs() is emitted.
    void locate(const std::string& name, const std::string& path);
    /// Take a dataset out of use, and bring it back. A removal is a step of the undo stack, which
    /// stays there when another dataset is opened.
    void remove(const std::string& name);
    void restore(std::int64_t id);
    void loadHistory();

    /// Whether something can be said of the open dataset: it is in a catalog that can be written.
    bool canReview() const { return m_dataset && m_dataset->canReview; }
    /// Say something of the open dataset, or take back what was said. `words` name it for the undo
    /// menu: "waive a finding". In the order of the calls, and to the end whatever else is stopped;
    /// another dataset clears the undo stack.
    void say(const QString& words, const std::string& target, const pipeline::ReviewValue& value);
    void unsay(const QString& words, pipeline::ReviewKind kind, const std::string& target);
    QUndoStack& undoStack() { return m_undo; }
    /// Whether something that was said is on its way to the catalog.
    bool isKeepingReview() const { return !m_waiting.empty() && !m_isStuck; }
    /// What was said and could not be put into the catalog, in order. It waits for keepAgain(),
    /// which another edit does as well, or for giveUpReview(). What was said of a dataset that the
    /// catalog does not have, such as another catalog at its path, waits so too, hinders no edit of
    /// another dataset, and goes nowhere but to the dataset it was said of.
    struct Unkept {
        QString words;
        std::string dataset;
        catalog::ReviewChange change;
    };
    std::vector<Unkept> unkeptReview() const;
    void keepAgain();
    void giveUpReview();

Q_SIGNALS:
    void datasetChanged();
    void datasetsChanged();
    void busyChanged();
    /// Another catalog, or another state of it.
    void catalogChanged();
    void runEnded(cupel::ui::RunEnd end, const QString& title);
    /// A file is not that of the newest version of a dataset; opened with open(…, name) it becomes
    /// the version with this number.
    void differs(const std::string& name, const std::string& path, std::int64_t number);
    void located(const std::string& name, const std::string& path);
    /// The open dataset is the same, with another review.
    void reviewChanged();
    /// All that was said is in the catalog.
    void reviewKept();
    /// Something that was said could not be put into the catalog: see unkeptReview().
    void reviewStuck(const cupel::base::Error& error);
    void removed(const cupel::catalog::Dataset& dataset);
    void restored(const cupel::catalog::Dataset& dataset);
    void historyLoaded(const cupel::ui::History& history);
    /// The history could not be read, or that was stopped.
    void historyFailed(const cupel::base::Error& error);
    /// Something was asked that could not be done; `what` in a few words: "Open adult.csv".
    void failed(const QString& what, const cupel::base::Error& error);

private:
    Keeping keeping() const;
    void takeLock();
    void setTrouble(std::optional<base::Error> trouble, bool isFileProtected);
    void heardOfChange(const QObject* by);
    /// What a run is about.
    enum class Of {
        OpenDataset, ///< which is audited again
        AnyDataset, ///< which is opened
    };
    void run(const QString& title, Of of, pipeline::AuditRequest request, const std::string& moved,
        pipeline::CatalogStore::Sources sources);
    template <typename Work> void follow(const QString& title, Of of, Work work);
    void setRun(Job* job);
    RunEnd take(base::Result<OpenDatasetPtr> opened, const QString& what);
    friend class ChoiceStep;
    friend class RemovalStep;
    friend class ReviewStep;
    friend class UndoStep;
    UndoStep& undoStep(int place) const;
    void settleUndo(int place);
    void auditWith(const AuditChoice& choice, const QString& words);
    void auditBecauseOf(const QString& what, const QString& words, const AuditChoice& choice);
    void choose(const QString& words, const AuditChoice& choice);
    void usePolicyWith(findings::Policy policy, const std::vector<findings::FlagSetting>& limits,
        const QString& words);
    void noteChoices();
    void forgetChoices();
    void settleChoices();
    /// A change of the review that waits for those before it, on which it may depend.
    struct Waiting {
        QString words;
        OpenDatasetPtr of; ///< was open when it was said
        std::function<ReviewEdit()> edit;
        std::function<void(const ReviewDone& done)> done;
    };
    void review(const QString& words, std::function<ReviewEdit()> edit,
        std::function<void(const ReviewDone& done)> done);
    void reviewNext();
    void setAside();
    void reviewDone(base::Result<ReviewDone> done);
    void readReview();
    /// A change of the list of datasets that waits for those before it.
    struct Change {
        QString title;
        std::string catalog;
        std::function<base::Result<catalog::Dataset>(catalog::Catalog& catalog)> work;
        std::function<void(const base::Result<catalog::Dataset>& dataset)> done;
    };
    void change(Change change);
    void nextChange();
    void changeDone(const base::Result<catalog::Dataset>& dataset);
    struct Removal {
        std::string name; ///< that the dataset has, or had
        std::int64_t id = 0; ///< 0: not removed yet
    };
    void takeOut(const std::shared_ptr<Removal>& removal);
    void putBack(const std::shared_ptr<Removal>& removal);
    enum class SettledTo { Done, Undone };
    void settleRemoval(const Removal& removal, SettledTo to, const base::Error& error);
    void heardOfRemoval(const catalog::Dataset& dataset);
    void forgetDatasetSteps();

    std::string m_catalog;
    std::shared_ptr<CatalogLock> m_lock; ///< null: no catalog
    std::optional<base::Error> m_trouble;
    bool m_isFileProtected = false;
    JobList& m_jobs;
    Job* m_run = nullptr; ///< reads or audits
    bool m_isAudit = false; ///< it is about the open dataset
    QString m_runTitle;
    std::function<void()> m_again;
    std::optional<AuditChoice> m_auditedWith; ///< by what runs now; none: its own
    QString m_choiceWords; ///< of that, as the undo menu has them
    std::uint64_t m_runs = 0; ///< number of the last request
    std::uint64_t m_refreshes = 0;
    std::uint64_t m_locates = 0;
    std::uint64_t m_policies = 0;
    OpenDatasetPtr m_dataset;
    /// It, when a run over it was kept last: what was said of it can be taken back, also once an
    /// audit could not be kept.
    OpenDatasetPtr m_kept;
    std::vector<ListedDataset> m_datasets;
    std::vector<catalog::Dataset> m_removed;
    std::deque<Change> m_changes; ///< the first one is on its way
    std::deque<Waiting> m_waiting; ///< the first one is on its way, or stuck
    bool m_isStuck = false;
    std::deque<Waiting> m_homeless; ///< of datasets that the catalog does not have, in order
    std::uint64_t m_edits = 0; ///< of the review that went into the catalog
    QUndoStack m_undo;
    bool m_isSettlingUndo = false; ///< its steps are moved and do nothing
};

} // namespace cupel::ui
