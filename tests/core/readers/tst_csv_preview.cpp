#include "core/readers/csv_preview.h"

#include <gtest/gtest.h>
#include <string>

namespace cupel::readers {
namespace {

CsvPreview previewOf(std::string text, std::size_t most, const CsvOptions& options = {})
{
    auto preview = previewCsv(memorySource("data.csv", std::move(text)), options, {}, most);
    EXPECT_TRUE(preview) << preview.error().message;
    return preview ? std::move(*preview) : CsvPreview{};
}

TEST(CsvPreview, ReadsASmallFileWhole)
{
    const CsvPreview preview = previewOf("a,b\n1,x\n2,y\n", 100);
    EXPECT_TRUE(preview.isWhole);
    EXPECT_EQ(preview.estimatedRows, 2u);
    EXPECT_EQ(preview.file.table.columns[0].type, table::ColumnType::Integer);
}

TEST(CsvPreview, EndsWithAWholeRowAndEstimatesTheRest)
{
    std::string text = "a,b\n";
    for (int i = 0; i < 1'000; ++i)
        text += "1,two words\n";
    const CsvPreview preview = previewOf(text, 130);
    EXPECT_FALSE(preview.isWhole);
    EXPECT_EQ(preview.file.report.rows, 10u);
    EXPECT_EQ(preview.file.report.rejectedRows, 0u);
    EXPECT_EQ(preview.bytes, 124u);
    EXPECT_NEAR(static_cast<double>(preview.estimatedRows), 1'000.0, 40.0);
}

TEST(CsvPreview, DoesNotCutInsideQuotes)
{
    const CsvPreview preview = previewOf("a,b\n1,x\n2,\"one\ntwo\nthree\"\n3,y\n4,z\n", 20);
    EXPECT_EQ(preview.file.report.rows, 1u);
    EXPECT_EQ(preview.file.report.rejectedRows, 0u);
}

TEST(CsvPreview, LooksFurtherWhereTheFirstRowIsLong)
{
    const CsvPreview preview
        = previewOf("a,b\n" + std::string(500, 'x') + ",y\n1,2\n" + std::string(500, 'z'), 3);
    EXPECT_GE(preview.bytes, 4u);
    EXPECT_EQ(preview.file.table.columns.size(), 2u);
}

TEST(CsvPreview, AStrayQuoteDoesNotHideTheRest)
{
    std::string text = "a,b\n1,\"x\n";
    for (int i = 0; i < 50'000; ++i)
        text += "1,y\n";
    const CsvPreview preview = previewOf(text, 100'000);
    EXPECT_GT(preview.bytes, 99'000u);
    EXPECT_GT(preview.file.report.rows, 20'000u);
}

TEST(CsvPreview, LinesMayEndWithCrAlone)
{
    std::string text = "a,b\r";
    for (int i = 0; i < 100'000; ++i)
        text += i % 7 == 0 ? "1,\"two\rwords\"\r" : "1,two words\r";
    const CsvPreview preview = previewOf(text, 10'000);
    EXPECT_LE(preview.bytes, 10'000u);
    EXPECT_GT(preview.bytes, 9'000u);
    EXPECT_EQ(preview.file.report.dialect.lineEnd, "\r");
    EXPECT_EQ(preview.file.report.rejectedRows, 0u);
    EXPECT_EQ(preview.file.table.columns.size(), 2u);
    EXPECT_NEAR(static_cast<double>(preview.estimatedRows), 100'000.0, 2'000.0);
}

TEST(CsvPreview, ReadsNoMoreThanTheLongestRow)
{
    CsvOptions options;
    options.maxRowBytes = 5'000;
    const CsvPreview preview = previewOf("a,b\n" + std::string(1'000'000, 'x'), 3, options);
    EXPECT_LE(preview.bytes, 10'000u);
    const auto none = previewCsv(memorySource("d", std::string(1'000'000, 'x')), options, {}, 100);
    EXPECT_TRUE(!none || none->bytes <= 10'000u);
}

TEST(CsvPreview, FailsAsTheReaderDoes)
{
    const auto empty = previewCsv(memorySource("empty.csv", ""), {}, {});
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().code, base::ErrorCode::Empty);
    const auto binary = previewCsv(memorySource("x.csv",
                                       std::string("\x7f"
                                                   "ELF\0\0\0\1",
                                           8)),
        {}, {});
    ASSERT_FALSE(binary);
    EXPECT_EQ(binary.error().code, base::ErrorCode::NotData);
}

} // namespace
} // namespace cupel::readers
