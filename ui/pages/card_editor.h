#pragma once

#include <QString>

#include "ui/jobs/open_dataset.h"
#include "ui/pages/answer_editor.h"

namespace cupel::card {
struct Field;
}

namespace cupel::ui {

class AnswerText;

/// An answer that a person is writing.
struct CardDraft {
    QString text;
    int cursor = -1; ///< -1: at the end
    bool hasFocus = true;
    bool isTouched = false; ///< was not kept
};

/// Answers one field of a Data Card: what is asked, the choices there are, the text, what it counts
/// as, and how complete the card would be.
class CardEditor : public AnswerEditor {
    Q_OBJECT

public:
    /// `field`: its place in the model.
    CardEditor(OpenDatasetPtr dataset, std::size_t field, const CardDraft& draft,
        QWidget* parent = nullptr);

    CardDraft draft() const;
    /// What would be kept.
    std::string answer() const;
    /// Put what somebody else says into the field.
    void use(const QString& text);
    /// Give the focus to the text.
    void takeFocus();

private:
    void addHelp();
    void addChoices(const std::string& list, bool areMany);
    void choose(const QString& choice, bool areMany);
    void showState();
    QString completenessWords() const;

    OpenDatasetPtr m_dataset;
    const card::Field& m_field;
    AnswerText* m_text;
};

} // namespace cupel::ui
