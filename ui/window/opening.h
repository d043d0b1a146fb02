#pragma once

#include <QObject>
#include <QStringList>
#include <deque>
#include <string>
#include <vector>

#include "ui/jobs/workspace.h"
#include "ui/window/dropped_paths.h"

class QWidget;

namespace cupel::ui {

class JobList;
class MessageBar;
class Settings;

/// Opens what a person named: asks how each table is read and what its columns mean, has them
/// audited one after the other, and tells what became of each. The last one stays open.
class Opening : public QObject {
    Q_OBJECT

public:
    Opening(Workspace& workspace, JobList& jobs, Settings& settings, MessageBar& message,
        QWidget* window);

    /// Tables, folders, documents: see planOf(). A later call replaces an earlier one that is still
    /// being looked at; what was accepted before is opened first.
    void openPaths(const std::vector<std::string>& paths);
    /// Ask where the file is that was at a path, or that of a dataset of the catalog.
    void locatePath(const QString& path);
    void locateDataset(const std::string& name);
    /// The file that was at a path is at another one.
    void found(const QString& before, const std::string& now);
    /// Go on with what waits because the catalog could not be used.
    void resume();

Q_SIGNALS:
    void recentChanged();

private:
    struct Wanted {
        OpeningPlan::Table table;
        pipeline::AuditRequest request;
        std::string moved; ///< dataset whose file it is from now on
        pipeline::CatalogStore::Sources sources = pipeline::CatalogStore::Sources::Forget;
    };
    /// Where a table stands in a series of them, from 1.
    struct Place {
        int number = 1;
        int of = 1;
    };
    enum class Answer { Open, Skip, Stop };

    void look(const std::vector<std::string>& paths);
    void take(const OpeningPlan& plan);
    void choose(const OpeningPlan& plan);
    void askAll(const OpeningPlan& plan);
    void askOne(const OpeningPlan::Table& table, const std::string& moved, const QString& note);
    /// `before`: what was answered when it could not be opened; null: it is asked for the first
    /// time.
    Answer ask(const OpeningPlan::Table& table, Place place, const std::string& moved,
        const QString& note, const Wanted* before = nullptr);
    void askAgain(const std::vector<Wanted>& all);
    void remember(const Wanted& wanted, bool isMeaningToo);
    bool isSourceKept(const std::string& path, const std::string& name) const;
    void next();
    void ended(RunEnd end, const QString& title);
    void stopped(const QString& title);
    void tell();

    Workspace& m_workspace;
    JobList& m_jobs;
    Settings& m_settings;
    MessageBar& m_message;
    QWidget* m_window;
    std::uint64_t m_looks = 0; ///< number of the last call of openPaths()
    std::deque<Wanted> m_wanted; ///< the first one is being opened, or waits
    bool m_isRunning = false; ///< the first one is
    bool m_isWaiting = false; ///< the catalog could not be used
    base::Error m_lastError;
    QStringList m_opened;
    QStringList m_failed;
    std::vector<Wanted> m_unopened; ///< those that failed
    QString m_failedTitle; ///< of the last one
    QStringList m_skipped;
    QStringList m_notes;
    QString m_locating; ///< path at which was what is asked about; empty: where it is
};

} // namespace cupel::ui
