#include "ui/pages/rubric_editor.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/pages/answer_text.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/review_preview.h"
#include "ui/pages/review_words.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

constexpr int kReasoningLines = 2;

/// Options that go with no other.
bool standsAlone(const std::string& name)
{
    return name == "unknown" || name == kCannotTell || name == kDispute;
}

} // namespace

RubricEditor::RubricEditor(
    RubricContext context, const AskedQuestion& asked, const RubricDraft& draft, QWidget* parent)
    : AnswerEditor(parent)
    , m_context(std::move(context))
    , m_target(asked.target)
    , m_title(shownShort(base::DataText::document(asked.question.title)))
    , m_kind(asked.kind)
    , m_isSuggested(asked.suggestion.answer->status == rubric::Status::Suggested)
    , m_suggestedApplies(asked.suggestion.answer->applies)
    , m_suggestedChoices(asked.suggestedChoices)
    , m_optionRow(new QWidget)
    , m_evidence(new QLineEdit(draft.evidence))
    , m_reasoning(new AnswerText(draft.reasoning, kReasoningLines))
{
    addOptions(asked, draft.chosen);
    addFields(draft);
    watch(*m_reasoning);
    if (draft.isTouched)
        touch();
    showState();
}

void RubricEditor::addOptions(const AskedQuestion& asked, const std::vector<std::string>& chosen)
{
    new FlowLayout(m_optionRow);
    m_optionRow->setAccessibleName(tr("Answer to %1").arg(m_title));
    column().addWidget(m_optionRow);
    switch (m_kind) {
    case AskedQuestion::Kind::YesNo:
        addOption("yes", tr("Applies"), shown(asked.question.meaning));
        addOption("no", tr("Does not apply"), {});
        break;
    case AskedQuestion::Kind::Origin:
        addOption("human", tr("People made it"), {});
        addOption("model", tr("A model made it"), {});
        addOption("unknown", tr("Nothing says where it comes from"), {});
        break;
    case AskedQuestion::Kind::Annotators:
        for (const rubric::Label& label : rubric::annotatorCategories())
            addOption(std::string(label.name), shown(label.name), shown(label.meaning));
    }
    addOption(kCannotTell, tr("Cannot tell"), tr("The question stays open, with your reason"));
    if (m_isSuggested)
        addOption(kDispute, tr("The suggestion is wrong"),
            tr("It stands as disputed and counts nothing, until somebody knows better"));
    for (const Option& option : m_options) {
        const QSignalBlocker quiet(option.button);
        option.button->setChecked(
            std::find(chosen.begin(), chosen.end(), option.name) != chosen.end());
    }
}

void RubricEditor::addOption(const std::string& name, const QString& words, const QString& tip)
{
    QAbstractButton* button = nullptr;
    if (m_kind == AskedQuestion::Kind::Origin)
        button = new QCheckBox(buttonText(words), m_optionRow);
    else
        button = new QRadioButton(buttonText(words), m_optionRow);
    button->setAccessibleName(m_title + QStringLiteral(": ") + words);
    setTip(*button, tip);
    m_optionRow->layout()->addWidget(button);
    const std::size_t option = m_options.size();
    m_options.push_back({name, button});
    connect(button, &QAbstractButton::toggled, this, [this, option] { optionToggled(option); });
}

void RubricEditor::addFields(const RubricDraft& draft)
{
    auto* const grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    auto* const evidence = new PlainLabel(tr("Evidence"));
    evidence->setWordWrap(false);
    evidence->setBuddy(m_evidence);
    m_evidence->setAccessibleName(tr("Evidence: %1").arg(m_title));
    m_evidence->setPlaceholderText(tr("Where it stands: README.md, line 12; a page; an address"));
    grid->addWidget(evidence, 0, 0);
    grid->addWidget(m_evidence, 0, 1);
    auto* const reasoning = new PlainLabel(tr("Reasoning"));
    reasoning->setWordWrap(false);
    reasoning->setBuddy(m_reasoning);
    m_reasoning->setAccessibleName(tr("Reasoning: %1").arg(m_title));
    m_reasoning->setPlaceholderText(tr("Why you answer so, as plain text"));
    grid->addWidget(reasoning, 1, 0, Qt::AlignTop);
    grid->addWidget(m_reasoning, 1, 1);
    column().addLayout(grid);
    connect(m_evidence, &QLineEdit::textChanged, this, &RubricEditor::showState);
    connect(m_evidence, &QLineEdit::textEdited, this, &RubricEditor::touch);
    connect(m_reasoning, &QPlainTextEdit::textChanged, this, &RubricEditor::showState);
    if (draft.focus == RubricDraft::Focus::Evidence && draft.cursor >= 0)
        m_evidence->setCursorPosition(draft.cursor);
}

