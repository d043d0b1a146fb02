#pragma once

#include <vector>

#include "core/pipeline/history_words.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// What happened to a dataset, the newest first.
class HistoryModel : public TableModel {
    Q_OBJECT

public:
    enum Column { When, Who, What, Details };

    explicit HistoryModel(QObject* parent = nullptr);

    void setEntries(std::vector<pipeline::HistoryEntry> entries);
    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    std::vector<pipeline::HistoryEntry> m_entries;
};

} // namespace cupel::ui
