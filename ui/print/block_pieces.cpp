#include "ui/print/block_pieces.h"

#include <QFontMetricsF>
#include <algorithm>
#include <iterator>
#include <numeric>

#include "core/base/cut_text.h"
#include "core/base/number.h"
#include "core/reports/terminal_text.h"
#include "ui/print/box_pieces.h"
#include "ui/print/chart_inks.h"
#include "ui/print/front_pieces.h"
#include "ui/print/print_style.h"
#include "ui/print/table_pieces.h"
#include "ui/print/tone_icon.h"

namespace cupel::ui {
namespace {

using reports::Tone;

/// Words to be typed, within a text of another type.
void appendCode(Words& words, std::string_view code, qreal size)
{
    QTextCharFormat look;
    look.setFont(fontOf(Face::Mono, size * 0.92));
    words.append(shortText(code), look);
}

void addInks(Piece& piece, std::vector<Ink> inks)
{
    std::move(inks.begin(), inks.end(), std::back_inserter(piece.inks));
}

void append(std::vector<Piece>& pieces, std::vector<Piece> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(pieces));
}

/// The lines of a text, none of them empty, and very long ones in parts that fill whole lines: Qt
/// takes quadratic time for them.
QStringList codeLines(const QString& text, const QFont& font, qreal width)
{
    constexpr qsizetype kLines = 40;
    const qreal letter = QFontMetricsF(font).horizontalAdvance(QLatin1Char('m')) + 0.1;
    const qsizetype most = kLines * std::max<qsizetype>(static_cast<qsizetype>(width / letter), 1);
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.isEmpty())
            lines << QStringLiteral(" ");
        for (qsizetype at = 0; at < line.size(); at += most)
            lines << line.mid(at, most);
    }
    return lines;
}

/// The blocks in the order in which they stand on paper.
void unfold(const std::vector<reports::Block>& blocks, std::vector<const reports::Block*>& to)
{
    for (const reports::Block& block : blocks) {
        to.push_back(&block);
        if (const auto* details = std::get_if<reports::Details>(&block.content))
            unfold(details->blocks, to);
    }
}

} // namespace

/// Blocks as pieces.
class BlockSetter {
public:
    BlockSetter(const reports::PrivacyView& view, qreal width)
        : m_view(view)
        , m_width(width)
    {
    }

    /// Begin with a block, and go on with it; false: it is done.
    bool set(const reports::Block& block)
    {
        std::visit([this](const auto& content) { add(content); }, block.content);
        return m_table != nullptr;
    }
    bool goOn()
    {
        if (m_table->setNext())
            return true;
        std::vector<Piece> pieces = m_table->pieces();
        if (!pieces.empty() && m_isOfChart)
            pieces.front().gap = points(6.0);
        addAll(std::move(pieces));
        m_table.reset();
        m_isOfChart = false;
        endBox();
        return false;
    }

    std::vector<Piece> pieces() { return std::move(m_pieces); }

private:
    Words words(const base::Sentence& sentence, std::size_t most = kMostInText) const
    {
        return wordsOf(sentence, m_view, most);
    }

    void push(Piece piece)
    {
        piece.gap = std::max(piece.gap, m_leastGap);
        m_leastGap = 0.0;
        m_pieces.push_back(std::move(piece));
    }

    /// What comes next keeps away from a table, a chart or a box.
    void endBox() { m_leastGap = points(9.0); }

    Piece textPiece(PieceRole role, const Words& text, const QFont& font, qreal gap) const
    {
        return ui::textPiece(role, text, font, gap, m_width);
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
        if (isOfFewWords(list))
            addBeside(list);
        else
            addBelow(list);
    }

    /// Many items without signs, most of which take half a line at most.
    bool isOfFewWords(const reports::List& list) const
    {
        constexpr std::size_t kMany = 8;
        constexpr std::size_t kFewLong = 5; // one in so many
        const QFont font = fontOf(Face::Sans, kType.body);
        const auto isPlain = [](const reports::ListItem& item) {
            return item.tone == Tone::Plain && item.target.empty() && item.code.empty();
        };
        const auto isLong = [this, &font](const reports::ListItem& item) {
            return TextBlock(words(item.text, kMostInHeading), font).widest()
                > m_width / 2 - 2 * kBullet;
        };
        return list.items.size() >= kMany && !list.isOrdered
            && std::all_of(list.items.begin(), list.items.end(), isPlain)
            && static_cast<std::size_t>(std::count_if(list.items.begin(), list.items.end(), isLong))
            <= list.items.size() / kFewLong;
    }

    Piece besidePiece(const reports::ListItem& item) const
    {
        return itemPiece(item, 0, false, kBullet, m_width / 2 + kBullet);
    }

    /// In two columns, in parts that stand on one page.
    void addBeside(const reports::List& list)
    {
        constexpr std::size_t kMostLines = 20;
        const std::size_t count = list.items.size();
        for (std::size_t first = 0; first < count;) {
            const std::size_t items = std::min(count - first, 2 * kMostLines);
            const std::size_t lines = (items + 1) / 2;
            for (std::size_t line = 0; line < lines; ++line) {
                Piece piece = besidePiece(list.items[first + line]);
                if (line + lines < items) {
                    Piece beside = besidePiece(list.items[first + line + lines]);
                    for (Ink& one : beside.inks) {
                        std::get<TextInk>(one).at.rx() += m_width / 2;
                        piece.inks.push_back(std::move(one));
                    }
                    piece.height = std::max(piece.height, beside.height);
                }
                piece.keepsNext = line + 1 < lines;
                push(std::move(piece));
            }
            first += items;
        }
    }

