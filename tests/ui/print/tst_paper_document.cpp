#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <set>

#include "tests/ui/print/sheets.h"
#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

using base::DataText;

constexpr qreal kRounding = 3.0;

/// Right end of the text that stands furthest to the right.
qreal rightEnd(const Piece& piece)
{
    qreal end = 0.0;
    for (const Ink& one : piece.inks) {
        const auto* text = std::get_if<TextInk>(&one);
        for (int i = 0; text && i < text->count; ++i)
            end = std::max(end, text->at.x() + text->text->lineWidth(text->first + i));
    }
    return end;
}

int linesOf(const Piece& piece)
{
    int lines = 0;
    for (const Ink& one : piece.inks)
        lines += std::holds_alternative<TextInk>(one) ? std::get<TextInk>(one).count : 0;
    return lines;
}

std::vector<PieceRole> rolesOf(const PaperDocument& document)
{
    std::vector<PieceRole> roles;
    for (const SheetOfPieces& sheet : document.sheets()) {
        for (const PlacedPiece& placed : sheet)
            roles.push_back(placed.piece.role);
    }
    return roles;
}

/// A table of words beside numbers.
reports::Table plainTable(std::size_t columns, std::size_t rows)
{
    reports::Table table;
    for (std::size_t i = 0; i < columns; ++i)
        table.columns.push_back({DataText::name("column " + std::to_string(i))});
    for (std::size_t row = 0; row < rows; ++row) {
        table.rows.emplace_back(columns, reports::Cell{std::int64_t{12'345}, {}});
        table.rows.back().front()
            = reports::Cell::text({DataText::name("row " + std::to_string(row))});
    }
    return table;
}

} // namespace

class PaperDocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingStandsWithinTheBody();
    void rowsAreWholeBelowTheirHead();
    void noHeadingIsLastOnAPage();
    void longListsOfClassesFillTheirPages();
    void nothingIsLostWhereTextsAreCut();
    void longDocumentsHaveContentsWithPages();
    void wideTablesAreSetInPartsThatNameTheRows();
    void narrowTablesStandBesideThemselves();
    void whatIsTooMuchIsSaidToBeLeftOut();
    void bothPapersArePaintedInLight();
};

void PaperDocumentTest::everythingStandsWithinTheBody()
{
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        const auto document = test::documentOf(
            test::randomPage(random, 25), round % 2 == 0 ? Paper::A4 : Paper::Letter);
        for (const SheetOfPieces& sheet : document->sheets()) {
            qreal end = 0.0;
            for (const PlacedPiece& placed : sheet) {
                QVERIFY(placed.top >= end - kRounding); // nothing stands on another piece
                end = placed.top + placed.piece.height;
                QVERIFY(end <= document->bodySize().height() + kRounding);
                QVERIFY(rightEnd(placed.piece) <= document->bodySize().width() + kRounding);
            }
        }
    }
}

void PaperDocumentTest::rowsAreWholeBelowTheirHead()
{
    std::mt19937 random(2);
    for (int round = 0; round < 30; ++round) {
        reports::Page page;
        page.title = {std::string("A table")};
        page.add(test::randomTable(random, 1 + random() % 30, random() % 90));
        const auto document = test::documentOf(page);
        const qreal body = document->bodySize().height();
        for (const SheetOfPieces& sheet : document->sheets()) {
            bool hasHead = false;
            for (const PlacedPiece& placed : sheet) {
                hasHead = hasHead || placed.piece.role == PieceRole::TableHead;
                if (placed.piece.role != PieceRole::Row)
                    continue;
                QVERIFY(hasHead);
                QVERIFY(placed.top + placed.piece.height <= body);
            }
        }
    }
}

void PaperDocumentTest::noHeadingIsLastOnAPage()
{
    std::mt19937 random(4);
    for (int round = 0; round < 30; ++round) {
        reports::Page page = test::randomPage(random, 30);
        page.add(reports::Paragraph{{std::string("The end.")}});
        const auto document = test::documentOf(page);
        for (const SheetOfPieces& sheet : document->sheets()) {
            const PieceRole role = sheet.back().piece.role;
            QVERIFY(role != PieceRole::Heading && role != PieceRole::Caption);
            QVERIFY(role != PieceRole::TableHead || sheet.size() > 1);
        }
    }
}

