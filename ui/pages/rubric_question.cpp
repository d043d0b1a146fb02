#include "ui/pages/rubric_question.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "core/reports/page.h"
#include "ui/pages/card_frame.h"
#include "ui/pages/facts_grid.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/person_mark.h"
#include "ui/pages/review_words.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tone_mark.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

reports::Tone toneOfStatus(rubric::Status status)
{
    switch (status) {
    case rubric::Status::Confirmed:
        return reports::Tone::Good;
    case rubric::Status::Suggested:
        return reports::Tone::Note;
    case rubric::Status::Disputed:
        return reports::Tone::Warning;
    case rubric::Status::Unanswered:
        break;
    }
    return reports::Tone::Question;
}

} // namespace

RubricQuestion::RubricQuestion(RubricContext context, AskedQuestion asked, QWidget* parent)
    : QWidget(parent)
    , m_context(std::move(context))
    , m_asked(std::move(asked))
{
    const rubric::Status status = m_asked.question.answer->status;
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    const bool isQuiet
        = status == rubric::Status::Unanswered || status == rubric::Status::Confirmed;
    auto* const frame = new CardFrame(isQuiet ? reports::Tone::Plain : toneOfStatus(status), this);
    whole->addWidget(frame);
    m_column = frame->column();
    addHead();
    addAnswer();
    addPerson();
    addActions();
}

const pipeline::Said<pipeline::RubricAnswer>* RubricQuestion::said() const
{
    const auto& answers = m_context.dataset->review->rubricAnswers;
    const auto found = answers.find(m_asked.target);
    return found == answers.end() ? nullptr : &found->second;
}

bool RubricQuestion::isSuggestion() const
{
    return m_asked.question.answer->status == rubric::Status::Suggested;
}

void RubricQuestion::addHead()
{
    const rubric::Status its = m_asked.question.answer->status;
    const QString status = shown(rubric::statusName(its));
    auto* const line = new QHBoxLayout;
    line->setSpacing(14);
    m_heading = new HeadingLabel(shownShort(base::DataText::document(m_asked.question.title)), 4);
    m_heading->setContentsMargins(0, 0, 0, 0);
    m_heading->setAccessibleName(m_heading->text() + QStringLiteral(": ") + status);
    line->addWidget(m_heading, 1);
    line->addWidget(new ToneMark(toneOfStatus(its), status), 0, Qt::AlignTop);
    m_column->addLayout(line);
    if (!m_asked.question.meaning.empty())
        m_column->addWidget(
            new PlainLabel(shown(m_asked.question.meaning), PlainLabel::Look::Small));
}

void RubricQuestion::addAnswer()
{
    const rubric::Answer& answer = *m_asked.question.answer;
    std::vector<reports::KeyValues::Row> facts;
    const auto add = [&facts](const QString& name, const std::string& text) {
        if (!text.empty())
            facts.push_back({name.toStdString(), {base::DataText::document(text)}, false});
    };
    if (answer.status != rubric::Status::Unanswered)
        add(tr("Answer"), m_asked.question.value);
    add(tr("Evidence"), answer.reference);
    add(tr("Reasoning"), answer.reasoning);
    if (!facts.empty())
        m_column->addWidget(new FactsGrid(facts));
}

void RubricQuestion::addPerson()
{
    if (!said())
        return;
    const QString who = saidWords(said()->who, said()->at);
    const rubric::Status status = m_asked.question.answer->status;
    m_column->addWidget(
        new PersonMark(status == rubric::Status::Unanswered ? tr("Cannot tell: %1").arg(who)
                : status == rubric::Status::Disputed        ? tr("Disputed by %1").arg(who)
                                                            : tr("Answered by %1").arg(who)));
    const rubric::Question& suggestion = m_asked.suggestion;
    const bool isSame
        = status == rubric::Status::Confirmed && suggestion.value == m_asked.question.value;
    if (suggestion.answer->status != rubric::Status::Suggested || isSame)
        return;
    const QString value = shownShort(base::DataText::document(suggestion.value));
    const QString evidence = shownShort(base::DataText::document(suggestion.answer->reference));
    m_column->addWidget(new PlainLabel(evidence.isEmpty()
            ? tr("Suggested: ") + value
            : tr("Suggested: ") + value + QStringLiteral(" (") + evidence + QStringLiteral(")"),
        PlainLabel::Look::Small));
}

