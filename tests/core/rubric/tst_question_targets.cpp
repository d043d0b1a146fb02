#include "core/rubric/question_targets.h"

#include "core/rubric/questions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cupel::rubric {
namespace {

Sheet fullSheet()
{
    Sheet sheet = emptySheet();
    sheet.sources
        = {{"tabular", true, {}, {}, {}}, {"text", {}, {}, {}, {}}, {"tabular", {}, true, {}, {}}};
    sheet.annotations.resize(2);
    return sheet;
}

TEST(QuestionTargets, NameEveryQuestionOnceInTheirOrder)
{
    Sheet sheet = fullSheet();
    const std::vector<AnswerPlace> places = answerPlaces(sheet);
    const std::vector<Question> questions = questionsOf(sheet);
    ASSERT_EQ(places.size(), questions.size());
    std::set<std::string> seen;
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_EQ(places[i].answer, questions[i].answer) << places[i].target;
        EXPECT_TRUE(places[i].target.starts_with(keyOf(questions[i].dimension)));
        EXPECT_TRUE(isQuestionTarget(places[i].target));
        EXPECT_TRUE(seen.insert(places[i].target).second) << places[i].target;
    }
}

TEST(QuestionTargets, AreStable)
{
    const std::vector<std::string> targets = questionTargets(fullSheet());
    const std::vector<std::string> begin(targets.begin(), targets.begin() + 11);
    EXPECT_EQ(begin,
        (std::vector<std::string>{"sources/tabular", "sources/text", "sources/tabular/2",
            "data_annotations/annotators", "data_annotations/instructions",
            "data_annotations/rubrics", "data_annotations/examples",
            "data_annotations/annotators/2", "data_annotations/instructions/2",
            "data_annotations/rubrics/2", "data_annotations/examples/2"}));
    for (const char* const one : {"quality_assurance/N/A", "data_novelty/Derived",
             "task_utility/Pre-Training", "lang/Code / Programming Language",
             "reproducibility/code", "reproducibility/documentation"})
        EXPECT_NE(std::find(targets.begin(), targets.end(), one), targets.end()) << one;
}

TEST(QuestionTargets, LeadToOriginsAndAnnotators)
{
    Sheet sheet = fullSheet();
    for (const AnswerPlace& place : answerPlaces(sheet)) {
        EXPECT_EQ(place.source != nullptr, place.target.starts_with("sources/"));
        EXPECT_EQ(
            place.annotation != nullptr, place.target.starts_with("data_annotations/annotators"));
    }
}

TEST(QuestionTargets, AreToldFromOtherTexts)
{
    for (const char* const text :
        {"", "lang", "lang/", "language/x", "/lang", "f-0c3512cde34951e5", "data_novelty.Derived"})
        EXPECT_FALSE(isQuestionTarget(text)) << text;
}

} // namespace
} // namespace cupel::rubric
