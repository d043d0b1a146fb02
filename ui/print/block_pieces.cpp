#include "ui/print/block_pieces.h"

#include <algorithm>
#include <iterator>

#include "core/base/cut_text.h"
#include "core/base/number.h"
#include "core/reports/terminal_text.h"
#include "ui/print/chart_inks.h"
#include "ui/print/print_style.h"
#include "ui/print/table_pieces.h"
#include "ui/print/tone_icon.h"

namespace cupel::ui {
namespace {

using reports::Tone;

QTextCharFormat colored(const QColor& color)
{
    QTextCharFormat look;
    look.setForeground(color);
    return look;
}

Words tinted(Words words, const QColor& color)
{
    words.looks.push_back({0, static_cast<int>(words.text.size()), colored(color)});
    return words;
}

/// Words to be typed, within a text of another type.
void appendCode(Words& words, std::string_view code, qreal size)
{
    QTextCharFormat look;
    look.setFont(fontOf(Face::Mono, size * 0.92));
    words.append(ownText(code), look);
}

QString toneText(Tone tone, const std::string& word)
{
    return word.empty() ? ownText(reports::toneWord(tone)) : ownText(word);
}

void addInks(Piece& piece, std::vector<Ink> inks)
{
    std::move(inks.begin(), inks.end(), std::back_inserter(piece.inks));
}

class BlockSetter {
public:
    BlockSetter(const reports::PrivacyView& view, qreal width, const base::JobContext& job)
        : m_view(view)
        , m_width(width)
        , m_job(job)
    {
    }

    std::vector<Piece> pieces(const reports::Page& page)
    {
        addTitle(page);
        addContents(page);
        addBlocks(page.blocks);
        addFooter(page.footer);
        return std::move(m_pieces);
    }

private:
    Words words(const base::Sentence& sentence, std::size_t most = kMostInText) const
    {
        return wordsOf(sentence, m_view, most);
    }

    void push(Piece piece) { m_pieces.push_back(std::move(piece)); }

    /// A text of the whole width.
    Piece textPiece(PieceRole role, const Words& text, const QFont& font, qreal gap) const
    {
        Piece piece;
        piece.role = role;
        piece.gap = points(gap);
        const TextPtr block = textBlock(text, font, m_width);
        piece.height = block->height();
        piece.add(block, {});
        return piece;
    }

    void addTitle(const reports::Page& page)
    {
        if (!page.kind.empty()) {
            QFont font = fontOf(Face::SansBold, 8.0);
            font.setCapitalization(QFont::AllUppercase);
            font.setLetterSpacing(QFont::AbsoluteSpacing, points(0.7));
            push(textPiece(PieceRole::Title, tinted({ownText(page.kind)}, ink::kSoft), font, 0.0));
        }
        push(textPiece(PieceRole::Title, words(page.title, kMostInHeading),
            fontOf(Face::SansBold, kType.title), 1.0));
        if (!page.subtitle.empty())
            push(textPiece(PieceRole::Title,
                tinted(words(page.subtitle, kMostInHeading), ink::kSoft),
                fontOf(Face::Sans, kType.body), 1.0));
    }

    /// What the contents list: the parts, and where there is room what is in them.
    static std::vector<const reports::Heading*> contentsOf(const reports::Page& page)
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
        if (parts.size() <= kFewParts)
            return {};
        return all.size() <= kMostLines ? all : parts;
    }

    void addContents(const reports::Page& page)
    {
        const std::vector<const reports::Heading*> entries = contentsOf(page);
        if (entries.empty())
            return;
        Piece heading = textPiece(PieceRole::Heading, {QStringLiteral("Contents")},
            fontOf(Face::SansBold, kType.section), 20.0);
        heading.keepsNext = true;
        push(std::move(heading));
        for (const reports::Heading* entry : entries)
            push(contentsLine(*entry));
    }

    Piece contentsLine(const reports::Heading& heading) const
    {
        constexpr qreal kNumber = points(26.0);
        const bool isPart = heading.level <= 2;
        const qreal left = isPart ? 0.0 : points(14.0);
        const QFont font = fontOf(isPart ? Face::SansBold : Face::Sans, kType.aside);
        const TextPtr text
            = oneLine(words(heading.text, kMostInHeading).text, font, m_width - left - kNumber);
        Piece piece;
        piece.role = PieceRole::Contents;
        piece.gap = points(isPart ? 3.0 : 0.5);
        piece.height = text->height();
        piece.add(text, {left, 0.0});
        piece.inks.emplace_back(
            PageNumberInk{heading.anchor, {m_width, 0.0}, kType.aside, QString()});
        const qreal line = text->ascent() - points(0.6);
        QPainterPath leader;
        leader.moveTo(left + text->lineWidth(0) + points(5.0), line);
        leader.lineTo(m_width - kNumber + points(4.0), line);
        if (leader.boundingRect().width() > points(8.0))
            piece.inks.emplace_back(PathInk{leader, {}, ink::kLine, points(0.7), Qt::DotLine});
        return piece;
    }

