#include "core/table/cell_hash.h"

#include <array>
#include <bit>
#include <cstring>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace cupel::table {
namespace {

TEST(CellHash, EmptyTextAddsNothing)
{
    EXPECT_EQ(cellHash(""), 0u);
}

TEST(CellHash, TellsLengthsAndZeroBytesApart)
{
    std::set<std::uint64_t> hashes;
    for (std::size_t size = 0; size <= 40; ++size)
        hashes.insert(cellHash(std::string(size, '\0')));
    EXPECT_EQ(hashes.size(), 41u);
}

TEST(CellHash, LoadingFromAnyNeighbourhoodIsTheSame)
{
    for (std::size_t size = 0; size <= 16; ++size) {
        std::array<char, 32> bytes{};
        bytes.fill('#');
        const std::string text = std::string("0123456789abcdef").substr(0, size);
        std::memcpy(bytes.data(), text.data(), size);
        EXPECT_EQ(cellHash(loadShortText(bytes.data(), size), size), cellHash(text)) << size;
    }
}

/// Tables and partitions take a few bits from either end: similar texts must spread evenly there,
/// and so must sums of hashes.
TEST(CellHash, SpreadsSimilarTextsEvenly)
{
    constexpr int kTexts = 200'000;
    constexpr std::size_t kBuckets = 4096;
    for (const std::string prefix : {"", "0.", "id-0000", "a prefix of 16 b"}) {
        for (const unsigned shift : {0u, 20u, 52u}) {
            for (const bool isSum : {false, true}) {
                std::array<double, kBuckets> counts{};
                for (int i = 0; i < kTexts; ++i) {
                    const std::uint64_t hash
                        = cellHash(prefix + std::to_string(isSum ? i % 500 : i));
                    const std::uint64_t other = isSum ? cellHash(std::to_string(i / 500)) : 0;
                    const std::uint64_t sum = hash * columnSalt(0) + other * columnSalt(1);
                    ++counts[(isSum ? sum : hash) >> shift & (kBuckets - 1)];
                }
                constexpr double kExpected = double{kTexts} / double{kBuckets};
                double chiSquare = 0.0;
                for (const double count : counts)
                    chiSquare += (count - kExpected) * (count - kExpected) / kExpected;
                // Mean 4095 and standard deviation 90.5 for a random function.
                EXPECT_NEAR(chiSquare, 4095.0, 6 * 90.5) << prefix << ", bits from " << shift;
            }
        }
    }
}

TEST(CellHash, NumbersDoNotCollide)
{
    std::set<std::uint64_t> hashes;
    constexpr int kNumbers = 300'000;
    for (int i = 0; i < kNumbers; ++i)
        hashes.insert(cellHash(std::to_string(i)));
    EXPECT_EQ(hashes.size(), static_cast<std::size_t>(kNumbers));
}

TEST(ColumnSalt, IsOddAndDistinct)
{
    std::set<std::uint64_t> salts;
    for (std::size_t column = 0; column < 5000; ++column) {
        EXPECT_EQ(columnSalt(column) % 2, 1u);
        salts.insert(columnSalt(column));
    }
    EXPECT_EQ(salts.size(), 5000u);
}

} // namespace
} // namespace cupel::table
