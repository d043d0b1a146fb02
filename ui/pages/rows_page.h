#pragma once

#include <QPointer>
#include <QSplitter>
#include <cstdint>
#include <string>

#include "ui/jobs/job_list.h"
#include "ui/models/rows_model.h"
#include "ui/pages/page.h"
#include "ui/pages/rows_work.h"

class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace cupel::ui {

class CellReader;
class EmptyState;
class PlainLabel;
class RowsFilterBar;
class RowsView;

/// Which rows show it? The rows of the table as they stand in the file, all of them or those that
/// pass a filter.
class RowsPage : public Page {
    Q_OBJECT

public:
    explicit RowsPage(JobList& jobs, QWidget* parent = nullptr);

    PageId id() const override { return PageId::Rows; }
    QString title() const override;
    void setDataset(const OpenDatasetPtr& dataset) override;
    /// `rows` says which; `item` is the finding that they show, if any. Without `rows` the page
    /// stays as it is.
    void reveal(const Target& target) override;
    QByteArray layoutState() const override { return m_splitter->saveState(); }
    void restoreLayout(const QByteArray& state) override { m_splitter->restoreState(state); }

    const counts::Filter& filter() const;
    /// Whether rows are still being looked for.
    bool isSearching() const { return m_search != nullptr; }

public Q_SLOTS:
    void copyAs(cupel::reports::RowsFormat format);
    void copyAsCommand();
    /// Write the rows that pass the filter as CSV.
    void exportTo(const QString& path);
    void askWhereToExport();
    void startGoTo();
    /// Ask for an audit of the rows that pass the filter.
    void auditThese();

Q_SIGNALS:
    /// Only the rows that pass this condition are to be audited.
    void whereChosen(const std::string& where);
    /// The file of the dataset is not what it was: the person is to say where it is.
    void locateWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class State { NoRows, Searching, Stopped, Ready };

    QWidget* makeBar();
    QWidget* makePages();
    void makeActions();
    void search(const counts::Filter& filter, const std::string& column);
    void take(base::Result<RowNumbersPtr> found);
    void showRows(RowNumbersPtr rows);
    void showState(State state);
    void sayWhyEmpty(State state);
    QString whyNoRows() const;
    void showCount(State state);
    void showPages();
    void showCell();
    void showContext();
    void setPage(std::uint64_t page);
    void goTo();
    void goToRow(std::uint64_t row);
    void goToLine(std::uint64_t line);
    void openMenu(const QPoint& position);
    void keepValue();
    void followColumn(int section);
    void tell(const QString& text);
    void tellError(const QString& what, const base::Error& error);

    JobList& m_jobs;
    OpenDatasetPtr m_dataset;
    std::string m_finding; ///< whose rows are shown; empty: of none
    QPointer<Job> m_search;
    QPointer<Job> m_export;
    std::uint64_t m_searchNumber = 0; ///< a late answer of another one is dropped

    RowsModel* m_model;
    RowsFilterBar* m_filterBar;
    PlainLabel* m_context;
    PlainLabel* m_count;
    PlainLabel* m_told;
    QPushButton* m_cancel;
    QToolButton* m_more;
    QMenu* m_moreMenu;
    QWidget* m_pages = nullptr;
    QToolButton* m_before = nullptr;
    QToolButton* m_after = nullptr;
    PlainLabel* m_pageLabel;
    QComboBox* m_goToKind;
    QLineEdit* m_goTo;
    RowsView* m_view;
    CellReader* m_reader;
    QSplitter* m_splitter;
    EmptyState* m_empty;
    QWidget* m_bar = nullptr;
    QStackedWidget* m_body = nullptr;
};

} // namespace cupel::ui
