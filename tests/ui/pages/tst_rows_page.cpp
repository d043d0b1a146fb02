#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <memory>

#include "core/reports/finding_texts.h"
#include "tests/ui/support/counting_rows.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/widgets.h"
#include "ui/models/rows_model.h"
#include "ui/pages/cell_reader.h"
#include "ui/pages/finding_target.h"
#include "ui/pages/rows_page.h"
#include "ui/pages/rows_view.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class RowsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhyItIsEmpty();
    void rowsOfEveryFindingAreThoseOfTheReport_data();
    void rowsOfEveryFindingAreThoseOfTheReport();
    void aFilterIsTypedAndTakenAway();
    void aWrongFilterSaysWhere();
    void chipsHoldWhatTheTextCannotSay();
    void goesToRowsAndLines();
    void readsTheWholeCell();
    void aLongNameLeavesThePageAsItIs();
    void pointsOutTheColumn();
    void copiesTheSelection();
    void copiesCommands();
    void asksForAnAuditOfTheRows();
    void exportsWhatIsFiltered();
    void neverWritesOverItsInput();
    void aHeaderLeadsToItsColumn();
    void keepsItsFilterWhereItFits();
    void wideAndLongTablesAreFast();
    void longNamesAreCut();
    void everythingHasAName();

private:
    RowsView* list() const { return m_page->findChild<RowsView*>(); }
    QLineEdit* filterText() const
    {
        return test::inputNamed<QLineEdit>(*m_page, QStringLiteral("Filter of rows"));
    }
    void type(const QString& filter);
    bool shows(std::int64_t rows, std::int64_t of) const;

    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<RowsPage> m_page;
    std::vector<Target> m_followed;
};

void RowsPageTest::init()
{
    m_jobs = std::make_unique<JobList>();
    m_page = std::make_unique<RowsPage>(*m_jobs);
    connect(m_page.get(), &Page::followed, this,
        [this](const Target& target) { m_followed.push_back(target); });
    m_page->resize(1300, 800);
    m_page->setDataset(test::openedSample());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QApplication::setActiveWindow(m_page.get());
}

void RowsPageTest::cleanup()
{
    m_page.reset();
    m_jobs.reset();
    m_followed.clear();
}

void RowsPageTest::type(const QString& filter)
{
    filterText()->setFocus();
    filterText()->selectAll();
    QTest::keyClicks(filterText(), filter);
    QTest::keyClick(filterText(), Qt::Key_Return);
}

bool RowsPageTest::shows(std::int64_t rows, std::int64_t of) const
{
    return !m_page->isSearching()
        && test::showsText(*m_page, QStringLiteral("%1 of %2 rows").arg(counted(rows), counted(of)))
        && list()->model()->rowCount() == rows;
}

void RowsPageTest::saysWhyItIsEmpty()
{
    QVERIFY(shows(5000, 5000));
    m_page->setDataset(nullptr);
    QVERIFY(test::showsText(*m_page, QStringLiteral("No dataset is open")));
    auto kept = std::make_shared<OpenDataset>(*test::openedSample());
    kept->file = nullptr;
    m_page->setDataset(kept);
    QVERIFY(test::showsText(*m_page, QStringLiteral("The rows are not at hand")));
    // Its table may be there without them.
    m_page->setDataset(nullptr);
    auto rowless = std::make_shared<OpenDataset>(*test::openedSample());
    rowless->noRows
        = base::Error{base::ErrorCode::InputMissing, "its file is gone", "", {"/x/a.csv", 0, 0, 0}};
    m_page->setDataset(rowless);
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("its file is gone (/x/a.csv)")));
    const QSignalSpy located(m_page.get(), &RowsPage::locateWanted);
    for (QPushButton* button : m_page->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Locate…"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(located.size(), 1);
    const QTemporaryDir folder;
    m_page->setDataset(test::openedText(folder, "a,b\n"));
    QVERIFY(test::showsText(*m_page, QStringLiteral("The table has no rows")));
}

void RowsPageTest::rowsOfEveryFindingAreThoseOfTheReport_data()
{
    QTest::addColumn<OpenDatasetPtr>("dataset");
    QTest::newRow("sample") << test::openedSample();
    QTest::newRow("adult") << test::openedAdult();
}