    void addBlocks(const std::vector<reports::Block>& blocks)
    {
        for (const reports::Block& block : blocks) {
            if (m_job.cancelled())
                return;
            std::visit([this](const auto& content) { add(content); }, block.content);
        }
    }

    void add(const reports::Heading& heading)
    {
        struct Look {
            qreal size;
            qreal gap;
            qreal below;
        };
        const Look look = heading.level <= 2 ? Look{kType.part, 26.0, 4.0}
            : heading.level == 3             ? Look{kType.section, 16.0, 1.0}
                                             : Look{kType.group, 12.0, 0.0};
        Piece piece = textPiece(PieceRole::Heading, words(heading.text, kMostInHeading),
            fontOf(Face::SansBold, look.size), look.gap);
        piece.keepsNext = true;
        piece.anchor = heading.anchor;
        piece.height += points(look.below);
        if (heading.level <= 2) {
            QPainterPath rule;
            rule.moveTo(0.0, piece.height - points(1.0));
            rule.lineTo(m_width, piece.height - points(1.0));
            piece.inks.emplace_back(PathInk{rule, {}, ink::kLine, points(1.2)});
        }
        push(std::move(piece));
    }

    void add(const reports::Paragraph& paragraph)
    {
        Words text = words(paragraph.text);
        if (paragraph.isAside)
            text = tinted(std::move(text), ink::kSoft);
        Piece piece = textPiece(PieceRole::Text, text,
            fontOf(Face::Sans, paragraph.isAside ? kType.aside : kType.body), 5.0);
        piece.isCutFreely = true;
        push(std::move(piece));
    }

    void add(const reports::List& list)
    {
        const bool isToned = std::any_of(list.items.begin(), list.items.end(),
            [](const reports::ListItem& item) { return item.tone != Tone::Plain; });
        const bool leads = std::any_of(list.items.begin(), list.items.end(),
            [](const reports::ListItem& item) { return !item.target.empty(); });
        qreal indent = points(isToned ? 22.0 : list.isOrdered ? 18.0 : 11.0);
        if (isToned) {
            const QFont font = fontOf(Face::SansBold, kType.aside);
            qreal widest = 0.0;
            for (const reports::ListItem& item : list.items)
                widest = std::max(widest, TextBlock({toneText(item.tone, {})}, font).widest());
            indent += widest;
        }
        std::int64_t number = 0;
        for (const reports::ListItem& item : list.items)
            push(itemPiece(
                item, list.isOrdered ? ++number : 0, isToned, indent, leads ? points(38.0) : 0.0));
    }

    Piece itemPiece(const reports::ListItem& item, std::int64_t number, bool isToned, qreal indent,
        qreal room) const
    {
        Words text = words(item.text);
        if (!item.code.empty()) {
            text.append(QStringLiteral(" "));
            appendCode(text, item.code, kType.body);
        }
        const TextPtr block
            = textBlock(text, fontOf(Face::Sans, kType.body), m_width - indent - room);
        Piece piece;
        piece.gap = points(4.0);
        piece.isCutFreely = true;
        piece.height = block->height();
        piece.add(block, {indent, 0.0});
        if (isToned) {
            addInks(piece, badge(item.tone, {}, {0.0, 0.0}, block->ascent()));
        } else {
            const QString mark = number > 0
                ? ownText(base::formatInteger(number)) + QLatin1Char('.')
                : QStringLiteral("•");
            piece.add(textBlock(tinted({mark}, ink::kSoft), fontOf(Face::Sans, kType.body), indent),
                {0.0, 0.0});
        }
        if (!item.target.empty())
            piece.inks.emplace_back(
                PageNumberInk{item.target, {m_width, (kType.body - kType.table) * kUnitsPerPoint},
                    kType.table, QStringLiteral("p. ")});
        return piece;
    }

    /// Icon and word of a tone; `ascent`: of the line that it stands on.
    std::vector<Ink> badge(Tone tone, const std::string& word, QPointF at, qreal ascent) const
    {
        constexpr qreal kIcon = points(8.0);
        std::vector<Ink> inks
            = toneIcon(tone, QRectF(at.x(), at.y() + ascent - kIcon + points(0.6), kIcon, kIcon));
        const TextPtr text = textBlock(tinted({toneText(tone, word)}, toneColor(tone)),
            fontOf(Face::SansBold, kType.aside), m_width);
        const qreal left = inks.empty() ? 0.0 : kIcon + points(4.0);
        if (text->lineCount() > 0)
            inks.emplace_back(TextInk{text, at + QPointF(left, ascent - text->ascent()), 0, 1});
        return inks;
    }

