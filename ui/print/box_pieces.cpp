#include "ui/print/box_pieces.h"

#include <algorithm>
#include <utility>

#include "core/reports/terminal_text.h"
#include "ui/print/print_style.h"
#include "ui/print/tone_icon.h"

namespace cupel::ui {
namespace {

using reports::Tone;

void moveRight(TextInk& ink, qreal by)
{
    ink.at.rx() += by;
}
void moveRight(BoxInk& ink, qreal by)
{
    ink.rect.translate(by, 0.0);
}
void moveRight(PathInk& ink, qreal by)
{
    ink.path.translate(by, 0.0);
}
void moveRight(PageNumberInk& ink, qreal by)
{
    ink.at.rx() += by;
}

QSizeF tileInks(const reports::Tiles::Tile& tile, qreal most, std::vector<Ink>& inks)
{
    constexpr qreal kInside = points(10.0);
    constexpr qreal kLeast = points(76.0);
    constexpr qreal kIcon = points(7.5);
    const TextPtr value = oneLine(ownText(reports::groupedDigits(tile.value)),
        fontOf(Face::SansBold, 17.0), most - 2 * kInside);
    const QRectF icon(kInside, 0.0, kIcon, kIcon);
    std::vector<Ink> sign = toneIcon(tile.tone, icon);
    const qreal indent = sign.empty() ? 0.0 : kIcon + points(4.0);
    const TextPtr label = oneLine(
        shortText(tile.label), fontOf(Face::SansBold, kType.table), most - 2 * kInside - indent);
    const qreal top = points(4.0);
    const qreal below = top + value->height() * 0.98;
    const qreal width = std::max(
        kLeast, 2 * kInside + std::max(value->lineWidth(0), indent + label->lineWidth(0)));
    const qreal height = below + label->height() + points(6.0);
    inks = {BoxInk{QRectF(0.0, 0.0, width, height), toneCard(tile.tone), ink::kLine},
        BoxInk{QRectF(0.0, 0.0, points(3.0), height), toneColor(tile.tone), {}},
        TextInk{value, {kInside, top}, 0, value->lineCount()},
        TextInk{label, {kInside + indent, below}, 0, label->lineCount()}};
    for (Ink& one : sign) {
        std::get<PathInk>(one).path.translate(0.0, below + label->ascent() - kIcon + points(0.6));
        inks.push_back(std::move(one));
    }
    return {width, height};
}

/// A box around a piece, with a bar in the colour of its tone.
void frame(Piece& piece, Tone tone, qreal width)
{
    const QRectF box(0.0, 0.0, width, piece.height);
    const QRectF bar(0.0, 0.0, points(3.0), piece.height);
    piece.inks.insert(piece.inks.begin(),
        {BoxInk{box, toneCard(tone), ink::kLine}, BoxInk{bar, toneColor(tone), {}}});
}

} // namespace

QString toneText(Tone tone, const std::string& word)
{
    return word.empty() ? ownText(reports::toneWord(tone)) : shortText(word);
}

std::vector<Ink> toneBadge(Tone tone, const std::string& word, QPointF at, qreal ascent)
{
    constexpr qreal kIcon = points(8.0);
    constexpr qreal kNoLimit = points(1'000.0);
    std::vector<Ink> inks
        = toneIcon(tone, QRectF(at.x(), at.y() + ascent - kIcon + points(0.6), kIcon, kIcon));
    const TextPtr text = textBlock(tinted({toneText(tone, word)}, toneColor(tone)),
        fontOf(Face::SansBold, kType.aside), kNoLimit);
    const qreal left = inks.empty() ? 0.0 : kIcon + points(4.0);
    if (text->lineCount() > 0)
        inks.emplace_back(TextInk{text, at + QPointF(left, ascent - text->ascent()), 0, 1});
    return inks;
}

std::vector<Piece> factPieces(const std::vector<reports::KeyValues::Row>& rows,
    const reports::PrivacyView& view, qreal width, qreal size)
{
    constexpr qreal kMostOfWidth = 0.34;
    const QFont font = fontOf(Face::Sans, size);
    qreal keys = 0.0;
    for (const reports::KeyValues::Row& row : rows)
        keys = std::max(keys, TextBlock({shortText(row.key)}, font).widest());
    keys = std::min(keys + 2.0, width * kMostOfWidth);
    const qreal left = keys + points(12.0);
    std::vector<Piece> pieces;
    for (const reports::KeyValues::Row& row : rows) {
        const TextPtr key = textBlock(tinted({shortText(row.key)}, ink::kSoft), font, keys);
        const TextPtr value = textBlock(wordsOf(row.value, view, kMostInText),
            row.isCode ? fontOf(Face::Mono, size * 0.92) : font, width - left);
        Piece piece;
        piece.role = PieceRole::Fact;
        piece.gap = points(2.0);
        piece.isCutFreely = value->lineCount() > kWholeLines;
        piece.height = std::max(key->height(), value->height());
        piece.add(key, {0.0, 0.0});
        piece.add(value, {left, row.isCode ? key->ascent() - value->ascent() : 0.0});
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

namespace {

/// The facts of a callout, which is one piece and is cut page by page.
std::vector<Piece> calloutFacts(
    const reports::Callout& callout, const reports::PrivacyView& view, qreal width)
{
    constexpr std::size_t kMost = 200;
    const std::size_t count = std::min(callout.facts.size(), kMost);
    const auto end = callout.facts.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Piece> facts = factPieces({callout.facts.begin(), end}, view, width, kType.table);
    if (const std::size_t leftOut = callout.facts.size() - count; leftOut > 0) {
        const std::string number = reports::groupedDigits(static_cast<std::int64_t>(leftOut));
        facts.push_back(textPiece(PieceRole::Fact,
            tinted({ownText(number + " more facts are not shown here.")}, ink::kSoft),
            fontOf(Face::Sans, kType.table), 0.0, width));
    }
    return facts;
}

} // namespace

Piece calloutPiece(const reports::Callout& callout, const reports::PrivacyView& view, qreal wide)
{
    constexpr qreal kInside = points(11.0);
    const qreal width = wide - 2 * kInside;
    Piece piece;
    piece.role = PieceRole::Callout;
    piece.gap = points(7.0);
    piece.anchor = callout.anchor;
    qreal y = points(6.5);
    const TextPtr text = textBlock(
        wordsOf(callout.text, view, kMostInText), fontOf(Face::Sans, kType.body), width);
    for (Ink& one : toneBadge(callout.tone, callout.word, {kInside, y}, text->ascent()))
        piece.inks.push_back(std::move(one));
    if (!callout.label.empty()) {
        const TextPtr label = oneLine(
            shortText(callout.label), fontOf(Face::Mono, kType.code), width * 0.6, Qt::AlignRight);
        piece.add(label, {kInside + width * 0.4 - 1.0, y + text->ascent() - label->ascent()});
    }
    y += text->lineHeight() + points(1.0);
    piece.add(text, {kInside, y});
    y += text->height() + points(1.0);
    for (const Piece& fact : calloutFacts(callout, view, width)) {
        y += points(1.5);
        for (Ink one : fact.inks) {
            std::get<TextInk>(one).at += QPointF(kInside, y);
            piece.inks.push_back(std::move(one));
        }
        y += fact.height;
    }
    piece.inset = points(6.5);
    piece.height = y + piece.inset;
    frame(piece, callout.tone, wide);
    return piece;
}

std::vector<Piece> tilePieces(const reports::Tiles& tiles, qreal width)
{
    std::vector<Piece> pieces;
    Piece piece;
    piece.role = PieceRole::Tiles;
    piece.gap = points(8.0);
    qreal left = 0.0;
    for (const reports::Tiles::Tile& tile : tiles.tiles) {
        std::vector<Ink> inks;
        const QSizeF size = tileInks(tile, width, inks);
        if (left > 0.0 && left + size.width() > width) {
            pieces.push_back(std::move(piece));
            piece = Piece{};
            piece.role = PieceRole::Tiles;
            piece.gap = points(7.0);
            left = 0.0;
        }
        for (Ink& one : inks) {
            std::visit([left](auto& its) { moveRight(its, left); }, one);
            piece.inks.push_back(std::move(one));
        }
        piece.height = std::max(piece.height, size.height());
        left += size.width() + points(7.0);
    }
    if (left > 0.0)
        pieces.push_back(std::move(piece));
    return pieces;
}

} // namespace cupel::ui