void RubricEditor::optionToggled(std::size_t option)
{
    touch();
    const Option& toggled = m_options[option];
    if (toggled.button->isChecked()) {
        for (const Option& other : m_options) {
            const bool excludes = m_kind != AskedQuestion::Kind::Origin || standsAlone(toggled.name)
                || standsAlone(other.name);
            if (other.button == toggled.button || !excludes || !other.button->isChecked())
                continue;
            const QSignalBlocker quiet(other.button);
            other.button->setChecked(false);
        }
    }
    showState();
}

bool RubricEditor::isChosen(std::string_view name) const
{
    return std::any_of(m_options.begin(), m_options.end(),
        [name](const Option& option) { return option.name == name && option.button->isChecked(); });
}

std::vector<std::string> RubricEditor::chosen() const
{
    std::vector<std::string> names;
    for (const Option& option : m_options) {
        if (option.button->isChecked())
            names.push_back(option.name);
    }
    return names;
}

RubricDraft RubricEditor::draft() const
{
    RubricDraft draft;
    draft.chosen = chosen();
    draft.evidence = m_evidence->text();
    draft.reasoning = m_reasoning->toPlainText();
    draft.isTouched = isTouched();
    draft.focus = RubricDraft::Focus::None;
    const QWidget* const focus = window()->focusWidget();
    if (focus == m_evidence) {
        draft.focus = RubricDraft::Focus::Evidence;
        draft.cursor = m_evidence->cursorPosition();
    } else if (focus == m_reasoning) {
        draft.focus = RubricDraft::Focus::Reasoning;
        draft.cursor = m_reasoning->textCursor().position();
    } else if (focus && isAncestorOf(focus)) {
        draft.focus = RubricDraft::Focus::Choice;
    }
    return draft;
}

pipeline::RubricAnswer RubricEditor::answer() const
{
    pipeline::RubricAnswer answer;
    answer.reference = bytesOf(m_evidence->text().trimmed());
    answer.reasoning = bytesOf(m_reasoning->toPlainText().trimmed());
    if (isChosen(kCannotTell))
        return answer;
    if (isChosen(kDispute)) {
        answer.applies = m_suggestedApplies;
        answer.choices = m_suggestedChoices;
        answer.status = rubric::Status::Disputed;
    } else if (m_kind == AskedQuestion::Kind::YesNo) {
        answer.applies = isChosen("yes");
    } else {
        answer.applies = true;
        answer.choices = chosen();
    }
    return answer;
}

void RubricEditor::takeFocus(RubricDraft::Focus focus, int cursor)
{
    if (focus == RubricDraft::Focus::Evidence) {
        m_evidence->setFocus(Qt::OtherFocusReason);
    } else if (focus == RubricDraft::Focus::Reasoning) {
        if (cursor >= 0) {
            QTextCursor place = m_reasoning->textCursor();
            place.setPosition(
                std::min(cursor, static_cast<int>(m_reasoning->toPlainText().size())));
            m_reasoning->setTextCursor(place);
        }
        m_reasoning->setFocus(Qt::OtherFocusReason);
    } else if (focus == RubricDraft::Focus::Choice) {
        const auto checked = std::find_if(m_options.begin(), m_options.end(),
            [](const Option& option) { return option.button->isChecked(); });
        (checked == m_options.end() ? m_options.front() : *checked)
            .button->setFocus(Qt::OtherFocusReason);
    }
}

void RubricEditor::showState()
{
    if (chosen().empty()) {
        setState(reports::Tone::Plain, {}, tr("Choose an answer."), Keeping::Impossible);
        return;
    }
    const pipeline::RubricAnswer said = answer();
    const bool hasReason = !said.reasoning.empty();
    if (isChosen(kCannotTell)) {
        setState(reports::Tone::Question, tr("stays open"),
            hasReason ? tr("The question stays open, with your reason.")
                      : tr("Say in the reasoning why you cannot tell."),
            hasReason ? Keeping::Possible : Keeping::Impossible);
    } else if (isChosen(kDispute)) {
        setState(reports::Tone::Warning, tr("disputed"),
            hasReason ? scoreWords() : tr("Say in the reasoning what is wrong with it."),
            hasReason ? Keeping::Possible : Keeping::Impossible);
    } else if (said.applies.value_or(false) && said.reference.empty()) {
        setState(reports::Tone::Note, tr("confirmed, without evidence"),
            tr("What applies should name its evidence. ") + scoreWords(), Keeping::Possible);
    } else {
        setState(reports::Tone::Good, tr("confirmed"), scoreWords(), Keeping::Possible);
    }
}

QString RubricEditor::scoreWords() const
{
    const rubric::Score then
        = scoreWith(*m_context.suggested, *m_context.dataset->review, m_target, answer());
    return tr("With it the score is %1.").arg(pointsWords(then.points, then.possible));
}

} // namespace cupel::ui
