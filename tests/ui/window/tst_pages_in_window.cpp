#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "core/reports/json_report.h"
#include "tests/ui/support/file_dialog.h"
#include "tests/ui/support/files.h"
#include "tests/ui/support/widgets.h"
#include "tests/ui/window/window_test.h"
#include "ui/models/columns_model.h"
#include "ui/models/findings_model.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {

/// What the pages and the window do together.
class PagesInWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void aPageIsNotFilledBeforeItIsShown();
    void undoBringsTheFormerRolesBack();
    void undoOfRolesEndsWithTheDataset();
    void rolesChosenBesideAnAuditAllCount();
    void arrangementsComeBack();
    void comparesWithTheVersionBefore();
    void saysWhatItCannotCompareWith();
    void comparesWithAReportFile();
    void saysWhatIsWrongWithAReportFile();
    void nothingOfACatalogThatWasLeftIsShown();
    void aCatalogThatCannotBeReadIsSaidOnThePages();
    void aComparisonThatFailedIsTriedAgain();
    void validatorsReadTheDocumentsBesideTheWindow();

private:
    /// Write another file in the place of the catalog; what was there.
    QByteArray replaceCatalog(const QByteArray& bytes) const;
    void makeWindow() { m_window = test::shownWindow(test::catalogIn(*m_data), {1'280, 860}); }
    void open(const QString& name, const QByteArray& text)
    {
        test::openTable(*m_window, m_data->filePath(name), text);
    }
    void waitForWork() { test::finishWork(*m_window); }
    void choose(const QString& action) const { test::choose(*m_window, action); }
    /// Compare with a file as a person does.
    void compareWith(const QString& path) const;
    QTableView* list(const QString& name) const { return test::viewNamed(*m_window, name); }

    const test::OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void PagesInWindowTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    Settings().resetWindow();
    makeWindow();
}

void PagesInWindowTest::aPageIsNotFilledBeforeItIsShown()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    QCOMPARE(list(QStringLiteral("Columns"))->model()->rowCount(), 0);
    QCOMPARE(list(QStringLiteral("Rows"))->model()->rowCount(), 0);
    m_window->tabs().follow({PageId::Columns});
    QCOMPARE(list(QStringLiteral("Columns"))->model()->rowCount(), 2);
    QCOMPARE(list(QStringLiteral("Rows"))->model()->rowCount(), 0);
    m_window->tabs().follow({PageId::History});
    QTRY_VERIFY(list(QStringLiteral("History"))->model()->rowCount() > 0);
}

void PagesInWindowTest::undoBringsTheFormerRolesBack()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\nm,1\n");
    Workspace& workspace = m_window->workspace();
    const auto label = [&] {
        const auto& role = workspace.dataset()->dataset().roles.label;
        return role ? role->column : std::string();
    };
    const std::string before = label();
    audits::Roles roles = workspace.dataset()->dataset().roles;
    roles.label = audits::LabelRole{"sex", "f", {}, {}};
    Q_EMIT m_window->tabs().pages().front()->rolesChosen(roles);
    QTRY_COMPARE(label(), std::string("sex"));
    waitForWork();
    QCOMPARE(workspace.undoStack().undoText(), QStringLiteral("choose roles"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(label(), before);
    waitForWork();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(label(), std::string("sex"));
    waitForWork();
    // Review edits and choices of roles are undone in the order they were made.
    workspace.say(QStringLiteral("comment"),
        pipeline::commentTarget(pipeline::CommentOn::Column, "sex"), pipeline::Comment{"a", false});
    QTRY_COMPARE(workspace.dataset()->review->comments.size(), std::size_t{1});
    waitForWork();
    workspace.undoStack().undo();
    QTRY_VERIFY(workspace.dataset()->review->comments.empty());
    QCOMPARE(label(), std::string("sex"));
    workspace.undoStack().undo();
    QTRY_COMPARE(label(), before);
    waitForWork();
}

/// Its columns mean nothing in another one.
void PagesInWindowTest::undoOfRolesEndsWithTheDataset()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\n");
    audits::Roles roles;
    roles.label = audits::LabelRole{"y", {}, {}, {}};
    QSignalSpy changed(&m_window->workspace(), &Workspace::datasetChanged);
    m_window->workspace().chooseRoles(roles);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_window->workspace().undoStack().canUndo());
    open(QStringLiteral("b.csv"), "other\n1\n2\n");
    QVERIFY(!m_window->workspace().undoStack().canUndo());
}

