#include "ui/pages/rubric_page.h"

#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "core/pipeline/apply_review.h"
#include "core/rubric/check.h"
#include "core/rubric/suggest.h"
#include "ui/pages/block_widgets.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/meter_list.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/review_words.h"
#include "ui/pages/rubric_question.h"
#include "ui/pages/shown_dataset.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tile.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kScore = 0; ///< the first section; rubrics follow
constexpr double kPointsOfAspect = 2.0;

} // namespace

RubricPage::RubricPage(QWidget* parent)
    : SectionedPage(tr("Only what is open"), tr("Next open question"), parent)
{
    addKeys();
    RubricPage::setDataset({});
}

void RubricPage::setDataset(const OpenDatasetPtr& dataset)
{
    m_questions.clear();
    m_sheet.reset();
    const bool isThere = dataset && !dataset->report->datasets.empty()
        && dataset->dataset().card.has_value()
        && (dataset->canReview || !dataset->dataset().documents->documents.empty());
    if (!isThere) {
        if (dataset)
            setEmpty(tr("No documents to review"),
                tr("Here stand the questions of the rubric with the answers that documents and "
                   "counts suggest, and what only a person can answer. Put a README.md or "
                   "croissant.json into the folder of the data and run the audits again."));
        else
            setEmpty(tr("No dataset is open"),
                tr("Here stand the questions that a reviewer of a dataset answers."));
        return;
    }
    const reports::DatasetReport& its = dataset->dataset();
    const auto suggested = std::make_shared<rubric::Sheet>(
        rubric::suggestedSheet(its.name, *its.card, its.measured));
    m_sheet = std::make_shared<rubric::Sheet>(pipeline::rubricSheet(*suggested, *dataset->review));
    m_questions = askedQuestions(*suggested, *m_sheet);
    m_context = {dataset, suggested, m_sheet};
    const std::vector<rubric::OpenQuestion> open = rubric::openQuestions(*m_sheet);
    std::vector<Section> sections{{tr("Score"), {}, true}};
    for (const rubric::Dimension dimension : m_sheet->present) {
        const auto waiting = std::count_if(open.begin(), open.end(),
            [dimension](const rubric::OpenQuestion& one) { return one.dimension == dimension; });
        sections.push_back({shown(rubric::titleOf(dimension)),
            waiting > 0 ? tr("%1 open").arg(counted(waiting)) : tr("done"), waiting > 0});
    }
    setSections(std::move(sections), inputOf(dataset));
}

void RubricPage::fill(int section)
{
    if (!m_sheet)
        return;
    if (section == kScore)
        fillScore();
    else
        fillRubric(m_sheet->present[static_cast<std::size_t>(section - 1)]);
}

int RubricPage::sectionOf(const std::string& item) const
{
    if (!m_sheet)
        return -1;
    const std::string key = item.substr(0, item.find('/'));
    for (std::size_t i = 0; i < m_sheet->present.size(); ++i) {
        if (rubric::keyOf(m_sheet->present[i]) == key)
            return static_cast<int>(i) + 1;
    }
    return -1;
}

void RubricPage::fillScore()
{
    const rubric::Score score = rubric::score(*m_sheet);
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(pointsWords(score.points, score.possible)));
    addReadable(new PlainLabel(tr(
                    "Points reward knowing and showing, not the label that is chosen. Suggestions "
                    "of the program count half until a person confirms them.")),
        column);
    auto* const meters = new MeterList;
    for (const rubric::Aspect& aspect : score.aspects) {
        const QString reason = shownShort(base::DataText::document(aspect.reason));
        meters->add(shown(aspect.title), aspect.points.value_or(0.0) / kPointsOfAspect,
            aspect.points
                ? pointsWords(*aspect.points, kPointsOfAspect) + QStringLiteral(": ") + reason
                : QStringLiteral("– ") + tr("does not apply: %1").arg(reason));
    }
    column.addWidget(meters);
    addProgress();
    addViolations();
    addWaiting();
}