void PaperDocumentTest::longListsOfClassesFillTheirPages()
{
    reports::Page page;
    page.title = {std::string("Classes")};
    reports::Table table{
        {std::string("Classes")}, {{std::string("class")}, {std::string("rows")}}, {}};
    for (std::int64_t i = 0; i < 2'000; ++i)
        table.rows.push_back({reports::Cell::words("class " + std::to_string(i)), {i, {}}});
    page.add(std::move(table));
    for (const Paper paper : {Paper::A4, Paper::Letter}) {
        const auto document = test::documentOf(page, paper);
        QVERIFY(document->pageCount() > 2);
        for (int i = 0; i + 1 < document->pageCount(); ++i) {
            const PlacedPiece& last = document->sheets()[static_cast<std::size_t>(i)].back();
            const qreal filled = (last.top + last.piece.height) / kUnitsPerPoint;
            QVERIFY2(
                filled > 0.7 * (sizeOf(paper).height() - 126.0), qPrintable(QString::number(i)));
        }
    }
}

void PaperDocumentTest::nothingIsLostWhereTextsAreCut()
{
    std::mt19937 random(5);
    reports::Page page;
    page.title = {std::string("Long texts")};
    page.add(reports::Paragraph{{test::randomText(random, 3'000)}});
    page.add(reports::Callout{
        reports::Tone::Note, {}, {test::randomText(random, 2'000)}, "a.rule", {}, {}});
    page.add(reports::Verbatim{{test::randomText(random, 2'000)}, {}});
    const auto document = test::documentOf(page);
    // The same on one endless sheet.
    PaperDocument whole(page, test::everything(), QSizeF(sizeOf(Paper::A4).width(), 1e5));
    whole.layOut();
    QCOMPARE(whole.pageCount(), 1);
    QVERIFY(document->pageCount() > 5);
    int lines = 0;
    for (const SheetOfPieces& sheet : document->sheets()) {
        for (const PlacedPiece& placed : sheet)
            lines += linesOf(placed.piece);
    }
    int wholeLines = 0;
    for (const PlacedPiece& placed : whole.sheets().front())
        wholeLines += linesOf(placed.piece);
    // The long one has contents only where there are parts.
    QCOMPARE(lines, wholeLines);
}

void PaperDocumentTest::longDocumentsHaveContentsWithPages()
{
    reports::Page page;
    page.title = {std::string("Many parts")};
    for (int i = 0; i < 9; ++i) {
        page.add(reports::Heading{2, {"Part " + std::to_string(i)}, "p" + std::to_string(i)});
        page.add(plainTable(7, 60));
    }
    const auto document = test::documentOf(page);
    const std::vector<PieceRole> roles = rolesOf(*document);
    QCOMPARE(std::count(roles.begin(), roles.end(), PieceRole::Contents), 9);
    reports::Page few;
    few.title = {std::string("Few parts")};
    few.add(reports::Heading{2, {std::string("Part")}, "p"});
    const std::vector<PieceRole> fewRoles = rolesOf(*test::documentOf(few));
    QCOMPARE(std::count(fewRoles.begin(), fewRoles.end(), PieceRole::Contents), 0);
}

void PaperDocumentTest::wideTablesAreSetInPartsThatNameTheRows()
{
    reports::Page page;
    page.title = {std::string("Wide")};
    page.add(plainTable(40, 3));
    const auto document = test::documentOf(page);
    const std::vector<PieceRole> roles = rolesOf(*document);
    const auto heads = std::count(roles.begin(), roles.end(), PieceRole::TableHead);
    QVERIFY(heads > 2);
    QCOMPARE(std::count(roles.begin(), roles.end(), PieceRole::Row), 3 * heads);
    for (const SheetOfPieces& sheet : document->sheets()) {
        for (const PlacedPiece& placed : sheet) {
            if (placed.piece.role == PieceRole::Row)
                QCOMPARE(std::get<TextInk>(placed.piece.inks.front()).at.x(), 0.0);
        }
    }
}

void PaperDocumentTest::narrowTablesStandBesideThemselves()
{
    reports::Page page;
    page.title = {std::string("Narrow")};
    page.add(plainTable(2, 40));
    const auto document = test::documentOf(page);
    const std::vector<PieceRole> roles = rolesOf(*document);
    const auto rows = std::count(roles.begin(), roles.end(), PieceRole::Row);
    QVERIFY(rows < 20);
    int cells = 0;
    for (const SheetOfPieces& sheet : document->sheets()) {
        for (const PlacedPiece& placed : sheet)
            cells += placed.piece.role == PieceRole::Row ? linesOf(placed.piece) : 0;
    }
    QCOMPARE(cells, 80);
}

void PaperDocumentTest::whatIsTooMuchIsSaidToBeLeftOut()
{
    reports::Page page;
    page.title = {std::string("Huge")};
    reports::Table table = plainTable(10'000, 200);
    table.leftOut = 5;
    page.add(std::move(table));
    QElapsedTimer clock;
    clock.start();
    const auto document = test::documentOf(page);
    QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    const SheetOfPieces& last = document->sheets().back();
    QVERIFY(last.size() >= 2); // rows and columns that are not shown
    QCOMPARE(last.back().piece.role, PieceRole::Text);
    QCOMPARE(last[last.size() - 2].piece.role, PieceRole::Text);
}

void PaperDocumentTest::bothPapersArePaintedInLight()
{
    std::mt19937 random(6);
    const reports::Page page = test::randomPage(random, 12);
    for (const Paper paper : {Paper::A4, Paper::Letter}) {
        const auto document = test::documentOf(page, paper);
        const QSize size = sizeOf(paper).toSize();
        for (int i = 0; i < document->pageCount(); ++i) {
            QImage image(size, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            document->paint(painter, i);
            painter.end();
            std::set<QRgb> edge;
            int dark = 0;
            for (int y = 0; y < size.height(); ++y) {
                for (int x = 0; x < size.width(); ++x) {
                    const bool isEdge
                        = x < 50 || y < 25 || x >= size.width() - 50 || y >= size.height() - 25;
                    if (isEdge)
                        edge.insert(image.pixel(x, y));
                    dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
                }
            }
            QCOMPARE(edge.size(), std::size_t{1}); // margins are empty
            QVERIFY(dark > 50);
            QVERIFY(dark < size.width() * size.height() / 3);
        }
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PaperDocumentTest)
#include "tst_paper_document.moc"
