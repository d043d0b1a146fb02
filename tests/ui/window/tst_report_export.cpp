#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "core/reports/formats.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/pdf_text.h"
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
    void writesPdfOfEach();
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
            return exportText(*m_sample, kind, privacy).value();
    }
    return {};
}

void ReportExportTest::everyFormatOfTheReportIsThere()
{
    std::size_t found = 0;
    for (const ExportKind& kind : exportKinds(*m_sample))
        found += kind.what == ExportKind::What::Report ? 1 : 0;
    QCOMPARE(found, reports::formatNames().size());
}

void ReportExportTest::theReportIsThatOfTheBatchProgram()
{
    reports::Report report = *m_sample->report;
    report.privacy = reports::Privacy::Masked;
    QCOMPARE(text(QStringLiteral("Audit report, JSON"), reports::Privacy::Masked),
        reports::findFormat("json")->write(report));
}

void ReportExportTest::writesCardAndRubric()
{
    const auto card = nlohmann::json::parse(
        text(QStringLiteral("Data Card, JSON"), reports::Privacy::Masked), nullptr, false);
    QCOMPARE(card.value("schema", std::string()), std::string("cupel.card"));
    const auto rubric = nlohmann::json::parse(
        text(QStringLiteral("Rubric report, JSON"), reports::Privacy::Masked), nullptr, false);
    QCOMPARE(rubric.value("schema", std::string()), std::string("cupel.rubric-report"));
    QVERIFY(text(QStringLiteral("Data Card, HTML"), reports::Privacy::Masked).starts_with("<!"));
    QVERIFY(
        text(QStringLiteral("Rubric report, Markdown"), reports::Privacy::Masked).starts_with("#"));
}

void ReportExportTest::writesPdfOfEach()
{
    for (const char* const document : {"Audit report", "Data Card", "Rubric report"}) {
        const std::string pdf = text(
            QString::fromLatin1(document) + QStringLiteral(", PDF"), reports::Privacy::Masked);
        QVERIFY(pdf.starts_with("%PDF"));
        const auto words = test::textOfPdf(pdf);
        if (!words)
            QSKIP("pdftotext is not installed");
        const QString kind = QLatin1String(document) == QLatin1String("Audit report")
            ? QStringLiteral("dataset audit")
            : QString::fromLatin1(document);
        QVERIFY(words->contains(kind, Qt::CaseInsensitive));
        QVERIFY(words->contains(QStringLiteral("Page 1 of ")));
    }
}

void ReportExportTest::hidesWhatTheModeHides()
{
    const QString title = QStringLiteral("Audit report, JSON");
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
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    QVERIFY(!writeFile(pipe, "{}"));
    QVERIFY(!QFileInfo(pipe).isFile());
    const auto failed = writeFile(folder.filePath(QStringLiteral("no/such/r.json")), "{}");
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, base::ErrorCode::OutputFailed);
    {
        const test::FileSizeLimit limit(8);
        QVERIFY(!writeFile(path, "a text that finds no room"));
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), QByteArray("{}"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("r.json")});
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ReportExportTest)
#include "tst_report_export.moc"
