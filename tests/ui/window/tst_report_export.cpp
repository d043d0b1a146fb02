#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/reports/formats.h"
#include "tests/ui/support/sample.h"
#include "ui/window/report_export.h"

namespace cupel::ui {

class ReportExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sample = test::sample(); }
    void everyFormatOfTheReportIsThere();
    void theReportIsThatOfTheBatchProgram();
    void writesCardAndRubric();
    void hidesWhatTheModeHides();
    void aDatasetWithoutDocumentsHasItsReportOnly();
    void writesWholeOrNotAtAll();

private:
    std::string text(const QString& title, reports::Privacy privacy) const;

    OpenDatasetPtr m_sample;
};

std::string ReportExportTest::text(const QString& title, reports::Privacy privacy) const
{
    for (const ExportKind& kind : exportKinds(*m_sample)) {
        if (kind.title == title)
            return exportText(*m_sample, kind, privacy);
    }
    return {};
}

void ReportExportTest::everyFormatOfTheReportIsThere()
{
    std::size_t found = 0;
    for (const ExportKind& kind : exportKinds(*m_sample))
        found += kind.what == ExportKind::What::Report ? 1 : 0;
    QCOMPARE(found, reports::formats().size());
}

void ReportExportTest::theReportIsThatOfTheBatchProgram()
{
    reports::Report report = *m_sample->report;
    report.privacy = reports::Privacy::Masked;
    QCOMPARE(text(QStringLiteral("Audit report, json"), reports::Privacy::Masked),
        reports::findFormat("json")->write(report));
}

void ReportExportTest::writesCardAndRubric()
{
    const auto card = nlohmann::json::parse(
        text(QStringLiteral("Data Card, json"), reports::Privacy::Masked), nullptr, false);
    QCOMPARE(card.value("schema", std::string()), std::string("cupel.card"));
    const auto rubric = nlohmann::json::parse(
        text(QStringLiteral("Rubric report, json"), reports::Privacy::Masked), nullptr, false);
    QCOMPARE(rubric.value("schema", std::string()), std::string("cupel.rubric-report"));
    QVERIFY(text(QStringLiteral("Data Card, html"), reports::Privacy::Masked).starts_with("<!"));
    QVERIFY(text(QStringLiteral("Rubric report, md"), reports::Privacy::Masked).starts_with("#"));
}

void ReportExportTest::hidesWhatTheModeHides()
{
    const QString title = QStringLiteral("Audit report, json");
    QVERIFY(text(title, reports::Privacy::Aggregate) != text(title, reports::Privacy::Full));
    QVERIFY(text(title, reports::Privacy::Full).find("Female") != std::string::npos);
    QVERIFY(text(title, reports::Privacy::Aggregate).find("Female") == std::string::npos);
}

void ReportExportTest::aDatasetWithoutDocumentsHasItsReportOnly()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bare.csv"));
    test::write(path, "a,b\nx,1\ny,2\n");
    OpenDataset bare = *test::audited(path);
    reports::Report report = *bare.report;
    report.datasets.front().card.reset();
    bare.report = std::make_shared<const reports::Report>(report);
    for (const ExportKind& kind : exportKinds(bare))
        QVERIFY(kind.what == ExportKind::What::Report);
}

void ReportExportTest::writesWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.json"));
    QVERIFY(writeFile(path, "{}"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{}"));
    const auto failed = writeFile(folder.filePath(QStringLiteral("no/such/r.json")), "{}");
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, base::ErrorCode::OutputFailed);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("r.json")});
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::ReportExportTest)
#include "tst_report_export.moc"
