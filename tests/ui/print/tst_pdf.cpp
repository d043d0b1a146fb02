#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <future>

#include "tests/core/reports/support/hostile_texts.h"
#include "tests/ui/print/sheets.h"
#include "tests/ui/support/pdf_text.h"
#include "ui/print/pdf.h"

namespace cupel::ui {
namespace {

using base::DataText;

constexpr std::int64_t kDay = 1'700'000'000; ///< 14 November 2023, 22:13:20 UTC

reports::Page pageOf(const std::string& text)
{
    reports::Page page;
    page.kind = "Dataset audit";
    page.title = {DataText::name("loans.csv")};
    page.footer = {std::string("Made by a test.")};
    page.add(reports::Paragraph{{text}});
    return page;
}

std::string pdfOfPage(const reports::Page& page, PdfOptions options = {})
{
    auto pdf = pdfOf(page, test::everything(), options);
    if (!pdf) {
        QTest::qFail(pdf.error().message.c_str(), __FILE__, __LINE__);
        return {};
    }
    return std::move(*pdf);
}

/// Whether each offset in the table of objects leads to the object of that number.
bool isSound(const std::string& pdf)
{
    const std::size_t start = pdf.rfind("startxref\n");
    const std::size_t table = std::stoul(pdf.substr(start + 10));
    if (pdf.compare(table, 5, "xref\n") != 0)
        return false;
    const std::size_t space = pdf.find(' ', table);
    const std::size_t count = std::stoul(pdf.substr(space + 1));
    const std::size_t first = pdf.find('\n', space) + 1;
    for (std::size_t i = 1; i < count; ++i) {
        const std::size_t offset = std::stoul(pdf.substr(first + 20 * i, 10));
        const std::string name = std::to_string(i) + " 0 obj";
        if (pdf.compare(offset, name.size(), name) != 0)
            return false;
    }
    return count > 5;
}

struct Printed {
    QByteArray pdf;
    QByteArray error;
    int code = 0;
};

Printed printOnce(const QString& key, const QString& value)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(key, value);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CUPEL_PRINT_ONCE), {});
    process.waitForFinished();
    return {process.readAllStandardOutput(), process.readAllStandardError(), process.exitCode()};
}

} // namespace

class PdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFoundAsTheyWereWritten();
    void everyPageHasHeadAndFootAndTheHeadsOfItsTables();
    void theFootTakesTwoLines();
    void chartsAreDrawnAndNotPixels();
    void theSameBytesOnRepeat();
    void theDateIsTheOneThatWasAsked();
    void aTitleThatSpellsAnEntryIsATitle();
    void hostileTextsAreTexts();
    void longNamesAreCut();
    void textsOfManyLinesAreCut();
    void whatIsHiddenIsHidden();
    void theFormIsThatOfThePaper();
    void nothingIsAnError();
    void withoutFontsIsAnError();
    void itCanBeStopped();
    void itIsMadeInAnyThread();
};

void PdfTest::wordsAreFoundAsTheyWereWritten()
{
    const auto text = test::textOfPdf(
        pdfOfPage(pageOf("The first offline findings differ by 0.1924, 41.2 % of 1,809 rows.")));
    if (!text)
        QSKIP("pdftotext is not installed");
    const QString words = text->simplified().replace(QChar::Nbsp, QLatin1Char(' '));
    QVERIFY2(words.contains(QStringLiteral(
                 "The first offline findings differ by 0.1924, 41.2 % of 1,809 rows.")),
        qPrintable(words));
}

void PdfTest::everyPageHasHeadAndFootAndTheHeadsOfItsTables()
{
    reports::Page page = pageOf("Before.");
    reports::Table table;
    for (const char* const name : {"name of the row", "alpha", "beta", "gamma"})
        table.columns.push_back({DataText::name(name)});
    for (int i = 0; i < 150; ++i) {
        table.rows.push_back({reports::Cell::text({DataText::name("row" + std::to_string(i))}),
            {std::int64_t{i}, {}}, reports::Cell::share(i / 200.0),
            reports::Cell::words("a remark that takes some room on the line of this row")});
    }
    page.add(std::move(table));
    const auto text = test::textOfPdf(pdfOfPage(page), {QStringLiteral("-layout")});
    if (!text)
        QSKIP("pdftotext is not installed");
    const QStringList pages = test::pagesOfPdf(*text);
    QVERIFY(pages.size() > 2);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QVERIFY(pages[i].contains(QStringLiteral("dataset audit"), Qt::CaseInsensitive));
        QVERIFY(pages[i].contains(QStringLiteral("loans.csv")));
        QVERIFY(pages[i].contains(QStringLiteral("name of the row alpha beta gamma")));
        QVERIFY(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
        QVERIFY(pages[i].contains(QStringLiteral("Made by a test.")));
    }
    for (int i = 0; i < 150; ++i)
        QCOMPARE(text->count(QStringLiteral("row%1 ").arg(i)), 1);
}