/// An audit takes a while, in which the page still shows the roles before.
void PagesInWindowTest::rolesChosenBesideAnAuditAllCount()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\nm,1\n");
    m_window->tabs().follow({PageId::Columns});
    Workspace& workspace = m_window->workspace();
    const auto role = [&](const char* column) {
        return QString::fromStdString(workspace.dataset()->dataset().roles.roleOf(column));
    };
    auto* const model = m_window->findChild<ColumnsModel*>();
    model->setData(model->index(0, ColumnsModel::RoleOf), QStringLiteral("group"), Qt::EditRole);
    model->setData(model->index(1, ColumnsModel::RoleOf), QStringLiteral("label"), Qt::EditRole);
    model->setData(model->index(1, ColumnsModel::Type), QStringLiteral("text"), Qt::EditRole);
    QVERIFY(workspace.isBusy());
    workspace.auditAgain();
    waitForWork();
    QCOMPARE(role("sex"), QStringLiteral("group"));
    QCOMPARE(role("y"), QStringLiteral("label"));
    QCOMPARE(workspace.dataset()->dataset().roles.types.at("y"), std::string("text"));
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    waitForWork();
    QCOMPARE(role("sex"), QStringLiteral("group"));
    QCOMPARE(role("y"), QString());
}

void PagesInWindowTest::arrangementsComeBack()
{
    const QByteArray table = "sex,y,z\nf,1,\nm,0,\nf,1,\nm,1,\n";
    open(QStringLiteral("a.csv"), table);
    m_window->tabs().follow({PageId::Findings});
    m_window->tabs().follow({PageId::Columns});
    const auto header
        = [this](const char* name) { return list(QString::fromLatin1(name))->horizontalHeader(); };
    const int usual = header("Columns")->sectionSize(ColumnsModel::Missing);
    header("Columns")->resizeSection(ColumnsModel::Missing, 77);
    header("Columns")->setSectionHidden(ColumnsModel::Top, true);
    header("Findings")->moveSection(0, 2);
    list(QStringLiteral("Columns"))->sortByColumn(ColumnsModel::Distinct, Qt::DescendingOrder);
    test::inputNamed<QLineEdit>(*m_window, QStringLiteral("Filter of columns"))
        ->setText(QStringLiteral("sex"));
    test::inputNamed<QLineEdit>(*m_window, QStringLiteral("Filter of findings"))
        ->setText(QStringLiteral("column"));
    m_window->close();
    makeWindow();
    open(QStringLiteral("a.csv"), table);
    QCOMPARE(m_window->tabs().shownPage(), QStringLiteral("columns"));
    QCOMPARE(header("Columns")->sectionSize(ColumnsModel::Missing), 77);
    QVERIFY(header("Columns")->isSectionHidden(ColumnsModel::Top));
    QCOMPARE(header("Columns")->sortIndicatorSection(), static_cast<int>(ColumnsModel::Distinct));
    QCOMPARE(list(QStringLiteral("Columns"))->model()->rowCount(), 1);
    m_window->tabs().follow({PageId::Findings});
    QCOMPARE(header("Findings")->visualIndex(0), 2);
    QCOMPARE(test::inputNamed<QLineEdit>(*m_window, QStringLiteral("Filter of findings"))->text(),
        QStringLiteral("column"));
    choose(QStringLiteral("Reset the layout"));
    QCOMPARE(header("Columns")->sectionSize(ColumnsModel::Missing), usual);
    QVERIFY(!header("Columns")->isSectionHidden(ColumnsModel::Top));
    QCOMPARE(header("Findings")->visualIndex(0), 0);
    QCOMPARE(list(QStringLiteral("Columns"))->model()->rowCount(), 3);
}

void PagesInWindowTest::comparesWithTheVersionBefore()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    open(QStringLiteral("a.csv"), "sex,y,new\nf,1,a\nm,,b\nf,,c\n");
    QCOMPARE(m_window->workspace().dataset()->version, std::int64_t{2});
    m_window->tabs().follow({PageId::Compare});
    auto* page = m_window->findChild<ComparePage*>();
    auto* choice = test::inputNamed<QComboBox>(*page, QStringLiteral("Compare with"));
    QTRY_COMPARE(choice->count(), 1);
    QTRY_VERIFY(test::showsText(*page, QStringLiteral("What became of the findings")));
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("a@2 beside a@1")));
    QTRY_VERIFY(test::viewNamed(
        *page, QStringLiteral("Columns that came, went, or changed their type or role")));
    // A dataset that is opened later can be chosen as well.
    open(QStringLiteral("b.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    m_window->tabs().follow({PageId::Compare});
    QTRY_COMPARE(choice->count(), 1);
    QCOMPARE(choice->itemText(0), QStringLiteral("a"));
    QCOMPARE(choice->currentIndex(), -1);
    choice->setCurrentIndex(0);
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("b@1 beside a")));
}

