#pragma once

#include <QAbstractTableModel>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/table/table.h"
#include "ui/models/row_numbers.h"

namespace cupel::ui {

/// A page of the rows of a table, or of those that pass a filter. Rows are read from their source
/// when a view asks for them, in under a millisecond each; those that were read last are kept.
///
/// Cells are cut; whole() gives all of one. Headers of rows name the row, from 1, and its line in
/// the source.
class RowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// A view lays out all rows of its model, and fails above 2^31 pixels.
    static constexpr std::uint64_t kRowsPerPage = 1'000'000;
    static constexpr int kPreviewCharacters = 300;

    explicit RowsModel(QObject* parent = nullptr);

    /// Null: no rows. Shows the first page of all rows.
    void setTable(std::shared_ptr<const table::Table> table);
    /// Shows the first page of them.
    void setRows(RowNumbersPtr rows);
    void setPage(std::uint64_t page);
    /// Name of the column whose cells are to be pointed out; empty: none.
    void setMarkedColumn(const std::string& column);

    std::uint64_t page() const { return m_page; }
    std::uint64_t pages() const; ///< at least 1
    const RowNumbersPtr& rows() const { return m_rows; }
    const std::shared_ptr<const table::Table>& table() const { return m_table; }
    std::optional<int> markedColumn() const { return m_marked; }

    /// Number of a row of the page in the table, from 0.
    std::uint64_t tableRow(int row) const;
    /// The row as it stands in its source; null where it cannot be read.
    std::shared_ptr<const table::Row> read(int row) const;
    /// A text as wide as the widest header of a row.
    QString widestRowHeader() const;
    /// Whether a cell counts as missing: empty, or a token that stands for it.
    bool isMissing(int column, const std::string& cell) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Rows cannot be read any more. Emitted once per table, never while a view asks.
    void failed(const cupel::base::Error& error);

private:
    using RowPtr = std::shared_ptr<const table::Row>;
    struct Kept {
        std::uint64_t row = 0;
        RowPtr cells;
    };

    void forget();
    std::size_t mostKept() const;
    QVariant cellData(const std::string& cell, int column, int role) const;
    QVariant rowHeader(int section) const;
    QVariant columnHeader(int section, int role) const;

    std::shared_ptr<const table::Table> m_table;
    RowNumbersPtr m_rows;
    std::uint64_t m_page = 0;
    std::optional<int> m_marked;
    mutable std::list<Kept> m_kept; ///< the last read first
    mutable std::unordered_map<std::uint64_t, std::list<Kept>::iterator> m_keptByRow;
    mutable bool m_hasFailed = false;
};

/// A cell as one line of at most RowsModel::kPreviewCharacters.
QString cellPreview(const std::string& cell);

} // namespace cupel::ui
