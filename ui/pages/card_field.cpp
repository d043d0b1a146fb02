#include "ui/pages/card_field.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "core/card/model.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"
#include "ui/pages/person_mark.h"
#include "ui/pages/review_words.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tone_mark.h"
#include "ui/pages/verbatim_text.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

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

reports::Tone frameTone(const OpenDataset& dataset, std::size_t field)
{
    const reports::Tone tone
        = reports::stateTone(card::model().fields[field], dataset.dataset().card->fields[field]);
    return tone == reports::Tone::Good ? reports::Tone::Plain : tone;
}

} // namespace

CardField::CardField(OpenDatasetPtr of, std::size_t field, QWidget* parent)
    : AnswerCard(of, frameTone(*of, field), parent)
    , m_field(field)
    , m_key(card::model().fields[field].key)
{
    addHead();
    addAnswers();
    addFindings();
    addButtons();
}

const pipeline::Said<pipeline::CardAnswer>* CardField::said() const
{
    const auto& answers = opened().review->cardAnswers;
    const auto found = answers.find(m_key);
    return found == answers.end() ? nullptr : &found->second;
}

void CardField::addHead()
{
    const card::Field& asked = card::model().fields[m_field];
    const card::FieldValue& value = opened().dataset().card->fields[m_field];
    const QString state = shown(reports::stateWords(value));
    QHBoxLayout* const line = addHeading(shown(asked.title), state);
    setTip(*heading(), shown(asked.key));
    auto* const level
        = new PlainLabel(shown(card::levelName(asked.level)), PlainLabel::Look::Small);
    level->setWordWrap(false);
    line->addWidget(level, 0, Qt::AlignTop);
    line->addWidget(new ToneMark(reports::stateTone(asked, value), state), 0, Qt::AlignTop);
}

void CardField::addAnswers()
{
    const card::FieldValue& value = opened().dataset().card->fields[m_field];
    if (!value.reason.empty())
        column().addWidget(new PlainLabel(shownShort(base::DataText::document(value.reason))));
    const std::vector<reports::SharedAnswer> answers = reports::sharedAnswers(value);
    const bool isPersons
        = !value.answers.empty() && value.answers.front().vocabulary == card::Vocabulary::Person;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        addAnswer(answers[i]);
        if (i == 0 && isPersons && said())
            column().addWidget(
                new PersonMark(tr("Said by %1").arg(saidWords(said()->who, said()->at))));
        else
            addSource(answers[i]);
    }
}

void CardField::addAnswer(const reports::SharedAnswer& answer)
{
    const QString text = shownLines(answer.text);
    if (text.size() <= kOneParagraph && !text.trimmed().contains(QLatin1Char('\n'))) {
        column().addWidget(new PlainLabel(text.trimmed()));
        return;
    }
    auto* const verbatim = new VerbatimText(text);
    verbatim->setAccessibleName(tr("Answer"));
    column().addWidget(verbatim);
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
    column().addLayout(row);
    m_uses.push_back(use);
}

void CardField::addFindings()
{
    const reports::DatasetReport& dataset = opened().dataset();
    for (const findings::Finding* const finding : reports::findingsOfField(dataset, m_field)) {
        auto* const link = new LinkLabel(shownShort(finding->message), LinkLabel::Style::Row);
        const QString id = QString::fromStdString(finding->id(dataset.name));
        connect(link, &LinkLabel::activated, this, [this, id] { Q_EMIT findingFollowed(id); });
        column().addWidget(link);
    }
}

void CardField::addButtons()
{
    QHBoxLayout* const row = addActions();
    addAnswerButton(*row, said() != nullptr);
    if (said())
        addTakeBackButton(*row, tr("Remove this answer; what documents say stays"));
    row->addStretch(1);
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
    if (!canOpen())
        return;
    showUses(true);
    m_editor = new CardEditor(openedPtr(), m_field, draft);
    open(m_editor);
    if (draft.hasFocus)
        m_editor->takeFocus();
    Q_EMIT edited();
}

void CardField::showUses(bool areShown)
{
    for (QPushButton* const use : m_uses)
        use->setVisible(areShown);
}

void CardField::keep()
{
    const std::string text = m_editor->answer();
    if (said() && said()->value.text == text)
        leave();
    else
        Q_EMIT answered(text);
}

void CardField::closed()
{
    m_editor = nullptr;
    showUses(false);
}

} // namespace cupel::ui
