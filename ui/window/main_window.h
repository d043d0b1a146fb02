#pragma once

#include <QMainWindow>
#include <QPalette>
#include <vector>

#include "ui/jobs/job_list.h"
#include "ui/jobs/workspace.h"
#include "ui/pages/page.h"
#include "ui/window/report_export.h"
#include "ui/window/settings.h"

class QLabel;
class QSplitter;
class QStackedWidget;

namespace cupel::ui {

class CatalogTree;
class ComparePage;
class FindingsPage;
class HistoryPage;
class JobsStrip;
class MessageBar;
class Opening;
class PageTabs;
class Printing;
class StartPage;

/// The window: the catalog on the left, the pages of the open dataset in the middle, running work
/// below. It connects the parts; each of them does its own work.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `catalog`: path of its file; empty: nothing is kept.
    explicit MainWindow(const std::string& catalog, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Ask how to read tables and what they mean, then audit them, one after the other. A folder,
    /// or a document, stands for the tables in it or beside it. Paths are bytes.
    void openPaths(const std::vector<std::string>& paths);
    void openPath(const QString& path);
    void openSample();

    Workspace& workspace() { return *m_workspace; }
    JobList& jobs() { return *m_jobs; }
    PageTabs& tabs() { return *m_tabs; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addPages();
    void connectComparison(ComparePage& page);
    void connectParts();
    void restore();

    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeDatasetMenu();
    void makeHelpMenu();
    void addPaneActions(QMenu* menu);
    QAction* addAction(
        QMenu* menu, const QString& text, const QKeySequence& key, std::function<void()> run);
    void updateActions();

    void chooseDataset();
    void chooseCatalog();
    void changeCatalog();
    void checkCatalog();
    void backUpCatalog();
    void goOnWithoutKeeping();
    void showCatalogState();
    void showNotKept();
    void showUnkeptReview(const base::Error& error);
    void showRemoved(const catalog::Dataset& dataset);
    void locateOpenDataset();
    bool mayLoseReview();
    bool mayLoseAnswers();
    void showFailure(const QString& what, const base::Error& error);
    void showDataset();
    void moveToPane(int step);
    void findOnPage();
    void filterCatalog();
    void toggleDetails();
    void copyChart();
    void openMenuOfFocus();
    void showPalette();
    void exportAs();
    ExportKind::What printedDocument() const;
    void copyCommand();
    void saveRoles();
    void choosePolicy();
    void changeLimits(const std::string& rule);
    void setScheme(Scheme scheme);
    void showKeys();
    void showAbout();

    Settings m_settings;
    QPalette m_systemPalette; ///< that the program started with
    JobList* m_jobs;
    Workspace* m_workspace;
    CatalogTree* m_tree;
    MessageBar* m_message;
    MessageBar* m_banner; ///< that nothing is kept
    MessageBar*
        m_unkept; ///< what was said and is not in the catalog; stays until it is, or given up
    Opening* m_opening;
    Printing* m_printing;
    StartPage* m_start;
    PageTabs* m_tabs;
    QStackedWidget* m_centre;
    JobsStrip* m_strip;
    QSplitter* m_splitter;
    HistoryPage* m_history = nullptr;
    std::vector<QAction*> m_actions; ///< of all menus
    std::vector<QAction*> m_datasetActions; ///< that need an open dataset
    QAction* m_withoutPolicy = nullptr;
    QAction* m_allRows = nullptr;
    QAction* m_remove = nullptr; ///< the open dataset, from the catalog
    std::vector<QAction*> m_catalogActions; ///< that need a catalog
    QAction* m_removedDatasets = nullptr;
    QString m_lastExport; ///< title of the last export
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    bool m_isClosing = false; ///< once all that was said is in the catalog
};

} // namespace cupel::ui
