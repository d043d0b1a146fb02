#include "core/reports/roles_text.h"

#include <gtest/gtest.h>

#include "core/audits/roles.h"

namespace cupel::reports {
namespace {

TEST(RolesText, IsReadBackAsTheSameRoles)
{
    const char* const text = R"({"schema": "cupel.roles", "version": 1, "columns": {
        "in\"come": {"role": "label", "favourable": ">50K", "positive": "<=50K", "classes": ["<=50K", ">50K", ""]},
        "sex": {"role": "group", "reference": "Male"}, "age": {"role": "group", "bins": [0, 25.5, 40]},
        "p": {"role": "prediction"}, "s": {"role": "score", "threshold": 0.1, "of": ">50K"},
        "w": {"role": "weight"}, "i": {"role": "id"}, "f": {"role": "split"}, "e": {"role": "stratum"},
        "y": {"role": "time-window"}, "r": {"role": "rater"}},
        "intersections": [["sex", "age"]], "missing": {"*": ["?"], "zip": ["-", "none"]},
        "types": {"zip": "text"}, "use": ["commercial", "research"]})";
    const auto read = audits::rolesFromJson(text, "roles.json");
    ASSERT_TRUE(read) << read.error().message;
    const std::string written = rolesJsonText(*read);
    const auto again = audits::rolesFromJson(written, "written.json");
    ASSERT_TRUE(again) << again.error().message << "\n" << written;
    EXPECT_EQ(rolesJsonText(*again), written);
    ASSERT_TRUE(again->label);
    EXPECT_EQ(again->label->column, "in\"come");
    EXPECT_EQ(again->label->favourable, ">50K");
    EXPECT_EQ(again->label->positive, "<=50K");
    EXPECT_EQ(again->label->classes, read->label->classes);
    ASSERT_EQ(again->groups.size(), 2u);
    EXPECT_EQ(again->groups[0].reference, "Male");
    EXPECT_EQ(again->groups[1].bins, (std::vector<double>{0.0, 25.5, 40.0}));
    EXPECT_EQ(again->columns(), read->columns());
    EXPECT_EQ(again->threshold, 0.1);
    EXPECT_EQ(again->scoreOf, ">50K");
    EXPECT_EQ(again->other, read->other);
    EXPECT_EQ(again->intersections, read->intersections);
    EXPECT_EQ(again->missing, read->missing);
    EXPECT_EQ(again->types, read->types);
    EXPECT_EQ(again->use, read->use);
}

TEST(RolesText, NoRolesAreAFileToo)
{
    const auto again = audits::rolesFromJson(rolesJsonText({}), "empty.json");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_TRUE(again->columns().empty());
}

} // namespace
} // namespace cupel::reports
