#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "core/counts/local_counts.h"
#include "tests/core/counts/local_table.h"
#include "tests/core/counts/print_answers.h"
#include "tests/core/counts/sqlite_counts.h"

using namespace cupel;
using namespace cupel::counts;
using namespace cupel::test;

namespace {

/// Seven applicants. Row 4 repeats row 0; rows 0, 4 and 5 agree in sex and age but not in income.
LiteralTable applicants()
{
    return {{{"sex", {}}, {"age", {}}, {"income", {}}, {"weight", {}}, {"prediction", {}}},
        {
            {"F", "25", "yes", "1", "yes"},
            {"M", "40", "no", "2", "yes"},
            {"F", {}, "no", "0.5", "no"},
            {{}, "60", "yes", {}, "yes"},
            {"F", "25", "yes", "1", "yes"},
            {"F", "25.0", "no", "-1", {}},
            {"M", "39.5", "yes", "3", "yes"},
        }};
}

CellKey v(const char* text)
{
    return CellKey::value(text);
}

Question byDim(Dim dim)
{
    return CellsQuestion{{std::move(dim)}, {}, {}, ""};
}

struct Case {
    std::string name;
    Question question;
    std::string answer;
};

std::vector<Case> cases()
{
    const Filter women{{{ValueDim{"sex"}, {v("F")}}}};
    using Kind = Measure::Kind;
    return {
        {"Total", CellsQuestion{{}, {}, {}, ""}, "rows 7\n: 7\n"},
        {"Value", byDim(ValueDim{"sex"}), "rows 7\n'F' : 4\n'M' : 2\n(missing) : 1\n"},
        {"ValueOfNumbersJoinsSpellings", byDim(ValueDim{"age"}),
            "rows 7\n'25' : 3\n'39.5' : 1\n'40' : 1\n'60' : 1\n(missing) : 1\n"},
        {"BinsAreClosedAtTheLastEdge", byDim(BinsDim{"age", {26, 40, 60}}),
            "rows 7\n'< 26' : 3\n'[26, 40)' : 1\n'[40, 60]' : 2\n(missing) : 1\n"},
        {"BinsBeyondTheLastEdge", byDim(BinsDim{"age", {25, 40}}),
            "rows 7\n'> 40' : 1\n'[25, 40]' : 5\n(missing) : 1\n"},
        {"AtLeast", byDim(AtLeastDim{"age", 40}),
            "rows 7\n'false' : 4\n'true' : 2\n(missing) : 1\n"},
        {"Missing", byDim(MissingDim{"prediction"}), "rows 7\n'missing' : 1\n'present' : 6\n"},
        {"Same", byDim(SameDim{"income", "prediction"}),
            "rows 7\n'different' : 1\n'same' : 5\n(missing) : 1\n"},
        {"SameOfNumbers", byDim(SameDim{"weight", "age"}),
            "rows 7\n'different' : 5\n(missing) : 2\n"},
        {"Recode", byDim(RecodeDim{"sex", {{"F", "women"}, {"X", "unknown"}}, "rest"}),
            "rows 7\n'rest' : 2\n'women' : 4\n(missing) : 1\n"},
        {"RecodeOfNumbers", byDim(RecodeDim{"age", {{"25", "young"}}, "older"}),
            "rows 7\n'older' : 3\n'young' : 3\n(missing) : 1\n"},
        {"RepeatsOfWholeRows", byDim(RepeatsDim{}), "rows 7\n'first' : 6\n'repeat' : 1\n"},
        {"RepeatsOfKeysCompareNumbers", byDim(RepeatsDim{{"age", "sex"}}),
            "rows 7\n'first' : 5\n'repeat' : 2\n"},
        {"Conflicts", byDim(ConflictsDim{{"sex", "age"}, "income"}),
            "rows 7\n'conflict' : 3\n'consistent' : 4\n"},
        {"ConflictsIgnoreMissingValues", byDim(ConflictsDim{{"sex", "age"}, "prediction"}),
            "rows 7\n'consistent' : 6\n(missing) : 1\n"},
        {"TwoDimsUnderAFilter", CellsQuestion{{ValueDim{"income"}, ValueDim{"age"}}, women, {}, ""},
            "rows 4\n'no' '25' : 1\n'no' (missing) : 1\n'yes' '25' : 2\n"},
        {"FilterOfTwoTermsAndTwoCells",
            CellsQuestion{{ValueDim{"sex"}},
                conjunction(women, {{{ValueDim{"age"}, {v("40"), CellKey::missing()}}}}), {}, ""},
            "rows 1\n'F' : 1\n"},
        {"FilterThatNothingPasses",
            CellsQuestion{{ValueDim{"sex"}}, {{{ValueDim{"sex"}, {}}}}, {}, ""}, "rows 0\n"},
        {"WeightsLeaveRowsOut",
            CellsQuestion{{ValueDim{"sex"}}, {},
                {{Kind::Weight, "", "", false}, {Kind::WeightSquared, "", "", false}}, "weight"},
            "rows 7\ninvalid-weight 1\nmissing-weight 1\n'F' : 3 2.5 2.25\n'M' : 2 5 13\n"},
        {"SumsOfNumbersSkipMissing",
            CellsQuestion{{ValueDim{"sex"}}, {},
                {{Kind::X, "age", "", false}, {Kind::XSquared, "age", "", false},
                    {Kind::XY, "age", "weight", false},
                    {Kind::DifferenceSquared, "age", "weight", false}},
                ""},
            "rows 7\n'F' : 4 75 1875 25 1828\n'M' : 2 79.5 3160.25 198.5 2776.25\n"
            "(missing) : 1 60 3600 0 0\n"},
        {"WeightedSums",
            CellsQuestion{
                {}, {}, {{Kind::X, "age", "", true}, {Kind::XSquared, "age", "", true}}, "weight"},
            "rows 7\ninvalid-weight 1\nmissing-weight 1\n: 5 248.5 9130.75\n"},
        {"GroupsOfWholeRows", GroupedQuestion{{}, "", {}},
            "rows 7 groups 6 repeated 1/2 mixed 0/0 largest 2"},
        {"GroupsOfKeys", GroupedQuestion{{"sex", "age"}, "income", {}},
            "rows 7 groups 5 repeated 1/3 mixed 1/3 largest 3"},
        {"GroupsCountOnlyPresentValuesAsMixed", GroupedQuestion{{"sex"}, "prediction", women},
            "rows 4 groups 1 repeated 1/4 mixed 1/3 largest 4"},
        {"RowRefsUpToALimit",
            RowRefsQuestion{{{{ConflictsDim{{"sex", "age"}, "income"}, {v("conflict")}}}}, 2},
            "total 3: 0 4"},
        {"ConflictsSpeakOfTheWholeTable",
            RowRefsQuestion{{{{ConflictsDim{{"sex", "age"}, "income"}, {v("conflict")}},
                                {ValueDim{"income"}, {v("no")}}}},
                9},
            "total 1: 5"},
    };
}

using Source = std::shared_ptr<const CountSource> (*)(const LiteralTable&);

std::shared_ptr<const CountSource> literalSource(const LiteralTable& table)
{
    return std::make_shared<LiteralCounts>(table);
}
std::shared_ptr<const CountSource> sqliteSource(const LiteralTable& table)
{
    return std::make_shared<SqliteCounts>(table);
}
std::shared_ptr<const CountSource> localSource(const LiteralTable& table)
{
    return std::make_shared<LocalCounts>(localTable(table));
}

class Answered : public testing::TestWithParam<Case> { };

TEST_P(Answered, ByEverySource)
{
    for (const Source source : {literalSource, sqliteSource, localSource})
        EXPECT_EQ(answerText(*source(applicants()), GetParam().question), GetParam().answer);
}

INSTANTIATE_TEST_SUITE_P(
    Hand, Answered, testing::ValuesIn(cases()), [](const auto& each) { return each.param.name; });

struct Refusal {
    std::string name;
    Question question;
    std::string message;
    std::string hint;
};

class Refused : public testing::TestWithParam<Refusal> { };

TEST_P(Refused, ByEverySource)
{
    for (const Source source : {literalSource, sqliteSource, localSource}) {
        const auto answer = source(applicants())->answer(GetParam().question);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, base::ErrorCode::Usage);
        EXPECT_EQ(answer.error().message, GetParam().message);
        EXPECT_EQ(answer.error().hint, GetParam().hint);
    }
}