void RubricPage::addProgress()
{
    const auto answered = std::count_if(m_questions.begin(), m_questions.end(),
        [](const AskedQuestion& asked) { return !asked.question.isOpen(); });
    const auto suggested
        = std::count_if(m_questions.begin(), m_questions.end(), [](const AskedQuestion& asked) {
              return asked.question.answer->status == rubric::Status::Suggested;
          });
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(tr("Progress"), 3));
    auto* const meters = new MeterList;
    const auto all = static_cast<std::int64_t>(m_questions.size());
    meters->add(tr("Answered by a person"),
        all > 0 ? static_cast<double>(answered) / static_cast<double>(all) : 0.0,
        tr("%1 of %2 question(s); %3 more with a suggestion to confirm", nullptr, pluralOf(all))
            .arg(counted(answered), counted(all), counted(suggested)));
    column.addWidget(meters);
}

void RubricPage::addViolations()
{
    const std::vector<rubric::Violation> found = rubric::violations(*m_sheet);
    if (found.empty())
        return;
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(tr("What breaks the rules of the rubrics")));
    for (const rubric::Violation& violation : found) {
        reports::Callout callout;
        callout.tone = violation.isWarning ? reports::Tone::Warning : reports::Tone::Error;
        callout.text = {base::DataText::document(violation.message)};
        callout.label = violation.rule;
        addBlock({std::move(callout)}, {}, column);
    }
}

void RubricPage::addWaiting()
{
    const std::vector<rubric::OpenQuestion> open = rubric::openQuestions(*m_sheet);
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(tr("Questions that wait for a person")));
    if (open.empty()) {
        addReadable(new PlainLabel(tr("None: a person has answered all of them.")), column);
        return;
    }
    auto* const row = new QWidget;
    auto* const flow = new FlowLayout(row);
    for (std::size_t i = 0; i < m_sheet->present.size(); ++i) {
        const rubric::Dimension dimension = m_sheet->present[i];
        const auto waiting = std::count_if(open.begin(), open.end(),
            [dimension](const rubric::OpenQuestion& one) { return one.dimension == dimension; });
        if (waiting == 0)
            continue;
        auto* const tile = new TopicTile(shown(rubric::titleOf(dimension)),
            tr("%1 open").arg(counted(waiting)), reports::Tone::Question);
        connect(
            tile, &TopicTile::clicked, this,
            [this, section = static_cast<int>(i) + 1] { choose(section); }, Qt::QueuedConnection);
        flow->addWidget(tile);
    }
    column.addWidget(row);
}

void RubricPage::fillRubric(rubric::Dimension dimension)
{
    QVBoxLayout& column = reading().column();
    auto* const heading = new HeadingLabel(shown(rubric::titleOf(dimension)));
    column.addWidget(heading);
    reading().place(std::string(rubric::keyOf(dimension)), heading);
    if (const QString why = noReviewWords(*m_context.dataset); !why.isEmpty())
        addReadable(new PlainLabel(why, PlainLabel::Look::Small), column);
    bool isEmpty = true;
    for (const AskedQuestion& asked : m_questions) {
        const bool isHidden = showsOnlyOpen() && !asked.question.isOpen()
            && m_drafts.here().count(asked.target) == 0;
        if (asked.question.dimension != dimension || isHidden)
            continue;
        isEmpty = false;
        addQuestion(asked);
    }
    if (!isEmpty)
        return;
    const bool isUnlabelled = dimension == rubric::Dimension::Annotations && m_sheet->isUnlabelled;
    addReadable(new PlainLabel(isUnlabelled
                        ? tr("The dataset has no labels, so there are no annotations to describe.")
                        : tr("No question is open here.")),
        column);
}

void RubricPage::addKeys()
{
    using Act = void (RubricQuestion::*)();
    const Act edit = &RubricQuestion::edit;
    for (const auto& [key, act] : {std::pair{Qt::Key_E, edit},
             std::pair{Qt::Key_C, static_cast<Act>(&RubricQuestion::confirm)},
             std::pair{Qt::Key_D, static_cast<Act>(&RubricQuestion::dispute)}}) {
        auto* const shortcut = new QShortcut(
            QKeySequence(key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, its = act] {
            if (RubricQuestion* const question = focusedQuestion())
                (question->*its)();
        });
    }
}

