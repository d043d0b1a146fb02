#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/counts/question.h"

using namespace cupel;
using namespace cupel::counts;

namespace {

CellKey v(const char* text)
{
    return CellKey::value(text);
}

Filter term(Dim dim, std::vector<CellKey> in)
{
    return {{{std::move(dim), std::move(in)}}};
}

TEST(BinLabels, NameEveryInterval)
{
    EXPECT_EQ(binLabels({25, 40, 60.5}),
        (std::vector<std::string>{"< 25", "[25, 40)", "[40, 60.5]", "> 60.5"}));
}

TEST(QuestionText, IsCanonicalJson)
{
    const CellsQuestion question{{ValueDim{"sex"}, BinsDim{"age", {25, 40.5}}},
        term(ValueDim{"a\"b"}, {v("x"), CellKey::missing()}), {{Measure::Kind::X, "age", "", true}},
        "w"};
    EXPECT_EQ(toText(question),
        R"({"ask":"cells","dims":[{"column":"sex","dim":"value"},)"
        R"({"column":"age","dim":"bins","edges":[25.0,40.5]}],)"
        R"("filter":[{"dim":{"column":"a\"b","dim":"value"},"in":["x",null]}],)"
        R"("measures":[{"measure":"x","weighted":true,"x":"age","y":""}],"weight":"w"})");
}

TEST(QuestionText, DoesNotDependOnTheOrderOfCells)
{
    const RowRefsQuestion a{term(ValueDim{"sex"}, {v("M"), v("F"), v("F")}), 5};
    const RowRefsQuestion b{term(ValueDim{"sex"}, {v("F"), v("M")}), 5};
    const RowRefsQuestion other{term(ValueDim{"sex"}, {v("F"), v("M")}), 6};
    EXPECT_EQ(toText(a), toText(b));
    EXPECT_NE(toText(a), toText(other));
    EXPECT_NE(toText(GroupedQuestion{{"a", "b"}, "", {}}), toText(GroupedQuestion{{"a"}, "b", {}}));
}

TEST(FilterJson, IsReadBackAsItWas)
{
    const Filter filter{{
        {ValueDim{"sex"}, {v("F"), CellKey::notOfType(), CellKey::missing()}},
        {BinsDim{"age", {25, 0.1 + 0.2}}, {v("> 40")}},
        {AtLeastDim{"score", 1e-300}, {v("true")}},
        {MissingDim{"Größe"}, {v("missing")}},
        {SameDim{"a", "b"}, {v("same")}},
        {RecodeDim{"x", {{"1", "one"}, {"", "none"}}, "rest"}, {v("one")}},
        {RepeatsDim{{"a", "b"}}, {v("repeat")}},
        {ConflictsDim{{"a"}, "label"}, {v("conflict")}},
    }};
    const auto read = filterFromJson(nlohmann::json::parse(toJson(filter).dump()));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, filter);
}

struct BadFilter {
    std::string name;
    std::string json;
    std::string message;
};

class BadFilterJson : public testing::TestWithParam<BadFilter> { };

TEST_P(BadFilterJson, SaysWhichMember)
{
    const auto read = filterFromJson(nlohmann::json::parse(GetParam().json));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::Usage);
    EXPECT_EQ(read.error().message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(Json, BadFilterJson,
    testing::Values(BadFilter{"NoList", "{}", "a filter is a list of terms"},
        BadFilter{"NoTerm", "[1]",
            "term 1 of the filter is no object with the members \"dim\" and \"in\""},
        BadFilter{"NoKind", R"([{"dim":{"column":"a"},"in":[]}])",
            "term 1 of the filter: a dim is an object with the text member \"dim\""},
        BadFilter{"UnknownKind", R"([{"dim":{"dim":"values"},"in":[]}])",
            "term 1 of the filter: \"values\" is no kind of dim"},
        BadFilter{"MissingMember", R"([{"dim":{"dim":"value"},"in":[]}])",
            "term 1 of the filter: \"column\" of the dim \"value\" is missing or not a text"},
        BadFilter{"WrongType", R"([{"dim":{"dim":"bins","column":"a","edges":[1,"2"]},"in":[]}])",
            "term 1 of the filter: \"edges\" of the dim \"bins\" is missing or not a list of "
            "numbers"},
        BadFilter{"UnknownMember", R"([{"dim":{"dim":"value","column":"a","b":1},"in":[]}])",
            "term 1 of the filter: \"b\" is no member of the dim \"value\""},
        BadFilter{"BadCell",
            R"([{"dim":{"dim":"value","column":"a"},"in":[]},)"
            R"({"dim":{"dim":"value","column":"a"},"in":[7]}])",
            "\"in\" of term 2 of the filter holds what is no cell"}),
    [](const auto& each) { return each.param.name; });

TEST(Conjunction, KeepsOneOfEqualTerms)
{
    const Filter women = term(ValueDim{"sex"}, {v("F")});
    const Filter old = term(AtLeastDim{"age", 60}, {v("true")});
    const Filter both = conjunction(women, conjunction(old, women));
    ASSERT_EQ(both.terms.size(), 2u);
    EXPECT_EQ(both.terms[0], women.terms[0]);
    EXPECT_EQ(both.terms[1], old.terms[0]);
}

struct Described {
    std::string name;
    Filter filter;
    std::string text;
};

class Describe : public testing::TestWithParam<Described> { };

TEST_P(Describe, ReadsLikeSql)
{
    EXPECT_EQ(describe(GetParam().filter), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Filters, Describe,
    testing::Values(Described{"Nothing", {}, "all rows"},
        Described{"One", term(ValueDim{"sex"}, {v("Female")}), "sex = 'Female'"},
        Described{"Quotes", term(ValueDim{"marital status"}, {v("it's")}),
            "\"marital status\" = 'it''s'"},
        Described{"NumbersAreBare", term(ValueDim{"age"}, {v("25"), v("1.5")}), "age in (25, 1.5)"},
        Described{"CodesAreNot", term(ValueDim{"zip"}, {v("007")}), "zip = '007'"},
        Described{"OrMissing", term(ValueDim{"sex"}, {v("F"), CellKey::missing()}),
            "sex = 'F' or sex is missing"},
        Described{"InParenthesesWithAnd",
            {{{ValueDim{"sex"}, {v("F"), CellKey::missing()}},
                {AtLeastDim{"age", 40}, {v("true")}}}},
            "(sex = 'F' or sex is missing) and age >= 40"},
        Described{"Bins", term(BinsDim{"age", {25, 40}}, {v("< 25"), v("[25, 40]")}),
            "age < 25 or age in [25, 40]"},
        Described{"Below", term(AtLeastDim{"age", 40}, {v("false")}), "age < 40"},
        Described{
            "Not", term(RecodeDim{"sex", {{"F", "listed"}}, "other"}, {v("other")}), "sex != 'F'"},
        Described{"Renamed",
            term(RecodeDim{"age", {{"1", "low"}, {"2", "low"}, {"3", "high"}}, "x"}, {v("low")}),
            "age in (1, 2)"},
        Described{"Present", term(MissingDim{"age"}, {v("present")}), "age is not missing"},
        Described{"Conflict", term(ConflictsDim{{"a", "b"}, "label"}, {v("conflict")}),
            "label differs between rows equal in a, b"},
        Described{"Repeat", term(RepeatsDim{}, {v("repeat")}),
            "the row repeats an earlier row in all columns"},
        Described{"NoRow", term(ValueDim{"sex"}, {}), "no row"}),
    [](const auto& each) { return each.param.name; });

} // namespace
