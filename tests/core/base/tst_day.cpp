#include "core/base/day.h"

#include <gtest/gtest.h>

namespace cupel::base {
namespace {

TEST(Day, isReadAndWritten)
{
    // 20543 days after 1970-01-01, by counting the leap years.
    EXPECT_EQ(parseDay("2026-03-31"), Day(std::chrono::days(56 * 365 + 14 + 31 + 28 + 30)));
    for (const char* text : {"2027-03-31", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        const auto day = parseDay(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(formatDay(*day), text);
    }
}

TEST(Day, otherTextsAreNone)
{
    for (const char* text : {"", "2027", "2027-3-31", "2027-02-29", "2027-13-01", "2027-00-10",
             "2027-01-00", "2027/01/01", "+027-01-01", "2027-01-01 ", "20270101", "2027-01-1x"})
        EXPECT_FALSE(parseDay(text)) << text;
}

} // namespace
} // namespace cupel::base
