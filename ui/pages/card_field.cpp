#include "ui/pages/card_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "core/card/model.h"
#include "ui/pages/card_frame.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"
#include "ui/pages/person_mark.h"
#include "ui/pages/review_words.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tone_mark.h"
#include "ui/pages/verbatim_text.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr qsizetype kOneParagraph = 300; ///< characters

/// An answer as it stands in its document, as text to go on from.
QString plainText(const base::Sentence& sentence)
{
    QString text;
    for (const base::Span& span : sentence) {
        const auto* const own = std::get_if<std::string>(&span);
        text += QString::fromStdString(own ? *own : std::get<base::DataText>(span).raw());
    }
    return text.trimmed();
}

} // namespace

CardField::CardField(OpenDatasetPtr dataset, std::size_t field, QWidget* parent)
    : QWidget(parent)
    , m_dataset(std::move(dataset))
    , m_field(field)
    , m_key(card::model().fields[field].key)
{
    const reports::Tone tone
        = reports::stateTone(card::model().fields[field], m_dataset->dataset().card->fields[field]);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* const frame
        = new CardFrame(tone == reports::Tone::Good ? reports::Tone::Plain : tone, this);
    whole->addWidget(frame);
    m_column = frame->column();
    addHead();
    addAnswers();
    addFindings();
    addActions();
}

const pipeline::Said<pipeline::CardAnswer>* CardField::said() const
{
    const auto& answers = m_dataset->review->cardAnswers;
    const auto found = answers.find(m_key);
    return found == answers.end() ? nullptr : &found->second;
}

void CardField::addHead()
{
    const card::Field& asked = card::model().fields[m_field];
    const card::FieldValue& value = m_dataset->dataset().card->fields[m_field];
    const QString state = shown(reports::stateWords(value));
    auto* const line = new QHBoxLayout;
    line->setSpacing(14);
    m_heading = new HeadingLabel(shown(asked.title), 4);
    m_heading->setContentsMargins(0, 0, 0, 0);
    m_heading->setAccessibleName(m_heading->text() + QStringLiteral(": ") + state);
    m_heading->setToolTip(ui::toolTip(shown(asked.key)));
    line->addWidget(m_heading, 1);
    auto* const level
        = new PlainLabel(shown(card::levelName(asked.level)), PlainLabel::Look::Small);
    level->setWordWrap(false);
    line->addWidget(level, 0, Qt::AlignTop);
    line->addWidget(new ToneMark(reports::stateTone(asked, value), state), 0, Qt::AlignTop);
    m_column->addLayout(line);
}

void CardField::addAnswers()
{
    const card::FieldValue& value = m_dataset->dataset().card->fields[m_field];
    if (!value.reason.empty())
        m_column->addWidget(new PlainLabel(shownShort(base::DataText::document(value.reason))));
    const std::vector<reports::SharedAnswer> answers = reports::sharedAnswers(value);
    const bool isPersons
        = !value.answers.empty() && value.answers.front().vocabulary == card::Vocabulary::Person;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        addAnswer(answers[i]);
        if (i == 0 && isPersons && said())
            m_column->addWidget(
                new PersonMark(tr("Said by %1").arg(saidWords(said()->who, said()->at))));
        else
            addSource(answers[i]);
    }
}

void CardField::addAnswer(const reports::SharedAnswer& answer)
{
    const QString text = shownLines(answer.text);
    if (text.size() <= kOneParagraph && !text.trimmed().contains(QLatin1Char('\n'))) {
        m_column->addWidget(new PlainLabel(text.trimmed()));
        return;
    }
    auto* const verbatim = new VerbatimText(text);
    verbatim->setAccessibleName(tr("Answer"));
    m_column->addWidget(verbatim);
}

void CardField::addSource(const reports::SharedAnswer& answer)
{
    const QString from = tr("From %1").arg(shownShort(answer.sources));
    auto* const row = new QHBoxLayout;
    row->addWidget(new PlainLabel(from, PlainLabel::Look::Small), 1);
    auto* const use = answerButton(tr("Use"), tr("Use the answer: %1").arg(from));
    use->hide();
    connect(use, &QPushButton::clicked, this, [this, text = plainText(answer.text)] {
        if (m_editor)
            m_editor->use(text);
    });
    row->addWidget(use);
    m_column->addLayout(row);
    m_uses.push_back(use);
}

void CardField::addFindings()
{
    const reports::DatasetReport& dataset = m_dataset->dataset();
    for (const findings::Finding* const finding : reports::findingsOfField(dataset, m_field)) {
        auto* const link = new LinkLabel(shownShort(finding->message), LinkLabel::Style::Row);
        const QString id = QString::fromStdString(finding->id(dataset.name));
        connect(link, &LinkLabel::activated, this, [this, id] { Q_EMIT findingFollowed(id); });
        m_column->addWidget(link);
    }
}

void CardField::addActions()
{
    m_actions = new QWidget;
    auto* const row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    const QString title = m_heading->text();
    auto* const answer = said() ? answerButton(tr("Edit…"), tr("Edit your answer: %1").arg(title))
                                : answerButton(tr("Answer…"), tr("Answer: %1").arg(title));
    connect(answer, &QPushButton::clicked, this, [this] { edit(); });
    row->addWidget(answer);
    allowReview(*answer, *m_dataset, tr("Write an answer (E)"));
    if (said()) {
        auto* const back
            = answerButton(tr("Take back"), tr("Take your answer back: %1").arg(title));
        connect(back, &QPushButton::clicked, this, [this] {
            m_heading->setFocus(Qt::OtherFocusReason);
            Q_EMIT takenBack();
        });
        row->addWidget(back);
        allowReview(*back, *m_dataset, tr("Remove this answer; what documents say stays"));
    }
    row->addStretch(1);
    m_column->addWidget(m_actions);
}

void CardField::edit()
{
    if (m_editor) {
        m_editor->takeFocus();
        return;
    }
    CardDraft draft;
    if (said())
        draft.text = QString::fromStdString(said()->value.text);
    edit(draft);
}

void CardField::edit(const CardDraft& draft)
{
    if (m_editor || !m_dataset->canReview)
        return;
    m_actions->hide();
    for (QPushButton* const use : m_uses)
        use->show();
    m_editor = new CardEditor(m_dataset, m_field, draft);
    connect(m_editor, &AnswerEditor::kept, this, &CardField::keep);
    connect(m_editor, &AnswerEditor::left, this, &CardField::leave);
    m_column->addWidget(m_editor);
    m_editor->show();
    if (draft.hasFocus)
        m_editor->takeFocus();
    Q_EMIT edited();
}

void CardField::keep()
{
    const std::string text = m_editor->answer();
    if (said() && said()->value.text == text)
        leave();
    else
        Q_EMIT answered(text);
}

void CardField::leave()
{
    if (!m_editor)
        return;
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    for (QPushButton* const use : m_uses)
        use->hide();
    m_actions->show();
    m_heading->setFocus(Qt::OtherFocusReason);
}

void CardField::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && m_heading->hasFocus())
        edit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace cupel::ui