INSTANTIATE_TEST_SUITE_P(Hand, Refused,
    testing::Values(Refusal{"UnknownColumn", byDim(ValueDim{"wieght"}),
                        "there is no column \"wieght\"", "did you mean \"weight\"?"},
        // A word of one letter is one change away from any other.
        Refusal{"NothingNear", byDim(ValueDim{"w"}), "there is no column \"w\"",
            "the columns are sex, age, income, weight, prediction"},
        Refusal{"NumbersOfATextColumn", byDim(AtLeastDim{"sex", 1}),
            "\"sex\" is no number column: its type is text",
            "name the texts that mean missing (--null) or give the type (--type sex=number)"},
        Refusal{"DescendingEdges", byDim(BinsDim{"age", {40, 25}}),
            "the bins of \"age\" need at least two edges, each greater than the one before",
            "for example 25,40,60"},
        Refusal{"WeightedWithoutWeight",
            CellsQuestion{{}, {}, {{Measure::Kind::X, "age", "", true}}, ""},
            "a weighted measure needs a weight column", ""},
        Refusal{"UnknownKey", GroupedQuestion{{"race"}, "", {}}, "there is no column \"race\"",
            "the columns are sex, age, income, weight, prediction"}),
    [](const auto& each) { return each.param.name; });

TEST(LocalCounts, TreatsNullTokensAsMissingExceptInWholeRows)
{
    const LiteralTable table{{{"a", {}}, {"b", {}}}, {{"NA", "1"}, {{}, "1"}, {"x", "1"}}};
    const LocalCounts local(localTable(table, {64, {}, {"NA"}}));
    EXPECT_EQ(answerText(local, byDim(ValueDim{"a"})), "rows 3\n'x' : 1\n(missing) : 2\n");
    EXPECT_EQ(
        answerText(local, byDim(RepeatsDim{{"a", "b"}})), "rows 3\n'first' : 2\n'repeat' : 1\n");
    EXPECT_EQ(answerText(local, byDim(RepeatsDim{})), "rows 3\n'first' : 3\n");
}