void RowsPageTest::rowsOfEveryFindingAreThoseOfTheReport()
{
    QFETCH(OpenDatasetPtr, dataset);
    if (!dataset)
        QSKIP("the data set is not there");
    m_page->setDataset(dataset);
    const auto all = static_cast<std::int64_t>(dataset->file->table.rows);
    int compared = 0;
    for (const findings::Finding* finding : reports::rankedFindings(dataset->dataset())) {
        for (std::size_t i = 0; i < finding->evidence.size(); ++i) {
            m_page->reveal(rowsTarget(*dataset, *finding, i));
            QTRY_VERIFY(shows(finding->evidence[i].count, all));
            QVERIFY(
                test::showsText(*m_page, QStringLiteral("Rows of: ") + shown(finding->message)));
            ++compared;
        }
    }
    QVERIFY(compared > 3);
}

void RowsPageTest::aFilterIsTypedAndTakenAway()
{
    type(QStringLiteral("sex = Female and approved = 'yes'"));
    QTRY_VERIFY(!m_page->isSearching());
    QCOMPARE(m_page->filter().terms.size(), 2U);
    const int both = list()->model()->rowCount();
    QVERIFY(both > 0);
    auto* chip = test::toolButtonStarting(*m_page, QStringLiteral("approved = 'yes'"));
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_VERIFY(shows(1809, 5000)); // as the report counts them
    QCOMPARE(filterText()->text(), QStringLiteral("sex = 'Female'"));
    QVERIFY(list()->model()->rowCount() > both);
    filterText()->selectAll();
    QTest::keyClick(filterText(), Qt::Key_Delete);
    QVERIFY(shows(5000, 5000));
    QTRY_VERIFY(test::showsText(*m_page, QStringLiteral("All rows")));
    type(QStringLiteral("sex = nobody"));
    QTRY_VERIFY(test::showsText(*m_page, QStringLiteral("No row passes the filter")));
    QTest::mouseClick(test::buttonNamed(*m_page, QStringLiteral("Show all rows")), Qt::LeftButton);
    QVERIFY(shows(5000, 5000));
}

void RowsPageTest::aWrongFilterSaysWhere()
{
    type(QStringLiteral("sx = Female"));
    QVERIFY(shows(5000, 5000)); // nothing was applied
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("column 1")));
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("sex")));
    type(QStringLiteral("sex = Female and age >"));
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("column ")));
    QVERIFY(filterText()->cursorPosition() > 15);
    QTest::keyClicks(filterText(), QStringLiteral(" 60"));
    QVERIFY(!test::showsTextWith(*m_page, QStringLiteral("Not applied")));
}

void RowsPageTest::chipsHoldWhatTheTextCannotSay()
{
    const counts::Filter repeats{{{counts::RepeatsDim{}, {counts::CellKey::value("repeat")}}}};
    m_page->reveal({PageId::Rows, {}, {}, RowsQuery{repeats, {}}});
    QTRY_VERIFY(shows(60, 5000));
    QCOMPARE(filterText()->text(), QString());
    type(QStringLiteral("sex = Male"));
    QTRY_VERIFY(!m_page->isSearching());
    QCOMPARE(m_page->filter().terms.size(), 2U);
    QVERIFY(list()->model()->rowCount() < 60);
    QApplication::clipboard()->clear();
    m_page->copyAsCommand();
    QCOMPARE(QApplication::clipboard()->text(), QString());
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("cannot say this filter")));
}

void RowsPageTest::goesToRowsAndLines()
{
    QTest::keyClick(list(), Qt::Key_G, Qt::ControlModifier);
    auto* number = test::inputNamed<QLineEdit>(*m_page, QStringLiteral("Number to go to"));
    QTRY_VERIFY(number->hasFocus());
    QTest::keyClicks(number, QStringLiteral("4321"));
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(list()->currentIndex().row(), 4320);
    QVERIFY(list()->hasFocus());
    auto* kind = test::inputNamed<QComboBox>(*m_page, QStringLiteral("What to go to"));
    QTest::keyClick(kind, Qt::Key_Down);
    m_page->startGoTo();
    QTest::keyClicks(number, QStringLiteral("2"));
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(list()->currentIndex().row(), 0);
    m_page->startGoTo();
    QTest::keyClicks(number, QStringLiteral("x"));
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("Write a number")));
    type(QStringLiteral("sex = Female"));
    QTRY_VERIFY(shows(1809, 5000));
    QTest::keyClick(kind, Qt::Key_Up);
    m_page->startGoTo();
    QTest::keyClicks(number, QStringLiteral("1")); // row 1 is of a man
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(list()->currentIndex().row(), 0);
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("is not among the rows shown")));
}

