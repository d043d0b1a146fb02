#include "core/lint/value_forms.h"

#include <gtest/gtest.h>

namespace cupel::lint {
namespace {

// Expectations are answers of dateutil.parser.isoparse.
TEST(IsoDate, IsWhatDateutilReads)
{
    for (const char* date : {"2024", "2024-05", "2024-05-01", "20240501", "2024-02-29", "2024-W05",
             "2024W05", "2024-W05-3", "2024W053", "2024-123", "2024123", "2024-05-01T10",
             "2024-05-01T10:00", "2024-05-01 10:00:00", "2024-05-01T100000", "2024-05-01T10:00:00Z",
             "2024-05-01T10:00:00.123456+02:00", "2024-05-01T10:00:00,5", "2024-05-01T24:00",
             "2024-05-01T10:00-0530", "2024-05-01x10", "20240501T1000+01", "0001-01-01"})
        EXPECT_TRUE(isIsoDate(date)) << date;
    for (const char* date : {"", "24", "202405", "2024-5-1", "2024-13-01", "2024-00-01",
             "2024-02-30", "2023-02-29", "2024/05/01", "May 2024", "2020/2022", "2024-05T10:00",
             "2024 10:00", "2024-W54", "2024-W05-8", "2024-W5", "2024-366x", "2023-366", "2024-000",
             "2024-05-01T", "2024-05-01T1", "2024-05-01T25:00", "2024-05-01T24:01",
             "2024-05-01T10:60", "2024-05-01T10:00:61", "2024-05-01T10:00:00+25:00",
             "2024-05-01T10:00:00+01:60", "2024-05-01T10:0000", "2024-05-01T10:00:00Zx",
             "2024-05-01T10:00:00.", "0000-01-01", "2024-05-0\xC3\xA9", "-2024-05-01"})
        EXPECT_FALSE(isIsoDate(date)) << date;
}

TEST(Version, FollowsSemanticVersioning)
{
    for (const char* version : {"1", "0", "1.0", "1.2.3", "10.20.30", "1.2.3-rc.1", "1.2.3-rc.1+b5",
             "1.2.3+001", "1.2.3-0", "1.2.3-a-b", "1.0.0-x.7.z.92", "1.0\n"})
        EXPECT_TRUE(isVersion(version)) << version;
    for (const char* version : {"", "v1", "1.", "01", "1.02.3", "1.2.3.4", "1.2-rc", "1.2.3-01",
             "1.2.3-", "1.2.3+", "1.2.3-a..b", "latest", "1,0", " 1.0", "1.2.3+b+c"})
        EXPECT_FALSE(isVersion(version)) << version;
}

TEST(ArrayShape, IsIntegersAsPythonReadsThem)
{
    for (const char* shape : {"3", "-1", "3,4", "3, -1", " 3 ,4", "+3", "1_000", "-1,-1,-1"})
        EXPECT_TRUE(isArrayShape(shape)) << shape;
    for (const char* shape :
        {"", "3,", ",3", "a,b", "(3,4)", "3.0", "--1", "1__0", "_1", "1_", "3;4", "3 4"})
        EXPECT_FALSE(isArrayShape(shape)) << shape;
}

TEST(Hex, CountsDigits)
{
    EXPECT_TRUE(isHex("00ffAB", 6));
    EXPECT_FALSE(isHex("00ffAB", 7));
    EXPECT_FALSE(isHex("00ffAg", 6));
}

TEST(Address, HasASchemeAndAHost)
{
    for (const char* address : {"https://example.org", "http://a/b?c#d", "ftp://x", "doi:10.1/x",
             "urn:isbn:1", "mailto:a@b", "file:///a", "git+https://x/y"})
        EXPECT_TRUE(isAddress(address)) << address;
    for (const char* address : {"", "example.org", "https://", "https:///a", "://x", "https://a b",
             "1http://x", "https:", "a\tb:c", "https://x\"y"})
        EXPECT_FALSE(isAddress(address)) << address;
}

} // namespace
} // namespace cupel::lint
