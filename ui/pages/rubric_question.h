#pragma once

#include <QPointer>

#include "ui/pages/answer_card.h"
#include "ui/pages/rubric_editor.h"

namespace cupel::ui {

/// One question of a rubric with its answer, the evidence, and who stands behind it.
class RubricQuestion : public AnswerCard {
    Q_OBJECT

public:
    RubricQuestion(RubricContext context, AskedQuestion asked, QWidget* parent = nullptr);

    const std::string& target() const { return m_asked.target; }

    void edit() override;
    void edit(const RubricDraft& draft);
    /// Keep the suggestion as the person's answer; nothing where there is none.
    void confirm();
    /// Open the editor to say what is wrong with the suggestion; nothing where there is none.
    void dispute();
    RubricEditor* editor() const { return m_editor; }

Q_SIGNALS:
    void answered(const cupel::pipeline::RubricAnswer& answer);
    void confirmed(const cupel::pipeline::RubricAnswer& answer);

private:
    void addHead();
    void addAnswer();
    void addPerson();
    void addButtons();
    void keep() override;
    void closed() override { m_editor = nullptr; }
    bool isSuggestion() const;
    const pipeline::Said<pipeline::RubricAnswer>* said() const;

    RubricContext m_context;
    AskedQuestion m_asked;
    QPointer<RubricEditor> m_editor; ///< null: closed
};

} // namespace cupel::ui
