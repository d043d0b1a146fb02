#include <gtest/gtest.h>

#include "core/counts/literal_counts.h"
#include "core/counts/where.h"

using namespace cupel;
using namespace cupel::counts;

namespace {

LiteralTable people()
{
    return {{{"sex", {}}, {"age", {}}, {"marital status", {}}, {"code", {}}, {"and", {}}},
        {
            {"Female", "39", "never married", "007", "x"},
            {"Male", "40", "it's", "7a", "x"},
            {"Female", "40.5", {}, "a\"b", "y"},
            {{}, {}, "divorced", {}, {}},
            {"Male", "-3", "divorced", "and", "y"},
        }};
}

struct Accepted {
    std::string text;
    std::vector<std::uint64_t> rows;
};

class Where : public testing::TestWithParam<Accepted> { };

TEST_P(Where, SelectsTheRows)
{
    const LiteralCounts source(people());
    const auto filter = parseWhere(GetParam().text, source.describe());
    ASSERT_TRUE(filter) << filter.error().message;
    const auto answer = source.answer(RowRefsQuestion{*filter, 100});
    ASSERT_TRUE(answer);
    EXPECT_EQ(std::get<RowRefs>(*answer).rows, GetParam().rows) << describe(*filter);
}

INSTANTIATE_TEST_SUITE_P(Expressions, Where,
    testing::Values(Accepted{"", {0, 1, 2, 3, 4}}, Accepted{"sex = 'Female'", {0, 2}},
        Accepted{"sex = Female AND age > 39", {2}}, Accepted{"sex != Female", {1, 4}},
        Accepted{"sex<>'Female'", {1, 4}}, Accepted{"age = 40.0", {1}},
        Accepted{"age != 40", {0, 2, 4}}, Accepted{"age < 40", {0, 4}},
        Accepted{"age <= 40", {0, 1, 4}}, Accepted{"age > 40", {2}}, Accepted{"age >= 40", {1, 2}},
        Accepted{"age>=-3 and age<=-3", {4}}, Accepted{"age between 39 and 40", {0, 1}},
        Accepted{"age between 39 and 40 and sex = Male", {1}},
        Accepted{"age in (39, 40.50, 1e3)", {0, 2}}, Accepted{"age not in (39)", {1, 2, 4}},
        Accepted{"age <= 1.7976931348623157e308", {0, 1, 2, 4}},
        Accepted{"age > 1.7976931348623157e308", {}}, Accepted{"\"marital status\" = 'it''s'", {1}},
        Accepted{"`marital status` in ('never married', divorced)", {0, 3, 4}},
        Accepted{"\"marital status\" is missing", {2}},
        Accepted{"age IS NOT MISSING and code is not null", {0, 1, 2, 4}},
        Accepted{"code = 007", {0}}, Accepted{"code = 'a\"b'", {2}}, Accepted{"code = and", {4}},
        Accepted{"\"and\" = x", {0, 1}}, Accepted{"sex = 'no such value'", {}}));

struct Rejected {
    std::string text;
    std::string message;
    std::string hint;
};

class WhereError : public testing::TestWithParam<Rejected> { };

TEST_P(WhereError, SaysWhereAndWhatIsExpected)
{
    const LiteralCounts source(people());
    const auto filter = parseWhere(GetParam().text, source.describe());
    ASSERT_FALSE(filter);
    EXPECT_EQ(filter.error().code, base::ErrorCode::Usage);
    EXPECT_EQ(filter.error().message, GetParam().message);
    EXPECT_EQ(filter.error().hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(Expressions, WhereError,
    testing::Values(
        Rejected{"sexx = 'Female'", "column 1 of the filter: there is no column \"sexx\"",
            "did you mean \"sex\"?"},
        Rejected{"sex",
            "column 4 of the filter: the filter ends where =, !=, <, <=, >, >=, in, not "
            "in, between or is is expected",
            ""},
        Rejected{"sex = ", "column 7 of the filter: the filter ends where a value is expected", ""},
        Rejected{"sex = Female or sex = Male",
            "column 14 of the filter: \"or\" stands where \"and\" "
            "or the end is expected",
            ""},
        Rejected{"sex = Female and",
            "column 17 of the filter: the filter ends where a column name is "
            "expected",
            ""},
        Rejected{"age = forty",
            "column 7 of the filter: \"forty\" stands where a number is expected",
            "\"age\" holds numbers"},
        Rejected{"code > 3",
            "column 8 of the filter: \"code\" is no number column: its type is text",
            "name the texts that mean missing (--null) or give the type (--type code=number)"},
        Rejected{"sex in 'a'",
            "column 8 of the filter: \"a\" stands where \"(\" and a list of values "
            "is expected",
            ""},
        Rejected{"sex in ('a' 'b')",
            "column 13 of the filter: \"b\" stands where \",\" or \")\" is "
            "expected",
            ""},
        Rejected{"sex = 'Female", "column 7 of the filter: the quote ' is not closed",
            "end it with '; a quote inside is doubled"},
        Rejected{"sex = 'é' & age = 1", "column 11 of the filter: '&' means nothing here",
            "put names with blanks or signs in double quotes, values in single quotes"}));

TEST(QuotedName, IsReadBack)
{
    EXPECT_EQ(quotedName("capital-gain"), "capital-gain");
    EXPECT_EQ(quotedName("Größe"), "Größe");
    EXPECT_EQ(quotedName("And"), "\"And\"");
    EXPECT_EQ(quotedName("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(quotedName(""), "\"\"");
}

} // namespace
