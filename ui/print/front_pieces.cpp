#include "ui/print/front_pieces.h"

#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

/// What the contents list: the parts, and where there is room what is in them.
std::vector<const reports::Heading*> contentsOf(const reports::Page& page)
{
    constexpr std::size_t kFewParts = 6;
    constexpr std::size_t kMostLines = 32;
    std::vector<const reports::Heading*> parts;
    std::vector<const reports::Heading*> all;
    for (const reports::Block& block : page.blocks) {
        const auto* heading = std::get_if<reports::Heading>(&block.content);
        if (!heading || heading->anchor.empty() || heading->level > 3)
            continue;
        all.push_back(heading);
        if (heading->level <= 2)
            parts.push_back(heading);
    }
    if (all.size() <= kFewParts)
        return {};
    return all.size() <= kMostLines ? all : parts;
}

Piece contentsLine(const reports::Heading& heading, const reports::PrivacyView& view, qreal width)
{
    constexpr qreal kNumber = points(26.0);
    const bool isPart = heading.level <= 2;
    const qreal left = isPart ? 0.0 : points(14.0);
    const QFont font = fontOf(isPart ? Face::SansBold : Face::Sans, kType.aside);
    const TextPtr text
        = oneLine(wordsOf(heading.text, view, kMostInHeading).text, font, width - left - kNumber);
    Piece piece;
    piece.role = PieceRole::Contents;
    piece.gap = points(isPart ? 3.0 : 0.5);
    piece.height = text->height();
    piece.add(text, {left, 0.0});
    piece.inks.emplace_back(PageNumberInk{heading.anchor, {width, 0.0}, kType.aside, QString()});
    const qreal line = text->ascent() - points(0.6);
    QPainterPath leader;
    leader.moveTo(left + text->lineWidth(0) + points(5.0), line);
    leader.lineTo(width - kNumber + points(4.0), line);
    if (leader.boundingRect().width() > points(8.0))
        piece.inks.emplace_back(PathInk{leader, {}, ink::kLine, points(0.7), Qt::DotLine});
    return piece;
}

} // namespace

std::vector<Piece> titlePieces(
    const reports::Page& page, const reports::PrivacyView& view, qreal width)
{
    std::vector<Piece> pieces;
    if (!page.kind.empty()) {
        QFont font = fontOf(Face::SansBold, 8.0);
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::AbsoluteSpacing, points(0.7));
        pieces.push_back(textPiece(
            PieceRole::Title, tinted({shortText(page.kind)}, ink::kSoft), font, 0.0, width));
    }
    pieces.push_back(textPiece(PieceRole::Title, wordsOf(page.title, view, kMostInHeading),
        fontOf(Face::SansBold, kType.title), 1.0, width));
    if (!page.subtitle.empty())
        pieces.push_back(textPiece(PieceRole::Title,
            tinted(wordsOf(page.subtitle, view, kMostInHeading), ink::kSoft),
            fontOf(Face::Sans, kType.body), 1.0, width));
    return pieces;
}

std::vector<Piece> contentsPieces(
    const reports::Page& page, const reports::PrivacyView& view, qreal width)
{
    std::vector<Piece> pieces;
    const std::vector<const reports::Heading*> entries = contentsOf(page);
    if (entries.empty())
        return pieces;
    Piece heading = textPiece(PieceRole::Heading, {QStringLiteral("Contents")},
        fontOf(Face::SansBold, kType.section), 20.0, width);
    heading.keepsNext = true;
    pieces.push_back(std::move(heading));
    for (const reports::Heading* entry : entries)
        pieces.push_back(contentsLine(*entry, view, width));
    return pieces;
}

} // namespace cupel::ui