void PdfTest::theFootTakesTwoLines()
{
    const std::string whole = "Made by a test. Answers come from the documents, from people and "
                              "from counts of the data, each with its source, and this is its end.";
    reports::Page page = pageOf("A paragraph.");
    page.footer = {whole};
    const auto foot = test::textOfPdf(pdfOfPage(page));
    page.footer = {whole + whole + whole + whole};
    const auto cut = test::textOfPdf(pdfOfPage(page));
    if (!foot || !cut)
        QSKIP("pdftotext is not installed");
    // At the foot of the page, and not below the text as well.
    QCOMPARE(foot->count(QStringLiteral("this is its end.")), 1);
    QCOMPARE(cut->count(QStringLiteral("…")), 1);
}

void PdfTest::chartsAreDrawnAndNotPixels()
{
    reports::Page page = pageOf("A chart.");
    page.add(reports::Chart{{"counts", charts::ChartSpec::Kind::Bar, "counts"}, test::countsOf(5)});
    reports::Table table{{}, {{std::string("a")}, {std::string("b")}},
        {{reports::Cell::words("x"), {reports::MiniHistogram{{1, 2, 3}, "three bins"}, {}}}}};
    page.add(std::move(table));
    const std::string pdf = pdfOfPage(page);
    QVERIFY(pdf.find("/Subtype /Image") == std::string::npos);
    const auto text = test::textOfPdf(pdf);
    if (!text)
        QSKIP("pdftotext is not installed");
    for (int i = 0; i < 5; ++i)
        QVERIFY(text->count(QStringLiteral("value %1").arg(i)) >= 2); // in the chart and beside it
}

