#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/pipeline/history_words.h"
#include "ui/pages/page.h"

class QStackedWidget;
class QTableView;

namespace cupel::ui {

class EmptyState;
class HistoryModel;
class PlainLabel;

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

    /// The newest first.
    void setEntries(std::vector<pipeline::HistoryEntry> entries);
    /// It could not be read. What is shown stays.
    void setUnread(const base::Error& error);

Q_SIGNALS:
    void entriesWanted();

private:
    void showState();
    void showDetails();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    HistoryModel* m_model;
    QTableView* m_table;
    PlainLabel* m_details; ///< of the current entry, whole
    enum class State { NoDataset, Reading, Unread, Read };
    State m_state = State::NoDataset;
    QString m_why; ///< it could not be read
    std::string m_name;
};

} // namespace cupel::ui
