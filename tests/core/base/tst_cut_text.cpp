#include "core/base/cut_text.h"

#include <gtest/gtest.h>

namespace cupel::base {
namespace {

TEST(CutText, EndsWithAWholeCodePoint)
{
    EXPECT_EQ(cutText("abc", 3), "abc");
    EXPECT_EQ(cutText("abcd", 3), "abc…");
    EXPECT_EQ(cutText("ab€", 4), "ab…");
    EXPECT_EQ(cutText("ab€c", 5), "ab€…");
    EXPECT_EQ(cutText("€", 2), "…");
    EXPECT_EQ(cutText("", 0), "");
}

} // namespace
} // namespace cupel::base
