#include "ui/print/piece.h"

#include <QPainter>
#include <algorithm>
#include <limits>
#include <utility>

#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

struct Span {
    qreal top;
    qreal bottom;
};

/// The lines of all texts of a piece, from top to bottom.
std::vector<Span> linesOf(const Piece& piece)
{
    std::vector<Span> lines;
    for (const Ink& one : piece.inks) {
        const auto* text = std::get_if<TextInk>(&one);
        if (!text)
            continue;
        const qreal step = text->text->lineHeight();
        for (int i = 0; i < text->count; ++i)
            lines.push_back({text->at.y() + step * i, text->at.y() + step * (i + 1)});
    }
    std::sort(lines.begin(), lines.end(), [](const Span& a, const Span& b) {
        return std::pair(a.bottom, a.top) < std::pair(b.bottom, b.top);
    });
    return lines;
}

/// The lowest place that cuts no line and leaves at least so many above and below; 0: there is
/// none.
qreal placeToCut(const std::vector<Span>& lines, qreal room, std::size_t least)
{
    constexpr qreal kTolerance = 0.5;
    qreal highest = std::numeric_limits<qreal>::max(); // top of the lines below a place
    std::size_t below = lines.size(); // the first of them
    for (std::size_t i = lines.size(); i-- > 0 && i + 1 >= least;) {
        const qreal place = lines[i].bottom;
        while (below > 0 && lines[below - 1].bottom > place + kTolerance)
            highest = std::min(highest, lines[--below].top);
        if (place <= room && highest >= place - kTolerance && lines.size() - below >= least)
            return place;
    }
    return 0.0;
}

/// Where a piece is cut, and what its boxes keep above and below that place.
struct Cut {
    qreal place;
    qreal inset;

    /// From the old top of the rest to its new one.
    qreal shift() const { return inset - place; }
};

void cutInk(const TextInk& ink, const Cut& cut, Piece& top, Piece& rest)
{
    const qreal step = ink.text->lineHeight();
    int above = 0;
    while (above < ink.count && ink.at.y() + step * (above + 1) <= cut.place + 1.0)
        ++above;
    if (above > 0)
        top.inks.push_back(TextInk{ink.text, ink.at, ink.first, above});
    if (above < ink.count)
        rest.inks.push_back(TextInk{ink.text, {ink.at.x(), ink.at.y() + step * above + cut.shift()},
            ink.first + above, ink.count - above});
}

void cutInk(const BoxInk& ink, const Cut& cut, Piece& top, Piece& rest)
{
    BoxInk above = ink;
    above.rect.setBottom(std::min(ink.rect.bottom(), cut.place + cut.inset));
    if (above.rect.height() > 0.0)
        top.inks.push_back(above);
    BoxInk below = ink;
    below.rect.translate(0.0, cut.shift());
    below.rect.setTop(std::max(below.rect.top(), 0.0));
    if (below.rect.height() > 0.0)
        rest.inks.push_back(below);
}

void cutInk(const PathInk& ink, const Cut& cut, Piece& top, Piece& rest)
{
    if (ink.path.boundingRect().top() < cut.place) {
        top.inks.push_back(ink);
        return;
    }
    PathInk moved = ink;
    moved.path.translate(0.0, cut.shift());
    rest.inks.push_back(std::move(moved));
}

void cutInk(const PageNumberInk& ink, const Cut& cut, Piece& top, Piece& rest)
{
    if (ink.at.y() < cut.place) {
        top.inks.push_back(ink);
        return;
    }
    PageNumberInk moved = ink;
    moved.at.ry() += cut.shift();
    rest.inks.push_back(std::move(moved));
}

void setPen(QPainter& painter, const QColor& color, qreal width, Qt::PenStyle style)
{
    painter.setPen(
        color.isValid() ? QPen(color, width, style, Qt::FlatCap, Qt::MiterJoin) : QPen(Qt::NoPen));
}

void drawInk(QPainter& painter, const TextInk& ink, QPointF at, const PageNumbers&)
{
    painter.setPen(ink::kText);
    for (int i = 0; i < ink.count; ++i) {
        const QPointF below(0.0, ink.text->lineHeight() * i);
        ink.text->drawLine(painter, at + ink.at + below, ink.first + i);
    }
}

void drawInk(QPainter& painter, const BoxInk& ink, QPointF at, const PageNumbers&)
{
    setPen(painter, ink.line, points(0.6), Qt::SolidLine);
    painter.setBrush(ink.fill.isValid() ? QBrush(ink.fill) : QBrush(Qt::NoBrush));
    const QRectF rect = ink.rect.translated(at);
    if (ink.radius > 0.0)
        painter.drawRoundedRect(rect, ink.radius, ink.radius);
    else
        painter.drawRect(rect);
}

void drawInk(QPainter& painter, const PathInk& ink, QPointF at, const PageNumbers&)
{
    setPen(painter, ink.line, ink.width, ink.style);
    painter.setBrush(ink.fill.isValid() ? QBrush(ink.fill) : QBrush(Qt::NoBrush));
    painter.drawPath(ink.path.translated(at));
}

void drawInk(QPainter& painter, const PageNumberInk& ink, QPointF at, const PageNumbers& numbers)
{
    const int page = numbers.pageOf(ink.anchor);
    if (page == 0)
        return;
    TextBlock text({ink.before + QString::number(page)}, fontOf(Face::Sans, ink.size));
    text.setWidth(text.widest() + 1.0);
    painter.setPen(ink::kSoft);
    text.drawLine(painter, at + ink.at - QPointF(text.widest(), 0.0), 0);
}

} // namespace

void Piece::add(TextPtr text, QPointF at)
{
    const int lines = text->lineCount();
    if (lines > 0)
        inks.push_back(TextInk{std::move(text), at, 0, lines});
}

Piece textPiece(PieceRole role, const Words& text, const QFont& font, qreal gap, qreal width)
{
    Piece piece;
    piece.role = role;
    piece.gap = points(gap);
    const TextPtr block = textBlock(text, font, width);
    piece.height = block->height();
    piece.add(block, {});
    return piece;
}

bool cutPiece(Piece& piece, qreal room, int least, Piece& top)
{
    const qreal place
        = placeToCut(linesOf(piece), room - piece.inset, static_cast<std::size_t>(least));
    if (place <= 0.0)
        return false;
    Piece above = piece;
    above.inks.clear();
    above.height = place + piece.inset;
    above.keepsNext = false;
    Piece rest = piece;
    rest.inks.clear();
    rest.height = piece.height - place + piece.inset;
    rest.gap = 0.0;
    rest.anchor.clear();
    const Cut cut{place, piece.inset};
    for (const Ink& one : piece.inks)
        std::visit([&](const auto& its) { cutInk(its, cut, above, rest); }, one);
    top = std::move(above);
    piece = std::move(rest);
    return true;
}

void drawPiece(QPainter& painter, const Piece& piece, QPointF at, const PageNumbers& numbers)
{
    for (const Ink& one : piece.inks)
        std::visit([&](const auto& its) { drawInk(painter, its, at, numbers); }, one);
}

} // namespace cupel::ui
