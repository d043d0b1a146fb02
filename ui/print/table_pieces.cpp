#include "ui/print/table_pieces.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "core/reports/terminal_text.h"
#include "ui/print/chart_inks.h"
#include "ui/print/print_style.h"
#include "ui/print/table_needs.h"

namespace cupel::ui {
namespace {

using reports::Cell;

constexpr std::size_t kMostColumns = 120;
constexpr std::size_t kMostRows = 2'000;
constexpr qreal kGroupSize = 7.25; ///< of tables in parts
constexpr qreal kBetween = points(9.0); ///< columns
constexpr qreal kBetweenStrips = points(26.0);
constexpr qreal kAbove = points(2.4); ///< and below a row's text

/// Sizes of type from the one that reads best to the smallest, and what a line of each costs.
struct TableSize {
    qreal size;
    qreal cost;
};
constexpr std::array<TableSize, 3> kSizes{
    {{kType.table, 1.0}, {7.25, 1.25}, {kType.leastTable, 2.0}}};

/// How columns are set: which, how wide, in which size, and how often beside each other.
struct TableShape {
    std::vector<std::size_t> columns;
    std::vector<qreal> widths;
    qreal size = kType.table;
    std::size_t strips = 1;

    qreal width() const
    {
        return std::accumulate(
            widths.begin(), widths.end(), kBetween * static_cast<qreal>(columns.size() - 1));
    }
    qreal left(std::size_t strip) const
    {
        return static_cast<qreal>(strip) * (width() + kBetweenStrips);
    }
};

Piece aside(const QString& text, qreal width, qreal gap)
{
    Piece piece;
    piece.gap = gap;
    const TextPtr block
        = textBlock(tinted({text}, ink::kSoft), fontOf(Face::Sans, kType.table), width);
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
        m_needs = tableNeeds(m_table, m_view, m_rows, m_columns);
        addCaption();
        if (const auto strips = stripsShape())
            addStrips(*strips);
        else if (const auto whole = wholeShape())
            addPart(*whole);
        else
            addParts();
        addLeftOut();
        return std::move(m_pieces);
    }

private:
    qreal roomOf(std::size_t columns) const
    {
        return m_width - kBetween * static_cast<qreal>(columns - 1);
    }

    std::vector<std::size_t> allColumns() const
    {
        std::vector<std::size_t> all(m_columns);
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }

    /// A narrow table of many rows, several times beside each other.
    std::optional<TableShape> stripsShape() const
    {
        constexpr std::size_t kFewRows = 10;
        constexpr std::size_t kMostStrips = 5;
        TableShape shape{allColumns(), {}, kType.table};
        for (const ColumnNeed& need : m_needs.columns)
            shape.widths.push_back(need.widest);
        const auto fitting = static_cast<std::size_t>(
            (m_width + kBetweenStrips) / (shape.width() + kBetweenStrips));
        shape.strips = std::min(fitting, kMostStrips);
        if (m_rows < kFewRows || shape.strips < 2)
            return std::nullopt;
        return shape;
    }

    /// All columns beside each other, in the size that takes least room for what it costs to read.
    std::optional<TableShape> wholeShape() const
    {
        const qreal room = roomOf(m_columns);
        std::optional<TableShape> best;
        qreal least = 0.0;
        for (const auto& [size, cost] : kSizes) {
            const TableNeeds needs = m_needs.scaled(size / kType.table);
            const qreal words = std::accumulate(needs.columns.begin(), needs.columns.end(), 0.0,
                [](qreal sum, const ColumnNeed& need) { return sum + need.least; });
            if (words > room)
                continue;
            TableShape shape{allColumns(), shortestWidths(needs.columns, needs.cells, room), size};
            const qreal height = lineCount(needs.cells, shape.widths) * size * cost;
            if (!best || height < least) {
                best = std::move(shape);
                least = height;
            }
        }
        return best;
    }