    void add(const reports::Table& table) { addAll(tablePieces(table, m_view, m_width)); }

    void addAll(std::vector<Piece> pieces)
    {
        std::move(pieces.begin(), pieces.end(), std::back_inserter(m_pieces));
    }

    /// Rows of names with values, each a piece.
    std::vector<Piece> factPieces(
        const std::vector<reports::KeyValues::Row>& rows, qreal width, qreal size) const
    {
        constexpr qreal kMostOfWidth = 0.34;
        const QFont font = fontOf(Face::Sans, size);
        qreal keys = 0.0;
        for (const reports::KeyValues::Row& row : rows)
            keys = std::max(keys, TextBlock({ownText(row.key)}, font).widest());
        keys = std::min(keys + 2.0, width * kMostOfWidth);
        const qreal left = keys + points(12.0);
        std::vector<Piece> pieces;
        for (const reports::KeyValues::Row& row : rows) {
            const TextPtr key = textBlock(tinted({ownText(row.key)}, ink::kSoft), font, keys);
            const TextPtr value = textBlock(words(row.value),
                row.isCode ? fontOf(Face::Mono, size * 0.92) : font, width - left);
            Piece piece;
            piece.role = PieceRole::Fact;
            piece.gap = points(2.0);
            piece.isCutFreely = true;
            piece.height = std::max(key->height(), value->height());
            piece.add(key, {0.0, 0.0});
            piece.add(value, {left, row.isCode ? key->ascent() - value->ascent() : 0.0});
            pieces.push_back(std::move(piece));
        }
        return pieces;
    }

    void add(const reports::KeyValues& values)
    {
        std::vector<Piece> pieces = factPieces(values.rows, m_width, 9.0);
        if (!pieces.empty())
            pieces.front().gap = points(5.0);
        addAll(std::move(pieces));
    }

    void add(const reports::Callout& callout)
    {
        constexpr qreal kInside = points(11.0);
        const qreal width = m_width - 2 * kInside;
        Piece piece;
        piece.role = PieceRole::Callout;
        piece.gap = points(7.0);
        piece.anchor = callout.anchor;
        qreal y = points(6.5);
        const TextPtr text = textBlock(words(callout.text), fontOf(Face::Sans, kType.body), width);
        addInks(piece, badge(callout.tone, callout.word, {kInside, y}, text->ascent()));
        if (!callout.label.empty()) {
            const TextPtr label = oneLine(ownText(callout.label), fontOf(Face::Mono, kType.code),
                width * 0.6, Qt::AlignRight);
            piece.add(label, {kInside + width * 0.4 - 1.0, y + text->ascent() - label->ascent()});
        }
        y += text->lineHeight() + points(1.0);
        piece.add(text, {kInside, y});
        y += text->height() + points(1.0);
        for (const Piece& fact : factPieces(callout.facts, width, kType.table)) {
            y += points(1.5);
            for (Ink one : fact.inks) {
                std::get<TextInk>(one).at += QPointF(kInside, y);
                piece.inks.push_back(std::move(one));
            }
            y += fact.height;
        }
        piece.height = y + points(6.5);
        frame(piece, callout.tone);
        push(std::move(piece));
    }

    /// A box around a piece, with a bar in the colour of its tone.
    void frame(Piece& piece, Tone tone) const
    {
        const QRectF box(0.0, 0.0, m_width, piece.height);
        const QRectF bar(0.0, 0.0, points(3.0), piece.height);
        piece.inks.insert(piece.inks.begin(),
            {BoxInk{box, toneCard(tone), ink::kLine}, BoxInk{bar, toneColor(tone), {}}});
    }

    void add(const reports::Tiles& tiles)
    {
        Piece piece;
        piece.role = PieceRole::Tiles;
        piece.gap = points(8.0);
        qreal left = 0.0;
        for (const reports::Tiles::Tile& tile : tiles.tiles) {
            std::vector<Ink> inks;
            const QSizeF size = tileInks(tile, inks);
            if (left > 0.0 && left + size.width() > m_width) {
                push(std::move(piece));
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
            left += size.width() + points(8.0);
        }
        if (left > 0.0)
            push(std::move(piece));
    }

    static void moveRight(TextInk& ink, qreal by) { ink.at.rx() += by; }
    static void moveRight(BoxInk& ink, qreal by) { ink.rect.translate(by, 0.0); }
    static void moveRight(PathInk& ink, qreal by) { ink.path.translate(by, 0.0); }
    static void moveRight(PageNumberInk& ink, qreal by) { ink.at.rx() += by; }

    QSizeF tileInks(const reports::Tiles::Tile& tile, std::vector<Ink>& inks) const
    {
        constexpr qreal kInside = points(10.0);
        constexpr qreal kLeast = points(84.0);
        constexpr qreal kIcon = points(7.5);
        const TextPtr value = oneLine(ownText(reports::groupedDigits(tile.value)),
            fontOf(Face::SansBold, 17.0), m_width - 2 * kInside);
        const QRectF icon(kInside, 0.0, kIcon, kIcon);
        std::vector<Ink> sign = toneIcon(tile.tone, icon);
        const qreal indent = sign.empty() ? 0.0 : kIcon + points(4.0);
        const TextPtr label = oneLine(ownText(tile.label), fontOf(Face::SansBold, kType.table),
            m_width - 2 * kInside - indent);
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
            std::get<PathInk>(one).path.translate(
                0.0, below + label->ascent() - kIcon + points(0.6));
            inks.push_back(std::move(one));
        }
        return {width, height};
    }

