#include "ui/jobs/undo_step.h"
#include "ui/jobs/workspace.h"

namespace cupel::ui {

void UndoStep::redo()
{
    if (!m_workspace.m_isSettlingUndo)
        doIt();
}

void UndoStep::undo()
{
    if (!m_workspace.m_isSettlingUndo)
        takeItBack();
    else if (isVoid())
        setObsolete(true); // the stack deletes it
}

UndoStep& Workspace::undoStep(int place) const
{
    // Nothing but steps is pushed; the stack gives them away unchangeable.
    return const_cast<UndoStep&>(static_cast<const UndoStep&>(*m_undo.command(place)));
}

/// Take the steps that are void out of the undo menu, and let those before `place` be the ones that
/// are done. No step does anything.
void Workspace::settleUndo(int place)
{
    m_isSettlingUndo = true;
    const auto moveTo = [this](int index) {
        while (m_undo.index() > index)
            m_undo.undo();
        while (m_undo.index() < index)
            m_undo.redo();
    };
    for (int i = m_undo.count() - 1; i >= 0; --i) {
        if (!undoStep(i).isVoid())
            continue;
        moveTo(i + 1);
        m_undo.undo();
        place -= i < place ? 1 : 0;
    }
    moveTo(place);
    m_isSettlingUndo = false;
}

} // namespace cupel::ui