    void addCaption()
    {
        if (m_table.caption.empty())
            return;
        Piece piece;
        piece.role = PieceRole::Caption;
        piece.gap = points(11.0);
        piece.keepsNext = true;
        const TextPtr text = textBlock(
            headWords(m_table.caption, m_view), fontOf(Face::SansBold, kType.aside), m_width);
        piece.height = text->height();
        piece.add(text, {});
        m_pieces.push_back(std::move(piece));
    }

    void addStrips(const TableShape& shape)
    {
        constexpr std::size_t kMostLines = 30;
        for (std::size_t first = 0; first < m_rows;) {
            const std::size_t rows = std::min(m_rows - first, kMostLines * shape.strips);
            const std::size_t lines = (rows + shape.strips - 1) / shape.strips;
            Piece head = headPiece(shape);
            if (first > 0)
                head.gap = points(10.0);
            m_pieces.push_back(std::move(head));
            for (std::size_t line = 0; line < lines; ++line) {
                std::vector<std::size_t> beside;
                for (std::size_t row = first + line; row < first + rows; row += lines)
                    beside.push_back(row);
                Piece piece = rowPiece(shape, beside);
                piece.keepsNext = line + 1 < lines;
                m_pieces.push_back(std::move(piece));
            }
            first += rows;
        }
    }

    /// Leading columns of texts, which name the rows, in a part of the width.
    std::size_t namingColumns(const std::vector<ColumnNeed>& wishes) const
    {
        constexpr std::size_t kMost = 3;
        std::size_t count = 1;
        qreal width = wishes.front().least;
        while (count < std::min(kMost, m_columns - 1) && !m_needs.areFigures[count]
            && width + wishes[count].least <= m_width * 0.45)
            width += wishes[count++].least;
        return count;
    }

    /// Parts below each other, each with the columns that name the rows.
    void addParts()
    {
        constexpr qreal kModest = points(64.0);
        const TableNeeds needs = m_needs.scaled(kGroupSize / kType.table);
        // A column that asks for little more than a word gets it, and the first a third at most.
        std::vector<ColumnNeed> wishes = needs.columns;
        for (ColumnNeed& wish : wishes)
            wish.least = std::max(wish.least, std::min(wish.widest, kModest)) + kBetween;
        wishes.front().least = std::min(wishes.front().least, m_width / 3);
        const std::size_t naming = namingColumns(wishes);
        for (const ColumnGroup& group : columnGroups(wishes, naming, m_width)) {
            addPartNote(group, naming);
            TableShape shape{{}, {}, kGroupSize};
            for (std::size_t i = 0; i < naming; ++i)
                shape.columns.push_back(i);
            for (std::size_t i = group.first; i < group.end; ++i)
                shape.columns.push_back(i);
            const TableNeeds own = needs.of(shape.columns);
            const qreal room = roomOf(shape.columns.size());
            shape.widths = shortestWidths(fitting(own.columns, room), own.cells, room);
            addPart(shape);
        }
    }

    void addPartNote(const ColumnGroup& group, std::size_t naming)
    {
        const QString beside = naming == 1
            ? QStringLiteral("Columns %1 to %2 of %3, beside the first one")
            : QStringLiteral("Columns %1 to %2 of %3, beside the first %4");
        const QString words
            = beside.arg(group.first + 1).arg(group.end).arg(m_table.columns.size());
        Piece note = aside(naming == 1 ? words : words.arg(naming), m_width, points(9.0));
        note.role = PieceRole::Caption;
        note.keepsNext = true;
        m_pieces.push_back(std::move(note));
    }

    /// Needs that fit, where the longest words of the first column and another one do not.
    static std::vector<ColumnNeed> fitting(std::vector<ColumnNeed> needs, qreal room)
    {
        const qreal words = std::accumulate(needs.begin(), needs.end(), 0.0,
            [](qreal sum, const ColumnNeed& need) { return sum + need.least; });
        if (words > room) {
            for (ColumnNeed& need : needs)
                need = {need.least * room / words, need.widest};
        }
        return needs;
    }

