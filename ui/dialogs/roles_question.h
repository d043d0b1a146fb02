#pragma once

#include <QWidget>
#include <string>

#include "core/audits/roles.h"
#include "core/counts/count_source.h"

class QComboBox;
class QListWidget;

namespace cupel::ui {

class FindingBox;
class MoreRoles;

/// The one question at opening: what is the label, which value of it is the good outcome, who are
/// the groups, and what is the data to be used for? Everything may stay open. What else was said
/// before, and what the data suggest, is there to be ticked.
class RolesQuestion : public QWidget {
    Q_OBJECT

public:
    /// How much of the file is known.
    enum class Known { FirstRows, AllRows };

    explicit RolesQuestion(QWidget* parent = nullptr);

    /// Ask about these columns, with what was said before. Where that names no column, label and
    /// groups are guessed.
    void setColumns(const counts::Description& description, const audits::Roles& said, Known known);
    /// The file is read in another way: what was said or chosen goes with its column, what was
    /// guessed is guessed again.
    void changeColumns(const counts::Description& description, Known known);
    /// Take what is typed and not left yet. False, once, where that is not the name of a column or
    /// value, and something else is chosen.
    bool settle();
    /// What was said and chosen.
    audits::Roles roles() const;
    /// Have a column read as a type, or as what its cells are where that is empty.
    void setType(const std::string& column, const std::string& type);
    void setMissing(const std::string& column, const std::vector<std::string>& tokens);

Q_SIGNALS:
    /// Something besides label, good outcome, groups and use.
    void moreChanged();

private:
    void ask(const audits::Roles& said);
    void fillLabels(const audits::Roles& roles);
    void fillValues(const std::string& chosen);
    void fillGroups(const audits::Roles& roles);
    void showLines(const audits::Roles& roles);
    void takeLabel();
    void takeValue(const QString& text);
    void addValue(const std::string& value);
    audits::Roles chosen() const;

    counts::Description m_description;
    Known m_known = Known::FirstRows;
    bool m_isLabelGuessed = false;
    bool m_areGroupsGuessed = false;
    bool m_isFilling = false;
    FindingBox* m_label;
    FindingBox* m_favourable;
    QListWidget* m_groups;
    QComboBox* m_use;
    MoreRoles* m_more;
};

} // namespace cupel::ui
