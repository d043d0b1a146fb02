#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/files.h"
#include "ui/jobs/dataset_work.h"
#include "ui/pages/dataset_command.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

/// Commands that are copied out of the window come to what the window shows.
class DatasetCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rowsOfAFindingOutOfACatalog();
    void rowsOfAFindingWithoutACatalog();
    void countsOfAFilterAreTheSame();

private:
    /// Without a header and with a word that stands for a missing value; it has findings with rows.
    OpenDatasetPtr opened(const Keeping& keeping) const;
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    /// What a shell prints that finds the program.
    QByteArray printed(const std::string& command) const;
    void expectRows(const OpenDataset& dataset) const;

    QTemporaryDir m_folder;
};

void DatasetCommandTest::initTestCase()
{
    QByteArray text;
    for (int i = 0; i < 400; ++i) {
        const bool isWoman = i % 2 == 0;
        const bool isGood = isWoman ? i % 8 == 0 : i % 8 != 1;
        text += QByteArray::number(i) + (isWoman ? ",f," : ",m,") + (i % 10 == 0 ? "?," : "x,")
            + (isGood ? "yes\n" : "no\n");
    }
    test::write(at("loans it's.csv"), text);
    QVERIFY(qEnvironmentVariableIsSet("CUPEL_BINARY"));
}

OpenDatasetPtr DatasetCommandTest::opened(const Keeping& keeping) const
{
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(at("loans it's.csv"))};
    request.options.hasHeader = false;
    request.options.names = {"id", "sex", "job", "approved"};
    request.roles.label = audits::LabelRole{"approved", "yes", {}, {}};
    request.roles.groups = {{"sex", {}, {}}};
    request.roles.missing = {{"job", {"?"}}};
    auto dataset = auditInput(std::move(request), keeping, {});
    if (!dataset)
        QTest::qFail(dataset.error().message.c_str(), __FILE__, __LINE__);
    return dataset ? *dataset : nullptr;
}

QByteArray DatasetCommandTest::printed(const std::string& command) const
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
        QFileInfo(qEnvironmentVariable("CUPEL_BINARY")).path() + QLatin1Char(':')
            + environment.value(QStringLiteral("PATH")));
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(m_folder.path());
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromStdString(command)});
    if (!shell.waitForFinished())
        QTest::qFail("the command does not end", __FILE__, __LINE__);
    if (shell.exitCode() != 0)
        qWarning("%s", shell.readAllStandardError().constData());
    return shell.readAllStandardOutput();
}

void DatasetCommandTest::expectRows(const OpenDataset& dataset) const
{
    int count = 0;
    for (const findings::Finding* finding : reports::rankedFindings(dataset.dataset())) {
        if (finding->evidence.empty())
            continue;
        std::int64_t rows = 0;
        for (const findings::RowEvidence& one : finding->evidence)
            rows += one.count;
        const QByteArray lines
            = printed(rowsCommandOf(dataset, finding->id(dataset.dataset().name)));
        QCOMPARE(std::int64_t{lines.count('\n')}, rows);
        ++count;
    }
    QVERIFY(count > 1);
}

void DatasetCommandTest::rowsOfAFindingOutOfACatalog()
{
    Keeping keeping;
    keeping.catalog = bytesOf(at("all data.cupel"));
    const OpenDatasetPtr dataset = opened(keeping);
    QVERIFY(dataset);
    QCOMPARE(dataset->catalog, keeping.catalog);
    expectRows(*dataset);
}

void DatasetCommandTest::rowsOfAFindingWithoutACatalog()
{
    const OpenDatasetPtr dataset = opened({});
    QVERIFY(dataset);
    expectRows(*dataset);
}

void DatasetCommandTest::countsOfAFilterAreTheSame()
{
    const OpenDatasetPtr dataset = opened({});
    QVERIFY(dataset);
    const reports::AuditCommand command = commandWhere(*dataset, "job is missing");
    QVERIFY(command.unsaid.empty());
    const QByteArray summary = printed(command.text + " --fail-on never");
    QVERIFY2(summary.contains("only rows where job is missing: 40"), summary.constData());
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::DatasetCommandTest)
#include "tst_dataset_command.moc"