    void addBelow(const reports::List& list)
    {
        const bool isToned = std::any_of(list.items.begin(), list.items.end(),
            [](const reports::ListItem& item) { return item.tone != Tone::Plain; });
        const bool leads = std::any_of(list.items.begin(), list.items.end(),
            [](const reports::ListItem& item) { return !item.target.empty(); });
        qreal indent = points(isToned ? 22.0 : list.isOrdered ? 18.0 : kBullet / kUnitsPerPoint);
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
        piece.isCutFreely = block->lineCount() > kWholeLines;
        piece.height = block->height();
        piece.add(block, {indent, 0.0});
        if (isToned) {
            addInks(piece, toneBadge(item.tone, {}, {0.0, 0.0}, block->ascent()));
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

    void add(const reports::Table& table)
    {
        m_table = std::make_unique<TableSetter>(table, m_view, m_width);
    }

    void addAll(std::vector<Piece> pieces)
    {
        if (!pieces.empty()) {
            pieces.front().gap = std::max(pieces.front().gap, m_leastGap);
            m_leastGap = 0.0;
        }
        append(m_pieces, std::move(pieces));
    }

    void add(const reports::Callout& callout) { push(calloutPiece(callout, m_view, m_width)); }

    void add(const reports::Tiles& tiles)
    {
        addAll(tilePieces(tiles, m_width));
        endBox();
    }

    void add(const reports::KeyValues& values)
    {
        std::vector<Piece> pieces = factPieces(values.rows, m_view, m_width, kType.fact);
        if (!pieces.empty())
            pieces.front().gap = points(5.0);
        addAll(std::move(pieces));
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
        m_figures = reports::tableOf(chart.table);
        m_figures.caption.emplace_back(std::string(", as a table"));
        m_isOfChart = true;
        add(m_figures);
    }

    void add(const reports::Verbatim& verbatim)
    {
        constexpr std::size_t kMostBytes = 400'000;
        constexpr qsizetype kMostLines = 4'000;
        constexpr int kWholeCode = 12; ///< lines that are not parted
        constexpr qreal kInside = points(7.0);
        if (!verbatim.caption.empty()) {
            Piece caption = textPiece(PieceRole::Caption,
                tinted(words(verbatim.caption, kMostInHeading), ink::kSoft),
                fontOf(Face::Sans, kType.aside), 6.0);
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
        piece.gap = points(3.0);
        piece.inset = points(5.0);
        qreal y = piece.inset;
        int lines = 0;
        const QStringList all = codeLines(text, font, m_width - 2 * kInside);
        for (const QString& line : all.first(std::min(all.size(), kMostLines))) {
            const TextPtr block = textBlock({line}, font, m_width - 2 * kInside);
            piece.add(block, {kInside, y});
            y += block->height();
            lines += block->lineCount();
        }
        piece.height = y + piece.inset;
        piece.isCutFreely = lines > kWholeCode;
        piece.inks.insert(piece.inks.begin(),
            BoxInk{QRectF(0.0, 0.0, m_width, piece.height), ink::kCard, ink::kLine});
        push(std::move(piece));
        endBox();
        if (whole.size() > kMostBytes || all.size() > kMostLines)
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
    }

    static constexpr qreal kBullet = points(11.0);

    const reports::PrivacyView& m_view;
    qreal m_width;
    reports::Table m_figures; ///< of the last chart
    std::unique_ptr<TableSetter> m_table; ///< the block, where it is a table that is not done
    bool m_isOfChart = false; ///< that table
    qreal m_leastGap = 0.0; ///< above the next piece
    std::vector<Piece> m_pieces;
};

PageSetter::PageSetter(const reports::Page& page, const reports::PrivacyView& view, QSizeF body)
    : m_page(page)
    , m_view(view)
    , m_body(body)
    , m_setter(std::make_unique<BlockSetter>(view, body.width()))
{
    unfold(page.blocks, m_blocks);
}

PageSetter::~PageSetter() = default;

void PageSetter::setNext()
{
    m_isWithin = m_isWithin ? m_setter->goOn() : m_setter->set(*m_blocks[m_next]);
    if (!m_isWithin)
        ++m_next;
}

std::vector<Piece> PageSetter::pieces()
{
    constexpr qreal kLong = 3.0; // pages, of which a document with contents has more
    std::vector<Piece> blocks = m_setter->pieces();
    const qreal height = std::accumulate(blocks.begin(), blocks.end(), 0.0,
        [](qreal sum, const Piece& piece) { return sum + piece.gap + piece.height; });
    std::vector<Piece> pieces = titlePieces(m_page, m_view, m_body.width());
    if (height > kLong * m_body.height())
        append(pieces, contentsPieces(m_page, m_view, m_body.width()));
    append(pieces, std::move(blocks));
    return pieces;
}

} // namespace cupel::ui
