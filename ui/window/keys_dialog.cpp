#include "ui/window/keys_dialog.h"

#include <QAction>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/theme/plain_label.h"

namespace cupel::ui {
namespace {

struct KeyWords {
    QString keys;
    QString what;
};

/// Those that no menu names.
std::vector<KeyWords> keysOutsideMenus()
{
    return {
        {KeysDialog::tr("Esc"),
            KeysDialog::tr(
                "Cancel the work that was begun last, where nothing else takes the key")},
        {KeysDialog::tr("Shift+F10, Menu"), KeysDialog::tr("The menu of what has the focus")},
        {KeysDialog::tr("Enter"),
            KeysDialog::tr("From a finding to its chart, from a chart to its rows")},
        {KeysDialog::tr("T"), KeysDialog::tr("A chart as a table, and back")},
        {KeysDialog::tr("Ctrl+C"), KeysDialog::tr("Copy what is chosen, in tables")},
        {KeysDialog::tr("Ctrl+Shift+L"),
            KeysDialog::tr("Which columns are shown, in the lists of findings and of columns")},
        {KeysDialog::tr("J, K"),
            KeysDialog::tr("Next and previous one, in the lists of findings and of columns")},
        {KeysDialog::tr("A, F, W, C"),
            KeysDialog::tr(
                "Accept a finding, request a fix, waive it, comment on it, in the list of "
                "findings")},
        {KeysDialog::tr("R, T"),
            KeysDialog::tr("Role and type of a column, in the list of columns")},
        {KeysDialog::tr("N"),
            KeysDialog::tr("Next missing field or open question, in the Data Card and the rubric")},
        {KeysDialog::tr("E"), KeysDialog::tr("Write an answer, in the Data Card and the rubric")},
        {KeysDialog::tr("C, D"),
            KeysDialog::tr("Confirm or dispute what the program proposes, in the rubric")},
        {KeysDialog::tr("Alt+Down, Alt+Up"),
            KeysDialog::tr("Next and previous heading, where there is much to read")},
        {KeysDialog::tr("Ctrl+Return, Ctrl+Enter"),
            KeysDialog::tr("Keep the answer or the comment that is written")},
        {KeysDialog::tr("Ctrl+G"),
            KeysDialog::tr("Go to a row or a line of the file, on the page of rows")},
        {KeysDialog::tr("Del"),
            KeysDialog::tr("Remove a dataset from the catalog, in the catalog")},
    };
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

} // namespace

KeysDialog::KeysDialog(const std::vector<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    auto* const list = new QWidget;
    auto* const grid = new QGridLayout(list);
    int row = 0;
    const auto add = [&](const KeyWords& one) {
        auto* const keys = new PlainLabel(one.keys);
        keys->setWordWrap(false);
        grid->addWidget(keys, row, 0, Qt::AlignTop);
        grid->addWidget(new PlainLabel(one.what), row++, 1, Qt::AlignTop);
    };
    for (const QAction* action : actions) {
        if (!action->shortcuts().isEmpty())
            add({keysOf(*action), action->text().remove(QLatin1Char('&'))});
    }
    for (const KeyWords& one : keysOutsideMenus())
        add(one);
    grid->setColumnStretch(1, 1);
    auto* const area = new QScrollArea;
    area->setWidget(list);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Keyboard"));
    auto* const column = new QVBoxLayout(this);
    column->addWidget(area);
    const int unit = fontMetrics().height();
    resize(unit * 38, unit * 36);
}

} // namespace cupel::ui
