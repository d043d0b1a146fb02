#include "core/reports/rows_text.h"

#include <gtest/gtest.h>

namespace cupel::reports {
namespace {

const std::vector<std::string> kColumns{"name", "a|b"};

TEST(RowsText, csvIsGuardedAndQuoted)
{
    const RowsText text(RowsFormat::Csv, kColumns);
    EXPECT_EQ(text.header(), "line,name,a|b\n");
    EXPECT_EQ(text.row(7, {"=1+1", "x, \"y\"\nz"}), "7,'=1+1,\"x, \"\"y\"\"\nz\"\n");
}

TEST(RowsText, jsonIsWhatTheRowsCommandPrints)
{
    const RowsText text(RowsFormat::Json, kColumns);
    EXPECT_EQ(text.header(), "");
    const std::string row = text.row(7, {"=1", "two\nlines"});
    EXPECT_EQ(row, "{\"line\": 7, \"cells\": {\"name\": \"=1\", \"a|b\": \"two\\nlines\"}}\n");
}

TEST(RowsText, markdownIsOneTableWithoutMarkup)
{
    const RowsText text(RowsFormat::Markdown, kColumns);
    EXPECT_EQ(text.header(), "| line | name | a\\|b |\n| ---: | --- | --- |\n");
    EXPECT_EQ(text.row(7, {"a|b\nc", "<img src=x>"}), "| 7 | a\\|b\\\\nc | \\<img src=x\\> |\n");
}

} // namespace
} // namespace cupel::reports
