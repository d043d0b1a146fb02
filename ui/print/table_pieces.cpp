#include "ui/print/table_pieces.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/reports/terminal_text.h"
#include "ui/print/chart_inks.h"
#include "ui/print/column_widths.h"
#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

using reports::Cell;

constexpr std::size_t kMostColumns = 120;
constexpr std::size_t kMostRows = 2'000;
constexpr std::array<qreal, 3> kSizes{kType.table, 7.25, kType.leastTable};
constexpr qreal kGroupSize = 7.25; ///< of tables in parts
constexpr qreal kLeading = 1.28;
constexpr qreal kBetween = points(9.0); ///< columns
constexpr qreal kAbove = points(2.4); ///< and below a row's text
constexpr qreal kMiniWidth = points(60.0);
constexpr qreal kMiniHeight = points(11.0);

QFont headFont(qreal size)
{
    return fontOf(Face::SansBold, size);
}

Words headWords(const base::Sentence& sentence, const reports::PrivacyView& view)
{
    Words words;
    QTextCharFormat soft;
    soft.setForeground(ink::kSoft);
    words.append(wordsOf(sentence, view, kMostInHeading).text, soft);
    return words;
}

Piece aside(const QString& text, qreal width, qreal gap)
{
    Words words;
    QTextCharFormat soft;
    soft.setForeground(ink::kSoft);
    words.append(text, soft);
    Piece piece;
    piece.gap = gap;
    const TextPtr block = textBlock(words, fontOf(Face::Sans, kType.table), width);
    piece.height = block->height();
    piece.add(block, {});
    return piece;
}

class TableSetter {
public:
    TableSetter(const reports::Table& table, const reports::PrivacyView& view, qreal width)
        : m_table(table)
        , m_view(view)
        , m_width(width)
        , m_columns(std::min(table.columns.size(), kMostColumns))
        , m_rows(std::min(table.rows.size(), kMostRows))
    {
    }

    std::vector<Piece> pieces()
    {
        if (m_columns == 0)
            return {};
        measure();
        addCaption();
        const auto size = std::find_if(kSizes.begin(), kSizes.end(),
            [this](qreal one) { return leastWidth(one / kType.table) <= m_width; });
        if (size != kSizes.end()) {
            std::vector<std::size_t> all(m_columns);
            std::iota(all.begin(), all.end(), std::size_t{0});
            addPart(all, *size);
        } else {
            addParts();
        }
        addLeftOut();
        return std::move(m_pieces);
    }

private:
    const Cell* cellAt(std::size_t row, std::size_t column) const
    {
        const std::vector<Cell>& cells = m_table.rows[row];
        return column < cells.size() ? &cells[column] : nullptr;
    }

    void measure()
    {
        const QFont font = fontOf(Face::Sans, kType.table);
        m_isRight.assign(m_columns, m_rows > 0);
        for (std::size_t column = 0; column < m_columns; ++column) {
            const TextBlock head(
                headWords(m_table.columns[column], m_view), headFont(kType.table), kLeading);
            ColumnNeed need = needOf(head, points(70.0));
            for (std::size_t row = 0; row < m_rows; ++row) {
                const Cell* cell = cellAt(row, column);
                if (!cell)
                    continue;
                m_isRight[column] = m_isRight[column] && isFigure(*cell);
                const ColumnNeed its = needOf(*cell, font);
                need = {std::max(need.least, its.least), std::max(need.widest, its.widest)};
            }
            need.widest = std::max(need.widest, need.least);
            m_needs.push_back(need);
        }
    }

    /// A text is broken anywhere where a word of it is longer than `longest`.
    static ColumnNeed needOf(const TextBlock& text, qreal longest)
    {
        constexpr qreal kWidest = points(300.0);
        constexpr qreal kRounding = 2.0;
        return {std::min(text.longestWord(), longest) + kRounding,
            std::min(text.widest(), kWidest) + kRounding};
    }

    ColumnNeed needOf(const Cell& cell, const QFont& font) const
    {
        if (std::holds_alternative<reports::MiniHistogram>(cell.content))
            return {kMiniWidth, kMiniWidth};
        const TextBlock text(cellWords(cell, m_view), font, kLeading);
        return needOf(text, isFigure(cell) ? points(120.0) : points(84.0));
    }

    qreal leastWidth(qreal scale) const
    {
        qreal width = kBetween * static_cast<qreal>(m_columns - 1);
        for (const ColumnNeed& need : m_needs)
            width += need.least * scale;
        return width;
    }

    std::vector<ColumnNeed> needsAt(qreal size) const
    {
        std::vector<ColumnNeed> needs = m_needs;
        for (ColumnNeed& need : needs)
            need = {need.least * size / kType.table, need.widest * size / kType.table};
        return needs;
    }

    void addCaption()
    {
        if (m_table.caption.empty())
            return;
        Piece piece;
        piece.role = PieceRole::Caption;
        piece.gap = points(10.0);
        piece.keepsNext = true;
        const TextPtr text = textBlock(
            headWords(m_table.caption, m_view), fontOf(Face::SansBold, kType.aside), m_width);
        piece.height = text->height();
        piece.add(text, {});
        m_pieces.push_back(std::move(piece));
    }

