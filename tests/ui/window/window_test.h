#pragma once

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSize>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/ui/support/files.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"

/// What tests of the window begin with, and what they see of it.
namespace cupel::ui::test {

/// Settings that are empty at first, and are nobody's. Before the first window.
class OwnSettings {
public:
    OwnSettings()
    {
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
        QCoreApplication::setApplicationName(QStringLiteral("cupel"));
    }

private:
    QTemporaryDir m_home;
};

/// A window that has the focus, with the catalog of this path; "": with none.
inline std::unique_ptr<MainWindow> shownWindow(const QString& catalog, QSize size = {})
{
    auto window = std::make_unique<MainWindow>(bytesOf(catalog));
    if (size.isValid())
        window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window is not shown");
    return window;
}

/// "catalog.cupel" in a folder.
inline QString catalogIn(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("catalog.cupel"));
}

inline void finishWork(MainWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.jobs().jobs().empty(), 20'000);
}

/// Open what `opening` opens, until it is there and all work is done.
template <typename Opening> void waitForDataset(MainWindow& window, const Opening& opening)
{
    QSignalSpy changed(&window.workspace(), &Workspace::datasetChanged);
    opening();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
    finishWork(window);
}

inline void openSample(MainWindow& window)
{
    waitForDataset(window, [&window] { window.openSample(); });
}

/// Write a table, and open it.
inline void openTable(MainWindow& window, const QString& path, const QByteArray& text)
{
    write(path, text);
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(path)};
    waitForDataset(window, [&] { window.workspace().open(request); });
}

/// The action of the menus with this text, without its mnemonic; null: there is none.
inline QAction* actionNamed(const MainWindow& window, const QString& text)
{
    for (const QMenu* menu : window.menuBar()->findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            if (action->text().remove(QLatin1Char('&')) == text)
                return action;
        }
    }
    return nullptr;
}

inline void choose(const MainWindow& window, const QString& text)
{
    QAction* const action = actionNamed(window, text);
    QVERIFY2(action, qPrintable(text));
    action->trigger();
}

/// What the labels say that are seen, a line each.
inline QString visibleText(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace cupel::ui::test
