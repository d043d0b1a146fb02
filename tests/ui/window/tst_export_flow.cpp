#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/ui/support/file_dialog.h"
#include "tests/ui/support/files.h"
#include "tests/ui/support/widgets.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"

namespace cupel::ui {

/// A person exports from the window, and reads what it says about that.
class ExportFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatIsNotCarriedOverIsSaidAndCopied();
    void theDataIsNotReplaced();
    void dataThatIsGoneCanBeLocated();

private:
    QString path(const char* name) const { return m_data->filePath(QLatin1String(name)); }
    void exportAs(const QString& title, const QString& to);

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void ExportFlowTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
    QCoreApplication::setApplicationName(QStringLiteral("cupel"));
}

void ExportFlowTest::init()
{
    m_window.reset();
    m_data = std::make_unique<QTemporaryDir>();
    test::write(path("few.csv"), "a,b\n1,x\n2,y\n3,x\n");
    std::string card = "---\nviewer: false\n---\n# Few\n";
    for (int i = 0; i < 9; ++i)
        card += "\n## Birds " + std::to_string(i) + "\n\nMany of them.\n";
    test::write(path("README.md"), card.c_str());
    m_window = std::make_unique<MainWindow>(std::string());
    m_window->show();
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(path("few.csv"))};
    m_window->workspace().open(request);
    QTRY_VERIFY(m_window->workspace().dataset());
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

/// Export, with what a person chooses, to the end.
void ExportFlowTest::exportAs(const QString& title, const QString& to)
{
    const test::ChosenFile file(to);
    QTimer choosing;
    connect(&choosing, &QTimer::timeout, this, [&title] {
        QWidget* const asking = QApplication::activeModalWidget();
        if (auto* dialog = qobject_cast<QInputDialog*>(asking)) {
            dialog->setTextValue(title);
            dialog->accept();
        } else if (auto* box = qobject_cast<QMessageBox*>(asking)) {
            box->button(QMessageBox::Yes)->click(); // replace the file
        }
    });
    choosing.start(10);
    for (QAction* action : m_window->findChildren<QAction*>()) {
        if (action->text() == QStringLiteral("&Export…"))
            action->trigger();
    }
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

void ExportFlowTest::whatIsNotCarriedOverIsSaidAndCopied()
{
    exportAs(QStringLiteral("Data Card, Croissant 1.1"), path("out.json"));
    QVERIFY(QFile::exists(path("out.json")));
    QVERIFY(test::showsTextWith(*m_window, QStringLiteral("Written: ")));
    QVERIFY(test::showsTextWith(*m_window, QStringLiteral("Not carried over")));
    QVERIFY(test::showsTextWith(*m_window, QStringLiteral("front matter viewer (line 2)")));
    QVERIFY(!test::showsTextWith(*m_window, QStringLiteral("Birds 8 ")));
    QVERIFY(test::showsTextWith(*m_window, QStringLiteral("; Copy takes all")));
    auto* const copy = test::buttonNamed(*m_window, QStringLiteral("Copy"));
    QVERIFY(copy);
    QTest::mouseClick(copy, Qt::LeftButton);
    const QString copied = QApplication::clipboard()->text();
    for (int i = 0; i < 9; ++i)
        QVERIFY(copied.contains(QStringLiteral("README.md: section Birds %1 ").arg(i)));
    exportAs(QStringLiteral("Data Card, HTML"), path("out.html"));
    QVERIFY(!test::showsTextWith(*m_window, QStringLiteral("Not carried over")));
    QVERIFY(!copy->isVisible());
}

void ExportFlowTest::theDataIsNotReplaced()
{
    exportAs(QStringLiteral("Data Card, Hugging Face Hub"), path("README.md"));
    QVERIFY(test::showsTextWith(*m_window, QStringLiteral("the dataset is read from it")));
    QFile card(path("README.md"));
    QVERIFY(card.open(QIODevice::ReadOnly));
    QVERIFY(card.readAll().startsWith("---\nviewer: false"));
}

void ExportFlowTest::dataThatIsGoneCanBeLocated()
{
    QVERIFY(QFile::remove(path("few.csv")));
    exportAs(QStringLiteral("Data Card, Croissant 1.1"), path("out.json"));
    QVERIFY(!QFile::exists(path("out.json")));
    QVERIFY(test::buttonNamed(*m_window, QStringLiteral("Locate…")));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ExportFlowTest)
#include "tst_export_flow.moc"
