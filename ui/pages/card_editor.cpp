#include "ui/pages/card_editor.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/card/datasheet.h"
#include "core/card/model.h"
#include "ui/pages/answer_text.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/review_preview.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kAnswerLines = 4;
constexpr std::string_view kOneOf = "enum ";
constexpr std::string_view kSomeOf = "enum[] ";

bool startsWith(const std::string& text, std::string_view start)
{
    return std::string_view(text).substr(0, start.size()) == start;
}

/// Name of the list that a field chooses from; empty where it is free.
std::string listOf(const card::Field& field)
{
    const std::size_t start = field.type.find("enum");
    if (start == std::string::npos)
        return {};
    const std::size_t blank = field.type.find(' ', start);
    if (blank == std::string::npos)
        return {};
    return field.type.substr(blank + 1, field.type.find(' ', blank + 1) - blank - 1);
}

QString kindWords(const card::Field& field)
{
    if (startsWith(field.type, kSomeOf))
        return CardEditor::tr("One or more of the choices, or other words");
    if (startsWith(field.type, kOneOf))
        return CardEditor::tr("One of the choices, or other words");
    QString kind = shown(field.type);
    kind.replace(QStringLiteral("[]"), CardEditor::tr(" (several)"));
    return CardEditor::tr("Kind of answer: %1").arg(kind);
}

} // namespace

CardEditor::CardEditor(
    OpenDatasetPtr dataset, std::size_t field, const CardDraft& draft, QWidget* parent)
    : AnswerEditor(parent)
    , m_dataset(std::move(dataset))
    , m_field(card::model().fields[field])
    , m_text(new AnswerText(draft.text, kAnswerLines))
{
    addHelp();
    auto* const label = new PlainLabel(tr("Your answer"));
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Your answer: %1").arg(shown(m_field.title)));
    m_text->setPlaceholderText(tr("In your own words, as plain text"));
    if (draft.cursor >= 0) {
        QTextCursor cursor = m_text->textCursor();
        cursor.setPosition(std::min(draft.cursor, static_cast<int>(draft.text.size())));
        m_text->setTextCursor(cursor);
    }
    column().addWidget(label);
    column().addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &CardEditor::showState);
    watch(*m_text);
    if (draft.isTouched)
        touch();
    showState();
}

void CardEditor::addHelp()
{
    column().addWidget(new PlainLabel(kindWords(m_field), PlainLabel::Look::Small));
    for (const card::DatasheetQuestion& question : card::datasheetQuestions()) {
        if (std::find(m_field.questions.begin(), m_field.questions.end(), question.number)
            == m_field.questions.end())
            continue;
        column().addWidget(new PlainLabel(shown(question.title), PlainLabel::Look::Small));
    }
    if (const std::string list = listOf(m_field); !list.empty())
        addChoices(list, m_field.type.find("enum[]") != std::string::npos);
}

void CardEditor::addChoices(const std::string& list, bool areMany)
{
    const auto choices = card::model().enums.find(list);
    if (choices == card::model().enums.end())
        return;
    auto* const row = new QWidget;
    auto* const flow = new FlowLayout(row);
    for (const std::string& one : choices->second) {
        if (card::isPlaceholder(one)) // "unknown" is no answer
            continue;
        const QString choice = shown(one);
        auto* const button = answerButton(buttonText(choice), tr("Choose %1").arg(choice));
        connect(button, &QPushButton::clicked, this,
            [this, choice, areMany] { choose(choice, areMany); });
        flow->addWidget(button);
    }
    column().addWidget(row);
}

void CardEditor::choose(const QString& choice, bool areMany)
{
    const QString before = m_text->toPlainText().trimmed();
    const QStringList chosen = before.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    if (chosen.contains(choice))
        return;
    use(areMany && !before.isEmpty() ? before + QStringLiteral(", ") + choice : choice);
}

CardDraft CardEditor::draft() const
{
    return {m_text->toPlainText(), m_text->textCursor().position(),
        window()->focusWidget() == m_text, isTouched()};
}

std::string CardEditor::answer() const
{
    return bytesOf(m_text->toPlainText().trimmed());
}

void CardEditor::use(const QString& text)
{
    m_text->replaceText(text);
    takeFocus();
}

void CardEditor::takeFocus()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void CardEditor::showState()
{
    const std::string text = answer();
    if (text.empty()) {
        setState(reports::Tone::Plain, {}, tr("Nothing is written yet."), Keeping::Impossible);
        return;
    }
    switch (card::stateOf(m_field, text)) {
    case card::State::Absent:
    case card::State::Placeholder:
        setState(reports::Tone::Warning, tr("placeholder"),
            tr("These words only stand in the place of an answer, so they cannot be kept."),
            Keeping::Impossible);
        break;
    case card::State::Thin:
        setState(reports::Tone::Note, tr("short answer"),
            tr("Counts half: it has under 50 characters or under 5 different words. ")
                + completenessWords(),
            Keeping::Possible);
        break;
    default:
        setState(reports::Tone::Good, tr("answered"), completenessWords(), Keeping::Possible);
    }
}

QString CardEditor::completenessWords() const
{
    const base::Figure now = card::completeness(*m_dataset->dataset().card).card;
    const base::Figure then = completenessWith(*m_dataset, m_field.key, answer()).card;
    if (!now.isDefined() || !then.isDefined())
        return {};
    return tr("With it the card is %1 complete; now %2.")
        .arg(percent(then.value()), percent(now.value()));
}

} // namespace cupel::ui
