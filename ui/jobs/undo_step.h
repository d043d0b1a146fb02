#pragma once

#include <QUndoCommand>
#include <memory>

namespace cupel::ui {

class Workspace;

/// An entry of the undo menu. What it does is done by workers, and known later: until then it
/// stands where it will stand once that is done, and is moved or taken out if it fails.
class UndoStep : public QUndoCommand {
public:
    UndoStep(const QString& words, Workspace& workspace)
        : QUndoCommand(words)
        , m_workspace(workspace)
    {
    }

    void redo() final;
    void undo() final;

    /// It never came to be, or cannot be taken back any more.
    bool isVoid() const { return *m_isVoid; }
    void makeVoid() { *m_isVoid = true; }

protected:
    virtual void doIt() = 0;
    virtual void takeItBack() = 0;
    Workspace& workspace() const { return m_workspace; }
    /// True makes it void, if it is still there.
    std::shared_ptr<bool> voidMark() const { return m_isVoid; }

private:
    Workspace& m_workspace;
    std::shared_ptr<bool> m_isVoid = std::make_shared<bool>(false);
};

} // namespace cupel::ui
