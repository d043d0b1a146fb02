#pragma once

#include "core/reports/page.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// The table of a page.
class BlockTableModel : public TableModel {
    Q_OBJECT

public:
    /// Anchor that a cell leads to; empty: none.
    static constexpr int TargetRole = ModelRole;

    explicit BlockTableModel(reports::Table table, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    bool hasRowHeaders() const { return m_table.hasRowHeaders; }

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    reports::Table m_table;
};

} // namespace cupel::ui