    /// Parts below each other, each with the first column.
    void addParts()
    {
        std::vector<ColumnNeed> needs = needsAt(kGroupSize);
        // A column that asks for little more than a word gets it, and the first a third at most.
        constexpr qreal kModest = points(64.0);
        for (ColumnNeed& need : needs)
            need.least = std::max(need.least, std::min(need.widest, kModest)) + kBetween;
        needs.front().least = std::min(needs.front().least, m_width / 3);
        for (const ColumnGroup& group : columnGroups(needs, m_width)) {
            Piece note = aside(QStringLiteral("Columns %1 to %2 of %3, beside the first one")
                                   .arg(group.first + 1)
                                   .arg(group.end)
                                   .arg(m_table.columns.size()),
                m_width, points(8.0));
            note.role = PieceRole::Caption;
            note.keepsNext = true;
            m_pieces.push_back(std::move(note));
            std::vector<std::size_t> columns{0};
            for (std::size_t i = group.first; i < group.end; ++i)
                columns.push_back(i);
            addPart(columns, kGroupSize);
        }
    }

    void addPart(const std::vector<std::size_t>& columns, qreal size)
    {
        const std::vector<ColumnNeed> all = needsAt(size);
        const qreal room = m_width - kBetween * static_cast<qreal>(columns.size() - 1);
        std::vector<ColumnNeed> needs;
        for (const std::size_t column : columns)
            needs.push_back(all[column]);
        // Only where one of two columns is wider than the page.
        const qreal most
            = room / static_cast<qreal>(std::max<std::size_t>(columns.size(), 2)) * 1.5;
        const qreal least = std::accumulate(needs.begin(), needs.end(), 0.0,
            [](qreal sum, const ColumnNeed& need) { return sum + need.least; });
        if (least > room) {
            for (ColumnNeed& need : needs)
                need.least = std::min(need.least, most * room / std::max(least, room));
        }
        const std::vector<qreal> widths = columnWidths(needs, room);
        const auto head = std::make_shared<const Piece>(headPiece(columns, widths, size));
        m_pieces.push_back(*head);
        for (std::size_t row = 0; row < m_rows; ++row) {
            Piece piece = rowPiece(row, columns, widths, size);
            piece.head = row > 0 ? head : nullptr;
            // No row stands alone, neither below the head nor on the last page.
            piece.keepsNext = m_rows > 1 && (row == 0 || row + 2 == m_rows);
            m_pieces.push_back(std::move(piece));
        }
    }

    Piece headPiece(
        const std::vector<std::size_t>& columns, const std::vector<qreal>& widths, qreal size)
    {
        Piece piece;
        piece.role = PieceRole::TableHead;
        piece.gap = points(m_table.caption.empty() ? 10.0 : 2.0);
        piece.keepsNext = true;
        std::vector<TextPtr> texts;
        qreal height = 0.0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            texts.push_back(setText(headWords(m_table.columns[columns[i]], m_view), headFont(size),
                widths[i], m_isRight[columns[i]]));
            height = std::max(height, texts.back()->height());
        }
        qreal left = 0.0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            piece.add(texts[i], {left, kAbove + height - texts[i]->height()});
            left += widths[i] + kBetween;
        }
        piece.height = height + 2 * kAbove;
        addRule(piece, left - kBetween, ink::kStrong, 1.0);
        return piece;
    }

    Piece rowPiece(std::size_t row, const std::vector<std::size_t>& columns,
        const std::vector<qreal>& widths, qreal size)
    {
        Piece piece;
        piece.role = PieceRole::Row;
        const QFont font = fontOf(Face::Sans, size);
        qreal height = kLeading * font.pixelSize();
        qreal left = 0.0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Cell* cell = cellAt(row, columns[i]);
            const auto* mini = cell ? std::get_if<reports::MiniHistogram>(&cell->content) : nullptr;
            if (mini) {
                const QRectF place(left, kAbove, std::min(kMiniWidth, widths[i]), kMiniHeight);
                for (Ink& one : miniInks(*mini, place))
                    piece.inks.push_back(std::move(one));
                height = std::max(height, kMiniHeight);
            } else if (cell) {
                const TextPtr text
                    = setText(cellWords(*cell, m_view), font, widths[i], m_isRight[columns[i]]);
                height = std::max(height, text->height());
                piece.add(text, {left, kAbove});
            }
            left += widths[i] + kBetween;
        }
        piece.height = height + 2 * kAbove;
        addRule(piece, left - kBetween, ink::kLine, 0.5);
        return piece;
    }

    static TextPtr setText(const Words& words, const QFont& font, qreal width, bool isRight)
    {
        auto text = std::make_shared<TextBlock>(words, font, kLeading);
        text->setWidth(width, isRight ? Qt::AlignRight : Qt::AlignLeft);
        return text;
    }

    static void addRule(Piece& piece, qreal width, const QColor& color, qreal thickness)
    {
        QPainterPath path;
        path.moveTo(0.0, piece.height);
        path.lineTo(width, piece.height);
        piece.inks.emplace_back(PathInk{path, {}, color, points(thickness)});
    }

    void addLeftOut()
    {
        const auto rows = m_table.leftOut + static_cast<std::int64_t>(m_table.rows.size() - m_rows);
        const auto columns = static_cast<std::int64_t>(m_table.columns.size() - m_columns);
        for (const auto& [count, one, many] :
            {std::tuple{rows, " more row is not shown here.", " more rows are not shown here."},
                std::tuple{columns, " more column is not shown here.",
                    " more columns are not shown here."}}) {
            if (count > 0) {
                m_pieces.back().keepsNext = true;
                m_pieces.push_back(
                    aside(ownText(reports::groupedDigits(count) + (count == 1 ? one : many)),
                        m_width, points(3.0)));
            }
        }
    }

    const reports::Table& m_table;
    const reports::PrivacyView& m_view;
    qreal m_width;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<ColumnNeed> m_needs; ///< at the usual size
    std::vector<bool> m_isRight;
    std::vector<Piece> m_pieces;
};

} // namespace

std::vector<Piece> tablePieces(
    const reports::Table& table, const reports::PrivacyView& view, qreal width)
{
    return TableSetter(table, view, width).pieces();
}

} // namespace cupel::ui
