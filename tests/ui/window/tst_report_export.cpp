#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "core/reports/formats.h"
#include "tests/ui/support/file_size_limit.h"
#include "tests/ui/support/pdf_text.h"
#include "tests/ui/support/reviewed.h"
#include "tests/ui/support/sample.h"
#include "ui/window/report_export.h"

namespace cupel::ui {
namespace {

const QString kCroissant = QStringLiteral("Data Card, Croissant 1.1");

ExportKind kindOf(const OpenDataset& dataset, const QString& title)
{
    for (const ExportKind& kind : exportKinds(dataset)) {
        if (kind.title == title)
            return kind;
    }
    qFatal("no export of this title");
}

} // namespace

class ReportExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sample = test::sample(); }
    void everyFormatOfTheReportIsThere();
    void theReportIsThatOfTheBatchProgram();
    void writesCardAndRubric();
    void writesPdfOfEach();
    void theCardForOtherProgramsIsThatOfTheBatchProgram_data();
    void theCardForOtherProgramsIsThatOfTheBatchProgram();
    void theCardForOtherProgramsHoldsAnswersOfPeople_data();
    void theCardForOtherProgramsHoldsAnswersOfPeople();
    void saysWhatIsNotCarriedOver();
    void croissantOfDataThatIsGoneOrChangedFails();
    void refusesToReplaceWhatIsRead();
    void waiversAreNotCalledJson();
    void hidesWhatTheModeHides();
    void aDatasetWithoutDocumentsHasItsReportOnly();

private:
    std::string text(const QString& title, reports::Privacy privacy) const;
    QTemporaryDir m_folder;

    OpenDatasetPtr m_sample;
};

std::string ReportExportTest::text(const QString& title, reports::Privacy privacy) const
{
    return exported(*m_sample, kindOf(*m_sample, title), privacy).value().bytes;
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

void ReportExportTest::theCardForOtherProgramsIsThatOfTheBatchProgram_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("format");
    QTest::newRow("Croissant") << kCroissant << QStringLiteral("croissant");
    QTest::newRow("Hub") << QStringLiteral("Data Card, Hugging Face Hub") << QStringLiteral("hf");
    QTest::newRow("datasheet") << QStringLiteral("Data Card, datasheet")
                               << QStringLiteral("datasheet");
}

