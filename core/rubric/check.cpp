#include "core/rubric/check.h"

#include <algorithm>

namespace cupel::rubric {
namespace {

constexpr std::string_view kNone = "N/A";

bool applies(const Answer& answer)
{
    return answer.applies.value_or(false);
}

const LabelAnswer* find(const Sheet& sheet, Dimension dimension, std::string_view label)
{
    const auto& answers = sheet.labelsFor(dimension);
    const auto found = std::find_if(answers.begin(), answers.end(),
        [label](const LabelAnswer& one) { return one.label == label; });
    return found == answers.end() ? nullptr : &*found;
}

bool has(const Sheet& sheet, Dimension dimension, std::string_view label)
{
    const LabelAnswer* const found = find(sheet, dimension, label);
    return found && applies(found->answer);
}

bool isPresent(const Sheet& sheet, Dimension dimension)
{
    return std::find(sheet.present.begin(), sheet.present.end(), dimension) != sheet.present.end();
}

class Checker {
public:
    explicit Checker(const Sheet& sheet)
        : m_sheet(sheet)
    {
    }

    std::vector<Violation> check()
    {
        for (const Dimension dimension : kDimensions) {
            m_dimension = dimension;
            if (!isPresent(m_sheet, dimension))
                add("DR-09", {},
                    ": the sheet lacks this rubric. Add it as a sheet of \"cupel rubric template\" "
                    "has it, and answer its questions.");
            else if (dimension == Dimension::Sources)
                checkSources();
            else if (dimension == Dimension::Annotations)
                checkAnnotations();
            else if (dimension == Dimension::Reproducibility)
                checkReproducibility();
            else
                checkLabels();
        }
        return std::move(m_found);
    }

private:
    /// The message goes on after the title of the rubric.
    void add(const char* rule, documents::Position at, const std::string& message,
        bool isWarning = false)
    {
        m_found.push_back(
            {rule, m_dimension, isWarning, std::string(titleOf(m_dimension)) + message, at});
    }

    void checkEvidence(const Answer& answer, const std::string& what)
    {
        if (applies(answer) && answer.reference.empty())
            add("DR-05", answer.at,
                ": \"" + what
                    + "\" applies and names no evidence. Say where it can be read: a page, a "
                      "section, a link.");
    }

    void checkSources()
    {
        if (m_sheet.sources.empty())
            add("DR-07", {},
                ": no source is named. Name each kind of data, and whether people or a model made "
                "it, or that nobody knows.");
        for (const Source& source : m_sheet.sources) {
            const bool isKnown = source.isHuman.value_or(false) || source.isModel.value_or(false);
            const bool isUnknown = source.isUnknown.value_or(false);
            if (!isKnown && !isUnknown)
                add("DR-08", source.answer.at,
                    ": the origin of \"" + source.modality
                        + "\" is open. Say whether people or a model made it, or that it is "
                          "unknown.");
            if (isKnown && isUnknown)
                add("DR-08", source.answer.at,
                    ": the origin of \"" + source.modality
                        + "\" is said to be known and unknown at once. Keep what is true.");
            checkEvidence(source.answer, source.modality);
        }
    }

    void checkAnnotations()
    {
        if (m_sheet.annotations.empty() && !m_sheet.isUnlabelled)
            add("DR-07", {},
                ": nobody is named who annotated. Say who did, or that the dataset has no labels.");
        for (const Annotation& annotation : m_sheet.annotations) {
            checkEvidence(annotation.answer, annotation.category);
            checkEvidence(annotation.instructions, "Has Instructions");
            checkEvidence(annotation.rubrics, "Has Rubrics");
            checkEvidence(annotation.examples, "Has Examples");
        }
    }

    void checkReproducibility()
    {
        checkEvidence(m_sheet.code, "Has Code");
        checkEvidence(m_sheet.documentation, "Has Documentation");
    }

