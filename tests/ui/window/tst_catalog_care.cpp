#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "core/catalog/catalog.h"
#include "tests/ui/support/file_dialog.h"
#include "tests/ui/window/window_test.h"

namespace cupel::ui {

/// The actions of the window that are about the catalog as a whole.
class CatalogCareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSoundCatalogIsCalledSound();
    void whatIsWrongIsListed();
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
    QVERIFY(QFile::remove(m_data->filePath(dataFiles.front())));
    choose("Check the catalog");
    QTRY_VERIFY(visibleText().contains(QStringLiteral("1 problem was found in it")));
    QVERIFY(visibleText().contains(dataFiles.front()));
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
