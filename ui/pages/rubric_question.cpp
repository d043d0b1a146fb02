#include "ui/pages/rubric_question.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "core/reports/page.h"
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

reports::Tone frameTone(rubric::Status status)
{
    const bool isQuiet
        = status == rubric::Status::Unanswered || status == rubric::Status::Confirmed;
    return isQuiet ? reports::Tone::Plain : toneOfStatus(status);
}

} // namespace

RubricQuestion::RubricQuestion(RubricContext context, AskedQuestion asked, QWidget* parent)
    : AnswerCard(context.dataset, frameTone(asked.question.answer->status), parent)
    , m_context(std::move(context))
    , m_asked(std::move(asked))
{
    addHead();
    addAnswer();
    addPerson();
    addButtons();
}

const pipeline::Said<pipeline::RubricAnswer>* RubricQuestion::said() const
{
    const auto& answers = opened().review->rubricAnswers;
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
    QHBoxLayout* const line
        = addHeading(shownShort(base::DataText::document(m_asked.question.title)), status);
    line->addWidget(new ToneMark(toneOfStatus(its), status), 0, Qt::AlignTop);
    if (!m_asked.question.meaning.empty())
        column().addWidget(
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
        column().addWidget(new FactsGrid(facts));
}

void RubricQuestion::addPerson()
{
    if (!said())
        return;
    const QString who = saidWords(said()->who, said()->at);
    const rubric::Status status = m_asked.question.answer->status;
    column().addWidget(
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
    column().addWidget(new PlainLabel(evidence.isEmpty()
            ? tr("Suggested: ") + value
            : tr("Suggested: ") + value + QStringLiteral(" (") + evidence + QStringLiteral(")"),
        PlainLabel::Look::Small));
}

void RubricQuestion::addButtons()
{
    QHBoxLayout* const row = addActions();
    const QString title = heading()->text();
    if (isSuggestion()) {
        auto* const yes = answerButton(tr("Confirm"), tr("Confirm the suggestion: %1").arg(title));
        connect(yes, &QPushButton::clicked, this, &RubricQuestion::confirm);
        row->addWidget(yes);
        allowReview(*yes, opened(), tr("Keep the suggestion as your answer (C)"));
        auto* const no = answerButton(tr("Dispute…"), tr("Dispute the suggestion: %1").arg(title));
        connect(no, &QPushButton::clicked, this, &RubricQuestion::dispute);
        row->addWidget(no);
        allowReview(*no, opened(), tr("Say what is wrong with the suggestion (D)"));
    }
    addAnswerButton(*row, said() != nullptr);
    if (said())
        addTakeBackButton(*row, tr("Remove this answer; a suggestion comes back"));
    row->addStretch(1);
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
    if (!canOpen())
        return;
    m_editor = new RubricEditor(m_context, m_asked, draft);
    open(m_editor);
    m_editor->takeFocus(draft.focus, draft.cursor);
    Q_EMIT edited();
}

void RubricQuestion::confirm()
{
    if (!isSuggestion() || !opened().canReview)
        return;
    const rubric::Answer& answer = *m_asked.question.answer;
    heading()->setFocus(Qt::OtherFocusReason);
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

} // namespace cupel::ui