TEST(LocalCounts, CountsWordsInAForcedNumberColumnAsNotOfType)
{
    const LiteralTable table{
        {{"n", table::ColumnType::Number}}, {{"1"}, {"two"}, {{}}, {"2.0"}, {"many"}}};
    const LocalCounts local(localTable(table));
    EXPECT_EQ(answerText(local, byDim(ValueDim{"n"})),
        "rows 5\n'1' : 1\n'2' : 1\n(not of type) : 2\n(missing) : 1\n");
    EXPECT_EQ(answerText(local, GroupedQuestion{{"n"}, "", {}}),
        "rows 5 groups 4 repeated 1/2 mixed 0/0 largest 2");
}

TEST(LocalCounts, AnswersForATableWithoutRows)
{
    const LocalCounts local(localTable({{{"a", {}}, {"b", {}}}, {}}));
    EXPECT_EQ(answerText(local, byDim(BinsDim{"a", {0, 1}})), "rows 0\n");
    EXPECT_EQ(answerText(local, GroupedQuestion{{}, "a", {}}),
        "rows 0 groups 0 repeated 0/0 mixed 0/0 largest 0");
    EXPECT_EQ(local.describe().rows, 0);
}

TEST(LocalCounts, StopsWhenCancelled)
{
    const std::atomic<bool> cancel{true};
    const LocalCounts local(localTable(applicants()), 1, base::JobContext({}, &cancel));
    const auto answer = local.answer(byDim(ValueDim{"sex"}));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, base::ErrorCode::Cancelled);
}

TEST(LocalCounts, GivesRowsInTheOrderAsked)
{
    const LocalCounts local(localTable(applicants()));
    const auto rows = local.rows({5, 0});
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2u);
    EXPECT_EQ((*rows)[0].cells, (std::vector<std::string>{"F", "25.0", "no", "-1", ""}));
    EXPECT_EQ((*rows)[1].line, 2u);
    EXPECT_FALSE(local.rows({7}));
}

TEST(LiteralCounts, DescribesLikeTheReader)
{
    const LiteralCounts literal(applicants());
    const LocalCounts local(localTable(applicants()));
    ASSERT_EQ(literal.describe().columns.size(), local.describe().columns.size());
    for (std::size_t c = 0; c < literal.describe().columns.size(); ++c) {
        const ColumnDescription& a = literal.describe().columns[c];
        const ColumnDescription& b = local.describe().columns[c];
        SCOPED_TRACE(a.name);
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(a.type, b.type);
        EXPECT_EQ(a.evidence.likelyRows, b.evidence.likelyRows);
        EXPECT_EQ(a.profile.missing, b.profile.missing);
        EXPECT_EQ(a.profile.distinct.value, b.profile.distinct.value);
        ASSERT_EQ(a.profile.top.size(), b.profile.top.size());
        for (std::size_t i = 0; i < a.profile.top.size(); ++i) {
            EXPECT_EQ(a.profile.top[i].value, b.profile.top[i].value);
            EXPECT_EQ(a.profile.top[i].count, b.profile.top[i].count);
        }
        ASSERT_EQ(a.profile.numbers.has_value(), b.profile.numbers.has_value());
        if (a.profile.numbers) {
            EXPECT_EQ(a.profile.numbers->mean.value(), b.profile.numbers->mean.value());
            EXPECT_EQ(a.profile.numbers->std.value(), b.profile.numbers->std.value());
            EXPECT_EQ(a.profile.numbers->quantiles, b.profile.numbers->quantiles);
            EXPECT_EQ(a.profile.numbers->counts, b.profile.numbers->counts);
        }
    }
}

} // namespace
