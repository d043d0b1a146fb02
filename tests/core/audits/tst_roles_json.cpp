#include "core/audits/roles.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace cupel::audits {
namespace {

/// A roles file with these members besides the head, which is its first line.
std::string file(const std::string& members)
{
    return "{\"schema\": \"cupel.roles\", \"version\": 1" + (members.empty() ? "" : ",\n" + members)
        + "}";
}

base::Result<Roles> read(const std::string& text)
{
    return rolesFromJson(text, "roles.json");
}

TEST(RolesJson, ReadsEveryMember)
{
    const auto roles = read(file(R"("columns": {
        "income": {"role": "label", "favourable": ">50K", "positive": 1, "classes": ["<=50K", 2.5]},
        "sex": {"role": "group", "reference": "Male"},
        "age": {"role": "group", "bins": [0, 25.5, 200]},
        "w": {"role": "weight"}, "p": {"role": "prediction"},
        "s": {"role": "score", "threshold": 0.5, "of": ">50K"},
        "r": {"role": "rater"}, "t": {"role": "label-set", "separator": "|"},
        "year": {"role": "time-window"}, "fold": {"role": "split"}},
      "intersections": [["sex", "age"]],
      "reference_population": {"sex": {"Female": 0.51}},
      "missing": {"*": ["?"], "age": ["unknown", "-"]},
      "types": {"zip": "text"}, "use": ["commercial"])"));
    ASSERT_TRUE(roles) << roles.error().message;
    EXPECT_EQ(roles->label->column, "income");
    EXPECT_EQ(roles->label->favourable, ">50K");
    EXPECT_EQ(roles->label->positive, "1");
    EXPECT_EQ(roles->label->classes, (std::vector<std::string>{"<=50K", "2.5"}));
    ASSERT_EQ(roles->groups.size(), 2U);
    EXPECT_EQ(roles->roleOf("sex"), "group");
    EXPECT_EQ(roles->weight, "w");
    EXPECT_EQ(roles->prediction, "p");
    EXPECT_EQ(roles->score, "s");
    EXPECT_EQ(roles->threshold, 0.5);
    EXPECT_EQ(roles->scoreOf, ">50K");
    EXPECT_EQ(roles->timeWindow, "year");
    EXPECT_EQ(roles->split, "fold");
    EXPECT_EQ(roles->other.at("r"), "rater");
    EXPECT_EQ(roles->other.at("t"), "label-set");
    EXPECT_EQ(roles->intersections, (std::vector<std::vector<std::string>>{{"sex", "age"}}));
    EXPECT_EQ(roles->missing.at("age").size(), 2U);
    EXPECT_EQ(roles->types.at("zip"), "text");
    EXPECT_EQ(roles->use, std::vector<std::string>{"commercial"});
}

TEST(RolesJson, ReadsTheContractsExample)
{
    CUPEL_REQUIRE_SHARED("contract/roles.example.json");
    const auto roles = read(test::readFile(test::sharedDir() / "contract" / "roles.example.json"));
    ASSERT_TRUE(roles) << roles.error().message << " " << roles.error().where.line;
    EXPECT_EQ(roles->label->favourable, ">50K");
    EXPECT_EQ(roles->groups.size(), 2U);
    EXPECT_EQ(roles->stratum, "education");
}

struct Fault {
    const char* title;
    std::string text;
    const char* message;
    const char* hint;
    std::uint64_t line;
    std::uint64_t column;
};

std::vector<Fault> faults()
{
    return {
        {"no JSON", "{\"schema\": \"cupel.roles\",\n oops}", "this is no JSON", "unexpected near",
            2, 2},
        {"ends early", "{\"schema\"", "this is no JSON", "", 1, 9},
        {"no object", "[1]", "a roles file is a JSON object", "", 1, 1},
        {"no schema", "{\"version\": 1}", "\"schema\" is not", "begin the file with", 1, 1},
        {"other version", "{\"schema\": \"cupel.roles\",\n  \"version\": 2}",
            "\"version\" is not 1", "version 1", 2, 3},
        {"duplicate key",
            file("\"columns\": {\"a\": {\"role\": \"id\"},\n \"a\": {\"role\": \"id\"}}"),
            "the key \"a\" occurs twice", "keep one", 3, 2},
        {"unknown member", file("\"column\": {}"), "unknown member \"column\"",
            "did you mean \"columns\"?", 2, 1},
        {"unknown role", file("\"columns\": {\"a\": {\"role\": \"wieght\"}}"),
            "unknown role \"wieght\"", "did you mean \"weight\"?", 2, 19},
        {"unknown member of a group",
            file("\"columns\": {\"a\": {\"role\": \"group\", \"bin\": [1]}}"),
            "unknown member \"bin\"", "did you mean \"bins\"?", 2, 36},
        {"no role", file("\"columns\": {\"a\": {}}"), "column \"a\" has no \"role\"", "", 2, 13},
        {"two labels",
            file("\"columns\": {\"a\": {\"role\": \"label\"},\n\"b\": {\"role\": \"label\"}}"),
            "a second label", "the label is \"a\" already", 3, 1},
        {"two weights",
            file("\"columns\": {\"a\": {\"role\": \"weight\"},\n\"b\": {\"role\": \"weight\"}}"),
            "a second weight", "", 3, 1},
        {"bin is text", file("\"columns\": {\"a\": {\"role\": \"group\", \"bins\": [1, \"2\"]}}"),
            "a number is expected here", "", 2, 48},
        {"no bins", file("\"columns\": {\"a\": {\"role\": \"group\", \"bins\": []}}"),
            "there are no edges", "write [0, 25, 40, 60]", 2, 36},
        {"favourable is null",
            file("\"columns\": {\"é\": {\"role\": \"label\", \"favourable\": null}}"),
            "a text or a number is expected here", "double quotes", 2, 36},
        {"one column crossed", file("\"intersections\": [[\"a\"]]"),
            "an intersection has two columns", "", 2, 19},
        {"unknown type", file("\"types\": {\"zip\": \"string\"}"), "unknown type \"string\"",
            "known are text", 2, 11},
        {"number beyond doubles", file("\"version2\": 1e999"), "a number beyond the range", "", 2,
            13},
        {"missing is a list", file("\"missing\": [\"?\"]"), "an object is expected here", "", 2, 1},
    };
}

TEST(RolesJson, SaysWhatIsWrongAndWhere)
{
    for (const Fault& fault : faults()) {
        SCOPED_TRACE(fault.title);
        const auto roles = read(fault.text);
        ASSERT_FALSE(roles);
        const base::Error& error = roles.error();
        EXPECT_EQ(error.code, base::ErrorCode::Usage);
        EXPECT_NE(error.message.find(fault.message), std::string::npos) << error.message;
        EXPECT_NE(error.hint.find(fault.hint), std::string::npos) << error.hint;
        EXPECT_EQ(error.where.file, "roles.json");
        EXPECT_EQ(error.where.line, fault.line);
        EXPECT_EQ(error.where.column, fault.column);
    }
}

TEST(RolesJson, DeepNestingIsRefused)
{
    const std::string deep(100000, '[');
    const auto roles = read(deep);
    ASSERT_FALSE(roles);
    EXPECT_EQ(roles.error().message, "the text is nested too deeply");
}

} // namespace
} // namespace cupel::audits
