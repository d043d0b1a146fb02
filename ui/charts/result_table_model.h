#pragma once

#include <memory>
#include <string>

#include "core/audits/result.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// A table of an audit. What keeps it alive may be the report that it is part of.
using ResultTablePtr = std::shared_ptr<const audits::ResultTable>;

/// A text of the data as charts and tables name it: in quotes where a blank at its end would not be
/// seen.
QString cellName(const std::string& text);

/// A table of an audit as it is: numbers as the reports write them, the exact ones as tool tip and
/// in ExactRole, undefined cells as a dash.
class ResultTableModel : public TableModel {
    Q_OBJECT

public:
    enum TableRole {
        ExactRole = ModelRole, ///< text to copy
        TableRowRole ///< row of the table, int
    };

    explicit ResultTableModel(ResultTablePtr table, QObject* parent = nullptr);

    const audits::ResultTable& table() const { return *m_table; }
    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    ResultTablePtr m_table;
};

} // namespace cupel::ui