void RowsPageTest::readsTheWholeCell()
{
    const QTemporaryDir folder;
    const QByteArray cell = "<b>first</b>\nsecond " + QByteArray(500, 'x');
    m_page->setDataset(test::openedText(folder, "a,b\n1,\"" + cell + "\"\n"));
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 1));
    auto* reader = m_page->findChild<QPlainTextEdit*>();
    QCOMPARE(reader->toPlainText(), QString::fromUtf8(cell));
    QTest::mouseClick(test::buttonNamed(*m_page, QStringLiteral("Copy the cell")), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QString::fromUtf8(cell));
}

void RowsPageTest::aLongNameLeavesThePageAsItIs()
{
    const QTemporaryDir folder;
    std::vector<int> widths;
    for (const int length : {1, 100'000}) {
        m_page->setDataset(test::openedText(folder, QByteArray(length, 'W') + ",b\n1,2\n"));
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(0, 0));
        auto* reader = m_page->findChild<CellReader*>();
        QTRY_COMPARE(reader->findChild<QPlainTextEdit*>()->toPlainText(), QStringLiteral("1"));
        QTRY_VERIFY(m_jobs->jobs().empty());
        reader->layout()->activate();
        widths.push_back(reader->minimumSizeHint().width());
    }
    QCOMPARE(widths.back(), widths.front());
}

void RowsPageTest::pointsOutTheColumn()
{
    m_page->reveal({PageId::Rows, {}, {}, RowsQuery{{}, "income"}});
    QCOMPARE(list()->currentIndex().column(), 10);
    QVERIFY(list()->model()->index(0, 10).data(Qt::BackgroundRole).isValid());
    QVERIFY(list()->hasFocus());
}

void RowsPageTest::copiesTheSelection()
{
    auto* model = list()->model();
    list()->selectionModel()->select(QItemSelection(model->index(0, 4), model->index(1, 5)),
        QItemSelectionModel::ClearAndSelect);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(
        QApplication::clipboard()->text(), QStringLiteral("line,age,sex\n2,22,Male\n3,57,Male\n"));
    m_page->copyAs(reports::RowsFormat::Json);
    QTRY_VERIFY(QApplication::clipboard()->text().startsWith(
        QLatin1String("{\"line\": 2, \"cells\": {\"age\": \"22\"")));
    m_page->copyAs(reports::RowsFormat::Markdown);
    QTRY_VERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("| line | age |")));
}

void RowsPageTest::copiesCommands()
{
    type(QStringLiteral("sex = Female"));
    QTRY_VERIFY(shows(1809, 5000));
    m_page->copyAsCommand();
    const QString command = QApplication::clipboard()->text();
    QVERIFY(command.startsWith(QLatin1String("cupel audit ")));
    QVERIFY(command.contains(QLatin1String(" --label approved ")));
    QVERIFY(command.contains(QLatin1String(" --where 'sex = '\\''Female'\\'''")));
    const OpenDatasetPtr sample = test::openedSample();
    const findings::Finding& first = test::findingOf(*sample, "fairness.base-rate-gap", "sex");
    m_page->reveal(rowsTarget(*sample, first, 0));
    m_page->copyAsCommand();
    QVERIFY(QApplication::clipboard()->text().contains(
        QStringLiteral("cupel rows ") + shown(first.id("loans"))));
}

/// Without a filter all rows are wanted, which says nothing new where they were audited.
void RowsPageTest::asksForAnAuditOfTheRows()
{
    QSignalSpy chosen(m_page.get(), &RowsPage::whereChosen);
    m_page->auditThese();
    QCOMPARE(chosen.size(), 0);
    type(QStringLiteral("sex = Female"));
    QTRY_VERIFY(shows(1809, 5000));
    m_page->auditThese();
    QCOMPARE(chosen.takeFirst().front().value<std::string>(), std::string("sex = 'Female'"));
    auto partly = std::make_shared<OpenDataset>(*test::openedSample());
    auto report = std::make_shared<reports::Report>(*partly->report);
    report->datasets.front().whereText = "sex = Male";
    partly->report = std::move(report);
    m_page->setDataset(partly);
    filterText()->clear();
    QTest::keyClick(filterText(), Qt::Key_Return);
    QTRY_VERIFY(!m_page->isSearching());
    m_page->auditThese();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<std::string>(), std::string());
}

