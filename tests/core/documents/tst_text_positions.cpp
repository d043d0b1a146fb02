#include "core/documents/text_positions.h"

#include <gtest/gtest.h>

#include <string>

namespace cupel::documents {
namespace {

TEST(TextPositions, CountsLinesOfEveryEndAndCodePoints)
{
    const std::string text = "aé𝄞b\r\n\rx\ny";
    TextPositions positions(text);
    EXPECT_EQ(positions.lines(), 4U);
    EXPECT_EQ(positions.at(0), (Position{1, 1}));
    EXPECT_EQ(positions.at(3), (Position{1, 3})); // behind é
    EXPECT_EQ(positions.at(7), (Position{1, 4})); // behind the clef, which takes four bytes
    EXPECT_EQ(positions.at(9), (Position{1, 6})); // LF of CR LF belongs to the line
    EXPECT_EQ(positions.at(10), (Position{2, 1}));
    EXPECT_EQ(positions.at(11), (Position{3, 1})); // behind a lone CR
    EXPECT_EQ(positions.at(13), (Position{4, 1}));
    EXPECT_EQ(positions.at(99), (Position{4, 2})); // the end
}

TEST(TextPositions, AnswersInAnyOrder)
{
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += i % 7 == 0 ? "\n" : "é,";
    TextPositions forward(text);
    std::vector<Position> expected;
    for (std::size_t i = 0; i <= text.size(); ++i)
        expected.push_back(forward.at(i));
    TextPositions any(text);
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const std::size_t offset = i * 31 % (text.size() + 1);
        // Counted anew each time, without an answer before it.
        EXPECT_EQ(any.at(offset), TextPositions(text).at(offset));
        EXPECT_EQ(any.at(offset), expected[offset]);
    }
}

TEST(TextPositions, KnowsWhereLinesBegin)
{
    const TextPositions positions("a\r\nbc\n");
    EXPECT_EQ(positions.lines(), 3U);
    EXPECT_EQ(positions.lineStart(1), 0U);
    EXPECT_EQ(positions.lineStart(2), 3U);
    EXPECT_EQ(positions.lineStart(3), 6U);
    EXPECT_EQ(positions.lineStart(4), 6U);
}

} // namespace
} // namespace cupel::documents