void PagesInWindowTest::saysWhatItCannotCompareWith()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    m_window->tabs().follow({PageId::Compare});
    auto* page = m_window->findChild<ComparePage*>();
    QTRY_VERIFY(test::showsText(*page, QStringLiteral("There is nothing to compare with")));
}

void PagesInWindowTest::compareWith(const QString& path) const
{
    const auto* const page = m_window->findChild<ComparePage*>();
    QPushButton* const button = test::buttonNamed(*page, QStringLiteral("A &report file…"));
    QVERIFY(button);
    const test::ChosenFile chosen(path);
    QTest::mouseClick(button, Qt::LeftButton);
}

void PagesInWindowTest::comparesWithAReportFile()
{
    const QString report = m_data->filePath(QStringLiteral("before.json"));
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    test::write(report,
        QByteArray::fromStdString(reports::jsonReport(*m_window->workspace().dataset()->found)));
    open(QStringLiteral("a.csv"), "sex,y,new\nf,1,a\nm,,b\nf,,c\n");
    m_window->tabs().follow({PageId::Compare});
    auto* page = m_window->findChild<ComparePage*>();
    auto* choice = test::inputNamed<QComboBox>(*page, QStringLiteral("Compare with"));
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("a@2 beside a@1")));
    compareWith(report);
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("a@2 beside before.json")));
    QVERIFY(test::viewNamed(
        *page, QStringLiteral("Columns that came, went, or changed their type or role")));
    QVERIFY(test::viewNamed(
        *page, QStringLiteral("Columns with other cells missing or other distinct values")));
    QCOMPARE(choice->currentText(), QStringLiteral("Report before.json"));
    QCOMPARE(choice->count(), 2);
    // It stays chosen where the dataset is audited again, and does not follow another one.
    m_window->workspace().auditAgain();
    waitForWork();
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("beside before.json")));
    QCOMPARE(choice->currentText(), QStringLiteral("Report before.json"));
    open(QStringLiteral("b.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    m_window->tabs().follow({PageId::Compare});
    QTRY_COMPARE(choice->count(), 1);
    // A report of a dataset with another name, and nothing in a catalog.
    m_window->workspace().useCatalog({});
    waitForWork();
    m_window->tabs().follow({PageId::Compare});
    QVERIFY(test::showsText(*page, QStringLiteral("The dataset is in no catalog")));
    compareWith(report);
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("b beside before.json")));
}

void PagesInWindowTest::saysWhatIsWrongWithAReportFile()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    m_window->tabs().follow({PageId::Compare});
    auto* page = m_window->findChild<ComparePage*>();
    QTRY_VERIFY(test::showsText(*page, QStringLiteral("There is nothing to compare with")));
    const QString bad = m_data->filePath(QStringLiteral("bad.json"));
    test::write(bad, "{\n  \"schema\": oops}");
    compareWith(bad);
    QTRY_VERIFY(test::showsText(*page, QStringLiteral("The comparison failed")));
    QVERIFY(test::showsTextWith(
        *page, QStringLiteral("bad.json is not a report that can be used: it is no JSON")));
    QVERIFY(test::showsTextWith(*page, QStringLiteral("Line 2, column 13")));
    // One that is larger than any report, and holds nothing.
    const QString huge = m_data->filePath(QStringLiteral("huge.json"));
    test::write(huge, "{");
    QVERIFY(QFile::resize(huge, qint64{257} << 20));
    compareWith(huge);
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("256 MiB")));
    // Mended, it is tried again.
    test::write(bad,
        QByteArray::fromStdString(reports::jsonReport(*m_window->workspace().dataset()->found)));
    compareWith(bad);
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("a@1 beside bad.json")));
}

void PagesInWindowTest::nothingOfACatalogThatWasLeftIsShown()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    open(QStringLiteral("a.csv"), "sex,y,new\nf,1,a\nm,,b\nf,,c\n");
    m_window->tabs().follow({PageId::Compare});
    auto* page = m_window->findChild<ComparePage*>();
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("a@2 beside a@1")));
    m_window->tabs().follow({PageId::History});
    QAbstractItemModel* const history = list(QStringLiteral("History"))->model();
    QTRY_VERIFY(history->rowCount() > 0);
    waitForWork();
    m_window->workspace().useCatalog({});
    waitForWork();
    QCOMPARE(history->rowCount(), 0);
    m_window->tabs().follow({PageId::Compare});
    QVERIFY(test::showsText(*page, QStringLiteral("The dataset is in no catalog")));
    QVERIFY(!test::inputNamed<QComboBox>(*page, QStringLiteral("Compare with"))->isVisible());
}

