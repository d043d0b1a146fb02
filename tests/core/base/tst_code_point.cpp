#include "core/base/code_point.h"

#include <gtest/gtest.h>

#include <string>

namespace cupel::base {
namespace {

TEST(CodePoint, IsReadFromItsBytes)
{
    const std::string text = "a\u00e9\u20ac\U0001F600";
    EXPECT_EQ(codePointAt(text, 0).value, U'a');
    EXPECT_EQ(codePointAt(text, 1).value, U'\u00e9');
    EXPECT_EQ(codePointAt(text, 3).value, U'\u20ac');
    const CodePoint last = codePointAt(text, 6);
    EXPECT_EQ(last.value, U'\U0001F600');
    EXPECT_EQ(last.bytes, 4U);
    for (const char* const broken : {"\xff", "\xe2\x82", "\xc0\xaf", "\xed\xa0\x80"}) {
        EXPECT_FALSE(codePointAt(broken, 0).isValid);
        EXPECT_EQ(codePointAt(broken, 0).bytes, 1U);
    }
}

TEST(CodePoint, HiddenIsWhatActs)
{
    for (const char32_t c :
        {U'\n', U'\u007f', U'\u200b', U'\u202e', U'\u2028', U'\ufeff', U'\U000E0041'})
        EXPECT_TRUE(isHidden(c)) << static_cast<std::uint32_t>(c);
    for (const char32_t c : {U'a', U' ', U'\u00e9', U'\u0301', U'\U0001F600'})
        EXPECT_FALSE(isHidden(c)) << static_cast<std::uint32_t>(c);
    EXPECT_EQ(hexDigits(0x202E, 4), "202e");
    EXPECT_EQ(hexDigits(7, 2), "07");
}

} // namespace
} // namespace cupel::base
