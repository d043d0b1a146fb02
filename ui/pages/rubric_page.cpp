#include "ui/pages/rubric_page.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "core/rubric/check.h"
#include "core/rubric/suggest.h"
#include "ui/pages/block_widgets.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/meter_bar.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/rubric_question.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tile.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kScore = 0; ///< the first section; rubrics follow
constexpr double kPointsOfAspect = 2.0;

QString pointsWords(double points, double possible)
{
    const QLocale locale;
    return RubricPage::tr("%1 of %2 points")
        .arg(locale.toString(points, 'g', 4), locale.toString(possible, 'g', 4));
}

std::string itemOf(const rubric::Question& question)
{
    return std::string(rubric::keyOf(question.dimension)) + ": " + question.title;
}

} // namespace

RubricPage::RubricPage(QWidget* parent)
    : SectionedPage(tr("Only what is open"), parent)
{
    RubricPage::setDataset({});
}

void RubricPage::setDataset(const OpenDatasetPtr& dataset)
{
    m_questions.clear();
    m_sheet.reset();
    const bool isThere
        = dataset && !dataset->report->datasets.empty() && dataset->dataset().card.has_value();
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
    m_sheet = rubric::suggestedSheet(its.name, *its.card, its.measured);
    m_questions = rubric::questionsOf(*m_sheet);
    const std::vector<rubric::OpenQuestion> open = rubric::openQuestions(*m_sheet);
    std::vector<Section> sections{{tr("Score"), {}, true}};
    for (const rubric::Dimension dimension : m_sheet->present) {
        const auto waiting = std::count_if(open.begin(), open.end(),
            [dimension](const rubric::OpenQuestion& one) { return one.dimension == dimension; });
        sections.push_back({shown(rubric::titleOf(dimension)),
            waiting > 0 ? tr("%1 open").arg(counted(waiting)) : tr("done"), waiting > 0});
    }
    setSections(std::move(sections));
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
    const std::string key = item.substr(0, item.find(':'));
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
    auto* const grid = new QGridLayout;
    for (const rubric::Aspect& aspect : score.aspects) {
        const QString reason = shownShort(base::DataText::document(aspect.reason));
        addMeter(*grid, shown(aspect.title), aspect.points.value_or(0.0) / kPointsOfAspect,
            aspect.points
                ? pointsWords(*aspect.points, kPointsOfAspect) + QStringLiteral(": ") + reason
                : QStringLiteral("– ") + tr("does not apply: %1").arg(reason));
    }
    column.addLayout(grid);
    addProgress();
    addViolations();
    addWaiting();
}

void RubricPage::addProgress()
{
    const auto answered = std::count_if(m_questions.begin(), m_questions.end(),
        [](const rubric::Question& question) { return !question.isOpen(); });
    const auto suggested = std::count_if(
        m_questions.begin(), m_questions.end(), [](const rubric::Question& question) {
            return question.answer->status == rubric::Status::Suggested;
        });
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(tr("Progress"), 3));
    auto* const grid = new QGridLayout;
    const auto all = static_cast<std::int64_t>(m_questions.size());
    addMeter(*grid, tr("Answered by a person"),
        all > 0 ? static_cast<double>(answered) / static_cast<double>(all) : 0.0,
        tr("%1 of %2 questions; %3 more have a suggestion to confirm")
            .arg(counted(answered), counted(all), counted(suggested)));
    column.addLayout(grid);
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
    bool isEmpty = true;
    for (const rubric::Question& question : m_questions) {
        if (question.dimension != dimension || (showsOnlyOpen() && !question.isOpen()))
            continue;
        isEmpty = false;
        auto* const widget = new RubricQuestion(question);
        column.addWidget(widget);
        reading().place(itemOf(question), widget->heading());
    }
    if (!isEmpty)
        return;
    const bool isUnlabelled = dimension == rubric::Dimension::Annotations && m_sheet->isUnlabelled;
    addReadable(new PlainLabel(isUnlabelled
                        ? tr("The dataset has no labels, so there are no annotations to describe.")
                        : tr("No question is open here.")),
        column);
}

} // namespace cupel::ui
