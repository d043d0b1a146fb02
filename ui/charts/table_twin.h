#pragma once

#include <QTableView>
#include <optional>

#include "ui/charts/result_table_model.h"

class QSortFilterProxyModel;

namespace cupel::ui {

/// A table of an audit on the screen: sorted by any column, exact numbers to copy, as high as its
/// rows up to a dozen.
class TableTwin : public QTableView {
    Q_OBJECT

public:
    explicit TableTwin(const ResultTablePtr& table, QWidget* parent = nullptr);

    void select(std::size_t tableRow);
    std::optional<std::size_t> currentRow() const; ///< of the table
    /// The selected cells with exact numbers, tabs and line ends between.
    QString selectedText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter, or a double click.
    void rowActivated(std::size_t tableRow);
    /// The person wants the chart back (T).
    void chartAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(const QModelIndex& index);

    ResultTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
};

} // namespace cupel::ui
