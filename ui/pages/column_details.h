#pragma once

#include <QScrollArea>
#include <optional>

#include "ui/jobs/open_dataset.h"
#include "ui/models/top_values_model.h"
#include "ui/pages/target.h"

class QPushButton;
class QTableView;
class QVBoxLayout;

namespace cupel::ui {

class PlainLabel;
class ProfileHistogram;

/// What is said of a column, valid for as long as the dataset; null: nothing.
const pipeline::Said<pipeline::Comment>* commentOn(
    const OpenDataset& dataset, const counts::ColumnDescription& column);

/// All that is known of one column: why it has its type, quantiles, histogram, most frequent
/// values. A value leads to the rows that hold it.
class ColumnDetails : public QScrollArea {
    Q_OBJECT

public:
    explicit ColumnDetails(QWidget* parent = nullptr);

    /// Show a column of the dataset; null: none is chosen.
    void setColumn(const OpenDatasetPtr& dataset, const counts::ColumnDescription* column);

Q_SIGNALS:
    void followed(const cupel::ui::Target& target);
    /// The person wants to comment on the column.
    void commentAsked();

private:
    void makeValues();
    void fillComment();
    void fillHistogram();
    void fillValues();
    void followValue(const QModelIndex& index);
    void followBin(double low, std::optional<double> high);
    void followRows(const counts::Filter& filter);

    OpenDatasetPtr m_dataset;
    const counts::ColumnDescription* m_column = nullptr;
    PlainLabel* m_name;
    PlainLabel* m_type;
    PlainLabel* m_commentHead;
    PlainLabel* m_commentText;
    QPushButton* m_comment;
    QVBoxLayout* m_facts; ///< holds what is known, made anew for each column
    ProfileHistogram* m_histogram;
    PlainLabel* m_bin;
    PlainLabel* m_valuesTitle;
    TopValuesModel* m_values;
    QTableView* m_table;
    QPushButton* m_missing;
};

} // namespace cupel::ui
