#include "core/lint/yaml_strict.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/lint/card_block.h"

namespace cupel::lint {
namespace {

bool isRead(const std::string& yaml)
{
    CardBlock block;
    block.isFound = true;
    block.yaml = yaml;
    std::vector<documents::RepeatedKey> repeated;
    return readBlock(block, repeated).has_value();
}

// Expectations are answers of PyYAML 6.
TEST(YamlStrict, TakesTabsInTextsAndCommentsOnly)
{
    for (const char* yaml : {"a: \"x\ty\"", "a: 'x\ty'", "a: \"x\n\ty\"", "a: |\n  x\ty\nb: 1",
             "- |\n  \tx", "a: b # c\td", "# \tx\na: 1", "a: \"\\\"\t\"", "a: 'it''s\t'",
             "a: [\"\t\", b]", "a: >\n  x\ty\n\n  z\t"})
        EXPECT_TRUE(isRead(yaml)) << yaml;
    for (const char* yaml : {"a:\tb", "a: b\t", "a: b\tc", "-\tb", "a:\n- b\t", "a: it's\tb",
             "a: \"x\"\t", "a: 'x'\nb:\t'y'", "a: |\n  x\nb:\tc", "a: [b,\tc]"})
        EXPECT_FALSE(isRead(yaml)) << yaml;
}

TEST(YamlStrict, KeysOfABlockHaveAColon)
{
    for (const char* yaml : {"a: 1\nb:", "a: 1\nb: ", "a:\nb:\n- c", "a:\n  b: c", "a: {b, c}",
             "a:\n- b\n- c", "? a\n", "a:\n  b\nc: d", "'a':", "a: [b,\nc]", "- a: b\n  c:\n  - d",
             "a:\n  [b]\nc: 1", "a b: c"})
        EXPECT_TRUE(isRead(yaml)) << yaml;
    for (const char* yaml : {"a: 1\nb", "a: 1\n'b'", "a:\n[b, c]\nd: 1", "a:\n{b: 1}\nc: 2",
             "a: 1\nhttp://x", "a:\n- b\nc\n", "- a: b\n  c"})
        EXPECT_FALSE(isRead(yaml)) << yaml;
}

} // namespace
} // namespace cupel::lint