void RubricQuestion::addActions()
{
    m_actions = new QWidget;
    auto* const row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    const QString title = m_heading->text();
    const OpenDataset& dataset = *m_context.dataset;
    if (isSuggestion()) {
        auto* const yes = answerButton(tr("Confirm"), tr("Confirm the suggestion: %1").arg(title));
        connect(yes, &QPushButton::clicked, this, &RubricQuestion::confirm);
        row->addWidget(yes);
        allowReview(*yes, dataset, tr("Keep the suggestion as your answer (C)"));
        auto* const no = answerButton(tr("Dispute…"), tr("Dispute the suggestion: %1").arg(title));
        connect(no, &QPushButton::clicked, this, &RubricQuestion::dispute);
        row->addWidget(no);
        allowReview(*no, dataset, tr("Say what is wrong with the suggestion (D)"));
    }
    auto* const answer = said() ? answerButton(tr("Edit…"), tr("Edit your answer: %1").arg(title))
                                : answerButton(tr("Answer…"), tr("Answer: %1").arg(title));
    connect(answer, &QPushButton::clicked, this, [this] { edit(); });
    row->addWidget(answer);
    allowReview(*answer, dataset, tr("Write an answer (E)"));
    if (said())
        addTakeBack(*row);
    row->addStretch(1);
    m_column->addWidget(m_actions);
}

void RubricQuestion::addTakeBack(QHBoxLayout& row)
{
    auto* const back
        = answerButton(tr("Take back"), tr("Take your answer back: %1").arg(m_heading->text()));
    connect(back, &QPushButton::clicked, this, [this] {
        m_heading->setFocus(Qt::OtherFocusReason);
        Q_EMIT takenBack();
    });
    row.addWidget(back);
    allowReview(*back, *m_context.dataset, tr("Remove this answer; a suggestion comes back"));
}

void RubricQuestion::edit()
{
    if (m_editor) {
        m_editor->takeFocus(RubricDraft::Focus::Choice);
        return;
    }
    RubricDraft draft = draftOf(m_asked);
    if (said() && m_asked.question.answer->status == rubric::Status::Unanswered)
        draft.chosen = {kCannotTell};
    edit(draft);
}

void RubricQuestion::edit(const RubricDraft& draft)
{
    if (m_editor || !m_context.dataset->canReview)
        return;
    m_actions->hide();
    m_editor = new RubricEditor(m_context, m_asked, draft);
    connect(m_editor, &AnswerEditor::kept, this, &RubricQuestion::keep);
    connect(m_editor, &AnswerEditor::left, this, &RubricQuestion::leave);
    m_column->addWidget(m_editor);
    m_editor->show();
    m_editor->takeFocus(draft.focus, draft.cursor);
    Q_EMIT edited();
}

void RubricQuestion::confirm()
{
    if (!isSuggestion() || !m_context.dataset->canReview)
        return;
    const rubric::Answer& answer = *m_asked.question.answer;
    m_heading->setFocus(Qt::OtherFocusReason);
    Q_EMIT confirmed({answer.applies, m_asked.choices, answer.reference, answer.reasoning,
        rubric::Status::Confirmed});
}

void RubricQuestion::dispute()
{
    if (!isSuggestion() || m_editor)
        return;
    RubricDraft draft = draftOf(m_asked);
    draft.chosen = {kDispute};
    draft.reasoning.clear();
    draft.focus = RubricDraft::Focus::Reasoning;
    edit(draft);
}

void RubricQuestion::keep()
{
    const pipeline::RubricAnswer answer = m_editor->answer();
    if (said() && said()->value == answer)
        leave();
    else
        Q_EMIT answered(answer);
}

void RubricQuestion::leave()
{
    if (!m_editor)
        return;
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    m_actions->show();
    m_heading->setFocus(Qt::OtherFocusReason);
}

void RubricQuestion::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && m_heading->hasFocus())
        edit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace cupel::ui
