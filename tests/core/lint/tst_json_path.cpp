#include "core/lint/json_path.h"

#include <gtest/gtest.h>

#include <string>

namespace cupel::lint {
namespace {

// Expectations are answers of jsonpath_rw 1.4.
TEST(JsonPath, IsWhatJsonpathRwReads)
{
    for (const char* path : {"$", "$.a", "$.a[*].b", "a..b", "$..a", "[0]", "$[0]", "a[1:2]",
             "a[:]", "a[1:]", "a[:2]", "a[-1]", "*", "a.*", "a[*]", "a,b", "[a,b]", "(a|b).c",
             "a & b", "a where b", "`parent`", "a.`this`", "'a b'", "\"a\".b", "['a b']", "a-b",
             "@a", "_a", "a\n.b", "[0][1]", "((a))"})
        EXPECT_TRUE(isJsonPath(path)) << path;
    for (const char* path : {"", "$.", ".a", "$.a[", "a]", "a[1:2:3]", "a b", "a[b", "$a",
             "a[?(@.x)]", "a.'b", "`other`", "a[*,b]", "()", "(a", "a)", "a..", "where", "1", "a,",
             "a;b", "a[]", "#", "a\\b", "\xC3\xA9"})
        EXPECT_FALSE(isJsonPath(path)) << path;
}

TEST(JsonPath, TakesDeepParenthesesWithoutRecursion)
{
    constexpr std::size_t kDepth = 200'000;
    EXPECT_TRUE(isJsonPath(std::string(kDepth, '(') + "a" + std::string(kDepth, ')')));
    EXPECT_FALSE(isJsonPath(std::string(kDepth, '(') + "a"));
}

} // namespace
} // namespace cupel::lint
