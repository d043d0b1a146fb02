#include "core/readers/file_digest.h"

#include "core/base/hash.h"
#include "core/readers/csv_reader.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

namespace cupel::readers {
namespace {

std::string hashWhenRead(const std::shared_ptr<const ByteSource>& source)
{
    const auto file = readCsv(source, {}, {});
    return file ? file->report.hash : std::string();
}

TEST(FileDigest, IsOfTheBytesThatWereRead)
{
    // sha256sum of the same bytes; larger than a leaf of the change hash.
    std::string text = "a,b\n";
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i) + ",x\n";
    const auto large = memorySource("t.csv", text);
    const auto sha256 = sha256Of(*large, hashWhenRead(large), {});
    ASSERT_TRUE(sha256) << sha256.error().message;
    EXPECT_EQ(*sha256, "90bc73da253386f3d8acdf23eb2a70c4b22756e0ec42186212f47d00fee1d55c");
    const auto small = memorySource("t.csv", "a,b\n1,2\n");
    EXPECT_EQ(*sha256Of(*small, hashWhenRead(small), {}),
        "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470");
}

TEST(FileDigest, TheChangeHashIsThatOfReading)
{
    for (const std::size_t bytes :
        {std::size_t{8}, base::kHashLeafBytes, 3 * base::kHashLeafBytes + 1}) {
        std::string text = "a,b\n1,2\n";
        text.resize(bytes, ' ');
        const auto source = memorySource("t.csv", text);
        const auto hash = changeHashOf(*source, {});
        ASSERT_TRUE(hash);
        EXPECT_EQ(*hash, hashWhenRead(source)) << bytes;
    }
}

TEST(FileDigest, RefusesAFileThatChanged)
{
    const auto before = memorySource("t.csv", "a,b\n1,2\n");
    const auto after = memorySource("t.csv", "a,b\n1,3\n");
    const auto digest = sha256Of(*after, hashWhenRead(before), {});
    ASSERT_FALSE(digest);
    EXPECT_EQ(digest.error().code, base::ErrorCode::InputUnreadable);
    EXPECT_EQ(digest.error().where.file, "t.csv");
}

TEST(FileDigest, CanBeCancelled)
{
    const auto source = memorySource("t.csv", "a,b\n1,2\n");
    const std::atomic<bool> cancel = true;
    const auto digest = sha256Of(*source, hashWhenRead(source), base::JobContext({}, &cancel));
    ASSERT_FALSE(digest);
    EXPECT_EQ(digest.error().code, base::ErrorCode::Cancelled);
}

} // namespace
} // namespace cupel::readers
