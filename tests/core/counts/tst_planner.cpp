#include <atomic>
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/counts/literal_counts.h"
#include "core/counts/planner.h"

using namespace cupel;
using namespace cupel::counts;

namespace {

/// Counts how often it is asked.
class CountingSource final : public CountSource {
public:
    const Description& describe() const override { return m_literal.describe(); }
    base::Result<Answer> answer(const Question& question) const override
    {
        ++asked;
        return m_literal.answer(question);
    }
    base::Result<std::vector<table::Row>> rows(
        const std::vector<std::uint64_t>& indexes) const override
    {
        return m_literal.rows(indexes);
    }

    mutable int asked = 0;

private:
    LiteralCounts m_literal{{{{"sex", {}}}, {{"F"}, {"M"}, {"F"}}}};
};

const CellsQuestion kBySex{{ValueDim{"sex"}}, {}, {}, ""};
const GroupedQuestion kGroups{{"sex"}, "", {}};

TEST(Ask, PutsEachQuestionOnce)
{
    const CountingSource source;
    Answers answers;
    AskStatistics statistics;
    ASSERT_TRUE(
        ask(source, std::vector<Question>{kBySex, kGroups, kBySex}, answers, {}, &statistics));
    EXPECT_EQ(source.asked, 2);
    EXPECT_EQ(statistics.asked, 2);
    EXPECT_EQ(statistics.known, 1);
    EXPECT_EQ(answers.cells(kBySex).cells.size(), 2u);
    EXPECT_EQ(answers.groups(kGroups).groups, 2);

    ASSERT_TRUE(ask(source, std::vector<Question>{kGroups}, answers, {}, &statistics));
    EXPECT_EQ(source.asked, 2);
    EXPECT_EQ(statistics.known, 2);
}

TEST(Ask, StopsAtTheFirstErrorAndKeepsWhatIsAnswered)
{
    const CountingSource source;
    Answers answers;
    const CellsQuestion bad{{ValueDim{"no such column"}}, {}, {}, ""};
    const auto asked = ask(source, std::vector<Question>{kBySex, bad, kGroups}, answers, {});
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, base::ErrorCode::Usage);
    EXPECT_TRUE(answers.contains(kBySex));
    EXPECT_FALSE(answers.contains(kGroups));
}

TEST(Ask, EndsWhenCancelled)
{
    const CountingSource source;
    Answers answers;
    const std::atomic<bool> cancel{true};
    const auto asked
        = ask(source, std::vector<Question>{kBySex}, answers, base::JobContext({}, &cancel));
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, base::ErrorCode::Cancelled);
    EXPECT_EQ(source.asked, 0);
}

TEST(Answers, ThrowsForWhatWasNotAsked)
{
    const Answers answers;
    EXPECT_THROW(answers.cells(kBySex), std::logic_error);
}

TEST(WithFilter, AndsAFilterToAnyQuestion)
{
    const Filter women{{{ValueDim{"sex"}, {CellKey::value("F")}}}};
    const CountingSource source;
    Answers answers;
    const std::vector<Question> questions{withFilter(kBySex, women), withFilter(kGroups, women),
        withFilter(RowRefsQuestion{women, 5}, women)};
    ASSERT_TRUE(ask(source, questions, answers, {}));
    EXPECT_EQ(answers.cells(std::get<CellsQuestion>(questions[0])).rows, 2);
    EXPECT_EQ(answers.groups(std::get<GroupedQuestion>(questions[1])).groups, 1);
    EXPECT_EQ(std::get<RowRefsQuestion>(questions[2]).filter, women);
    EXPECT_EQ(answers.rowRefs({women, 5}).rows, (std::vector<std::uint64_t>{0, 2}));
}

} // namespace