void RubricPage::addQuestion(const AskedQuestion& asked)
{
    auto* const widget = new RubricQuestion(m_context, asked);
    const std::string target = asked.target;
    connect(widget, &RubricQuestion::answered, this,
        [this, target](const pipeline::RubricAnswer& answer) {
            keep(answer.status == rubric::Status::Disputed ? tr("dispute a suggestion")
                                                           : tr("answer a question of the rubric"),
                target, answer);
        });
    connect(widget, &RubricQuestion::confirmed, this,
        [this, target](const pipeline::RubricAnswer& answer) {
            Q_EMIT said(tr("confirm a suggestion"), target, answer);
        });
    connect(widget, &RubricQuestion::takenBack, this, [this, target] {
        Q_EMIT unsaid(
            tr("take back an answer to the rubric"), pipeline::ReviewKind::RubricAnswer, target);
    });
    connect(widget, &RubricQuestion::edited, this,
        [this, widget] { reading().bringIntoView(widget->editor()); });
    reading().column().addWidget(widget);
    reading().place(target, widget->heading());
    restoreDraft(*widget);
}

void RubricPage::restoreDraft(RubricQuestion& question)
{
    const auto draft = m_drafts.here().find(question.target());
    if (draft == m_drafts.here().end())
        return;
    const RubricDraft its = draft->second;
    m_drafts.here().erase(draft);
    const auto sent = m_sent.find(question.target());
    const auto& answers = m_context.dataset->review->rubricAnswers;
    const auto said = answers.find(question.target());
    if (sent == m_sent.end() || said == answers.end() || said->second.value != sent->second) {
        question.edit(its);
        return;
    }
    m_sent.erase(sent);
    if (its.focus != RubricDraft::Focus::None)
        question.heading()->setFocus(Qt::OtherFocusReason);
}

void RubricPage::keep(
    const QString& words, const std::string& target, const pipeline::RubricAnswer& answer)
{
    m_sent[target] = answer;
    Q_EMIT said(words, target, answer);
}

void RubricPage::saveDrafts()
{
    for (const RubricQuestion* const question : reading().findChildren<RubricQuestion*>()) {
        const RubricEditor* const editor = question->editor();
        if (!editor)
            continue;
        m_drafts.here()[question->target()] = editor->draft();
        const auto sent = m_sent.find(question->target());
        if (sent != m_sent.end() && editor->answer() != sent->second)
            m_sent.erase(sent); // the person goes on writing
    }
}

void RubricPage::changeDrafts(const std::string& from, const std::string& to)
{
    for (const auto& [target, answer] : m_sent)
        m_drafts.here().erase(target);
    m_sent.clear();
    m_drafts.change(from, to);
}

std::size_t RubricPage::answersInWork() const
{
    std::size_t count = m_drafts.touched();
    for (const RubricQuestion* const question : reading().findChildren<RubricQuestion*>()) {
        const RubricEditor* const editor = question->editor();
        if (editor && editor->isTouched() && m_sent.count(question->target()) == 0)
            ++count;
    }
    return count;
}

RubricQuestion* RubricPage::focusedQuestion() const
{
    const QWidget* const focus = window()->focusWidget();
    for (RubricQuestion* const question : reading().findChildren<RubricQuestion*>()) {
        if (focus && question->isAncestorOf(focus))
            return question;
    }
    return nullptr;
}

std::string RubricPage::focusedItem() const
{
    const RubricQuestion* const question = focusedQuestion();
    return question ? question->target() : std::string();
}

std::vector<SectionedPage::Item> RubricPage::items() const
{
    std::vector<Item> all;
    for (const AskedQuestion& asked : m_questions)
        all.push_back({asked.target, sectionOf(asked.target), asked.question.isOpen()});
    return all;
}

} // namespace cupel::ui
