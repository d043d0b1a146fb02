#include "core/catalog/new_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>

#include "tests/support/temp_dir.h"

namespace cupel::catalog {
namespace {

using base::ErrorCode;
using test::TempDir;

void fill(const std::string& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

std::size_t filesIn(const TempDir& folder)
{
    const std::filesystem::directory_iterator files(folder.path());
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

TEST(NewFile, IsInItsPlaceOnlyOnceItIsCommitted)
{
    const TempDir folder;
    const std::string target = (folder / "a.data").string();
    auto file = NewFile::beside(target);
    ASSERT_TRUE(file);
    fill(file->path(), "whole");
    EXPECT_FALSE(std::filesystem::exists(target));
    struct stat status { };
    ASSERT_EQ(::stat(file->path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    ASSERT_TRUE(file->commit());
    EXPECT_EQ(test::readFile(target), "whole");
    EXPECT_EQ(filesIn(folder), 1u);
}

TEST(NewFile, IsGoneWithItsWriter)
{
    const TempDir folder;
    {
        auto file = NewFile::beside((folder / "a.data").string());
        ASSERT_TRUE(file);
        NewFile moved = std::move(*file);
        fill(moved.path(), "half");
        EXPECT_EQ(filesIn(folder), 1u);
    }
    EXPECT_EQ(filesIn(folder), 0u);
}

TEST(NewFile, RemovesWhatADeadWriterLeftAndNothingElse)
{
    const TempDir folder;
    folder.write("b.data.part-abc123", "left by a writer that died");
    folder.write("c.other.part-abc123", "of another kind");
    folder.write("part-abc123", "not ours");
    folder.write("d.data", "whole");
    std::filesystem::create_directory(folder / "e.data.part-abc123");
    std::filesystem::create_symlink("d.data", folder / "f.data.part-abc123");
    auto living = NewFile::beside((folder / "g.data").string());
    ASSERT_TRUE(living);
    auto other = NewFile::beside((folder / "a.data").string());
    ASSERT_TRUE(other);
    EXPECT_FALSE(std::filesystem::exists(folder / "b.data.part-abc123"));
    for (const char* const name : {"c.other.part-abc123", "part-abc123", "d.data",
             "e.data.part-abc123", "f.data.part-abc123"})
        EXPECT_TRUE(std::filesystem::exists(folder / name)) << name;
    EXPECT_TRUE(std::filesystem::exists(living->path())) << "its writer lives";
}

TEST(NewFile, SaysWhyThereCanBeNone)
{
    const TempDir folder;
    const auto none = NewFile::beside((folder / "no folder/a.data").string());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::Catalog);
    EXPECT_FALSE(none.error().hint.empty());

    const std::string taken = (folder / "taken").string();
    std::filesystem::create_directories(taken + "/full");
    auto file = NewFile::beside(taken);
    ASSERT_TRUE(file);
    EXPECT_FALSE(file->commit()) << "a folder is not replaced";
}

} // namespace
} // namespace cupel::catalog
