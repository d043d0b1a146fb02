#include "ui/pages/answer_editor.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/pages/answer_text.h"
#include "ui/pages/tone_mark.h"
#include "ui/theme/plain_label.h"

namespace cupel::ui {

QPushButton* answerButton(const QString& text, const QString& accessibleName)
{
    auto* const button = new QPushButton(text);
    button->setAutoDefault(true); // Enter presses it
    button->setAccessibleName(accessibleName);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

AnswerEditor::AnswerEditor(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_mark(new ToneMark(reports::Tone::Plain))
    , m_words(new PlainLabel)
    , m_keep(answerButton(tr("Keep"), tr("Keep the answer")))
{
    m_column->setSpacing(6);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 6, 0, 0);
    whole->setSpacing(8);
    whole->addLayout(m_column);
    auto* const state = new QHBoxLayout;
    state->setSpacing(10);
    state->addWidget(m_mark, 0, Qt::AlignTop);
    state->addWidget(m_words, 1);
    whole->addLayout(state);
    auto* const leave = answerButton(tr("Leave"), tr("Leave without keeping"));
    auto* const row = new QHBoxLayout;
    row->addWidget(m_keep);
    row->addWidget(leave);
    auto* const keys = new PlainLabel(tr("Ctrl+Enter keeps, Esc leaves"), PlainLabel::Look::Small);
    row->addWidget(keys, 1);
    whole->addLayout(row);
    connect(m_keep, &QPushButton::clicked, this, &AnswerEditor::keep);
    connect(leave, &QPushButton::clicked, this, &AnswerEditor::left);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* const shortcut = new QShortcut(
            QKeySequence(Qt::CTRL | key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &AnswerEditor::keep);
    }
    auto* const escape = new QShortcut(
        QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &AnswerEditor::left);
}

bool AnswerEditor::canKeep() const
{
    return m_keep->isEnabled();
}

void AnswerEditor::setState(
    reports::Tone tone, const QString& word, const QString& words, Keeping keeping)
{
    m_mark->setTone(tone, word);
    m_mark->setVisible(!word.isEmpty());
    m_words->setText(words);
    m_keep->setEnabled(keeping == Keeping::Possible);
}

void AnswerEditor::watch(const AnswerText& text)
{
    // Another font is told as a change as well.
    connect(&text, &QPlainTextEdit::textChanged, this, [this, &text, before = text.toPlainText()] {
        if (text.toPlainText() != before)
            touch();
    });
}

void AnswerEditor::keep()
{
    if (canKeep())
        Q_EMIT kept();
}

} // namespace cupel::ui
