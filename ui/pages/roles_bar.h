#pragma once

#include <QWidget>
#include <set>
#include <string>
#include <vector>

#include "core/audits/roles.h"
#include "ui/jobs/open_dataset.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QStringListModel;

namespace cupel::ui {

class CheckButton;
class PlainLabel;

/// Which column is the label, which value of it is good, who the groups are, and what predicts: a
/// draft of the roles, that the person asks to audit with.
class RolesBar : public QWidget {
    Q_OBJECT

public:
    explicit RolesBar(QWidget* parent = nullptr);

    /// Begin again with the roles of a dataset, which is not null.
    void setDataset(const OpenDatasetPtr& dataset);
    const audits::Roles& roles() const { return m_roles; }
    /// Why the roles cannot be audited with; empty: they can.
    QString fault() const;
    /// Whether they differ from those that the figures are of.
    bool isChanged() const;

    QComboBox& label() { return *m_label; }
    QComboBox& favourable() { return *m_favourable; }
    CheckButton& groups() { return *m_groups; }
    CheckButton& subgroups() { return *m_subgroups; }
    QComboBox& prediction() { return *m_prediction; }
    QComboBox& score() { return *m_score; }
    QLineEdit& threshold() { return *m_threshold; }
    QPushButton& again() { return *m_again; }
    /// Of a chosen group, in the order of the roles.
    QComboBox* reference(std::size_t group) const;
    QLineEdit* edges(std::size_t group) const; ///< null where the column holds no numbers

Q_SIGNALS:
    /// The person wants the audits to run again with these.
    void rolesChosen(const cupel::audits::Roles& roles);

private:
    struct GroupFields {
        QComboBox* reference = nullptr;
        QLineEdit* edges = nullptr;
    };

    void makeFields();
    void takeLabel(int index);
    void takeFavourable();
    void takeGroups();
    void takeSubgroups();
    void takePrediction(int index);
    void takeScore(int index);
    void takeThreshold();
    void takeReference(std::size_t group, int index);
    void takeEdges(std::size_t group);
    void showRoles();
    void showGroupNames();
    void showFavourable();
    void showGroups();
    void showSubgroups();
    void fillReference(std::size_t group);
    void settle();
    const counts::ColumnDescription* column(const std::string& name) const;
    int indexOf(const std::string& name) const; ///< in a list of columns after "none"

    OpenDatasetPtr m_dataset;
    audits::Roles m_roles;
    bool m_isThresholdFaulty = false; ///< it is no number
    std::set<std::size_t> m_edgeFaults; ///< groups whose edges do not read
    std::vector<std::string> m_groupNames; ///< that can be ticked
    std::vector<std::vector<std::string>> m_pairs; ///< that can be crossed
    bool m_isShowing = false; ///< changes come from the roles, not from the person

    QStringListModel* m_columns;
    QComboBox* m_label;
    QComboBox* m_favourable;
    CheckButton* m_groups;
    CheckButton* m_subgroups;
    QComboBox* m_prediction;
    QComboBox* m_score;
    QLineEdit* m_threshold;
    QPushButton* m_again;
    PlainLabel* m_hint;
    QWidget* m_groupRow;
    std::vector<GroupFields> m_groupFields;
};

} // namespace cupel::ui
