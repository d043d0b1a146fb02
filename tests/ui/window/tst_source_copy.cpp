#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/files.h"
#include "tests/ui/support/import_answers.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/dataset_command.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"

namespace cupel::ui {

using test::buttonNamed;
using test::showsTextWith;
using Answers = test::ImportAnswers;

/// Copies of files that are kept with the catalog.
class SourceCopyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void aCopyOfTheFileOutlivesIt();
    void aFullDiskLeavesNoHalfCopy();

private:
    std::string at(const std::string& name) const { return bytesOf(m_data->path()) + "/" + name; }
    std::string table(const std::string& name, const QByteArray& text = "a,b\nx,1\ny,2\n") const
    {
        test::write(QString::fromStdString(at(name)), text);
        return at(name);
    }
    int datasets() const { return static_cast<int>(m_window->workspace().datasets().size()); }
    bool isIdle() const
    {
        return m_window->jobs().jobs().empty() && !QApplication::activeModalWidget();
    }
    QStringList dataFiles() const
    {
        return QDir(m_data->path()).entryList({QStringLiteral("*.cupeldata*")});
    }
    static QCheckBox* keepBox(const ImportDialog& dialog)
    {
        return test::inputNamed<QCheckBox>(
            dialog, QStringLiteral("Keep a copy of the file with the catalog"));
    }
    static void acceptWithACopy(ImportDialog& dialog);

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void SourceCopyTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
    QCoreApplication::setApplicationName(QStringLiteral("cupel"));
}

void SourceCopyTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    Settings().setKeepsSource(false);
    m_window = std::make_unique<MainWindow>(at("catalog.cupel"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(isIdle());
}

void SourceCopyTest::acceptWithACopy(ImportDialog& dialog)
{
    QCheckBox* const keep = keepBox(dialog);
    QVERIFY(keep->isVisible());
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
    QVERIFY(keep->isChecked());
    Answers::accept(dialog);
}

void SourceCopyTest::aCopyOfTheFileOutlivesIt()
{
    const std::string path = table("a.csv", "a,b\nx,1\ny,2\ny,2\n");
    {
        const Answers answers(acceptWithACopy);
        m_window->openPaths({path});
        QTRY_COMPARE(datasets(), 1);
        QTRY_VERIFY(isIdle());
    }
    const std::string flags = " --catalog " + at("catalog.cupel") + " --keep-source";
    QVERIFY(commandOf(*m_window->workspace().dataset()).text.ends_with(flags));
    // What is chosen later, and another way of reading it, keep it on.
    audits::Roles roles;
    roles.missing["*"] = {"x"};
    m_window->workspace().chooseRoles(roles);
    QTRY_VERIFY(isIdle());
    QCOMPARE(m_window->workspace().dataset()->version, std::int64_t{2});
    QFile::remove(QString::fromStdString(path));
    m_window->workspace().reopen("a");
    QTRY_VERIFY(isIdle());
    const OpenDatasetPtr open = m_window->workspace().dataset();
    QVERIFY(open->file && open->file->table.source);
    const auto row = open->file->table.source->row(2);
    QVERIFY2(row, row ? "" : row.error().message.c_str());
    QCOMPARE(row->cells, (std::vector<std::string>{"y", "2"}));
    QVERIFY(commandOf(*open).text.ends_with(flags));
    // The next file is asked about as the last one was answered, and this one is settled.
    const auto seen = std::make_shared<QStringList>();
    const Answers answers([seen](ImportDialog& dialog) {
        const QCheckBox* const keep = keepBox(dialog);
        *seen << QStringLiteral("%1 %2").arg(keep->isChecked()).arg(keep->isEnabled());
        Answers::accept(dialog);
    });
    m_window->openPaths({table("a.csv"), table("b.csv")});
    QTRY_COMPARE(datasets(), 2);
    QTRY_VERIFY(isIdle());
    QCOMPARE(*seen, (QStringList{QStringLiteral("1 0"), QStringLiteral("1 1")}));
}

void SourceCopyTest::aFullDiskLeavesNoHalfCopy()
{
    QByteArray text("a,b\n");
    for (int i = 0; i < 50'000; ++i)
        text += QByteArray::number(i) + ",text " + QByteArray::number(i * 7) + "\n";
    {
        const Answers answers(Answers::accept);
        m_window->openPaths({table("a.csv", text)});
        QTRY_COMPARE(datasets(), 1);
        QTRY_VERIFY(isIdle());
    }
    QCOMPARE(dataFiles().size(), 1);
    const qint64 bytes = QFileInfo(m_data->filePath(dataFiles().front())).size();
    const std::string path = table("b.csv", text + "x,y\n");
    const Answers answers(acceptWithACopy);
    {
        // There is room for the table, and not for the copy.
        const test::FileSizeLimit limit(static_cast<rlim_t>(bytes) + 65'536);
        m_window->openPaths({path});
        QTRY_VERIFY(showsTextWith(*m_window, QStringLiteral("there is no room left")));
        QTRY_VERIFY(isIdle());
    }
    QCOMPARE(dataFiles().size(), 1);
    QCOMPARE(datasets(), 1);
    QTest::mouseClick(buttonNamed(*m_window, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_COMPARE(datasets(), 2);
    QTRY_VERIFY(isIdle());
    QCOMPARE(m_window->workspace().dataset()->sourceKeptIn, at("catalog.cupel"));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::SourceCopyTest)
#include "tst_source_copy.moc"
