#pragma once

#include <QWidget>
#include <vector>

#include "ui/dialogs/role_lines.h"

class QListWidget;
class QToolButton;

namespace cupel::ui {

/// What else roles say and the data suggest: a line each, with a box to tick. Folded behind how
/// many there are, and open where the roles say something.
class MoreRoles : public QWidget {
    Q_OBJECT

public:
    explicit MoreRoles(QWidget* parent = nullptr);

    void setLines(std::vector<RoleLine> lines);
    /// Have roles say what is ticked.
    void applyTo(audits::Roles& roles) const;

Q_SIGNALS:
    /// A person ticked something, or took it back.
    void changed();

private:
    void showCounts();

    std::vector<RoleLine> m_lines;
    QToolButton* m_head;
    QListWidget* m_list;
};

} // namespace cupel::ui
