#pragma once

#include <string>

#include "core/reports/page.h"
#include "ui/jobs/open_dataset.h"
#include "ui/models/mini_histogram_type.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// The columns of a dataset with their profiles.
///
/// Type and role can be edited, but nothing in the model changes by it: setData() only says what
/// the person chose, and the audits run again with it.
class ColumnsModel : public TableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        Type,
        RoleOf,
        Missing,
        Distinct,
        Distribution,
        Top,
        Min,
        Median,
        Mean,
        Max,
        ColumnCount
    };

    explicit ColumnsModel(QObject* parent = nullptr);

    /// Where only the review is another one, rows stay what they are.
    void setDataset(OpenDatasetPtr dataset);
    const OpenDatasetPtr& dataset() const { return m_dataset; }
    /// Valid for as long as the dataset.
    const counts::ColumnDescription& column(int row) const;
    /// The row of a column's name, or -1.
    int find(const std::string& name) const;

    /// What a column can be taken for, as reports name it. The first is "": the program decides.
    static QStringList typeChoices();
    /// What part a column can play. The first is "": none.
    static QStringList roleChoices();

    int rowCount(const QModelIndex& parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void typeEdited(const std::string& column, const std::string& type);
    void roleEdited(const std::string& column, const std::string& role);

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    QString display(const counts::ColumnDescription& column, int which) const;
    QVariant sortValue(const counts::ColumnDescription& column, int row, int which) const;
    QString editValue(const counts::ColumnDescription& column, int which) const;
    QString toolTipOf(const counts::ColumnDescription& column, int which) const;

    OpenDatasetPtr m_dataset;
};

} // namespace cupel::ui
