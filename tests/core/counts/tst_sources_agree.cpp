#include <gtest/gtest.h>

#include "core/counts/local_counts.h"
#include "tests/core/counts/local_table.h"
#include "tests/core/counts/print_answers.h"
#include "tests/core/counts/random_tables.h"
#include "tests/core/counts/sqlite_counts.h"

using namespace cupel;
using namespace cupel::counts;
using namespace cupel::test;

namespace {

/// Each seed is one table with many questions.
class SourcesAgree : public testing::TestWithParam<std::uint64_t> {
protected:
    static constexpr int kQuestions = 60;
};

TEST_P(SourcesAgree, OnRandomQuestions)
{
    std::mt19937_64 random(GetParam());
    const LiteralTable table = randomTable(random, 300);
    const LiteralCounts literal(table);
    const SqliteCounts sqlite(table);
    LocalOptions options;
    if (GetParam() % 3 == 0)
        options.hashBits = 4;
    const auto read = localTable(table, options);
    const LocalCounts local(read, 1);
    const LocalCounts localOnTwo(read, 2);
    for (int i = 0; i < kQuestions; ++i) {
        const Question question = randomQuestion(random, literal.describe());
        const std::string expected = answerText(literal, question);
        SCOPED_TRACE(toText(question));
        ASSERT_EQ(answerText(sqlite, question), expected);
        ASSERT_EQ(answerText(local, question), expected);
        ASSERT_EQ(answerText(localOnTwo, question), expected);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SourcesAgree, testing::Range<std::uint64_t>(1, 121));

} // namespace