/// The same bytes, and the same notes.
void ReportExportTest::theCardForOtherProgramsIsThatOfTheBatchProgram()
{
    QFETCH(QString, title);
    QFETCH(QString, format);
    for (const auto& [name, privacy] :
        {std::pair{"masked", reports::Privacy::Masked}, std::pair{"full", reports::Privacy::Full},
            std::pair{"aggregate", reports::Privacy::Aggregate}}) {
        QProcess program;
        program.start(qEnvironmentVariable("CUPEL_BINARY"),
            {QStringLiteral("card"), QStringLiteral("render"),
                test::projectFile(QStringLiteral("resources/sample/loans.csv")),
                QStringLiteral("--roles"),
                test::projectFile(QStringLiteral("resources/sample/roles.json")),
                QStringLiteral("--privacy"), QString::fromLatin1(name), QStringLiteral("-o"),
                format + QStringLiteral("=-")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const auto made = exported(*m_sample, kindOf(*m_sample, title), privacy);
        QVERIFY(made);
        QCOMPARE(QByteArray::fromStdString(made->bytes), program.readAllStandardOutput());
        QByteArray notes;
        for (const std::string& note : made->notes)
            notes += "note: " + QByteArray::fromStdString(note) + "\n";
        QVERIFY(!notes.isEmpty());
        QCOMPARE(notes, program.readAllStandardError());
    }
}

void ReportExportTest::theCardForOtherProgramsHoldsAnswersOfPeople_data()
{
    theCardForOtherProgramsIsThatOfTheBatchProgram_data();
}

void ReportExportTest::theCardForOtherProgramsHoldsAnswersOfPeople()
{
    QFETCH(QString, title);
    const std::string answer = "Loans of the harbour quarter, asked for by post.";
    pipeline::Review review;
    for (const card::FieldValue& value : m_sample->dataset().card->fields) {
        if (value.isNeeded && value.state == card::State::Absent)
            review.cardAnswers[value.key].value.text = answer;
    }
    QVERIFY(!review.cardAnswers.empty());
    const OpenDatasetPtr answered = test::reviewed(m_sample, review);
    const auto made
        = exported(*answered, kindOf(*answered, title), reports::Privacy::Masked).value();
    QVERIFY(made.bytes.find(answer) != std::string::npos);
    QVERIFY(text(title, reports::Privacy::Masked).find(answer) == std::string::npos);
}

void ReportExportTest::saysWhatIsNotCarriedOver()
{
    test::write(m_folder.filePath(QStringLiteral("d.csv")), "a,b\nx,1\ny,2\n");
    test::write(m_folder.filePath(QStringLiteral("README.md")),
        "---\nviewer: false\n---\n# d\n\n## Birds\n\nMany of them.\n");
    const OpenDatasetPtr open = test::audited(m_folder.filePath(QStringLiteral("d.csv")));
    const auto made = exported(*open, kindOf(*open, kCroissant), reports::Privacy::Masked).value();
    QVERIFY(std::find(made.notes.begin(), made.notes.end(),
                "README.md: section Birds (line 6): no field of the card takes it")
        != made.notes.end());
    const ExportKind page = kindOf(*open, QStringLiteral("Data Card, HTML"));
    QVERIFY(exported(*open, page, reports::Privacy::Masked).value().notes.empty());
}

void ReportExportTest::croissantOfDataThatIsGoneOrChangedFails()
{
    const QString path = m_folder.filePath(QStringLiteral("gone.csv"));
    test::write(path, "a,b\nx,1\ny,2\n");
    const OpenDatasetPtr open = test::audited(path);
    test::write(path, "a,b\nx,1\ny,3\n");
    const ExportKind croissant = kindOf(*open, kCroissant);
    QCOMPARE(exported(*open, croissant, reports::Privacy::Masked).error().code,
        base::ErrorCode::InputUnreadable);
    QFile::remove(path);
    QCOMPARE(exported(*open, croissant, reports::Privacy::Masked).error().code,
        base::ErrorCode::InputMissing);
    // Nothing but Croissant needs it.
    QVERIFY(exported(
        *open, kindOf(*open, QStringLiteral("Data Card, datasheet")), reports::Privacy::Masked));
}

void ReportExportTest::refusesToReplaceWhatIsRead()
{
    const QString data = m_folder.filePath(QStringLiteral("d.csv"));
    const QString card = m_folder.filePath(QStringLiteral("README.md"));
    const QString link = m_folder.filePath(QStringLiteral("link.md"));
    test::write(data, "a,b\nx,1\ny,2\n");
    test::write(card, "# d\n\nBirds.\n");
    QVERIFY(QFile::link(card, link));
    const OpenDatasetPtr open = test::audited(data);
    for (const QString& path : {data, card, link})
        QCOMPARE(checkNotRead(*open, path).error().code, base::ErrorCode::Usage);
    QVERIFY(checkNotRead(*open, m_folder.filePath(QStringLiteral("other.md"))));
}

void ReportExportTest::waiversAreNotCalledJson()
{
    ExportKind kind;
    kind.what = ExportKind::What::Waivers;
    QCOMPARE(checkEnding(kind, QStringLiteral("/a/w.JSON")).error().code, base::ErrorCode::Usage);
    QVERIFY(checkEnding(kind, QStringLiteral("/a/w.yaml")));
    kind.what = ExportKind::What::Report;
    QVERIFY(checkEnding(kind, QStringLiteral("/a/w.json")));
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

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ReportExportTest)
#include "tst_report_export.moc"
