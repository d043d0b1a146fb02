#pragma once

#include <QAbstractTableModel>
#include <map>
#include <memory>
#include <string>
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
    /// Types that somebody chose, by column.
    void setTypes(const std::map<std::string, std::string>& types);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const readers::CsvPreview> m_preview;
    std::vector<table::Row> m_rows;
    std::map<std::string, std::string> m_types;
};

} // namespace cupel::ui
