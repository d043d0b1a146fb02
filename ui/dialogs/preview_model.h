#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "core/readers/csv_preview.h"

namespace cupel::ui {

/// The first rows of a file as they would be read, with the types of the columns so far.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr std::uint64_t kMostRows = 200;
    static constexpr int kMostColumns = 200;

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(std::shared_ptr<const readers::CsvPreview> preview);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const readers::CsvPreview> m_preview;
    std::vector<table::Row> m_rows;
};

} // namespace cupel::ui
