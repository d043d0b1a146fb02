#pragma once

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/ui/support/watchdog.h"
#include "tests/ui/window/window_test.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/print_preview.h"
#include "ui/dialogs/sheet_view.h"
#include "ui/jobs/whole_file.h"
#include "ui/theme/colors.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/report_export.h"

/// What somebody does in a window beside reading its pages.
namespace cupel::ui::test {

inline void waitForWork(MainWindow& window)
{
    do
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    while (!window.jobs().jobs().empty());
}

/// Every column of a list, up and down.
inline void sortList(QTableView& view, Watchdog& watchdog, const QString& page)
{
    if (!view.isSortingEnabled())
        return;
    for (int column = 0; column < view.model()->columnCount(); ++column) {
        watchdog.step(page + QStringLiteral(": sort by ")
            + view.model()->headerData(column, Qt::Horizontal).toString());
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            view.sortByColumn(column, order);
            watchdog.settle();
        }
    }
    view.sortByColumn(0, Qt::AscendingOrder);
}

/// Letter by letter.
inline void typeInto(QLineEdit& edit, const QString& text, Watchdog& watchdog)
{
    for (const QChar letter : text) {
        QTest::keyClick(&edit, letter.toLatin1());
        watchdog.settle();
    }
    while (!edit.text().isEmpty()) {
        QTest::keyClick(&edit, Qt::Key_Backspace);
        watchdog.settle();
    }
}

/// Other sizes of the window in quick succession, and other colours, with each page.
inline void walkLooks(MainWindow& window, Watchdog& watchdog)
{
    auto* const tabs = window.findChild<QTabWidget*>();
    const QSize usual = window.size();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        waitForWork(window);
        watchdog.step(tabs->tabText(i) + QStringLiteral(": other widths"));
        for (int step = 0; step < 30; ++step) {
            window.resize(900 + (step * 37) % 500, 600 + (step * 53) % 300);
            watchdog.settle();
        }
        window.resize(usual);
        watchdog.step(tabs->tabText(i) + QStringLiteral(": dark and light"));
        for (const QString& scheme : {QStringLiteral("Dark"), QStringLiteral("Light")}) {
            choose(window, scheme);
            watchdog.settle();
        }
    }
}

inline void walkPalette(MainWindow& window, Watchdog& watchdog)
{
    watchdog.step(QStringLiteral("palette: open"));
    QTimer::singleShot(0, &window, [&watchdog] {
        auto* const palette = qobject_cast<CommandPalette*>(QApplication::activeModalWidget());
        watchdog.settle();
        watchdog.step(QStringLiteral("palette: type"));
        typeInto(*palette->findChild<QLineEdit*>(), QStringLiteral("column 99 zz"), watchdog);
        palette->reject();
    });
    choose(window, QStringLiteral("Find an action, a column or a finding…"));
}

inline void walkPreview(MainWindow& window, Watchdog& watchdog)
{
    watchdog.step(QStringLiteral("print preview: open"));
    choose(window, QStringLiteral("Print preview…"));
    waitForWork(window);
    auto* const preview = window.findChild<PrintPreview*>();
    if (!preview)
        return;
    watchdog.step(QStringLiteral("print preview: %1 sheets").arg(preview->sheets().sheetCount()));
    for (int i = 0; i < preview->sheets().sheetCount(); i += 1 + i / 10) {
        preview->sheets().goTo(i);
        watchdog.settle();
    }
    watchdog.step(QStringLiteral("print preview: close"));
    delete preview;
}

/// As File → Export does, once the person has answered.
inline void walkExports(MainWindow& window, Watchdog& watchdog)
{
    const OpenDatasetPtr dataset = window.workspace().dataset();
    const QTemporaryDir folder;
    for (const ExportKind& kind : exportKinds(*dataset)) {
        watchdog.step(QStringLiteral("export: ") + kind.title);
        window.jobs().start(
            kind.title, &window,
            [dataset, kind, path = folder.filePath(QStringLiteral("out"))](
                const base::JobContext& job) -> base::Result<void> {
                const auto made = exported(*dataset, kind, reports::Privacy::Masked, job);
                return made ? writeFile(path, made->bytes) : made.error();
            },
            [](const base::Result<void>&) {});
        waitForWork(window);
    }
}

/// To another dataset and back, with every page filled, and then the end.
inline void walkDatasets(
    MainWindow& window, const pipeline::AuditRequest& other, Watchdog& watchdog)
{
    const pipeline::AuditRequest first = window.workspace().dataset()->request;
    watchdog.step(QStringLiteral("another dataset"));
    window.workspace().open(other);
    waitForWork(window);
    watchdog.step(QStringLiteral("back to the first"));
    window.workspace().open(first);
    waitForWork(window);
    watchdog.step(QStringLiteral("close"));
    window.close();
    waitForWork(window);
}

} // namespace cupel::ui::test