    void addPart(const TableShape& shape)
    {
        const auto head = std::make_shared<const Piece>(headPiece(shape));
        m_pieces.push_back(*head);
        for (std::size_t row = 0; row < m_rows; ++row) {
            Piece piece = rowPiece(shape, {row});
            piece.head = row > 0 ? head : nullptr;
            // No row stands alone, neither below the head nor on the last page.
            piece.keepsNext = m_rows > 1 && (row == 0 || row + 2 == m_rows);
            m_pieces.push_back(std::move(piece));
        }
    }

    Piece headPiece(const TableShape& shape) const
    {
        Piece piece;
        piece.role = PieceRole::TableHead;
        piece.gap = points(m_table.caption.empty() ? 10.0 : 1.5);
        piece.keepsNext = true;
        const QFont font = fontOf(Face::SansBold, shape.size);
        std::vector<TextPtr> texts;
        qreal height = 0.0;
        for (std::size_t i = 0; i < shape.columns.size(); ++i) {
            const std::size_t column = shape.columns[i];
            texts.push_back(setText(headWords(m_table.columns[column], m_view), font,
                shape.widths[i], m_needs.areFigures[column]));
            height = std::max(height, texts.back()->height());
        }
        piece.height = height + 2 * kAbove;
        for (std::size_t strip = 0; strip < shape.strips; ++strip) {
            qreal left = shape.left(strip);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                piece.add(texts[i], {left, kAbove + height - texts[i]->height()});
                left += shape.widths[i] + kBetween;
            }
            addRule(piece, shape.left(strip), shape.width(), ink::kStrong, 1.0);
        }
        return piece;
    }

    /// Rows beside each other.
    Piece rowPiece(const TableShape& shape, const std::vector<std::size_t>& rows) const
    {
        Piece piece;
        piece.role = PieceRole::Row;
        piece.height = kTableLeading * fontOf(Face::Sans, shape.size).pixelSize() + 2 * kAbove;
        for (std::size_t strip = 0; strip < rows.size(); ++strip)
            addCells(piece, shape, m_table.rows[rows[strip]], shape.left(strip));
        for (std::size_t strip = 0; strip < rows.size(); ++strip)
            addRule(piece, shape.left(strip), shape.width(), ink::kLine, 0.5);
        return piece;
    }

    void addCells(
        Piece& piece, const TableShape& shape, const std::vector<Cell>& cells, qreal left) const
    {
        const QFont font = fontOf(Face::Sans, shape.size);
        for (std::size_t i = 0; i < shape.columns.size(); ++i) {
            const std::size_t column = shape.columns[i];
            const Cell* cell = column < cells.size() ? &cells[column] : nullptr;
            const auto* mini = cell ? std::get_if<reports::MiniHistogram>(&cell->content) : nullptr;
            qreal height = 0.0;
            if (mini) {
                const QRectF place(
                    left, kAbove, std::min(kMiniInCellWidth, shape.widths[i]), kMiniInCellHeight);
                for (Ink& one : miniInks(*mini, place))
                    piece.inks.push_back(std::move(one));
                height = kMiniInCellHeight;
            } else if (cell) {
                const TextPtr text = setText(
                    cellWords(*cell, m_view), font, shape.widths[i], m_needs.areFigures[column]);
                height = text->height();
                piece.add(text, {left, kAbove});
            }
            piece.height = std::max(piece.height, height + 2 * kAbove);
            left += shape.widths[i] + kBetween;
        }
    }

    static TextPtr setText(const Words& words, const QFont& font, qreal width, bool isRight)
    {
        auto text = std::make_shared<TextBlock>(words, font, kTableLeading);
        text->setWidth(width, isRight ? Qt::AlignRight : Qt::AlignLeft);
        return text;
    }

    static void addRule(Piece& piece, qreal left, qreal width, const QColor& color, qreal thickness)
    {
        QPainterPath path;
        path.moveTo(left, piece.height);
        path.lineTo(left + width, piece.height);
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
    TableNeeds m_needs;
    std::vector<Piece> m_pieces;
};

} // namespace

std::vector<Piece> tablePieces(
    const reports::Table& table, const reports::PrivacyView& view, qreal width)
{
    return TableSetter(table, view, width).pieces();
}

} // namespace cupel::ui
