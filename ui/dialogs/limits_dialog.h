#pragma once

#include <QDialog>
#include <string>
#include <vector>

#include "core/findings/run_settings.h"

class QComboBox;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace cupel::ui {

class LimitsModel;
class PlainLabel;
class TextFilter;

/// What an audit is judged by, setting by setting, and what a person wants in its place. What is
/// written is checked at once; nothing is audited before the dialog is accepted.
class LimitsDialog : public QDialog {
    Q_OBJECT

public:
    /// `policy`: of the last audit.
    explicit LimitsDialog(const findings::Policy& policy, QWidget* parent = nullptr);

    /// Lead to the limit of a rule; an empty one or one that is not known: stay.
    void showRule(const std::string& rule);
    /// What was chosen for the whole run. Valid once the dialog was accepted.
    std::vector<findings::FlagSetting> flags() const;

private:
    void addList(const findings::Policy& policy, QVBoxLayout& column);
    QWidget* details();
    void addButtons(QVBoxLayout& column);
    int currentRow() const;
    void select(int row);
    void showSetting();
    void showValue();
    void showState();

    LimitsModel* m_model;
    TextFilter* m_filter;
    QLineEdit* m_search;
    QTableView* m_table;
    PlainLabel* m_title;
    PlainLabel* m_meaning;
    PlainLabel* m_usual;
    QStackedWidget* m_editors;
    QLineEdit* m_number;
    QComboBox* m_choice;
    PlainLabel* m_unit;
    PlainLabel* m_fault;
    QPushButton* m_reset;
    QPushButton* m_resetAll = nullptr;
    QPushButton* m_accept = nullptr;
    PlainLabel* m_state;
    std::vector<findings::FlagSetting> m_before;
};

} // namespace cupel::ui
