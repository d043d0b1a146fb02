#include <QTest>

#include "ui/print/pagination.h"
#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

constexpr qreal kLine = points(10.0);

/// A text of so many lines.
Piece text(int lines)
{
    QStringList words;
    for (int i = 0; i < lines; ++i)
        words << QStringLiteral("line%1").arg(i);
    auto block = std::make_shared<TextBlock>(
        Words{words.join(QLatin1Char(' '))}, fontOf(Face::Sans, 8.0), 1.25);
    block->setWidth(points(40.0));
    Piece piece;
    piece.height = block->height();
    piece.isCutFreely = true;
    piece.add(block, {});
    return piece;
}

Piece row(qreal height, const std::shared_ptr<const Piece>& head = {})
{
    Piece piece;
    piece.role = PieceRole::Row;
    piece.height = height;
    piece.head = head;
    return piece;
}

Piece heading()
{
    Piece piece;
    piece.role = PieceRole::Heading;
    piece.height = kLine;
    piece.gap = kLine;
    piece.keepsNext = true;
    return piece;
}

int linesOn(const SheetOfPieces& sheet)
{
    int lines = 0;
    for (const PlacedPiece& placed : sheet) {
        for (const Ink& one : placed.piece.inks)
            lines += std::get<TextInk>(one).count;
    }
    return lines;
}

} // namespace

class PaginationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsOneEmptySheet();
    void whatFitsIsOnOneSheetWithItsGaps();
    void textsAreCutBetweenLinesAndLeaveTwo();
    void rowsAreWholeAndHeadsRepeated();
    void aRowHigherThanASheetIsCut();
    void headingsStandWithWhatFollows();
    void aChainLongerThanASheetEnds();
};

void PaginationTest::nothingIsOneEmptySheet()
{
    QCOMPARE(paginate({}, 100).size(), std::size_t{1});
}

void PaginationTest::whatFitsIsOnOneSheetWithItsGaps()
{
    Piece first = row(40);
    first.gap = 30; // not at the top
    Piece second = row(30);
    second.gap = 30;
    const auto sheets = paginate({first, second}, 100);
    QCOMPARE(sheets.size(), std::size_t{1});
    QCOMPARE(sheets[0][0].top, 0.0);
    QCOMPARE(sheets[0][1].top, 70.0);
}

void PaginationTest::textsAreCutBetweenLinesAndLeaveTwo()
{
    const Piece twelve = text(12);
    QCOMPARE(twelve.height, 12 * kLine);
    auto sheets = paginate({twelve}, kLine * 5.5);
    QCOMPARE(sheets.size(), std::size_t{3});
    QCOMPARE(linesOn(sheets[0]), 5);
    QCOMPARE(linesOn(sheets[1]), 5);
    QCOMPARE(linesOn(sheets[2]), 2);
    sheets = paginate({text(6)}, kLine * 5.5); // the last line is not alone
    QCOMPARE(linesOn(sheets[0]), 4);
    QCOMPARE(linesOn(sheets[1]), 2);
    sheets = paginate({row(kLine * 4.2), text(3)}, kLine * 5.5); // nor is the first
    QCOMPARE(linesOn(sheets[1]), 3);
}

void PaginationTest::rowsAreWholeAndHeadsRepeated()
{
    Piece head = row(kLine);
    head.role = PieceRole::TableHead;
    head.keepsNext = true;
    const auto shared = std::make_shared<const Piece>(head);
    std::vector<Piece> pieces{head};
    for (int i = 0; i < 25; ++i)
        pieces.push_back(row(kLine * 1.5, i > 0 ? shared : nullptr));
    const auto sheets = paginate(pieces, kLine * 10);
    int rows = 0;
    for (const SheetOfPieces& sheet : sheets) {
        QCOMPARE(sheet.front().piece.role, PieceRole::TableHead);
        for (std::size_t i = 1; i < sheet.size(); ++i) {
            QCOMPARE(sheet[i].piece.role, PieceRole::Row);
            QCOMPARE(sheet[i].piece.height, kLine * 1.5);
            QVERIFY(sheet[i].top + sheet[i].piece.height <= kLine * 10);
            ++rows;
        }
    }
    QCOMPARE(rows, 25);
}

void PaginationTest::aRowHigherThanASheetIsCut()
{
    Piece tall = text(30);
    tall.role = PieceRole::Row;
    tall.isCutFreely = false;
    const auto sheets = paginate({row(kLine), tall}, kLine * 12);
    int lines = 0;
    for (const SheetOfPieces& sheet : sheets) {
        lines += linesOn(sheet);
        QVERIFY(sheet.back().top + sheet.back().piece.height <= kLine * 12);
    }
    QCOMPARE(lines, 30);
    QCOMPARE(sheets.size(), std::size_t{4});
    QCOMPARE(linesOn(sheets[0]), 0); // it begins on a page of its own
}

void PaginationTest::headingsStandWithWhatFollows()
{
    for (int above = 0; above < 12; ++above) {
        std::vector<Piece> pieces;
        for (int i = 0; i < above; ++i)
            pieces.push_back(row(kLine));
        pieces.push_back(heading());
        pieces.push_back(heading());
        pieces.push_back(text(4));
        for (const SheetOfPieces& sheet : paginate(pieces, kLine * 12))
            QVERIFY(sheet.back().piece.role != PieceRole::Heading);
    }
}

void PaginationTest::aChainLongerThanASheetEnds()
{
    std::vector<Piece> pieces;
    for (int i = 0; i < 40; ++i)
        pieces.push_back(heading());
    pieces.push_back(row(kLine * 30));
    std::size_t placed = 0;
    for (const SheetOfPieces& sheet : paginate(pieces, kLine * 12))
        placed += sheet.size();
    QCOMPARE(placed, pieces.size());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PaginationTest)
#include "tst_pagination.moc"
