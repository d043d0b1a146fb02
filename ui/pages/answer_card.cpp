#include "ui/pages/answer_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/pages/answer_editor.h"
#include "ui/pages/card_frame.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/review_words.h"
#include "ui/pages/tab_order.h"

namespace cupel::ui {

AnswerCard::AnswerCard(OpenDatasetPtr dataset, reports::Tone frame, QWidget* parent)
    : QWidget(parent)
    , m_dataset(std::move(dataset))
{
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* const card = new CardFrame(frame, this);
    whole->addWidget(card);
    m_column = card->column();
}

QHBoxLayout* AnswerCard::addHeading(const QString& text, const QString& state)
{
    auto* const line = new QHBoxLayout;
    line->setSpacing(14);
    m_heading = new HeadingLabel(text, 4);
    m_heading->setContentsMargins(0, 0, 0, 0);
    m_heading->setAccessibleName(text + QStringLiteral(": ") + state);
    line->addWidget(m_heading, 1);
    m_column->addLayout(line);
    return line;
}

QHBoxLayout* AnswerCard::addActions()
{
    m_actions = new QWidget;
    auto* const row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_actions);
    return row;
}

void AnswerCard::addAnswerButton(QHBoxLayout& row, bool isSaid)
{
    const QString title = m_heading->text();
    auto* const answer = isSaid ? answerButton(tr("Edit…"), tr("Edit your answer: %1").arg(title))
                                : answerButton(tr("Answer…"), tr("Answer: %1").arg(title));
    connect(answer, &QPushButton::clicked, this, [this] { edit(); });
    row.addWidget(answer);
    allowReview(*answer, *m_dataset, tr("Write an answer (E)"));
}

void AnswerCard::addTakeBackButton(QHBoxLayout& row, const QString& toolTip)
{
    auto* const back
        = answerButton(tr("Take back"), tr("Take your answer back: %1").arg(m_heading->text()));
    connect(back, &QPushButton::clicked, this, [this] {
        m_heading->setFocus(Qt::OtherFocusReason);
        Q_EMIT takenBack();
    });
    row.addWidget(back);
    allowReview(*back, *m_dataset, toolTip);
}

void AnswerCard::open(AnswerEditor* editor)
{
    m_actions->hide();
    m_editor = editor;
    connect(editor, &AnswerEditor::kept, this, [this] { keep(); });
    connect(editor, &AnswerEditor::left, this, &AnswerCard::leave);
    m_column->addWidget(editor);
    editor->show();
    tabAsLaidOut(*this);
}

void AnswerCard::leave()
{
    if (!m_editor)
        return;
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    closed();
    m_actions->show();
    m_heading->setFocus(Qt::OtherFocusReason);
}

void AnswerCard::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && m_heading->hasFocus())
        edit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace cupel::ui
