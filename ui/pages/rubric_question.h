#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/pages/rubric_editor.h"

class QHBoxLayout;
class QVBoxLayout;

namespace cupel::ui {

class HeadingLabel;

/// One question of a rubric with its answer, the evidence, and who stands behind it, and below them
/// what the person says of it. Enter on its heading opens that.
class RubricQuestion : public QWidget {
    Q_OBJECT

public:
    RubricQuestion(RubricContext context, AskedQuestion asked, QWidget* parent = nullptr);

    const std::string& target() const { return m_asked.target; }
    HeadingLabel* heading() const { return m_heading; }

    /// Open the editor with what stands there; nothing where nobody can answer.
    void edit();
    void edit(const RubricDraft& draft);
    /// Keep the suggestion as the person's answer; nothing where there is none.
    void confirm();
    /// Open the editor to say what is wrong with the suggestion; nothing where there is none.
    void dispute();
    RubricEditor* editor() const { return m_editor; }
    /// Close the editor and go back to the heading.
    void leave();

Q_SIGNALS:
    void edited(); ///< the editor is open
    void answered(const cupel::pipeline::RubricAnswer& answer);
    void confirmed(const cupel::pipeline::RubricAnswer& answer);
    void takenBack();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addHead();
    void addAnswer();
    void addPerson();
    void addActions();
    void addTakeBack(QHBoxLayout& row);
    void keep();
    bool isSuggestion() const;
    const pipeline::Said<pipeline::RubricAnswer>* said() const;

    RubricContext m_context;
    AskedQuestion m_asked;
    HeadingLabel* m_heading = nullptr;
    QVBoxLayout* m_column;
    QWidget* m_actions = nullptr;
    QPointer<RubricEditor> m_editor; ///< null: closed
};

} // namespace cupel::ui
