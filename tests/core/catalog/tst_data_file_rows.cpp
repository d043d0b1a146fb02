#include "core/catalog/data_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include "tests/core/catalog/support/data_file_folder.h"
#include "tests/core/catalog/support/same_file.h"

namespace cupel::catalog {
namespace {

using base::ErrorCode;
using test::DataFileFolder;
namespace fs = std::filesystem;

constexpr const char* kText = "name,age\nAda,36\nGrace,85\n";

/// A table that was read from a file, and its data file.
class DataFileRows : public testing::Test {
protected:
    void import(const std::string& text, bool keepsSource)
    {
        path = files.write("people.csv", text).string();
        const auto file = readers::readCsv(*readers::openFile(path), {}, {});
        ASSERT_TRUE(file);
        ASSERT_TRUE(folder.write(*file, {}, keepsSource));
    }
    DataFile load(bool withOriginal)
    {
        std::shared_ptr<const readers::ByteSource> original;
        if (withOriginal)
            original = *readers::openFile(path);
        auto loaded = folder.load(original);
        EXPECT_TRUE(loaded) << loaded.error().message;
        return std::move(*loaded);
    }
    static std::string firstCell(const DataFile& data, std::uint64_t row)
    {
        const auto one = data.file.table.source->row(row);
        return one ? one->cells[0] : "error: " + one.error().message;
    }
    /// Write the file again, as if at another time.
    void rewrite(const std::string& text)
    {
        const auto time = fs::last_write_time(path);
        std::ofstream(path, std::ios::binary) << text;
        fs::last_write_time(path, time + std::chrono::seconds(5));
    }

    test::TempDir files;
    DataFileFolder folder;
    std::string path;
};

TEST_F(DataFileRows, ComeFromTheOriginalThatWasNotTouched)
{
    import(kText, false);
    const DataFile data = load(true);
    EXPECT_EQ(data.rowTexts, RowTexts::Original);
    EXPECT_EQ(firstCell(data, 1), "Grace");
    EXPECT_EQ(data.file.table.source->row(1)->line, 3u);
}

TEST_F(DataFileRows, ComeFromTheOriginalThatHasTheSameBytesAgain)
{
    import(kText, false);
    rewrite(kText);
    const DataFile data = load(true);
    EXPECT_EQ(data.rowTexts, RowTexts::Original);
    EXPECT_EQ(firstCell(data, 0), "Ada");
}

TEST_F(DataFileRows, DoNotComeFromAnOriginalThatChanged)
{
    import(kText, false);
    for (const char* const text : {"name,age\nEda,36\nGrace,85\n", "name,age\nAda,36\n", ""}) {
        rewrite(text);
        const DataFile data = load(true);
        EXPECT_EQ(data.rowTexts, RowTexts::Absent);
        const auto row = data.file.table.source->row(0);
        ASSERT_FALSE(row);
        EXPECT_EQ(row.error().code, ErrorCode::InputUnreadable);
        EXPECT_NE(row.error().message.find("changed"), std::string::npos);
        EXPECT_FALSE(row.error().hint.empty());
        EXPECT_EQ(data.file.table.rows, 2u) << "the table is there all the same";
    }
}

TEST_F(DataFileRows, NeedTheOriginalWhereTheyAreNotKept)
{
    import(kText, false);
    const DataFile data = load(false);
    EXPECT_EQ(data.rowTexts, RowTexts::Absent);
    const auto row = data.file.table.source->row(0);
    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().code, ErrorCode::InputMissing);
    EXPECT_EQ(row.error().where.file, "people.csv");
    EXPECT_NE(row.error().hint.find("--keep-source"), std::string::npos);
    const std::vector<std::uint64_t> both{0, 1};
    EXPECT_FALSE(data.file.table.source->readCells(both, [](auto, const auto&) {}));
    EXPECT_FALSE(data.file.table.source->areWrittenAlike(both));
}

TEST_F(DataFileRows, AreKeptWhereThatWasAskedFor)
{
    import(kText, true);
    const DataFile gone = load(false);
    EXPECT_TRUE(gone.keepsSource);
    EXPECT_EQ(gone.rowTexts, RowTexts::Kept);
    EXPECT_EQ(firstCell(gone, 1), "Grace");
    EXPECT_EQ(load(true).rowTexts, RowTexts::Original);
    rewrite("name,age\nEda,36\nGrace,85\n");
    const DataFile changed = load(true);
    EXPECT_EQ(changed.rowTexts, RowTexts::Kept);
    EXPECT_EQ(firstCell(changed, 0), "Ada");
}

TEST_F(DataFileRows, OfALargeTableAreTheSameFromEverySource)
{
    import(test::manyKinds(), true);
    const DataFile original = load(true);
    const DataFile kept = load(false);
    ASSERT_EQ(original.rowTexts, RowTexts::Original);
    ASSERT_EQ(kept.rowTexts, RowTexts::Kept);
    std::mt19937_64 random(1);
    std::vector<std::uint64_t> wanted(2'000);
    for (std::uint64_t& row : wanted)
        row = random() % original.file.table.rows;
    for (const std::uint64_t row : wanted) {
        const auto one = original.file.table.source->row(row);
        const auto other = kept.file.table.source->row(row);
        ASSERT_TRUE(one && other);
        ASSERT_EQ(one->cells, other->cells);
        ASSERT_EQ(one->line, other->line);
    }
    std::sort(wanted.begin(), wanted.end());
    std::vector<std::vector<std::string>> cells;
    ASSERT_TRUE(kept.file.table.source->readCells(
        wanted, [&](std::size_t, const auto& row) { cells.push_back(row); }));
    ASSERT_TRUE(original.file.table.source->readCells(
        wanted, [&](std::size_t i, const auto& row) { EXPECT_EQ(cells[i], row); }));
}

TEST_F(DataFileRows, AreKeptAgainFromADataFile)
{
    import(kText, true);
    const DataFile data = load(false);
    const DataFileFolder second;
    ASSERT_TRUE(second.write(data.file, data.options, true));
    const auto again = second.load();
    ASSERT_TRUE(again);
    EXPECT_TRUE(test::isSameFile(again->file, data.file));
    EXPECT_EQ(firstCell(*again, 1), "Grace");
}

TEST_F(DataFileRows, AnInputThatChangedIsNotKept)
{
    path = files.write("people.csv", kText).string();
    const auto source = *readers::openFile(path);
    const auto file = readers::readCsv(source, {}, {});
    rewrite("name,age\nEda,36\nGrace,85\n");
    const auto written = folder.write(*file, {}, true);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::InputUnreadable);
    EXPECT_TRUE(folder.names().empty());
}

TEST_F(DataFileRows, ATableOfOtherRowsIsNotWritten)
{
    readers::CsvFile file = test::readText(kText);
    file.table.source.reset();
    const auto written = folder.write(file);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Internal);
}

TEST_F(DataFileRows, OutliveTheirDataFile)
{
    import(kText, true);
    const DataFile data = load(false);
    fs::remove(folder.path());
    EXPECT_EQ(firstCell(data, 0), "Ada");
}

} // namespace
} // namespace cupel::catalog
