#include "core/documents/yaml_scalar.h"

#include <gtest/gtest.h>

namespace cupel::documents {
namespace {

TEST(YamlScalar, FollowsTheCoreSchema)
{
    for (const char* text : {"", "~", "null", "Null", "NULL"})
        EXPECT_EQ(coreKind(text), Node::Kind::Null) << text;
    for (const char* text : {"true", "True", "TRUE", "false", "False", "FALSE"})
        EXPECT_EQ(coreKind(text), Node::Kind::Bool) << text;
    for (const char* text :
        {"0", "007", "-19", "+1", "0o14", "0x3Af", "1.", ".5", "-.5", "1e3", "6.8523015e+5",
            "1E-07", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", "123456789012345678901"})
        EXPECT_EQ(coreKind(text), Node::Kind::Number) << text;
    for (const char* text : {"no", "yes", "on", "off", "y", "n", "No", "tRue", "nULL", ".", "-",
             "+", "e3", "1e", "1e+", "1.2.3", "0x", "0xg", "0o8", "-0x1", "+.nan", "1_000", "12:30",
             "2020-01-01", "1 ", "inf", "nan", "~~"})
        EXPECT_EQ(coreKind(text), Node::Kind::Text) << text;
}

} // namespace
} // namespace cupel::documents
