#include "core/rubric/question_targets.h"

#include <algorithm>
#include <map>
#include <utility>

namespace cupel::rubric {
namespace {

class PlaceList {
public:
    explicit PlaceList(Sheet& sheet)
        : m_sheet(sheet)
    {
    }

    std::vector<AnswerPlace> places()
    {
        for (const Dimension dimension : m_sheet.present)
            addRubric(dimension);
        return std::move(m_places);
    }

private:
    AnswerPlace& add(Dimension dimension, const std::string& what, Answer& answer)
    {
        std::string target = std::string(keyOf(dimension)) + "/" + what;
        if (const int number = ++m_seen[target]; number > 1)
            target += "/" + std::to_string(number);
        return m_places.emplace_back(AnswerPlace{std::move(target), &answer, nullptr, nullptr});
    }

    void addRubric(Dimension dimension)
    {
        switch (dimension) {
        case Dimension::Sources:
            for (Source& source : m_sheet.sources)
                add(dimension, source.modality, source.answer).source = &source;
            break;
        case Dimension::Annotations:
            for (Annotation& one : m_sheet.annotations) {
                add(dimension, "annotators", one.answer).annotation = &one;
                add(dimension, "instructions", one.instructions);
                add(dimension, "rubrics", one.rubrics);
                add(dimension, "examples", one.examples);
            }
            break;
        case Dimension::Reproducibility:
            add(dimension, "code", m_sheet.code);
            add(dimension, "documentation", m_sheet.documentation);
            break;
        default:
            for (LabelAnswer& one : m_sheet.labelsFor(dimension))
                add(dimension, one.label, one.answer);
        }
    }

    Sheet& m_sheet;
    std::map<std::string, int> m_seen;
    std::vector<AnswerPlace> m_places;
};

} // namespace

std::vector<AnswerPlace> answerPlaces(Sheet& sheet)
{
    return PlaceList(sheet).places();
}

std::vector<std::string> questionTargets(const Sheet& sheet)
{
    Sheet copy = sheet;
    std::vector<std::string> targets;
    for (AnswerPlace& place : answerPlaces(copy))
        targets.push_back(std::move(place.target));
    return targets;
}

bool isQuestionTarget(std::string_view text)
{
    return std::any_of(kDimensions.begin(), kDimensions.end(), [text](Dimension dimension) {
        const std::string_view key = keyOf(dimension);
        return text.starts_with(key) && text.size() > key.size() + 1 && text[key.size()] == '/';
    });
}

} // namespace cupel::rubric
