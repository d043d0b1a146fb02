#include <QAction>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/catalog/catalog.h"
#include "tests/ui/support/file_dialog.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"

namespace cupel::ui {

/// The actions of the window that are about the catalog as a whole.
class CatalogCareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aSoundCatalogIsCalledSound();
    void whatIsWrongIsListed();
    void theCopyHoldsTheDatasets();
    void aFileThatIsThereIsNotReplaced();
    void withoutACatalogThereIsNothingToCareFor();

private:
    QString path(const char* name) const { return m_data->filePath(QLatin1String(name)); }
    QAction* action(const MainWindow& window, const char* text) const;
    QString visibleText() const;

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void CatalogCareTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
    QCoreApplication::setApplicationName(QStringLiteral("cupel"));
}

void CatalogCareTest::init()
{
    m_window.reset();
    m_data = std::make_unique<QTemporaryDir>();
    QFile table(path("few.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("a,b\n1,x\n2,y\n3,x\n");
    table.close();
    m_window = std::make_unique<MainWindow>(bytesOf(path("catalog.cupel")));
    m_window->show();
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(path("few.csv"))};
    m_window->workspace().open(request);
    QTRY_COMPARE(m_window->workspace().datasets().size(), std::size_t{1});
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

QAction* CatalogCareTest::action(const MainWindow& window, const char* text) const
{
    for (QAction* one : window.findChildren<QAction*>()) {
        if (one->text().remove(QLatin1Char('&')) == QString::fromUtf8(text))
            return one;
    }
    return nullptr;
}

QString CatalogCareTest::visibleText() const
{
    QStringList texts;
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

void CatalogCareTest::aSoundCatalogIsCalledSound()
{
    action(*m_window, "Check the catalog")->trigger();
    QTRY_VERIFY(visibleText().contains(QStringLiteral("No problem found in the catalog")));
}

void CatalogCareTest::whatIsWrongIsListed()
{
    const QStringList dataFiles = QDir(m_data->path()).entryList({QStringLiteral("*.cupeldata")});
    QCOMPARE(dataFiles.size(), 1);
    QVERIFY(QFile::remove(m_data->filePath(dataFiles.front())));
    action(*m_window, "Check the catalog")->trigger();
    QTRY_VERIFY(visibleText().contains(QStringLiteral("1 problem was found in it")));
    QVERIFY(visibleText().contains(dataFiles.front()));
}

void CatalogCareTest::theCopyHoldsTheDatasets()
{
    {
        const test::ChosenFile chosen(path("copy.cupel"));
        action(*m_window, "Back up the catalog…")->trigger();
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
        action(*m_window, "Back up the catalog…")->trigger();
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
        QVERIFY(action(*m_window, text)->isEnabled());
        QVERIFY(!action(forgetful, text)->isEnabled());
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::CatalogCareTest)
#include "tst_catalog_care.moc"