    void checkLabels()
    {
        const auto& answers = m_sheet.labelsFor(m_dimension);
        const auto chosen = std::count_if(answers.begin(), answers.end(),
            [](const LabelAnswer& one) { return applies(one.answer); });
        const std::string noneMeans(labelsOf(m_dimension).back().meaning);
        if (chosen == 0)
            add("DR-07", {},
                ": no label applies, so it is unanswered. Choose what is true, or \"N/A\": "
                    + noneMeans + ".");
        if (chosen > 1 && has(m_sheet, m_dimension, kNone))
            add("DR-02", find(m_sheet, m_dimension, kNone)->answer.at,
                ": \"N/A\" stands beside other labels, and means: " + noneMeans
                    + ". Keep it alone, or take it away.");
        for (const LabelAnswer& one : answers) {
            if (one.label != kNone)
                checkEvidence(one.answer, one.label);
        }
        if (m_dimension == Dimension::Quality)
            checkNumberOfPeople();
        if (m_dimension == Dimension::Language)
            checkCountsOfLanguages();
    }

    void checkNumberOfPeople()
    {
        for (const auto& [single, multiple] :
            {std::pair{"Single Human Expert", "Multiple Human Experts"},
                std::pair{"Single Human Non-Expert", "Multiple Human Non-Experts"}}) {
            if (has(m_sheet, m_dimension, single) && has(m_sheet, m_dimension, multiple))
                add("DR-03", find(m_sheet, m_dimension, multiple)->answer.at,
                    std::string(": \"") + single + "\" and \"" + multiple
                        + "\" contradict each other. Keep the one that is true.");
        }
    }

    void checkCountsOfLanguages()
    {
        std::string counts;
        int count = 0;
        for (const char* const label :
            {"Multilingual", "Bilingual", "Monolingual (English)", "Monolingual (Non-English)"}) {
            if (!has(m_sheet, m_dimension, label))
                continue;
            counts += (counts.empty() ? "\"" : ", \"") + std::string(label) + "\"";
            ++count;
        }
        if (count > 1)
            add("DR-04", {},
                ": more than one number of languages is chosen: " + counts
                    + ". Keep the one that is true of this dataset.",
                true);
    }

