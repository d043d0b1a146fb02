#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>

#include "core/readers/byte_source.h"
#include "core/readers/csv_reader.h"
#include "tests/support/temp_dir.h"

using namespace cupel;
using namespace cupel::readers;

namespace {

std::string writeFile(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

TEST(ByteSource, ReadsAtAnyOffset)
{
    const test::TempDir folder;
    const auto source = openFile(writeFile(folder.path() / "a b.csv", "0123456789"));
    ASSERT_TRUE(source);
    EXPECT_EQ((*source)->name(), "a b.csv");
    EXPECT_EQ((*source)->size(), 10u);
    char bytes[4] = {};
    ASSERT_TRUE((*source)->read(3, bytes, 3));
    EXPECT_STREQ(bytes, "345");
}

TEST(ByteSource, KnowsWhenAFileWasWrittenTo)
{
    const test::TempDir folder;
    const std::string path = writeFile(folder.path() / "a.csv", "a\n");
    const timespec times[2] = {{1'700'000'000, 0}, {1'600'000'000, 123'456'789}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
    EXPECT_EQ((*openFile(path))->modifiedNs(), 1'600'000'000'123'456'789);
    EXPECT_FALSE(memorySource("a.csv", "a\n")->modifiedNs());
}

TEST(ByteSource, RefusesWhatIsNoRegularFile)
{
    const test::TempDir folder;
    EXPECT_EQ(openFile((folder.path() / "none.csv").string()).error().code,
        base::ErrorCode::InputMissing);
    EXPECT_EQ(openFile(folder.path().string()).error().code, base::ErrorCode::InputUnreadable);
    const std::string fifo = (folder.path() / "fifo").string();
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    EXPECT_EQ(openFile(fifo).error().code, base::ErrorCode::InputUnreadable)
        << "and opening it did not wait for a writer";
    EXPECT_EQ(openFile("/dev/null").error().code, base::ErrorCode::InputUnreadable);
}

TEST(ByteSource, NoticesThatTheFileShrank)
{
    const test::TempDir folder;
    const std::string path = writeFile(folder.path() / "a.csv", std::string(1000, 'x'));
    const auto source = openFile(path);
    ASSERT_TRUE(source);
    std::filesystem::resize_file(path, 100);
    std::string bytes(1000, '\0');
    const auto read = (*source)->read(0, bytes.data(), bytes.size());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, base::ErrorCode::InputUnreadable);
    EXPECT_NE(read.error().message.find("shorter"), std::string::npos);
    EXPECT_FALSE((*source)->unchanged());
}

TEST(ByteSource, AFileThatGrowsWhileItIsReadIsNoticed)
{
    const test::TempDir folder;
    const std::string path = writeFile(folder.path() / "a.csv", "a,b\n1,2\n");
    const auto source = openFile(path);
    ASSERT_TRUE(source);
    std::ofstream(path, std::ios::app) << "3,4\n";
    const auto file = readCsv(*source, {}, {});
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, base::ErrorCode::InputUnreadable);
}

} // namespace
