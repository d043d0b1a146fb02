#pragma once

#include <QAbstractTableModel>
#include <vector>

namespace cupel::ui {

/// A table of facts. Headers and bounds are here once; a model says how many rows there are and
/// writes cell().
///
/// Every cell answers Qt::AccessibleTextRole with its whole content and SortRole with the value
/// that it is ordered by. What cell() gives for Qt::ToolTipRole is plain text; it becomes a tool
/// tip here.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< raw value
        SearchRole, ///< of a row: everything that a filter looks at, in lower case
        HistogramRole, ///< reports::MiniHistogram
        ChoicesRole, ///< QStringList: what the cell can be set to
        ModelRole ///< the first that a model may use for itself
    };

    struct Column {
        QString name;
        QString help = {}; ///< plain text
        Qt::Alignment alignment = Qt::AlignLeft;
    };

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    explicit TableModel(std::vector<Column> columns, QObject* parent = nullptr);

    /// Asked only for cells that are there.
    virtual QVariant cell(int row, int column, int role) const = 0;

private:
    std::vector<Column> m_columns;
};

} // namespace cupel::ui
