#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <chrono>
#include <filesystem>

#include "core/catalog/catalog.h"
#include "tests/ui/support/file_dialog.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/window/window_test.h"

namespace cupel::ui {

/// The actions of the window that are about the catalog as a whole.
class CatalogCareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSoundCatalogIsCalledSound();
    void whatIsWrongIsListed();
    void whatIsMadeAgainIsNoProblem();
    void whatIsNotKeptStaysListed();
    void whatWasRemovedIsListed();
    void theCopyHoldsTheDatasets();
    void aFileThatIsThereIsNotReplaced();
    void withoutACatalogThereIsNothingToCareFor();

private:
    QString path(const char* name) const { return m_data->filePath(QLatin1String(name)); }
    QString visibleText() const { return test::visibleText(*m_window); }
    void choose(const char* text) const { test::choose(*m_window, QString::fromUtf8(text)); }

    const test::OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void CatalogCareTest::init()
{
    m_window.reset();
    m_data = std::make_unique<QTemporaryDir>();
    m_window = test::shownWindow(path("catalog.cupel"));
    test::openTable(*m_window, path("few.csv"), "a,b\n1,x\n2,y\n3,x\n");
    QTRY_COMPARE(m_window->workspace().datasets().size(), std::size_t{1});
    test::finishWork(*m_window);
}

void CatalogCareTest::aSoundCatalogIsCalledSound()
{
    choose("Check the catalog");
    QTRY_VERIFY(visibleText().contains(QStringLiteral("No problem found in the catalog")));
}

void CatalogCareTest::whatIsWrongIsListed()
{
    const QStringList dataFiles = QDir(m_data->path()).entryList({QStringLiteral("*.cupeldata")});
    QCOMPARE(dataFiles.size(), 1);
    const QString other = path("catalog-other.cupeldata");
    QVERIFY(QFile::copy(m_data->filePath(dataFiles.front()), other));
    std::filesystem::last_write_time(
        bytesOf(other), std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
    choose("Check the catalog");
    QTRY_VERIFY(visibleText().contains(QStringLiteral("1 problem was found in it")));
    QVERIFY(visibleText().contains(QStringLiteral("catalog-other.cupeldata")));
}

void CatalogCareTest::whatIsMadeAgainIsNoProblem()
{
    const QStringList dataFiles = QDir(m_data->path()).entryList({QStringLiteral("*.cupeldata")});
    QVERIFY(QFile::remove(m_data->filePath(dataFiles.value(0))));
    choose("Check the catalog");
    QTRY_VERIFY(visibleText().contains(QStringLiteral("No problem found in the catalog")));
    QVERIFY2(visibleText().contains(QStringLiteral("1 data file is not there")),
        qPrintable(visibleText()));
}

/// Whatever else is said in the meantime.
void CatalogCareTest::whatIsNotKeptStaysListed()
{
    Workspace& workspace = m_window->workspace();
    const QString words = QStringLiteral("Not in the catalog yet");
    {
        const test::FileSizeLimit limit(4'000);
        workspace.say(QStringLiteral("comment"),
            pipeline::commentTarget(pipeline::CommentOn::Column, "a"),
            pipeline::Comment{"text", false});
        QTRY_VERIFY(visibleText().contains(words));
        workspace.auditAgain();
        QTRY_VERIFY(m_window->jobs().jobs().empty());
        QVERIFY(visibleText().contains(words));
    }
    choose("Check the catalog");
    QTRY_VERIFY(visibleText().contains(QStringLiteral("No problem found")));
    QVERIFY(visibleText().contains(words));
    workspace.keepAgain();
    QTRY_VERIFY(!visibleText().contains(words));
    workspace.reopen("few");
    QTRY_COMPARE(workspace.dataset()->review->comments.size(), std::size_t{1});
}

/// Ctrl+Z, and the list of what was removed.
void CatalogCareTest::whatWasRemovedIsListed()
{
    Workspace& workspace = m_window->workspace();
    workspace.remove("few");
    QTRY_VERIFY(workspace.datasets().empty());
    QVERIFY(visibleText().contains(QStringLiteral("It can be brought back until")));
    choose("Undo remove few");
    QTRY_COMPARE(workspace.datasets().size(), std::size_t{1});
    QVERIFY(visibleText().contains(QStringLiteral("few is in the catalog again")));
    choose("Redo remove few");
    QTRY_VERIFY(workspace.datasets().empty());
    QStringList seen;
    QTimer::singleShot(0, this, [&] {
        auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        auto* const table = dialog->findChild<QTableWidget*>();
        for (int i = 0; i < table->columnCount(); ++i)
            seen << table->item(0, i)->text();
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("&Bring back"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(table->rowCount(), 0);
        dialog->reject();
    });
    choose("Removed datasets…");
    QCOMPARE(seen.value(0), QStringLiteral("few"));
    QCOMPARE(
        seen.value(2), QLocale().toString(QDate::currentDate().addDays(30), QLocale::ShortFormat));
    QCOMPARE(seen.value(3), path("few.csv"));
    QTRY_COMPARE(workspace.datasets().size(), std::size_t{1});
}

void CatalogCareTest::theCopyHoldsTheDatasets()
{
    {
        const test::ChosenFile chosen(path("copy.cupel"));
        choose("Back up the catalog…");
    }
    QTRY_VERIFY(visibleText().contains(QStringLiteral("Backed up to")));
    const auto copy
        = catalog::Catalog::open(bytesOf(path("copy.cupel")), catalog::Catalog::Missing::Fail);
    QVERIFY(copy);
    const auto datasets = copy->datasets();
    QVERIFY(datasets);
    QCOMPARE(datasets->size(), std::size_t{1});
    QCOMPARE(datasets->front().dataset.name, std::string("few"));
}

void CatalogCareTest::aFileThatIsThereIsNotReplaced()
{
    {
        const test::ChosenFile chosen(path("few.csv"));
        choose("Back up the catalog…");
    }
    QTRY_VERIFY(visibleText().contains(QStringLiteral("Back up the catalog failed")));
    QFile table(path("few.csv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(table.readAll(), QByteArray("a,b\n1,x\n2,y\n3,x\n"));
}

void CatalogCareTest::withoutACatalogThereIsNothingToCareFor()
{
    const MainWindow forgetful{std::string()};
    for (const char* text : {"Check the catalog", "Back up the catalog…"}) {
        const QString name = QString::fromUtf8(text);
        QVERIFY(test::actionNamed(*m_window, name)->isEnabled());
        QVERIFY(!test::actionNamed(forgetful, name)->isEnabled());
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::CatalogCareTest)
#include "tst_catalog_care.moc"
