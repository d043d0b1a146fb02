#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/ui/support/file_dialog.h"
#include "tests/ui/support/files.h"
#include "tests/ui/support/widgets.h"
#include "tests/ui/window/window_test.h"
#include "ui/dialogs/export_dialog.h"

namespace cupel::ui {

/// A person exports from the window, and reads what it says about that.
class ExportFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsNotCarriedOverIsSaidAndCopied();
    void privacyIsThatOfTheChoice();
    void theLastFormatIsChosenAgain();
    void theDataIsNotReplaced();
    void dataThatIsGoneCanBeLocated();

private:
    QString path(const char* name) const { return m_data->filePath(QLatin1String(name)); }
    /// An empty mode: the one that is chosen at first.
    void exportAs(const QString& title, const QString& to, const QString& mode = {});
    QByteArray bytesIn(const char* name) const;

    QString m_first; ///< what the dialog had chosen at first
    const test::OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void ExportFlowTest::init()
{
    m_window.reset();
    m_data = std::make_unique<QTemporaryDir>();
    std::string card = "---\nviewer: false\n---\n# Few\n";
    for (int i = 0; i < 9; ++i)
        card += "\n## Birds " + std::to_string(i) + "\n\nMany of them.\n";
    test::write(path("README.md"), card.c_str());
    m_window = test::shownWindow({});
    test::openTable(*m_window, path("few.csv"), "a,b\n1,x\n2,y\n3,x\n");
}

/// Export, with what a person chooses, to the end.
void ExportFlowTest::exportAs(const QString& title, const QString& to, const QString& mode)
{
    const test::ChosenFile file(to);
    QTimer choosing;
    connect(&choosing, &QTimer::timeout, this, [&title, &mode, this] {
        QWidget* const asking = QApplication::activeModalWidget();
        if (auto* dialog = qobject_cast<ExportDialog*>(asking)) {
            auto* const list = dialog->findChild<QListWidget*>();
            m_first = list->currentItem()->text();
            list->setCurrentItem(list->findItems(title, Qt::MatchExactly).value(0));
            if (!mode.isEmpty())
                test::inputNamed<QRadioButton>(*dialog, mode)->click();
            dialog->accept();
        } else if (auto* box = qobject_cast<QMessageBox*>(asking)) {
            box->button(QMessageBox::Yes)->click(); // replace the file
        }
    });
    choosing.start(10);
    test::choose(*m_window, QStringLiteral("Export…"));
    test::finishWork(*m_window);
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

QByteArray ExportFlowTest::bytesIn(const char* name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ExportFlowTest::privacyIsThatOfTheChoice()
{
    const QString title = QStringLiteral("Audit report, JSON");
    exportAs(title, path("masked.json"));
    exportAs(title, path("full.json"), QStringLiteral("Full"));
    exportAs(title, path("again.json"));
    exportAs(title, path("aggregate.json"), QStringLiteral("Aggregate"));
    QVERIFY(bytesIn("full.json").contains("\"privacy\": \"full\""));
    QVERIFY(bytesIn("masked.json").contains("\"privacy\": \"masked\""));
    QCOMPARE(bytesIn("again.json"), bytesIn("masked.json"));
    QVERIFY(bytesIn("aggregate.json").contains("\"privacy\": \"aggregate\""));
}

void ExportFlowTest::theLastFormatIsChosenAgain()
{
    exportAs(QStringLiteral("Rubric report, Markdown"), path("rubric.md"));
    QCOMPARE(m_first, QStringLiteral("Audit report, HTML"));
    exportAs(QStringLiteral("Rubric report, Markdown"), path("rubric.md"));
    QCOMPARE(m_first, QStringLiteral("Rubric report, Markdown"));
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
