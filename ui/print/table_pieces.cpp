#include "ui/print/table_pieces.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "core/reports/terminal_text.h"
#include "ui/print/chart_inks.h"
#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

using reports::Cell;

constexpr std::size_t kMostColumns = 120;
constexpr std::size_t kMostRows = 2'000;
constexpr qreal kAbove = points(2.4); ///< and below a row's text

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

TextPtr setText(const Words& words, const QFont& font, qreal width, bool isRight)
{
    auto text = std::make_shared<TextBlock>(words, font, kTableLeading);
    text->setWidth(width, isRight ? Qt::AlignRight : Qt::AlignLeft);
    return text;
}

void addRule(Piece& piece, qreal left, qreal width, const QColor& color, qreal thickness)
{
    QPainterPath path;
    path.moveTo(left, piece.height);
    path.lineTo(left + width, piece.height);
    piece.inks.emplace_back(PathInk{path, {}, color, points(thickness)});
}

} // namespace

TableSetter::TableSetter(const reports::Table& table, const reports::PrivacyView& view, qreal width)
    : m_table(table)
    , m_view(view)
    , m_width(width)
    , m_columns(std::min(table.columns.size(), kMostColumns))
    , m_rows(std::min(table.rows.size(), kMostRows))
    , m_needs(m_rows)
{
}

bool TableSetter::setNext()
{
    if (m_needs.columns.size() < m_columns) {
        m_needs.addColumn(m_table, m_view);
        return true;
    }
    if (m_columns == 0)
        return false;
    if (m_parts.empty()) {
        m_parts = tableParts(m_needs, m_width);
        addCaption();
    } else {
        addRows();
    }
    if (m_part < m_parts.size())
        return true;
    addLeftOut();
    return false;
}

void TableSetter::addRows()
{
    constexpr std::size_t kAtOnce = 40;
    const TablePart& part = m_parts[m_part];
    if (part.shape.strips > 1) {
        addStrips(part.shape);
        ++m_part;
        return;
    }
    if (m_row == 0) {
        if (part.naming > 0)
            addPartNote(part);
        m_head = std::make_shared<const Piece>(headPiece(part.shape));
        m_pieces.push_back(*m_head);
    }
    for (const std::size_t end = std::min(m_row + kAtOnce, m_rows); m_row < end; ++m_row) {
        Piece piece = rowPiece(part.shape, {m_row});
        piece.head = m_row > 0 ? m_head : nullptr;
        // No row stands alone, neither below the head nor on the last page.
        piece.keepsNext = m_rows > 1 && (m_row == 0 || m_row + 2 == m_rows);
        m_pieces.push_back(std::move(piece));
    }
    if (m_row == m_rows) {
        ++m_part;
        m_row = 0;
    }
}

void TableSetter::addCaption()
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

void TableSetter::addStrips(const TableShape& shape)
{
    // Few lines, since what stands side by side is on one page.
    constexpr std::size_t kMostLines = 12;
    constexpr std::size_t kLinesAtOnce = 16; ///< rather than two parts of fewer
    const bool isAtOnce = m_rows <= kLinesAtOnce * shape.strips;
    for (std::size_t first = 0; first < m_rows;) {
        const std::size_t most = isAtOnce ? m_rows : kMostLines * shape.strips;
        const std::size_t rows = std::min(m_rows - first, most);
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

void TableSetter::addPartNote(const TablePart& part)
{
    const QString beside = part.naming == 1
        ? QStringLiteral("Columns %1 to %2 of %3, beside the first one")
        : QStringLiteral("Columns %1 to %2 of %3, beside the first %4");
    const QString words
        = beside.arg(part.beside.first + 1).arg(part.beside.end).arg(m_table.columns.size());
    Piece note = aside(part.naming == 1 ? words : words.arg(part.naming), m_width, points(9.0));
    note.role = PieceRole::Caption;
    note.keepsNext = true;
    m_pieces.push_back(std::move(note));
}

Piece TableSetter::headPiece(const TableShape& shape) const
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
        texts.push_back(setText(headWords(m_table.columns[column], m_view), font, shape.widths[i],
            m_needs.areFigures[column]));
        height = std::max(height, texts.back()->height());
    }
    piece.height = height + 2 * kAbove;
    for (std::size_t strip = 0; strip < shape.strips; ++strip) {
        qreal left = shape.left(strip);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            piece.add(texts[i], {left, kAbove + height - texts[i]->height()});
            left += shape.widths[i] + kBetweenColumns;
        }
        addRule(piece, shape.left(strip), shape.width(), ink::kStrong, 1.0);
    }
    return piece;
}

/// Rows beside each other.
Piece TableSetter::rowPiece(const TableShape& shape, const std::vector<std::size_t>& rows) const
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

void TableSetter::addCells(
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
        left += shape.widths[i] + kBetweenColumns;
    }
}

void TableSetter::addLeftOut()
{
    const auto cut = static_cast<std::int64_t>(m_table.rows.size() - m_rows);
    const std::int64_t rows
        = std::min(m_table.leftOut, std::numeric_limits<std::int64_t>::max() - cut) + cut;
    const auto columns = static_cast<std::int64_t>(m_table.columns.size() - m_columns);
    for (const auto& [count, one, many] :
        {std::tuple{rows, " more row is not shown here.", " more rows are not shown here."},
            std::tuple{
                columns, " more column is not shown here.", " more columns are not shown here."}}) {
        if (count > 0) {
            m_pieces.back().keepsNext = true;
            m_pieces.push_back(
                aside(ownText(reports::groupedDigits(count) + (count == 1 ? one : many)), m_width,
                    points(3.0)));
        }
    }
}

} // namespace cupel::ui
