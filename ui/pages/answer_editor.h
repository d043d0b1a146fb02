#pragma once

#include <QWidget>

#include "core/reports/page.h"

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace cupel::ui {

class AnswerText;
class PlainLabel;
class ToneMark;

/// What a person writes in the place where it will stand: fields, what they count as, and the
/// choice to keep them (Ctrl+Enter) or to leave (Esc).
class AnswerEditor : public QWidget {
    Q_OBJECT

public:
    /// Whether what is written can be kept now.
    bool canKeep() const;
    /// Whether the person wrote something that would be lost with the editor.
    bool isTouched() const { return m_isTouched; }

Q_SIGNALS:
    void kept();
    void left();

protected:
    explicit AnswerEditor(QWidget* parent);

    /// Room for the fields.
    QVBoxLayout& column() { return *m_column; }
    enum class Keeping { Possible, Impossible };
    void touch() { m_isTouched = true; }
    /// Touched when what stands in this field becomes another text.
    void watch(const AnswerText& text);
    /// Say what counts now; `word` stands in bold before the words.
    void setState(reports::Tone tone, const QString& word, const QString& words, Keeping keeping);

private:
    void keep();

    QVBoxLayout* m_column;
    ToneMark* m_mark;
    PlainLabel* m_words;
    QPushButton* m_keep;
    bool m_isTouched = false;
};

/// A button that Enter presses as well as Space.
QPushButton* answerButton(const QString& text, const QString& accessibleName);

} // namespace cupel::ui
