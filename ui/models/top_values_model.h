#pragma once

#include "ui/jobs/open_dataset.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// The most frequent values of a column.
class TopValuesModel : public TableModel {
    Q_OBJECT

public:
    enum Column { Value, Rows, Share };

    explicit TopValuesModel(QObject* parent = nullptr);

    /// `column` is of the dataset. Null: no values.
    void setColumn(OpenDatasetPtr dataset, const counts::ColumnDescription* column);
    /// The cell that a filter compares with.
    std::string value(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    const table::ValueCount& valueCount(int row) const;

    OpenDatasetPtr m_dataset;
    const counts::ColumnDescription* m_column = nullptr;
};

} // namespace cupel::ui
