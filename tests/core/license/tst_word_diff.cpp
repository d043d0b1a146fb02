#include "core/license/word_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cupel::license {
namespace {

using Words = std::vector<std::uint32_t>;

std::vector<EqualRun> runsOf(const Words& a, const Words& b)
{
    return equalRuns({a.data(), a.size()}, {b.data(), b.size()});
}

std::size_t equalWords(const std::vector<EqualRun>& runs)
{
    std::size_t count = 0;
    for (const EqualRun& run : runs)
        count += run.length;
    return count;
}

/// Longest common subsequence by the table, the slow and plain way.
std::size_t longestCommon(const Words& a, const Words& b)
{
    std::vector<std::vector<std::size_t>> table(
        a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j)
            table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                                               : std::max(table[i - 1][j], table[i][j - 1]);
    }
    return table[a.size()][b.size()];
}

void expectSound(const Words& a, const Words& b, const std::vector<EqualRun>& runs)
{
    std::size_t endA = 0;
    std::size_t endB = 0;
    for (const EqualRun& run : runs) {
        ASSERT_GE(run.a, endA);
        ASSERT_GE(run.b, endB);
        for (std::size_t i = 0; i < run.length; ++i)
            ASSERT_EQ(a[run.a + i], b[run.b + i]);
        endA = run.a + run.length;
        endB = run.b + run.length;
    }
    ASSERT_LE(endA, a.size());
    ASSERT_LE(endB, b.size());
}

TEST(WordDiff, FindsTheFewestEdits)
{
    std::mt19937 random(5);
    for (int round = 0; round < 400; ++round) {
        Words a(random() % 40);
        Words b(random() % 40);
        for (auto& word : a)
            word = static_cast<std::uint32_t>(random() % 6);
        for (auto& word : b)
            word = static_cast<std::uint32_t>(random() % 6);
        const auto runs = runsOf(a, b);
        expectSound(a, b, runs);
        EXPECT_EQ(equalWords(runs), longestCommon(a, b));
    }
}

TEST(WordDiff, LongTextsFarApartAreSplitAtWhatIsUnique)
{
    Words a(9'000);
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] = static_cast<std::uint32_t>(i);
    Words b;
    for (std::size_t i = 0; i < a.size(); ++i) {
        b.push_back(a[i]);
        if (i % 10 == 9)
            b.push_back(1'000'000); // 900 edits
    }
    const auto runs = runsOf(a, b);
    expectSound(a, b, runs);
    EXPECT_EQ(equalWords(runs), a.size());
}

TEST(WordDiff, RepetitionStaysSound)
{
    const Words a(5'000, 7);
    const Words b(9'000, 7);
    expectSound(a, b, runsOf(a, b));
    EXPECT_EQ(equalWords(runsOf(a, b)), a.size());
    EXPECT_TRUE(runsOf({}, b).empty());
}

} // namespace
} // namespace cupel::license
