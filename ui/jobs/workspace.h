#pragma once

#include <QLockFile>
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
#include "core/pipeline/audit_run.h"
#include "ui/jobs/dataset_work.h"
#include "ui/jobs/job_list.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// A dataset of the catalog with what the tree of the window shows.
struct ListedDataset {
    catalog::DatasetSummary summary;
    bool isMissing = false; ///< its file is not where it was
};

/// What happened to the open dataset, for the page of its history.
struct History {
    std::vector<catalog::Event> events;
    std::vector<catalog::Version> versions;
    std::vector<catalog::StoredRun> runs;
};

/// The catalog and the dataset in the window. Everything that reads or writes runs in workers, each
/// with its own connection; answers come as signals in the thread of the window. A later request
/// replaces an earlier one of its kind, whose answer is dropped.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `catalog`: path of its file, made where there is none; empty: nothing is kept. Where another
    /// window has the catalog open for writing, or its folder cannot be written, it is only read.
    Workspace(std::string catalog, JobList& jobs, QObject* parent = nullptr);
    ~Workspace() override;

    const std::string& catalogPath() const { return m_catalog; }
    bool isReadOnly() const { return m_isReadOnly; }
    /// Whether another window is the reason for that.
    bool isOpenElsewhere() const
    {
        return m_isReadOnly && m_lock->error() == QLockFile::LockFailedError;
    }
    /// Null: none is open.
    const OpenDatasetPtr& dataset() const { return m_dataset; }
    const std::vector<ListedDataset>& datasets() const { return m_datasets; }
    /// Whether a dataset is being read or audited.
    bool isBusy() const { return m_run != nullptr; }

    void refresh();
    /// Read, audit and remember one input.
    void open(pipeline::AuditRequest request);
    /// Show a dataset of the catalog ("adult", "adult@2") as its last run left it, without reading
    /// its input.
    void reopen(const std::string& name);
    /// Audit the open dataset again.
    void auditWith(const audits::Roles& roles);
    void auditAgain();
    /// Take a dataset out of use, and bring it back.
    void remove(const std::string& name);
    void restore(const std::string& name);
    void loadHistory();

    /// Whether something can be said of the open dataset: it is in a catalog that can be written.
    bool canReview() const { return m_dataset && m_dataset->canReview; }
    /// Say something of the open dataset, or take back what was said. `words` name it for the undo
    /// menu: "waive a finding". In the order of the calls, and to the end whatever else is stopped;
    /// another dataset clears the undo stack.
    void say(const QString& words, const std::string& target, const pipeline::ReviewValue& value);
    void unsay(const QString& words, pipeline::ReviewKind kind, const std::string& target);
    QUndoStack& undoStack() { return m_undo; }
    /// Whether something that was said is not in the catalog yet.
    bool isKeepingReview() const { return !m_waiting.empty(); }

Q_SIGNALS:
    void datasetChanged();
    void datasetsChanged();
    void busyChanged();
    /// The open dataset is the same, with another review.
    void reviewChanged();
    /// All that was said is in the catalog.
    void reviewKept();
    void removed(const std::string& name);
    void historyLoaded(const cupel::ui::History& history);
    /// Something was asked that could not be done; `what` in a few words: "Open adult.csv".
    void failed(const QString& what, const cupel::base::Error& error);

private:
    void run(const QString& title, pipeline::AuditRequest request);
    template <typename Work> void follow(const QString& title, Work work);
    void setRun(Job* job);
    void take(base::Result<OpenDatasetPtr> opened, const QString& what);
    friend class ReviewCommand;
    /// A change of the review that waits for those before it, on which it may depend.
    struct Waiting {
        OpenDatasetPtr of; ///< was open when it was said
        std::function<catalog::ReviewChange()> change;
        std::function<void(const std::optional<catalog::ReviewEntry>& before)> done;
    };
    void review(std::function<catalog::ReviewChange()> change,
        std::function<void(const std::optional<catalog::ReviewEntry>& before)> done);
    void reviewNext();
    void reviewDone(base::Result<ReviewDone> done);
    void readReview();
    template <typename Change> void change(const QString& title, Change change);

    std::string m_catalog;
    bool m_isReadOnly = false;
    std::unique_ptr<QLockFile> m_lock;
    JobList& m_jobs;
    Job* m_run = nullptr; ///< reads or audits
    std::uint64_t m_runs = 0; ///< number of the last request
    std::uint64_t m_refreshes = 0;
    OpenDatasetPtr m_dataset;
    std::vector<ListedDataset> m_datasets;
    std::deque<Waiting> m_waiting; ///< the first one is on its way
    std::uint64_t m_edits = 0; ///< of the review that went into the catalog
    QUndoStack m_undo;
};

} // namespace cupel::ui
