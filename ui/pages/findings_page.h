#pragma once

#include <map>
#include <string>

#include "ui/models/findings_filter.h"
#include "ui/models/findings_model.h"
#include "ui/pages/page.h"

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace cupel::ui {

class EmptyState;
class FindingInspector;
class FlowLayout;
class PlainLabel;

/// What is wrong with the dataset, or has to be decided about it?
class FindingsPage : public Page {
    Q_OBJECT

public:
    explicit FindingsPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Findings; }
    QString title() const override;
    void setDataset(const OpenDatasetPtr& dataset) override;
    /// `item` is the id of a finding.
    void reveal(const Target& target) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeFilters();
    QWidget* makeList();
    void fillFilters();
    void fillToggles();
    void applyToggles();
    void clearFilters();
    void showState();
    void showCurrent();
    void follow(const QModelIndex& index);
    void select(int row);
    std::string currentId() const;

    FindingsModel* m_model;
    FindingsFilter* m_filter;
    QLineEdit* m_text;
    QComboBox* m_area;
    FlowLayout* m_toggleRow = nullptr;
    std::map<FindingsModel::Class, QToolButton*> m_toggles;
    PlainLabel* m_count;
    QTableView* m_table;
    EmptyState* m_noMatch;
    EmptyState* m_empty;
    QStackedWidget* m_list = nullptr; ///< the table, or that nothing matches
    QStackedWidget* m_states = nullptr; ///< nothing to show, or findings
    FindingInspector* m_inspector;
};

} // namespace cupel::ui