void RowsPageTest::exportsWhatIsFiltered()
{
    type(QStringLiteral("sex = Female and age < 20"));
    QTRY_VERIFY(!m_page->isSearching());
    const int rows = list()->model()->rowCount();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    m_page->exportTo(path);
    QTRY_VERIFY(test::showsTextWith(*m_page, QStringLiteral("Wrote ")));
    const OpenDatasetPtr again = test::opened(path);
    QVERIFY(again);
    QCOMPARE(static_cast<int>(again->file->table.rows), rows);
    QCOMPARE(again->file->table.columns.size(), test::openedSample()->file->table.columns.size());
    m_page->exportTo(folder.filePath(QStringLiteral("no/such/folder.csv")));
    QTRY_VERIFY(test::showsTextWith(*m_page, QStringLiteral("The rows were not exported")));
    {
        const test::FileSizeLimit limit(4);
        m_page->exportTo(folder.filePath(QStringLiteral("full.csv")));
        QTRY_VERIFY(test::showsTextWith(*m_page, QStringLiteral("full.csv")));
        QVERIFY(test::showsTextWith(*m_page, QStringLiteral("The rows were not exported")));
    }
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("full.csv"))));
}

void RowsPageTest::neverWritesOverItsInput()
{
    const QTemporaryDir folder;
    const OpenDatasetPtr dataset = test::openedText(folder, "a,b\n1,2\n");
    m_page->setDataset(dataset);
    m_page->exportTo(folder.filePath(QStringLiteral("data.csv")));
    QTRY_VERIFY(test::showsTextWith(*m_page, QStringLiteral("The rows were not exported")));
    QFile file(folder.filePath(QStringLiteral("data.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a,b\n1,2\n"));
}

void RowsPageTest::aHeaderLeadsToItsColumn()
{
    const QHeaderView* header = list()->horizontalHeader();
    const QPoint at(header->sectionViewportPosition(1) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_followed.size(), 1U);
    QVERIFY(m_followed.front().page == PageId::Columns);
    QCOMPARE(m_followed.front().item, std::string("customer_ref"));
}

void RowsPageTest::keepsItsFilterWhereItFits()
{
    type(QStringLiteral("sex = Female"));
    QTRY_VERIFY(shows(1809, 5000));
    m_page->setDataset(std::make_shared<const OpenDataset>(*test::openedSample()));
    QTRY_VERIFY(shows(1809, 5000));
    const QTemporaryDir folder;
    m_page->setDataset(test::openedText(folder, "a\n1\n2\n"));
    QVERIFY(shows(2, 2));
}

void RowsPageTest::wideAndLongTablesAreFast()
{
    constexpr std::uint64_t kRows = 100'000'000;
    constexpr std::size_t kColumns = 10'000;
    const auto source = std::make_shared<test::CountingRows>(kRows, kColumns);
    RowsModel model;
    RowsView view(model);
    view.resize(1200, 800);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QElapsedTimer clock;
    clock.start();
    model.setTable(test::tableOf(source, kColumns));
    view.fitColumns();
    model.setPage(99);
    view.setCurrentIndex(model.index(999'999, 9'999));
    view.scrollTo(view.currentIndex());
    QVERIFY(!view.grab().isNull());
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(view.visualRect(view.currentIndex()).isValid());
    QCOMPARE(view.currentIndex().data().toString(), QString::number(kRows - 1 + kColumns - 1));
    QVERIFY(source->reads.load() < 1'000); // some screens of rows
}

/// Whatever quotes a name of a megabyte is laid out at once.
void RowsPageTest::longNamesAreCut()
{
    const QTemporaryDir folder;
    const std::string name(1'000'000, 'x');
    m_page->setDataset(
        test::openedText(folder, QByteArray::fromStdString(name) + ",b\n1,2\n3,4\n"));
    filterText()->setText(QString(30'000, QLatin1Char('y')) + QStringLiteral(" >= 1"));
    QElapsedTimer clock;
    clock.start();
    QTest::keyClick(filterText(), Qt::Key_Return);
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("Not applied")));
    m_page->reveal({PageId::Rows, {}, {},
        RowsQuery{{{{counts::AtLeastDim{name, 2.0}, {counts::CellKey::value("true")}}}}, name}});
    QTRY_VERIFY(shows(1, 2));
    for (const QLabel* label : m_page->findChildren<QLabel*>())
        QVERIFY(!label->isVisible() || label->text().size() < 4'000);
    QVERIFY(filterText()->text().isEmpty()); // the chip says it
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
}

void RowsPageTest::everythingHasAName()
{
    QCOMPARE(test::unnamed(*m_page).join(QLatin1Char(',')), QString());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::RowsPageTest)
#include "tst_rows_page.moc"
