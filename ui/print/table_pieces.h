#pragma once

#include <memory>
#include <vector>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/piece.h"
#include "ui/print/table_shape.h"

namespace cupel::ui {

/// Makes a table of at most this width into pieces, some rows at a time: its caption, its head,
/// which every further page repeats, a piece for each row, and what was left out. One that is too
/// wide even in small type is set in parts below each other that repeat what names the rows. Table
/// and view live as long.
class TableSetter {
public:
    TableSetter(const reports::Table& table, const reports::PrivacyView& view, qreal width);

    /// Do a part of the work; false: it is done.
    bool setNext();
    /// All of them, once it is done.
    std::vector<Piece> pieces() { return std::move(m_pieces); }

private:
    void addRows();
    void addCaption();
    void addPartNote(const TablePart& part);
    void addStrips(const TableShape& shape);
    void addLeftOut();
    Piece headPiece(const TableShape& shape) const;
    Piece rowPiece(const TableShape& shape, const std::vector<std::size_t>& rows) const;
    void addCells(Piece& piece, const TableShape& shape, const std::vector<reports::Cell>& cells,
        qreal left) const;

    const reports::Table& m_table;
    const reports::PrivacyView& m_view;
    qreal m_width;
    std::size_t m_columns;
    std::size_t m_rows;
    TableNeeds m_needs; ///< of the columns that are measured
    std::vector<TablePart> m_parts; ///< empty until it is planned
    std::size_t m_part = 0;
    std::size_t m_row = 0;
    std::shared_ptr<const Piece> m_head; ///< of the part
    std::vector<Piece> m_pieces;
};

} // namespace cupel::ui
