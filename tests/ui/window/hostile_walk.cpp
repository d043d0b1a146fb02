// hostile_walk TABLE [--control]
//
// Opens a table in the window as a person does, and looks at everything: the dialog, each page,
// what can be chosen on it, tool tips, messages, the palette. Prints how much there was. Whoever
// watches it sees what files are opened meanwhile. --control: a label that takes its text for
// markup is shown.
#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <cstdio>

#include "ui/dialogs/import_dialog.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/page_tabs.h"

namespace {

using cupel::ui::MainWindow;

constexpr int kRows = 12; ///< of a list that are looked at
constexpr int kColumns = 6;

struct Seen {
    int pages = 0;
    int cells = 0;
    int tips = 0;
    int dialogs = 0;
};

void waitForWork(MainWindow& window)
{
    do
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    while (!window.jobs().jobs().empty());
}

void showTip(QWidget& widget, const QPoint& at, Seen& seen)
{
    QHelpEvent event(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &event);
    for (QWidget* tip : QApplication::topLevelWidgets()) {
        if (tip->isVisible() && tip->inherits("QTipLabel")) {
            tip->grab();
            ++seen.tips;
        }
    }
}

void lookAtList(QAbstractItemView& view, Seen& seen)
{
    const QAbstractItemModel* model = view.model();
    for (int row = 0; model && row < std::min(kRows, model->rowCount(view.rootIndex())); ++row) {
        for (int column = 0; column < std::min(kColumns, model->columnCount(view.rootIndex()));
             ++column) {
            const QModelIndex index = model->index(row, column, view.rootIndex());
            view.scrollTo(index);
            view.setCurrentIndex(index);
            QApplication::processEvents();
            showTip(*view.viewport(), view.visualRect(index).center(), seen);
            ++seen.cells;
        }
    }
}

/// What the window shows now, and what is behind the things on it.
void lookAt(QWidget& widget, Seen& seen)
{
    QApplication::processEvents();
    widget.grab();
    for (QAbstractItemView* view : widget.findChildren<QAbstractItemView*>()) {
        if (view->isVisible())
            lookAtList(*view, seen);
    }
    for (QWidget* one : widget.findChildren<QWidget*>()) {
        if (one->isVisible() && !one->toolTip().isEmpty())
            showTip(*one, one->rect().center(), seen);
    }
    widget.grab();
}

/// Dialogs and menus are looked at and closed; that of opening is accepted.
void answerDialogs(Seen& seen)
{
    QWidget* top = QApplication::activePopupWidget();
    if (!top)
        top = QApplication::activeModalWidget();
    if (!top)
        return;
    auto* dialog = qobject_cast<cupel::ui::ImportDialog*>(top);
    if (!dialog) {
        lookAt(*top, seen);
        ++seen.dialogs;
        top->close();
        return;
    }
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
        if (button->isDefault() && button->isEnabled() && !dialog->property("seen").toBool()) {
            dialog->setProperty("seen", true);
            lookAt(*dialog, seen);
            ++seen.dialogs;
            button->click();
        }
    }
}

void walk(MainWindow& window, const std::string& table, Seen& seen)
{
    lookAt(window, seen);
    window.openPaths({table + ".none"});
    waitForWork(window);
    lookAt(window, seen);
    window.openPaths({table});
    while (!window.workspace().dataset())
        waitForWork(window);
    waitForWork(window);
    auto* tabs = window.findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        waitForWork(window);
        lookAt(window, seen);
        // Charts as tables, parts that are folded.
        for (QToolButton* button : tabs->widget(i)->findChildren<QToolButton*>()) {
            if (button->isVisible() && button->isCheckable() && !button->menu())
                button->click();
        }
        waitForWork(window);
        lookAt(window, seen);
        ++seen.pages;
    }
    const auto& columns = window.workspace().dataset()->dataset().description.columns;
    for (const auto& column : columns) {
        window.workspace().say(QStringLiteral("comment"),
            cupel::pipeline::commentTarget(cupel::pipeline::CommentOn::Column, column.name),
            cupel::pipeline::Comment{column.name, false});
    }
    waitForWork(window);
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->shortcut() == QKeySequence(QStringLiteral("Ctrl+K")))
            action->trigger();
    }
    tabs->setCurrentIndex(tabs->count() - 1);
    waitForWork(window);
    lookAt(window, seen);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("cupel"));
    QApplication::setApplicationName(QStringLiteral("cupel"));
    if (argc < 2)
        return 2;
    Seen seen;
    MainWindow window(cupel::ui::bytesOf(cupel::ui::defaultCatalog()));
    window.resize(1280, 860);
    window.show();
    QTimer dialogs;
    QObject::connect(&dialogs, &QTimer::timeout, [&seen] { answerDialogs(seen); });
    dialogs.start(20);
    waitForWork(window);
    walk(window, argv[1], seen);
    QLabel control(QStringLiteral("<img src='red.png'>"));
    if (argc > 2) {
        control.show();
        control.grab();
    }
    std::printf(
        "pages %d cells %d tips %d dialogs %d\n", seen.pages, seen.cells, seen.tips, seen.dialogs);
    return 0;
}
