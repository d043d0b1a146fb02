#include <QUndoCommand>
#include <utility>

#include "ui/jobs/workspace.h"

namespace cupel::ui {

/// A choice of roles and types. Undo audits with those that stood before.
class RolesCommand : public QUndoCommand {
public:
    RolesCommand(Workspace& workspace, audits::Roles before, audits::Roles after)
        : QUndoCommand(Workspace::tr("choose roles"))
        , m_workspace(workspace)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void redo() override { m_workspace.auditWith(m_after); }
    void undo() override { m_workspace.auditWith(m_before); }

private:
    Workspace& m_workspace;
    audits::Roles m_before;
    audits::Roles m_after;
};

void Workspace::chooseRoles(const audits::Roles& roles)
{
    if (m_dataset)
        m_undo.push(new RolesCommand(*this, this->roles(), roles));
}

} // namespace cupel::ui
