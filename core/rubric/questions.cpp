#include "core/rubric/questions.h"

#include <utility>

namespace cupel::rubric {
namespace {

constexpr const char* kOpen = "open";

std::string yesOrNo(const Answer& answer)
{
    if (!answer.applies)
        return kOpen;
    return *answer.applies ? "yes" : "no";
}

std::string originOf(const Source& source)
{
    std::string origin;
    for (const auto& [isSet, word] : {std::pair{source.isHuman, "human"},
             std::pair{source.isModel, "model"}, std::pair{source.isUnknown, "unknown"}}) {
        if (isSet.value_or(false))
            origin += (origin.empty() ? "" : ", ") + std::string(word);
    }
    return origin.empty() ? kOpen : origin;
}

void addAnnotations(const Sheet& sheet, std::vector<Question>& all)
{
    const Dimension dimension = Dimension::Annotations;
    for (const Annotation& one : sheet.annotations) {
        all.push_back({dimension, "who annotated", {}, one.category.empty() ? kOpen : one.category,
            &one.answer});
        for (const auto& [title, answer] : {std::pair{"instructions", &one.instructions},
                 std::pair{"rubrics", &one.rubrics}, std::pair{"examples", &one.examples}})
            all.push_back({dimension, title, {}, yesOrNo(*answer), answer});
    }
}

void addLabels(const Sheet& sheet, Dimension dimension, std::vector<Question>& all)
{
    for (const LabelAnswer& one : sheet.labelsFor(dimension)) {
        Question& question = all.emplace_back();
        question.dimension = dimension;
        question.title = one.label;
        for (const Label& label : labelsOf(dimension)) {
            if (label.name == one.label)
                question.meaning = label.meaning;
        }
        question.value = yesOrNo(one.answer);
        question.answer = &one.answer;
    }
}

} // namespace

std::vector<Question> questionsOf(const Sheet& sheet)
{
    std::vector<Question> all;
    for (const Dimension dimension : sheet.present) {
        switch (dimension) {
        case Dimension::Sources:
            for (const Source& source : sheet.sources)
                all.push_back({dimension, "origin of " + source.modality, {}, originOf(source),
                    &source.answer});
            break;
        case Dimension::Annotations:
            addAnnotations(sheet, all);
            break;
        case Dimension::Reproducibility:
            all.push_back({dimension, "code", {}, yesOrNo(sheet.code), &sheet.code});
            all.push_back({dimension, "documentation", {}, yesOrNo(sheet.documentation),
                &sheet.documentation});
            break;
        default:
            addLabels(sheet, dimension, all);
        }
    }
    return all;
}

} // namespace cupel::rubric
