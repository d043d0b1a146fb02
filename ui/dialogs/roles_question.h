#pragma once

#include <QWidget>

#include "core/audits/roles.h"
#include "core/counts/count_source.h"

class QComboBox;
class QListWidget;

namespace cupel::ui {

/// The one question at opening: what is the label, which value of it is the good outcome, who are
/// the groups, and what is the data to be used for? Everything may stay open.
class RolesQuestion : public QWidget {
    Q_OBJECT

public:
    explicit RolesQuestion(QWidget* parent = nullptr);

    /// Ask about these columns, with an answer to begin with.
    void setColumns(const counts::Description& description, const audits::Roles& roles);
    /// The roles of setColumns() with what was chosen.
    audits::Roles roles() const;

private:
    void fillLabels(const audits::Roles& roles);
    void fillValues();
    void fillGroups(const audits::Roles& roles);

    counts::Description m_description;
    audits::Roles m_given;
    QComboBox* m_label;
    QComboBox* m_favourable;
    QListWidget* m_groups;
    QComboBox* m_use;
};

} // namespace cupel::ui