void PdfTest::theSameBytesOnRepeat()
{
    std::mt19937 random(3);
    const reports::Page page = test::randomPage(random, 40);
    const std::string once = pdfOfPage(page);
    QVERIFY(isSound(once));
    QVERIFY(pdfOfPage(page) == once);
    const Printed here = printOnce(QStringLiteral("TZ"), QStringLiteral("UTC"));
    QCOMPARE(here.code, 0);
    QVERIFY(here.pdf.startsWith("%PDF"));
    const Printed there = printOnce(QStringLiteral("TZ"), QStringLiteral("Asia/Kathmandu"));
    QVERIFY(here.pdf == there.pdf);
    const Printed german = printOnce(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    QVERIFY(here.pdf == german.pdf);
}

void PdfTest::theDateIsTheOneThatWasAsked()
{
    const reports::Page page = pageOf("A day.");
    const std::string without = pdfOfPage(page);
    QVERIFY(without.find("/CreationDate") == std::string::npos);
    QVERIFY(isSound(without));
    PdfOptions options;
    options.date = kDay;
    const std::string with = pdfOfPage(page, options);
    QVERIFY(with.find("/CreationDate (D:20231114221320Z)\n") != std::string::npos);
    QVERIFY(isSound(with));
}

/// Titles are written in UTF-16, where these seven signs are the bytes "/CreationDate ".
void PdfTest::aTitleThatSpellsAnEntryIsATitle()
{
    reports::Page page = pageOf("A title.");
    page.title = {DataText::name("\u2f43\u7265\u6174\u696f\u6e44\u6174\u6520")};
    const std::string without = pdfOfPage(page);
    QVERIFY(without.find("/Title (\xfe\xff/CreationDate )\n") != std::string::npos);
    QVERIFY(without.find("/CreationDate (") == std::string::npos);
    QVERIFY(isSound(without));
    PdfOptions options;
    options.date = kDay;
    const std::string with = pdfOfPage(page, options);
    QVERIFY(with.find("/Title (\xfe\xff/CreationDate )\n") != std::string::npos);
    QVERIFY(with.find("/CreationDate (D:20231114221320Z)\n") != std::string::npos);
    QVERIFY(isSound(with));
}

void PdfTest::hostileTextsAreTexts()
{
    reports::Page page = pageOf("Texts.");
    for (const std::string& text : cupel::test::hostileTexts()) {
        page.add(reports::Heading{2, {DataText::name(text)}, {}});
        page.add(reports::Paragraph{{std::string("before "), DataText::name(text), " after"}});
        page.add(reports::Callout{
            reports::Tone::Error, text, {DataText::name(text)}, text, {}, {{text, {text}, true}}});
        page.add(
            reports::Table{{DataText::name(text)}, {{DataText::name(text)}, {std::string("n")}},
                {{reports::Cell::text({DataText::name(text)}), {std::int64_t{1}, {}}}}});
        page.add(reports::Verbatim{{DataText::document(text)}, {DataText::name(text)}});
        page.title.push_back(DataText::name(text));
    }
    const std::string pdf = pdfOfPage(page);
    QVERIFY(isSound(pdf));
    QVERIFY(pdf.find("/Subtype /Image") == std::string::npos);
    QVERIFY(pdf.find("/URI") == std::string::npos);
    QVERIFY(pdf.find("/JavaScript") == std::string::npos);
    const auto text = test::textOfPdf(pdf);
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(text->contains(QStringLiteral("<img")) || text->contains(QStringLiteral("<script")));
    for (const QChar c : *text) // pdftotext itself embeds texts that run from right to left
        QVERIFY(c.unicode() != 0x202D && c.unicode() != 0x202E);
}

void PdfTest::longNamesAreCut()
{
    const std::string name(1'000'000, 'x');
    reports::Page page = pageOf("Names.");
    page.title = {DataText::name(name)};
    page.add(reports::Heading{2, {DataText::name(name)}, "a"});
    page.add(reports::Table{{DataText::name(name)}, {{DataText::name(name)}, {std::string("n")}},
        {{reports::Cell::text({DataText::name(name)}), {std::int64_t{1}, {}}}}});
    page.add(reports::Paragraph{{DataText::name(name)}});
    page.add(reports::Verbatim{{DataText::document(name)}, {}});
    QElapsedTimer clock;
    clock.start();
    const auto document = test::documentOf(page);
    QVERIFY2(document->pageCount() < 80, qPrintable(QString::number(document->pageCount())));
    QVERIFY(isSound(pdfOfPage(page)));
    QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
}

void PdfTest::textsOfManyLinesAreCut()
{
    std::string lines;
    for (int i = 0; i < 180'000; ++i)
        lines += "x\n";
    reports::Page page = pageOf("Lines.");
    page.add(reports::Verbatim{{DataText::document(lines)}, {}});
    QElapsedTimer clock;
    clock.start();
    const std::string pdf = pdfOfPage(page);
    QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(isSound(pdf));
    const auto text = test::textOfPdf(pdf);
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(text->contains(QStringLiteral("The rest of this text is not shown here.")));
}

void PdfTest::whatIsHiddenIsHidden()
{
    reports::Page page = pageOf("Values: ");
    page.add(reports::Paragraph{{DataText::value("secretvalue"), DataText::roleValue("rare", 2)}});
    page.add(reports::Verbatim{{DataText::value("secretvalue")}, {}});
    const reports::PrivacyView masked(reports::PrivacyRule{});
    const auto pdf = pdfOf(page, masked, {});
    QVERIFY(bool(pdf));
    const auto text = test::textOfPdf(*pdf);
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(!text->contains(QStringLiteral("secretvalue")));
    QVERIFY(!text->contains(QStringLiteral("rare")));
    QVERIFY(text->contains(QStringLiteral("<fewer than 5 rows>")));
}

void PdfTest::theFormIsThatOfThePaper()
{
    const reports::Page page = pageOf("Paper.");
    QVERIFY(pdfOfPage(page).find("/MediaBox [0 0 595") != std::string::npos);
    PdfOptions options;
    options.paper = Paper::Letter;
    QVERIFY(pdfOfPage(page, options).find("/MediaBox [0 0 612") != std::string::npos);
    for (const Paper paper : {Paper::A4, Paper::Letter})
        QCOMPARE(paperFromName(paperName(paper)), std::optional(paper));
    QVERIFY(!paperFromName("a5"));
}

void PdfTest::nothingIsAnError()
{
    const auto pdf = pdfOf({}, test::everything(), {});
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, base::ErrorCode::Empty);
}

void PdfTest::withoutFontsIsAnError()
{
    const QTemporaryDir folder;
    const QString config = folder.filePath(QStringLiteral("fonts.conf"));
    test::write(config, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    const Printed printed = printOnce(QStringLiteral("FONTCONFIG_FILE"), config);
    QCOMPARE(printed.code, 1);
    QVERIFY(printed.error.contains("no font"));
}

void PdfTest::itCanBeStopped()
{
    const std::atomic<bool> cancel(true);
    const auto pdf = pdfOf(pageOf("Stop."), test::everything(), {}, base::JobContext({}, &cancel));
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, base::ErrorCode::Cancelled);
}

void PdfTest::itIsMadeInAnyThread()
{
    std::mt19937 random(9);
    const reports::Page page = test::randomPage(random, 30);
    const std::string here = pdfOfPage(page);
    constexpr std::size_t kThreads = 4;
    std::vector<std::future<std::string>> made;
    made.reserve(kThreads);
    for (std::size_t i = 0; i < kThreads; ++i) {
        made.push_back(std::async(
            std::launch::async, [&page] { return *pdfOf(page, test::everything(), {}); }));
    }
    for (std::future<std::string>& one : made)
        QVERIFY(one.get() == here);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PdfTest)
#include "tst_pdf.moc"