    const Sheet& m_sheet;
    Dimension m_dimension = Dimension::Sources; ///< that is being checked
    std::vector<Violation> m_found;
};

void addOpen(std::vector<OpenQuestion>& open, Dimension dimension, std::string question,
    const Answer& answer)
{
    if (answer.status == Status::Unanswered || answer.status == Status::Suggested)
        open.push_back({dimension, std::move(question), answer.status});
}

/// Points until a person has confirmed: half for a suggestion.
double counted(double points, Status status)
{
    return status == Status::Suggested ? points / 2.0 : points;
}

bool isAnswered(const Answer& answer)
{
    return applies(answer) && answer.status != Status::Disputed;
}

Aspect sourcesAspect(const Sheet& sheet)
{
    Aspect aspect{"Data sources", 0.0, "no source is named"};
    std::size_t known = 0;
    Status weakest = Status::Confirmed;
    for (const Source& source : sheet.sources) {
        if (!isAnswered(source.answer) || source.isUnknown.value_or(false))
            continue;
        ++known;
        if (source.answer.status == Status::Suggested)
            weakest = Status::Suggested;
    }
    if (known > 0) {
        const bool isAll = known == sheet.sources.size();
        aspect.points = counted(isAll ? 2.0 : 1.0, weakest);
        aspect.reason = isAll ? "all sources have a known origin" : "some sources have one";
    }
    return aspect;
}

Aspect annotationsAspect(const Sheet& sheet)
{
    if (sheet.isUnlabelled)
        return {"Data annotations", std::nullopt, "the dataset has no labels"};
    Aspect aspect{"Data annotations", 0.0, "who annotated is unknown"};
    for (const Annotation& annotation : sheet.annotations) {
        if (!isAnswered(annotation.answer))
            continue;
        const int guidance = isAnswered(annotation.instructions) + isAnswered(annotation.rubrics)
            + isAnswered(annotation.examples);
        const double points = counted(guidance >= 2 ? 2.0 : 1.0, annotation.answer.status);
        if (points > *aspect.points) {
            aspect.points = points;
            aspect.reason = guidance >= 2 ? "annotators and their guidance are known"
                                          : "annotators are known, their guidance hardly";
        }
    }
    return aspect;
}

/// The best of the labels: points by label, none for N/A.
template <typename Points>
Aspect labelAspect(const Sheet& sheet, Dimension dimension, const char* nothing, Points points)
{
    Aspect aspect{std::string(titleOf(dimension)), 0.0, nothing};
    for (const LabelAnswer& one : sheet.labelsFor(dimension)) {
        if (one.label == kNone || !isAnswered(one.answer))
            continue;
        const double given = counted(points(one), one.answer.status);
        if (given > *aspect.points) {
            aspect.points = given;
            aspect.reason = one.label;
        }
    }
    return aspect;
}

double byReference(const LabelAnswer& one)
{
    return one.answer.reference.empty() ? 1.0 : 2.0;
}

Aspect qualityAspect(const Sheet& sheet)
{
    return labelAspect(
        sheet, Dimension::Quality, "no check is described", [](const LabelAnswer& one) {
            const bool isByPeople = one.label.find("Human") != std::string::npos;
            return isByPeople ? byReference(one) : 1.0;
        });
}

Aspect languageAspect(const Sheet& sheet)
{
    if (has(sheet, Dimension::Language, kNone))
        return {"Language coverage", std::nullopt, "there is no language in the data"};
    return labelAspect(sheet, Dimension::Language, "the language is not known",
        [](const LabelAnswer& one) { return one.label == "Unknown" ? 0.0 : byReference(one); });
}

Aspect hasAspect(const char* title, const Answer& answer)
{
    if (!isAnswered(answer))
        return {title, 0.0, "none is known"};
    return {title, counted(answer.reference.empty() ? 1.0 : 2.0, answer.status),
        answer.reference.empty() ? "said, without evidence" : answer.reference};
}

} // namespace

std::vector<Violation> violations(const Sheet& sheet)
{
    return Checker(sheet).check();
}

std::vector<OpenQuestion> openQuestions(const Sheet& sheet)
{
    std::vector<OpenQuestion> open;
    if (sheet.sources.empty())
        open.push_back({Dimension::Sources, "which raw components, and their origin", {}});
    for (const Source& source : sheet.sources)
        addOpen(open, Dimension::Sources, "origin of " + source.modality, source.answer);
    if (sheet.annotations.empty() && !sheet.isUnlabelled)
        open.push_back({Dimension::Annotations, "who annotated", {}});
    for (const Annotation& annotation : sheet.annotations) {
        addOpen(open, Dimension::Annotations, "category of annotators", annotation.answer);
        addOpen(open, Dimension::Annotations, "Has Instructions", annotation.instructions);
        addOpen(open, Dimension::Annotations, "Has Rubrics", annotation.rubrics);
        addOpen(open, Dimension::Annotations, "Has Examples", annotation.examples);
    }
    for (const Dimension dimension :
        {Dimension::Quality, Dimension::Novelty, Dimension::Utility, Dimension::Language}) {
        for (const LabelAnswer& one : sheet.labelsFor(dimension))
            addOpen(open, dimension, one.label, one.answer);
    }
    addOpen(open, Dimension::Reproducibility, "Has Code", sheet.code);
    addOpen(open, Dimension::Reproducibility, "Has Documentation", sheet.documentation);
    return open;
}

Score score(const Sheet& sheet)
{
    Score result;
    result.aspects = {sourcesAspect(sheet), annotationsAspect(sheet), qualityAspect(sheet),
        labelAspect(sheet, Dimension::Novelty, "not known where the data is new", byReference),
        labelAspect(sheet, Dimension::Utility, "no use is shown", byReference),
        languageAspect(sheet), hasAspect("Code", sheet.code),
        hasAspect("Documentation", sheet.documentation)};
    const std::vector<Violation> broken = violations(sheet);
    for (std::size_t i = 0; i < result.aspects.size(); ++i) {
        Aspect& aspect = result.aspects[i];
        if (!aspect.points)
            continue;
        const Dimension dimension
            = i < kDimensions.size() ? kDimensions[i] : Dimension::Reproducibility;
        const bool isBroken
            = std::any_of(broken.begin(), broken.end(), [dimension](const Violation& violation) {
                  return !violation.isWarning
                      && (violation.rule == "DR-02" || violation.rule == "DR-03")
                      && violation.dimension == dimension;
              });
        if (isBroken) {
            aspect.points = 0.0;
            aspect.reason = "the answers contradict each other";
        }
        result.points += *aspect.points;
        result.possible += 2.0;
    }
    return result;
}

} // namespace cupel::rubric
