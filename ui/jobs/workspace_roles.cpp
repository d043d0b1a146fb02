#include <utility>

#include "core/pipeline/roles_state.h"
#include "ui/jobs/undo_step.h"
#include "ui/jobs/workspace.h"

namespace cupel::ui {

/// A choice of roles and types. Undo audits with those that stood before.
class RolesStep : public UndoStep {
public:
    RolesStep(Workspace& workspace, audits::Roles before, audits::Roles after)
        : UndoStep(Workspace::tr("choose roles"), workspace)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    /// Whether the open dataset was audited so, and not taken back since.
    bool isDone() const { return m_isDone; }
    /// Whether it was done at any time.
    bool wasDone() const { return m_wasDone; }
    void setDone(bool isDone)
    {
        m_isDone = isDone;
        m_wasDone = m_wasDone || isDone;
    }

protected:
    void doIt() override
    {
        if (m_wasDone)
            workspace().auditBecauseOf(Workspace::tr("Redo"), m_after);
        else
            workspace().auditWith(m_after);
    }
    void takeItBack() override { workspace().auditBecauseOf(Workspace::tr("Undo"), m_before); }

private:
    audits::Roles m_before;
    audits::Roles m_after;
    bool m_isDone = false;
    bool m_wasDone = false;
};

void Workspace::chooseRoles(const audits::Roles& roles)
{
    if (!m_dataset)
        return;
    if (pipeline::areSameRoles(roles, this->roles()))
        auditWith(roles);
    else
        m_undo.push(new RolesStep(*this, this->roles(), roles));
}

/// Audit with the roles of an undo or a redo, unless that would end the opening of another dataset,
/// to which they do not belong.
void Workspace::auditBecauseOf(const QString& what, const audits::Roles& roles)
{
    if (!m_run || m_isAudit) {
        auditWith(roles);
        return;
    }
    Q_EMIT failed(what,
        base::usageError("roles stay as they are while another dataset is being opened",
            "wait until it is open, or stop that first"));
    // The stack is in the middle of a step.
    QMetaObject::invokeMethod(this, &Workspace::settleRoles, Qt::QueuedConnection);
}

/// The open dataset was audited as the undo menu says.
void Workspace::noteRoles()
{
    for (int i = 0; i < m_undo.count(); ++i) {
        if (auto* const step = dynamic_cast<RolesStep*>(&undoStep(i)))
            step->setDone(i < m_undo.index());
    }
}

/// The open dataset stays as it was audited last: let the undo menu say so.
void Workspace::settleRoles()
{
    if (m_run && m_isAudit)
        return; // an audit is about to make it true, or not
    int place = m_undo.index();
    for (int i = place - 1; i >= 0; --i) {
        auto* const step = dynamic_cast<RolesStep*>(&undoStep(i));
        if (!step || step->isDone())
            continue;
        // What was redone can be redone still, where nothing was done since.
        if (step->wasDone() && i == place - 1)
            place = i;
        else
            step->makeVoid();
    }
    for (int i = place; i < m_undo.count(); ++i) {
        auto* const step = dynamic_cast<RolesStep*>(&undoStep(i));
        if (!step || !step->isDone())
            continue;
        if (i == place)
            ++place;
        else
            step->makeVoid();
    }
    settleUndo(place);
}

} // namespace cupel::ui