QByteArray PagesInWindowTest::replaceCatalog(const QByteArray& bytes) const
{
    QFile file(test::catalogIn(*m_data));
    const QByteArray before = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    for (const char* ending : {"-wal", "-shm"})
        QFile::remove(file.fileName() + QLatin1String(ending));
    test::write(file.fileName(), bytes);
    return before;
}

void PagesInWindowTest::aCatalogThatCannotBeReadIsSaidOnThePages()
{
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    open(QStringLiteral("a.csv"), "sex,y,new\nf,1,a\nm,,b\nf,,c\n");
    const QByteArray catalog = replaceCatalog("this is no catalog at all, but a text\n");
    m_window->tabs().follow({PageId::Compare});
    auto* compare = m_window->findChild<ComparePage*>();
    QTRY_VERIFY(test::showsText(*compare, QStringLiteral("The catalog could not be read")));
    QVERIFY(test::showsTextWith(*compare, QStringLiteral("no catalog")));
    m_window->tabs().follow({PageId::History});
    auto* history = m_window->findChild<HistoryPage*>();
    QTRY_VERIFY(test::showsText(*history, QStringLiteral("The history could not be read")));
    waitForWork();
    replaceCatalog(catalog);
    QTest::mouseClick(test::buttonNamed(*history, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_VERIFY(list(QStringLiteral("History"))->model()->rowCount() > 0);
    // What was read for one page is there for the other.
    m_window->tabs().follow({PageId::Compare});
    QTRY_VERIFY(test::showsTextWith(*compare, QStringLiteral("a@2 beside a@1")));

    replaceCatalog("this is no catalog at all, but a text\n");
    Q_EMIT m_window->tabs().filled(PageId::Compare);
    waitForWork();
    // What is shown stays.
    QVERIFY(test::showsTextWith(*compare, QStringLiteral("a@2 beside a@1")));
}

void PagesInWindowTest::aComparisonThatFailedIsTriedAgain()
{
    open(QStringLiteral("b.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    open(QStringLiteral("a.csv"), "sex,y\nf,1\nm,0\nf,1\n");
    m_window->tabs().follow({PageId::Compare});
    auto* page = m_window->findChild<ComparePage*>();
    auto* choice = test::inputNamed<QComboBox>(*page, QStringLiteral("Compare with"));
    QTRY_COMPARE(choice->count(), 1);
    waitForWork();
    const QByteArray catalog = replaceCatalog("this is no catalog at all, but a text\n");
    const auto chooseTheFirst = [choice] {
        choice->showPopup();
        choice->view()->setCurrentIndex(choice->model()->index(0, 0));
        QTest::keyClick(choice->view(), Qt::Key_Return);
    };
    chooseTheFirst();
    const QString failed = QStringLiteral("The comparison failed");
    QTRY_VERIFY(test::showsText(*page, failed));
    QTest::mouseClick(test::buttonNamed(*page, QStringLiteral("Try again")), Qt::LeftButton);
    QVERIFY(!test::showsText(*page, failed));
    QTRY_VERIFY(test::showsText(*page, failed));
    waitForWork();
    replaceCatalog(catalog);
    chooseTheFirst();
    QTRY_VERIFY(test::showsTextWith(*page, QStringLiteral("a@1 beside b")));
}

/// As they lie when somebody looks, not as they were when the data was audited.
void PagesInWindowTest::validatorsReadTheDocumentsBesideTheWindow()
{
    const QString card = m_data->filePath(QStringLiteral("README.md"));
    test::write(card, "---\nlicense: mit\n---\n# d\n");
    open(QStringLiteral("d.csv"), "a,b\n1,x\n2,y\n");
    waitForWork();
    test::write(card, "---\nlicense: [\n---\n# d\n");
    m_window->tabs().follow({PageId::Card, {}, {}, {}});
    auto* const sections = m_window->tabs().current()->findChild<QTreeWidget*>();
    sections->setCurrentItem(
        sections->findItems(QStringLiteral("Validators"), Qt::MatchExactly).value(0));
    QCOMPARE(m_window->jobs().jobs().size(), std::size_t{1});
    QTRY_VERIFY(test::showsTextWith(*m_window, QStringLiteral("Hub, emulated: 1 error")));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PagesInWindowTest)
#include "tst_pages_in_window.moc"
