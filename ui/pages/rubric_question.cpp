#include "ui/pages/rubric_question.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/reports/page.h"
#include "ui/pages/card_frame.h"
#include "ui/pages/facts_grid.h"
#include "ui/pages/heading_label.h"
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

RubricQuestion::RubricQuestion(const rubric::Question& question, QWidget* parent)
    : QWidget(parent)
{
    const rubric::Answer& answer = *question.answer;
    const reports::Tone tone = toneOfStatus(answer.status);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    const bool isQuiet
        = answer.status == rubric::Status::Unanswered || answer.status == rubric::Status::Confirmed;
    auto* const frame = new CardFrame(isQuiet ? reports::Tone::Plain : tone, this);
    whole->addWidget(frame);
    m_column = frame->column();
    const QString status = shown(rubric::statusName(answer.status));
    auto* const line = new QHBoxLayout;
    line->setSpacing(14);
    m_heading = new HeadingLabel(shownShort(base::DataText::document(question.title)), 4);
    m_heading->setContentsMargins(0, 0, 0, 0);
    m_heading->setAccessibleName(m_heading->text() + QStringLiteral(": ") + status);
    line->addWidget(m_heading, 1);
    line->addWidget(new ToneMark(tone, status), 0, Qt::AlignTop);
    m_column->addLayout(line);
    if (!question.meaning.empty())
        m_column->addWidget(new PlainLabel(shown(question.meaning), PlainLabel::Look::Small));
    std::vector<reports::KeyValues::Row> facts;
    if (answer.status != rubric::Status::Unanswered)
        facts.push_back(
            {tr("Answer").toStdString(), {base::DataText::document(question.value)}, false});
    if (!answer.reference.empty())
        facts.push_back(
            {tr("Evidence").toStdString(), {base::DataText::document(answer.reference)}, false});
    if (!answer.reasoning.empty())
        facts.push_back(
            {tr("Reasoning").toStdString(), {base::DataText::document(answer.reasoning)}, false});
    if (!facts.empty())
        m_column->addWidget(new FactsGrid(facts));
}

} // namespace cupel::ui
