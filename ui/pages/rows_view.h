#pragma once

#include <QHeaderView>
#include <QTableView>

#include "ui/models/rows_model.h"
#include "ui/pages/rows_work.h"

namespace cupel::ui {

/// Headers of rows, as wide as the widest of the page.
class RowHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit RowHeader(const RowsModel& model, QWidget* parent = nullptr);
    QSize sizeHint() const override;

private:
    const RowsModel& m_model;
};

/// The rows of a page. Nothing in it costs more with more rows, and little with more columns.
class RowsView : public QTableView {
    Q_OBJECT

public:
    explicit RowsView(RowsModel& model, QWidget* parent = nullptr);

    /// Widths that suit the first rows.
    void fitColumns();
    /// What is selected, in the rows of the table; the current cell where nothing is.
    RowsSelection selected() const;

private:
    RowsModel& m_model;
};

} // namespace cupel::ui
