#include "core/rubric/questions.h"

#include "core/rubric/check.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::rubric {
namespace {

TEST(RubricQuestions, AreAllThatASheetAsks)
{
    Sheet sheet = emptySheet();
    sheet.sources.push_back(
        {"text", true, true, {}, {true, "README.md", "", Status::Suggested, {}}});
    sheet.annotations.push_back({"AI Model", {true, "s", "", Status::Confirmed, {}}, {}, {}, {}});
    const std::vector<Question> questions = questionsOf(sheet);
    EXPECT_EQ(questions.size(), 1u + 4u + 7u + 7u + 8u + 10u + 2u);
    EXPECT_EQ(questions[0].title, "origin of text");
    EXPECT_EQ(questions[0].value, "human, model");
    EXPECT_EQ(questions[1].value, "AI Model");
    EXPECT_FALSE(questions[1].isOpen());
    EXPECT_EQ(questions[2].title, "instructions");
    EXPECT_EQ(questions[2].value, "open");
    EXPECT_EQ(questions.back().title, "documentation");
    for (const Question& question : questions)
        EXPECT_TRUE(question.answer);
}

TEST(RubricQuestions, ExplainLabels)
{
    Sheet sheet = emptySheet();
    sheet.labelsFor(Dimension::Novelty)[0].answer.applies = false;
    for (const Question& question : questionsOf(sheet)) {
        if (question.title != "New Data from Human")
            continue;
        EXPECT_EQ(question.meaning, "people made it from scratch");
        EXPECT_EQ(question.value, "no");
    }
}

/// openQuestions() also asks for entries that are not there.
TEST(RubricQuestions, AreOpenWhereTheCheckSaysSo)
{
    Sheet sheet = emptySheet();
    sheet.sources.push_back({"text", {}, {}, {}, {}});
    sheet.isUnlabelled = true;
    sheet.code.status = Status::Disputed;
    const std::vector<Question> questions = questionsOf(sheet);
    EXPECT_EQ(std::count_if(questions.begin(), questions.end(),
                  [](const Question& question) { return question.isOpen(); }),
        static_cast<std::ptrdiff_t>(openQuestions(sheet).size()));
}

} // namespace
} // namespace cupel::rubric
