#include <gtest/gtest.h>

#include "core/counts/local_counts.h"
#include "tests/core/counts/local_table.h"
#include "tests/core/counts/print_answers.h"
#include "tests/core/counts/random_tables.h"
#include "tests/core/counts/sqlite_counts.h"
#include "tests/support/effort.h"

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

INSTANTIATE_TEST_SUITE_P(Seeds, SourcesAgree, testing::Range<std::uint64_t>(1, 1 + effort(120)));

/// More rows than one thread takes, two columns with more texts than get codes, and numbers held
/// as arrays.
LiteralTable largeTable()
{
    constexpr std::size_t kRows = 80'000;
    LiteralTable table{{{"sex", {}}, {"label", {}}, {"note", {}}, {"url", {}}, {"score", {}},
                           {"id", {}}, {"weight", {}}},
        {}};
    std::mt19937_64 random(1);
    const auto below = [&random](std::uint64_t n) { return random() % n; };
    for (std::size_t row = 0; row < kRows; ++row) {
        if (row > 0 && below(20) == 0) {
            // A repeated row, often with another label.
            table.rows.push_back(table.rows[below(row)]);
            if (below(2) == 0)
                table.rows.back()[1] = "yes";
            continue;
        }
        table.rows.push_back({below(2) != 0 ? "Female" : "Male", below(3) != 0 ? "no" : "yes",
            "note " + std::to_string(below(1'000'000)), "u" + std::to_string(below(1'000'000)),
            std::to_string(below(5'000)) + (below(2) != 0 ? ".5" : ".25"),
            std::to_string(below(1'000'000)), std::to_string(static_cast<int>(below(3'000)) - 5)});
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            if (below(50) == 0)
                table.rows.back()[c].reset();
        }
    }
    return table;
}

std::vector<Question> largeQuestions()
{
    const Filter women{{{ValueDim{"sex"}, {CellKey::value("Female")}}}};
    const Filter high{{{AtLeastDim{"score", 4'000.25}, {CellKey::value("true")}},
        {MissingDim{"note"}, {CellKey::value("present")}}}};
    const std::vector<std::string> features{"sex", "note", "url", "score", "id", "weight"};
    const std::vector<Measure> measures{{Measure::Kind::Weight, "", "", false},
        {Measure::Kind::WeightSquared, "", "", false}, {Measure::Kind::X, "score", "", true},
        {Measure::Kind::XY, "score", "id", true}, {Measure::Kind::XSquared, "id", "", true},
        {Measure::Kind::DifferenceSquared, "id", "score", false}};
    return {
        CellsQuestion{{ValueDim{"sex"}, ValueDim{"label"}}, high, measures, "weight"},
        CellsQuestion{
            {BinsDim{"score", {0, 10, 100, 2'500.25, 5'000}}, MissingDim{"url"}}, {}, {}, ""},
        CellsQuestion{{BinsDim{"id", {0, 10.5, 100, 500'000}}, ValueDim{"sex"}}, women, {}, ""},
        CellsQuestion{{ValueDim{"weight"}, ValueDim{"sex"}, ValueDim{"label"}}, {}, {}, ""},
        CellsQuestion{
            {ValueDim{"id"}, ValueDim{"note"}, ValueDim{"sex"}}, women, measures, "weight"},
        CellsQuestion{{ValueDim{"note"}}, high, {}, ""},
        CellsQuestion{{SameDim{"note", "url"}, SameDim{"id", "weight"}, SameDim{"id", "score"},
                          SameDim{"score", "note"}},
            {}, {}, ""},
        CellsQuestion{
            {RepeatsDim{}, RepeatsDim{features}, ConflictsDim{features, "label"}}, {}, {}, ""},
        GroupedQuestion{{}, "", {}},
        GroupedQuestion{features, "label", women},
        GroupedQuestion{{"url"}, "note", {}},
        GroupedQuestion{{"sex", "weight"}, "score", high},
        RowRefsQuestion{{{{ConflictsDim{features, "label"}, {CellKey::value("conflict")}}}}, 100},
    };
}

TEST(LargeTable, AllSourcesAgree)
{
    const LiteralTable table = largeTable();
    const LiteralCounts literal(table);
    const auto read = localTable(table, {64, {}, {}, true});
    const auto readWithShortHashes = localTable(table, {12, {}, {}, true});
    const auto* note = &read->columns[2];
    ASSERT_TRUE(std::holds_alternative<table::TextSketch>(note->cells));
    ASSERT_TRUE(std::holds_alternative<table::NumberColumn>(read->columns[4].cells));
    const LocalCounts one(read, 1);
    const LocalCounts two(read, 2);
    const LocalCounts three(readWithShortHashes, 3);
    for (const Question& question : largeQuestions()) {
        SCOPED_TRACE(toText(question));
        const std::string expected = answerText(literal, question);
        EXPECT_TRUE(answerText(one, question) == expected);
        EXPECT_TRUE(answerText(two, question) == expected);
        EXPECT_TRUE(answerText(three, question) == expected);
    }
}

TEST(LargeTable, CodedTextsGiveTheSameAnswersAsTextsReadAgain)
{
    const LiteralTable table = largeTable();
    const LocalCounts read(localTable(table, {64, {}, {}, true}), 2);
    const LocalCounts coded(localTable(table, {64, {"note", "url"}, {}, true}), 2);
    for (const Question& question : largeQuestions()) {
        SCOPED_TRACE(toText(question));
        EXPECT_TRUE(answerText(read, question) == answerText(coded, question));
    }
}

} // namespace
