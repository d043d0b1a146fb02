#pragma once

#include <QDialog>
#include <memory>
#include <optional>
#include <string>

#include "core/audits/roles.h"
#include "core/pipeline/audit_run.h"
#include "core/readers/csv_preview.h"
#include "ui/jobs/job_list.h"

class QCheckBox;
class QListWidget;
class QPushButton;
class QScrollArea;
class QTableView;

namespace cupel::ui {

class ColumnReading;
class PlainLabel;
class PreviewModel;
class ReadingChoice;
class RolesQuestion;

/// What a file was taken for, with the evidence, before it is read: its first rows, how they are
/// told apart, what is odd about them, and what the columns mean. One click accepts it all.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    /// `remembered`: roles that were chosen for this path before.
    ImportDialog(std::string path, const audits::Roles& remembered, JobList& jobs,
        QWidget* parent = nullptr);

    /// How the file was read before; to be said before the dialog is shown.
    void setReading(const readers::CsvOptions& options);
    /// The answer of a person who leaves this one out and goes on with the next.
    static constexpr int kSkipped = 2;
    /// It is one of several that are asked for in a row; the number is from 1.
    void setPlace(int number, int of);
    /// Something to know before one decides; empty: nothing.
    void setNote(const QString& note);
    /// Whether the catalog is to keep the bytes of the file as well.
    enum class SourceCopy {
        No, ///< unless the person says so
        Yes, ///< unless the person says no
        Always, ///< it does, of earlier versions
    };
    /// The catalog that will hold it; empty: none will, and nothing is asked about it.
    void setKeptIn(const std::string& catalog, SourceCopy copy = SourceCopy::No);

    /// Nothing of this file outlives the window, and so nothing is asked about that.
    void setRemembersNothing();

    /// Accepts what was decided last: where the file is still being looked at, once that is done.
    void accept() override;
    /// What was decided. Valid once the dialog was accepted.
    pipeline::AuditRequest request() const;
    bool isToRemember() const;
    bool keepsSource() const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QWidget* readingPart();
    QWidget* meaningPart();
    int mostHeight() const;
    void look();
    void take(base::Result<std::shared_ptr<const readers::CsvPreview>> preview);
    void showEstimate();
    void showKept();
    void askRoles();
    void loadRoles(const QString& path);
    void setError(const base::Error& error);
    void take(const readers::CsvPreview& preview);
    void askAbout(const counts::Description& description);
    void addProblem(const QString& problem);
    void showColumn();

    std::string m_path;
    audits::Roles m_roles;
    JobList& m_jobs;
    std::uint64_t m_looks = 0; ///< number of the last preview that was asked for
    bool m_isLooking = false;
    bool m_isAcceptWanted = false; ///< as soon as it was looked at
    std::string m_catalog; ///< path; empty: none
    SourceCopy m_copy = SourceCopy::No;
    std::optional<std::uint64_t> m_free; ///< bytes on the disk of the catalog
    std::optional<std::uint64_t> m_sourceBytes; ///< that a copy of the file takes there, about
    bool m_isAsked = false; ///< the question about roles shows the columns
    std::shared_ptr<const readers::CsvPreview> m_preview;
    PlainLabel* m_note;
    PlainLabel* m_size;
    PlainLabel* m_estimate;
    PlainLabel* m_evidence;
    QScrollArea* m_scroll;
    QWidget* m_content; ///< everything but the buttons
    ReadingChoice* m_reading;
    PreviewModel* m_model;
    QTableView* m_table;
    ColumnReading* m_column; ///< that is current in the table
    QListWidget* m_problems;
    PlainLabel* m_error;
    RolesQuestion* m_question;
    QCheckBox* m_remember;
    QCheckBox* m_keep;
    PlainLabel* m_kept; ///< what keeping costs, and where
    QPushButton* m_accept;
    QPushButton* m_skip;
};

} // namespace cupel::ui