    void add(const reports::Chart& chart)
    {
        const base::Sentence title = reports::cutTexts(chart.table.title);
        Piece caption
            = textPiece(PieceRole::Caption, tinted(words(title, kMostInHeading), ink::kSoft),
                fontOf(Face::SansBold, kType.aside), 12.0);
        caption.keepsNext = true;
        push(std::move(caption));
        ChartInks drawn
            = chartInks(reports::chartPicture(chart.spec, chart.table, m_view), m_width);
        Piece piece;
        piece.role = PieceRole::Chart;
        piece.gap = points(4.0);
        piece.height = drawn.height;
        piece.inks = std::move(drawn.inks);
        push(std::move(piece));
        reports::Table table = reports::tableOf(chart.table);
        table.caption = {std::string("The figures as a table")};
        add(table);
    }

    void add(const reports::Verbatim& verbatim)
    {
        constexpr std::size_t kMostBytes = 400'000;
        constexpr qreal kInside = points(7.0);
        if (!verbatim.caption.empty()) {
            Piece caption = textPiece(PieceRole::Caption,
                tinted(words(verbatim.caption, kMostInHeading), ink::kSoft),
                fontOf(Face::SansBold, kType.aside), 8.0);
            caption.keepsNext = true;
            push(std::move(caption));
        }
        const std::string whole = m_view.showWhole(verbatim.text);
        const std::string shown
            = reports::visibleControls(base::cutText(whole, kMostBytes), reports::KeepLines::Yes);
        QString text = QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
        text.remove(QLatin1Char('\r'));
        if (text.endsWith(QLatin1Char('\n')))
            text.chop(1);
        const QFont font = fontOf(Face::Mono, kType.code);
        Piece piece;
        piece.role = PieceRole::Code;
        piece.gap = points(4.0);
        piece.isCutFreely = true;
        qreal y = points(5.0);
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            const TextPtr block = textBlock(
                {line.isEmpty() ? QStringLiteral(" ") : line}, font, m_width - 2 * kInside);
            piece.add(block, {kInside, y});
            y += block->height();
        }
        piece.height = y + points(5.0);
        piece.inks.insert(piece.inks.begin(),
            BoxInk{QRectF(0.0, 0.0, m_width, piece.height), ink::kCard, ink::kLine});
        push(std::move(piece));
        if (whole.size() > kMostBytes)
            add(reports::Paragraph{
                {std::string("The rest of this text is not shown here.")}, true});
    }

    void add(const reports::Details& details)
    {
        Piece piece = textPiece(PieceRole::Heading,
            tinted(words(details.summary, kMostInHeading), ink::kSoft), fontOf(Face::SansBold, 9.0),
            10.0);
        piece.keepsNext = true;
        push(std::move(piece));
        addBlocks(details.blocks);
    }

    void addFooter(const base::Sentence& footer)
    {
        if (footer.empty())
            return;
        Piece piece = textPiece(PieceRole::Text, tinted(words(footer), ink::kSoft),
            fontOf(Face::Sans, kType.aside), 22.0);
        const qreal above = points(6.0);
        for (Ink& one : piece.inks)
            std::get<TextInk>(one).at.ry() += above;
        piece.height += above;
        QPainterPath rule;
        rule.lineTo(m_width, 0.0);
        piece.inks.emplace_back(PathInk{rule, {}, ink::kLine, points(0.6)});
        push(std::move(piece));
    }

    const reports::PrivacyView& m_view;
    qreal m_width;
    const base::JobContext& m_job;
    std::vector<Piece> m_pieces;
};

} // namespace

std::vector<Piece> pagePieces(const reports::Page& page, const reports::PrivacyView& view,
    qreal width, const base::JobContext& job)
{
    return BlockSetter(view, width, job).pieces(page);
}

} // namespace cupel::ui
