#pragma once

#include <vector>

#include "core/catalog/records.h"
#include "ui/pages/page.h"

class QStackedWidget;
class QTableView;

namespace cupel::ui {

class EmptyState;
class HistoryModel;

/// "What happened to the dataset?" The catalog knows; the window hands it in.
class HistoryPage : public Page {
    Q_OBJECT

public:
    explicit HistoryPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::History; }
    QString title() const override { return tr("History"); }
    /// Takes away the history of another dataset.
    void setDataset(const OpenDatasetPtr& dataset) override;
    void reveal(const Target& target) override;

    /// Events in their order, and what is known of the versions and runs that they name.
    void setHistory(const std::vector<catalog::Event>& events,
        const std::vector<catalog::Version>& versions,
        const std::vector<catalog::StoredRun>& runs = {});

private:
    void showState();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    HistoryModel* m_model;
    QTableView* m_table;
    bool m_isOpen = false;
    std::string m_name;
};

} // namespace cupel::ui
