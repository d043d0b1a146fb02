#include "core/readers/frame_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "core/readers/csv_reader.h"

namespace cupel::readers {
namespace {

using base::ErrorCode;
using base::Result;

/// Text like that of a table, so that it compresses.
std::string textOf(std::size_t bytes)
{
    std::mt19937 random(11);
    std::string text = "a,b,c\n";
    while (text.size() < bytes)
        text += std::to_string(random() % 1'000) + ",some words," + std::to_string(random() % 7)
            + "\n";
    text.resize(bytes);
    return text;
}

void flipBit(char& byte, std::uint64_t random)
{
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ 1u << random % 8);
}

std::vector<std::string> framesOf(const std::string& text)
{
    FrameCompressor compressor;
    std::vector<std::string> frames;
    for (std::size_t at = 0; at < text.size(); at += kFrameBytes) {
        auto frame = compressor.compress(text.data() + at, std::min(kFrameBytes, text.size() - at));
        frames.push_back(std::move(*frame));
    }
    return frames;
}

FrameSource::Fetch fetching(std::vector<std::string> frames)
{
    return [frames = std::move(frames)](
               std::uint64_t frame) -> Result<std::string> { return frames.at(frame); };
}

TEST(FrameSource, GivesEveryStretchOfTheBytes)
{
    const std::string text = textOf(kFrameBytes * 3 + 1'234);
    const FrameSource source("rows.csv", text.size(), fetching(framesOf(text)));
    EXPECT_EQ(source.name(), "rows.csv");
    EXPECT_EQ(source.size(), text.size());
    EXPECT_TRUE(source.unchanged());
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i) {
        const std::size_t offset = random() % (text.size() + 1);
        const std::size_t most = text.size() - offset;
        const std::size_t bytes = std::min<std::size_t>(most, i % 3 == 0 ? most : random() % 5'000);
        std::string got(bytes, '\0');
        ASSERT_TRUE(source.read(offset, got.data(), bytes));
        ASSERT_EQ(got, text.substr(offset, bytes)) << offset << " + " << bytes;
    }
}

TEST(FrameSource, RefusesToReadPastTheEnd)
{
    const std::string text = textOf(kFrameBytes + 10);
    const FrameSource source("rows.csv", text.size(), fetching(framesOf(text)));
    char byte = 0;
    EXPECT_TRUE(source.read(text.size(), &byte, 0));
    for (const std::uint64_t offset : {std::uint64_t{text.size()}, UINT64_MAX}) {
        const auto read = source.read(offset, &byte, 1);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::InputUnreadable);
    }
}

TEST(FrameSource, FramesAreFetchedOnceWhileTheyAreRemembered)
{
    const std::string text = textOf(kFrameBytes * 4);
    const auto frames = framesOf(text);
    std::atomic<int> fetched{0};
    const FrameSource source("rows.csv", text.size(), [&](std::uint64_t frame) {
        ++fetched;
        return Result<std::string>(frames[frame]);
    });
    std::string got(1'000, '\0');
    for (std::size_t at = 0; at + got.size() <= text.size(); at += got.size())
        ASSERT_TRUE(source.read(at, got.data(), got.size()));
    EXPECT_EQ(fetched, 4);
}

TEST(FrameSource, NoDamageGoesUnnoticed)
{
    const std::string text = textOf(kFrameBytes + 5'000);
    const auto frames = framesOf(text);
    std::string got(text.size(), '\0');
    std::mt19937 random(5);
    for (int i = 0; i < 200; ++i) {
        auto damaged = frames;
        std::string& frame = damaged[random() % damaged.size()];
        if (i % 4 == 0)
            frame.resize(random() % frame.size());
        else
            flipBit(frame[random() % frame.size()], random());
        const FrameSource source("rows.csv", text.size(), fetching(damaged));
        const auto read = source.read(0, got.data(), got.size());
        // A bit of the frame's head that zstd does not use may flip.
        if (read) {
            EXPECT_EQ(got, text);
        } else {
            EXPECT_EQ(read.error().code, ErrorCode::InputUnreadable);
        }
    }
    auto swapped = frames;
    std::swap(swapped[0], swapped[1]);
    EXPECT_FALSE(
        FrameSource("rows.csv", text.size(), fetching(swapped)).read(0, got.data(), got.size()));
}

TEST(FrameSource, PassesOnWhyAFrameCannotBeFetched)
{
    const FrameSource source("rows.csv", 100, [](std::uint64_t) {
        return Result<std::string>(base::Error{ErrorCode::Cancelled, "not now", "", {}});
    });
    char byte = 0;
    const auto read = source.read(0, &byte, 1);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(read.error().message, "not now");
}

TEST(FrameSource, ThreadsReadAtOnce)
{
    const std::string text = textOf(kFrameBytes * 40);
    const FrameSource source("rows.csv", text.size(), fetching(framesOf(text)));
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (unsigned seed = 0; seed < 4; ++seed)
        threads.emplace_back([&, seed] {
            std::mt19937 random(seed);
            std::string got(300, '\0');
            for (int i = 0; i < 300; ++i) {
                const std::size_t offset = random() % (text.size() - got.size());
                const bool isRight = source.read(offset, got.data(), got.size()).has_value()
                    && text.compare(offset, got.size(), got) == 0;
                wrong += isRight ? 0 : 1;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(FrameSource, ATableIsReadFromFramesAsFromAFile)
{
    const std::string text = textOf(kFrameBytes * 9 + 77);
    const auto kept = std::make_shared<FrameSource>("t.csv", text.size(), fetching(framesOf(text)));
    const auto fromFrames = readCsv(kept, {}, {});
    const auto fromFile = readCsv(memorySource("t.csv", text), {}, {});
    ASSERT_TRUE(fromFrames);
    ASSERT_TRUE(fromFile);
    EXPECT_EQ(fromFrames->report.hash, fromFile->report.hash);
    ASSERT_GT(fromFile->table.rows, 10'000u);
    for (std::uint64_t row = 0; row < fromFile->table.rows; row += 997) {
        const auto one = fromFrames->table.source->row(row);
        const auto other = fromFile->table.source->row(row);
        ASSERT_TRUE(one);
        ASSERT_TRUE(other);
        EXPECT_EQ(one->cells, other->cells);
        EXPECT_EQ(one->line, other->line);
    }
}

} // namespace
} // namespace cupel::readers
