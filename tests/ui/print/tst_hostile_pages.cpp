#include <QTest>
#include <limits>

#include "tests/ui/print/sheets.h"
#include "tests/ui/support/pdf_text.h"
#include "ui/print/pdf.h"

namespace cupel::ui {
namespace {

using base::DataText;

/// More than anything is named.
const std::string kLong(1'000'000, 'x');

/// What was printed, on one line; nothing where it cannot be read back.
std::optional<QString> printed(const reports::Page& page)
{
    const auto pdf = pdfOf(page, test::everything(), {});
    if (!pdf)
        return std::nullopt;
    const auto text = test::textOfPdf(*pdf);
    return text ? std::optional(text->simplified()) : std::nullopt;
}

/// Whether every piece is on the sheet that it stands on.
bool isWithinSheets(const PaperDocument& document)
{
    constexpr qreal kRounding = 3.0;
    for (const SheetOfPieces& sheet : document.sheets()) {
        for (const PlacedPiece& placed : sheet) {
            if (placed.top + placed.piece.height > document.bodySize().height() + kRounding)
                return false;
        }
    }
    return true;
}

reports::Page pageOf(reports::Block block)
{
    reports::Page page;
    page.title = {std::string("Hostile")};
    page.blocks.push_back(std::move(block));
    return page;
}

reports::Callout callout(std::size_t facts)
{
    reports::Callout callout{
        reports::Tone::Warning, {}, {std::string("Words.")}, "area.rule", {}, {}};
    for (std::size_t i = 0; i < facts; ++i)
        callout.facts.push_back({"fact", {"value " + std::to_string(i)}, false});
    return callout;
}

} // namespace

/// Pages as somebody may write them who wants to keep the program busy.
class HostilePagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsOfRowsDoNotOverflow();
    void factsOfACalloutAreLimited();
    void longNamesAreCut_data();
    void longNamesAreCut();
    void manyTextsOfASentenceAreCut();
    void headingsAloneStayOnTheSheets();
};

void HostilePagesTest::countsOfRowsDoNotOverflow()
{
    reports::Table table;
    table.columns = {{std::string("a")}};
    table.rows.resize(2'001, {reports::Cell{std::int64_t{1}, {}}});
    table.leftOut = std::numeric_limits<std::int64_t>::max();
    const auto text = printed(pageOf({table}));
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(
        text->contains(QStringLiteral("9,223,372,036,854,775,807 more rows are not shown here.")));
}

void HostilePagesTest::factsOfACalloutAreLimited()
{
    const reports::Page page = pageOf({callout(5'000)});
    QVERIFY(isWithinSheets(*test::documentOf(page)));
    const auto text = printed(page);
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(text->contains(QStringLiteral("value 199 ")));
    QVERIFY(!text->contains(QStringLiteral("value 200 ")));
    QVERIFY(text->contains(QStringLiteral("4,800 more facts are not shown here.")));
    const auto whole = printed(pageOf({callout(200)}));
    QVERIFY(whole && !whole->contains(QStringLiteral("more facts")));
}

void HostilePagesTest::longNamesAreCut_data()
{
    QTest::addColumn<reports::Page>("page");
    reports::Callout named = callout(1);
    named.word = kLong;
    QTest::newRow("word") << pageOf({named});
    named.word.clear();
    named.label = kLong;
    QTest::newRow("label") << pageOf({named});
    named.label.clear();
    named.facts.front().key = kLong;
    QTest::newRow("fact of a callout") << pageOf({named});
    QTest::newRow("fact") << pageOf({reports::KeyValues{{{kLong, {std::string("v")}, false}}}});
    QTest::newRow("tile") << pageOf({reports::Tiles{{{3, kLong, reports::Tone::Error}}}});
    QTest::newRow("code of an item")
        << pageOf({reports::List{{{{std::string("i")}, {}, reports::Tone::Plain, kLong}}, false}});
    reports::Page kind = pageOf({named});
    kind.kind = kLong;
    QTest::newRow("kind") << kind;
}

void HostilePagesTest::longNamesAreCut()
{
    QFETCH(const reports::Page, page);
    const auto document = test::documentOf(page);
    QCOMPARE(document->pageCount(), 1);
    QVERIFY(isWithinSheets(*document));
}

void HostilePagesTest::manyTextsOfASentenceAreCut()
{
    reports::Paragraph paragraph;
    for (int i = 0; i < 1'000'000; ++i)
        paragraph.text.emplace_back(DataText::name("name "));
    const auto document = test::documentOf(pageOf({paragraph}));
    QVERIFY(document->pageCount() > 1);
    QVERIFY(document->pageCount() < 100);
    const auto text = printed(pageOf({paragraph}));
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(text->contains(QStringLiteral("name …")));
}

void HostilePagesTest::headingsAloneStayOnTheSheets()
{
    reports::Page page;
    page.title = {std::string("Headings")};
    for (int i = 0; i < 500; ++i)
        page.add(reports::Heading{4, {"Part " + std::to_string(i)}, {}});
    page.add(reports::Paragraph{{std::string("At last.")}, false});
    const auto document = test::documentOf(page);
    QVERIFY(document->pageCount() > 5);
    QVERIFY(isWithinSheets(*document));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::HostilePagesTest)
#include "tst_hostile_pages.moc"
