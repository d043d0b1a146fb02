#pragma once

#include <QAbstractTableModel>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/reports/chart_rows.h"
#include "ui/charts/result_table_model.h"

namespace cupel::ui {

/// Subgroups of two columns as a grid: a row per value of the first, a column per value of the
/// second. Of a table whose first two columns name the subgroup, with columns "n", "rate", "low"
/// and "high".
class HeatMapModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        RateRole = Qt::UserRole + 1, ///< from 0 to 1; not valid where there is none
        ShadeRole, ///< 0 to 1 along the scale of colours
        CountRole, ///< "of 1,555"; empty: no such rows
        SmallRole, ///< whether there are too few rows to judge by
        TableRowRole ///< row of the table, or -1
    };

    /// What the values are ordered by where they are in it; the others follow by code point.
    using Order = std::vector<std::string>;

    explicit HeatMapModel(QObject* parent = nullptr);

    /// Subgroups of fewer than `minimumRows` rows are small.
    void setTable(
        ResultTablePtr table, const Order& rows, const Order& columns, std::int64_t minimumRows);
    QModelIndex indexOf(std::size_t tableRow) const;
    /// Rows of the table that have no place in the grid, such as "(missing)".
    const std::vector<std::size_t>& outside() const { return m_outside; }
    QString firstColumn() const;
    QString secondColumn() const;
    QString lowestShade() const; ///< "0 %"
    QString highestShade() const; ///< "40 %"

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Figures {
        std::size_t tableRow = 0;
        std::int64_t n = 0;
        std::optional<double> rate;
        std::optional<double> low;
        std::optional<double> high;
    };

    void place(const Order& rows, const Order& columns);
    const Figures* at(const QModelIndex& index) const;
    bool isSmall(const Figures& figures) const;
    QString words(const QModelIndex& index) const;

    ResultTablePtr m_table;
    std::vector<std::string> m_rows;
    std::vector<std::string> m_columns;
    std::map<std::pair<int, int>, Figures> m_cells;
    std::vector<std::size_t> m_outside;
    std::int64_t m_minimumRows = 0;
    reports::Axis m_scale;
};

} // namespace cupel::ui
