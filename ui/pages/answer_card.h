#pragma once

#include <QPointer>
#include <QWidget>

#include "core/reports/page.h"
#include "ui/jobs/open_dataset.h"

class QHBoxLayout;
class QVBoxLayout;

namespace cupel::ui {

class AnswerEditor;
class HeadingLabel;

/// Something that is asked, with what stands there, and below it the answer that the person writes.
/// Enter on its heading opens the editor of that.
class AnswerCard : public QWidget {
    Q_OBJECT

public:
    HeadingLabel* heading() const { return m_heading; }
    /// Open the editor with what stands there; nothing where nobody can answer.
    virtual void edit() = 0;
    /// Close the editor and go back to the heading.
    void leave();

Q_SIGNALS:
    void edited(); ///< the editor is open
    void takenBack();

protected:
    /// `frame` is the tone of the card, whose heading comes first.
    AnswerCard(OpenDatasetPtr dataset, reports::Tone frame, QWidget* parent);

    const OpenDataset& opened() const { return *m_dataset; }
    const OpenDatasetPtr& openedPtr() const { return m_dataset; }
    QVBoxLayout& column() { return *m_column; }
    /// The line of the heading, for what stands to its right.
    QHBoxLayout* addHeading(const QString& text, const QString& state);
    /// The row of buttons that stands there while no editor does; buttons are added before its end.
    QHBoxLayout* addActions();
    void addAnswerButton(QHBoxLayout& row, bool isSaid);
    void addTakeBackButton(QHBoxLayout& row, const QString& toolTip);

    bool canOpen() const { return !m_editor && m_dataset->canReview; }
    /// Put an editor in the place of the actions.
    void open(AnswerEditor* editor);
    /// What the person wrote is to be kept.
    virtual void keep() = 0;
    /// The editor was closed.
    virtual void closed() { }

    void keyPressEvent(QKeyEvent* event) override;

private:
    OpenDatasetPtr m_dataset;
    QVBoxLayout* m_column;
    HeadingLabel* m_heading = nullptr;
    QWidget* m_actions = nullptr;
    QPointer<AnswerEditor> m_editor; ///< null: closed
};

} // namespace cupel::ui
