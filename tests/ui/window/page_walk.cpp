// page_walk TABLE [ROLES] | --rows N | --columns N | --faults N | --names BYTES
//
// Opens a table, or one that is made, in the window, walks through all pages, sorts and filters,
// edits the review and undoes it, changes size and colours, previews and exports, opens another
// table, and prints for each step how long the window did not answer at most, and how much of
// the processor its thread took meanwhile. Exit code 1 where it did not answer for longer than 100
// ms.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <cstdio>
#include <random>

#include "core/counts/where.h"
#include "tests/ui/window/window_walk.h"
#include "ui/window/page_tabs.h"

namespace {

using cupel::ui::MainWindow;
using cupel::ui::test::waitForWork;
using cupel::ui::test::Watchdog;

constexpr int kLimitMs = 100;

/// Census-like rows.
void writeRows(QFile& file, int rows)
{
    std::mt19937 random(1);
    const char* const races[] = {"White", "Black", "Asian", "Other"};
    file.write("age,hours,income,sex,race,score,town\n");
    for (int i = 0; i < rows; ++i) {
        const auto draw = static_cast<std::uint32_t>(random());
        file.write(QByteArray::number(17 + draw % 70) + ',' + QByteArray::number(1 + draw / 70 % 99)
            + (draw % 5 < 1 ? ",>50K," : ",<=50K,") + (draw / 7 % 3 == 0 ? "Female," : "Male,")
            + races[draw / 11 % 17 % 4] + ',' + QByteArray::number(draw / 1e9, 'f', 6) + ",town"
            + QByteArray::number(draw / 13 % 5000) + '\n');
    }
}

/// Few rows of many columns, whose names are as long as asked.
void writeColumns(QFile& file, int columns, int nameBytes)
{
    std::mt19937 random(1);
    for (int i = 0; i < columns; ++i) {
        const QByteArray name = "column_" + QByteArray::number(i);
        file.write((i > 0 ? "," : "") + name
            + QByteArray(std::max<qsizetype>(nameBytes - name.size(), 0), 'x'));
    }
    constexpr int kRows = 60;
    for (int row = 0; row < kRows; ++row) {
        file.write("\n");
        for (int i = 0; i < columns; ++i)
            file.write((i > 0 ? "," : "")
                + (i % 3 == 0 ? QByteArray::number(random() % 9)
                              : QByteArray(random() % 2 == 0 ? "yes" : "no")));
    }
    file.write("\n");
}

/// Columns that each have something to be found.
void writeFaults(QFile& file, int columns)
{
    constexpr int kRows = 60;
    for (int row = -1; row < kRows; ++row) {
        for (int i = 0; i < columns; ++i) {
            file.write(i > 0 ? "," : "");
            if (row < 0)
                file.write("column_" + QByteArray::number(i));
            else if (i % 3 == 0)
                file.write("same");
            else if (i % 3 == 1)
                file.write(row % 4 == 0 ? "7" : "");
            else
                file.write(row % 2 == 0 ? " a" : "A");
        }
        file.write("\n");
    }
}

/// Another table, beside the one that is walked.
QString smallTable(const QTemporaryDir& folder)
{
    QFile file(folder.filePath(QStringLiteral("small.csv")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the table");
    writeRows(file, 100);
    return file.fileName();
}

QString generated(const QTemporaryDir& folder, const QStringList& arguments)
{
    QFile file(folder.filePath(QStringLiteral("walk.csv")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the table");
    const int size = arguments[2].toInt();
    if (arguments[1] == QLatin1String("--rows"))
        writeRows(file, size);
    else if (arguments[1] == QLatin1String("--columns"))
        writeColumns(file, size, 0);
    else if (arguments[1] == QLatin1String("--faults"))
        writeFaults(file, size);
    else
        writeColumns(file, 12, size);
    return file.fileName();
}

cupel::pipeline::AuditRequest requestOf(const QTemporaryDir& folder, const QStringList& arguments)
{
    cupel::pipeline::AuditRequest request;
    if (!arguments[1].startsWith(QLatin1String("--"))) {
        request.inputs = {cupel::ui::bytesOf(arguments[1])};
        QFile roles(arguments.value(2));
        if (roles.open(QIODevice::ReadOnly))
            request.roles
                = *cupel::audits::rolesFromJson(roles.readAll().toStdString(), "roles.json");
        return request;
    }
    request.inputs = {cupel::ui::bytesOf(generated(folder, arguments))};
    if (arguments[1] == QLatin1String("--rows")) {
        request.roles.label = cupel::audits::LabelRole{"income", ">50K", {}, {}};
        request.roles.groups = {{"sex", {}, {}}, {"race", {}, {}}};
    }
    return request;
}

/// Rows that pass a filter, and the last ones of them.
void walkRows(MainWindow& window, QWidget& page, Watchdog& watchdog)
{
    for (QLineEdit* text : page.findChildren<QLineEdit*>()) {
        if (!text->isVisible() || text->accessibleName() != QLatin1String("Filter of rows"))
            continue;
        const auto& column = window.workspace().dataset()->dataset().description.columns.front();
        watchdog.step(QStringLiteral("Rows: some of them"));
        text->setText(
            cupel::ui::shown(cupel::counts::quotedName(column.name)) + QStringLiteral(" >= 5"));
        Q_EMIT text->returnPressed();
        waitForWork(window);
        for (QTableView* view : page.findChildren<QTableView*>())
            view->scrollToBottom();
        watchdog.settle();
    }
}

/// The longest list of the page that is seen, or none.
QTableView* listOf(QWidget& page)
{
    QTableView* longest = nullptr;
    for (QTableView* view : page.findChildren<QTableView*>()) {
        if (view->isVisible()
            && (!longest || view->model()->rowCount() > longest->model()->rowCount()))
            longest = view;
    }
    return longest;
}

void walkList(QTableView& view, Watchdog& watchdog, const QString& page)
{
    watchdog.step(page + QStringLiteral(": go down the list"));
    constexpr int kRows = 20;
    for (int row = 0; row < std::min(kRows, view.model()->rowCount()); ++row) {
        view.setCurrentIndex(view.model()->index(row, 0));
        watchdog.settle();
    }
    watchdog.step(page + QStringLiteral(": end of the list"));
    view.scrollToBottom();
    watchdog.settle();
    cupel::ui::test::sortList(view, watchdog, page);
}

void walkPage(MainWindow& window, int index, Watchdog& watchdog)
{
    auto* const tabs = window.findChild<QTabWidget*>();
    const QString page = tabs->tabText(index);
    watchdog.step(page + QStringLiteral(": show"));
    tabs->setCurrentIndex(index);
    waitForWork(window);
    QWidget& shown = *tabs->widget(index);
    if (QTableView* const list = listOf(shown))
        walkList(*list, watchdog, page);
    watchdog.step(page + QStringLiteral(": scroll"));
    for (QScrollBar* bar : shown.findChildren<QScrollBar*>()) {
        if (bar->isVisible() && bar->orientation() == Qt::Vertical)
            bar->setValue(bar->maximum());
    }
    for (QLineEdit* text : shown.findChildren<QLineEdit*>()) {
        if (!text->isVisible() || !text->placeholderText().startsWith(QLatin1String("Filter by")))
            continue;
        watchdog.step(page + QStringLiteral(": filter"));
        cupel::ui::test::typeInto(*text, QStringLiteral("te 12"), watchdog);
    }
    walkRows(window, shown, watchdog);
    watchdog.step(page + QStringLiteral(": edit of the review"));
    const auto& dataset = *window.workspace().dataset();
    const std::string column = dataset.dataset().description.columns.front().name;
    window.workspace().say(QStringLiteral("comment"),
        cupel::pipeline::commentTarget(cupel::pipeline::CommentOn::Column, column),
        cupel::pipeline::Comment{"words", {}});
    waitForWork(window);
    watchdog.step(page + QStringLiteral(": undo"));
    window.workspace().undoStack().undo();
    waitForWork(window);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        qFatal("page_walk TABLE [ROLES] | --rows N | --columns N | --faults N | --names BYTES");
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    const cupel::pipeline::AuditRequest request = requestOf(home, arguments);
    MainWindow window(cupel::ui::bytesOf(home.filePath(QStringLiteral("catalog.cupel"))));
    window.resize(1280, 860);
    window.show();
    Watchdog watchdog;
    waitForWork(window);
    watchdog.step(QStringLiteral("open"));
    window.workspace().open(request);
    waitForWork(window);
    auto* const tabs = window.findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i)
        walkPage(window, i, watchdog);
    watchdog.step(QStringLiteral("audit again"));
    window.workspace().auditAgain();
    waitForWork(window);
    const auto& walked = window.workspace().dataset()->dataset();
    std::printf("%llu rows, %zu columns\n", static_cast<unsigned long long>(walked.input.rows),
        walked.description.columns.size());
    cupel::ui::test::walkLooks(window, watchdog);
    cupel::ui::test::walkPalette(window, watchdog);
    cupel::ui::test::walkPreview(window, watchdog);
    cupel::ui::test::walkExports(window, watchdog);
    cupel::pipeline::AuditRequest other;
    other.inputs = {cupel::ui::bytesOf(smallTable(home))};
    cupel::ui::test::walkDatasets(window, other, watchdog);
    watchdog.step(QStringLiteral("end"));
    for (const Watchdog::Step& step : watchdog.steps())
        std::printf("%6d ms %6d ms  %s\n", step.longestMs, step.busiestMs, qPrintable(step.name));
    return watchdog.stalls(kLimitMs).empty() ? 0 : 1;
}
