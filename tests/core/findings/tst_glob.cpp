#include "core/findings/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace cupel::findings {
namespace {

TEST(Glob, namesAndValues)
{
    EXPECT_TRUE(matches("race", "race"));
    EXPECT_FALSE(matches("race", "race "));
    EXPECT_FALSE(matches("race", "Race"));
    EXPECT_TRUE(matches("*", ""));
    EXPECT_TRUE(matches("", ""));
    EXPECT_FALSE(matches("", "a"));
    EXPECT_TRUE(matches("a*c", "ac"));
    EXPECT_TRUE(matches("a*c", "abcbc"));
    EXPECT_FALSE(matches("a*c", "acb"));
    EXPECT_TRUE(matches("a/*", "a/b/c")) << "a slash in a name is ordinary";
    EXPECT_TRUE(matches("?", "\xc3\xa9")) << "one character, not one byte";
    EXPECT_FALSE(matches("?", "ab"));
    EXPECT_FALSE(matches("?", ""));
    EXPECT_TRUE(matches("??", "\xc3\xa9z"));
    EXPECT_TRUE(matches("\\*", "*"));
    EXPECT_FALSE(matches("\\*", "a"));
    EXPECT_TRUE(matches("a\\", "a\\")) << "nothing follows: the character itself";
    EXPECT_TRUE(matches("[ab]", "[ab]")) << "no classes";
}

TEST(Glob, paths)
{
    const auto fits
        = [](const char* pattern, const char* path) { return matchesPath(pattern, path); };
    EXPECT_TRUE(fits("data/**/*.csv", "data/x.csv"));
    EXPECT_TRUE(fits("data/**/*.csv", "data/a/b/x.csv"));
    EXPECT_FALSE(fits("data/**/*.csv", "data/a/x.tsv"));
    EXPECT_FALSE(fits("data/**/*.csv", "other/data/x.csv"));
    EXPECT_FALSE(fits("data/*.csv", "data/a/x.csv"));
    EXPECT_TRUE(fits("data/*.csv", "./data/x.csv"));
    EXPECT_TRUE(fits("*.csv", "data/x.csv")) << "no slash: the name of the file";
    EXPECT_TRUE(fits("**/x.csv", "/abs/olute/x.csv"));
    EXPECT_TRUE(fits("**/x.csv", "x.csv"));
    EXPECT_FALSE(fits("**/x.csv", "yx.csv"));
    EXPECT_TRUE(fits("a/**", "a/b/c"));
    EXPECT_TRUE(fits("a**z/x", "ab/cz/x"));
    EXPECT_FALSE(fits("a?b/x", "a/b/x"));
}

TEST(Glob, wildcards)
{
    EXPECT_TRUE(hasWildcard("a*"));
    EXPECT_TRUE(hasWildcard("?"));
    EXPECT_FALSE(hasWildcard("a\\*"));
    EXPECT_FALSE(hasWildcard(""));
}

// A matcher that tries again at every star needs longer than the age of the world for this.
TEST(Glob, manyStarsEnd)
{
    std::string pattern;
    for (int i = 0; i < 200; ++i)
        pattern += "**/*a";
    EXPECT_FALSE(matches(pattern, std::string(2'000, 'a') + "/b", Slash::Separator));
}

TEST(Glob, starsAreTriedAgain)
{
    EXPECT_TRUE(matches("*ab*ab", "aab-ab-aab"));
    EXPECT_FALSE(matches("*ab*ab", "ab"));
    EXPECT_TRUE(matches("*?b", "aab"));
    EXPECT_FALSE(matches("a*", ""));
    EXPECT_TRUE(matches("*\\**", "a*b"));
    EXPECT_FALSE(matches("*\\**", "ab"));
    EXPECT_FALSE(matches("??", "\xc3\xa9")) << "one character";
    EXPECT_FALSE(matches("ab", "a")) << "the pattern goes on";
    EXPECT_FALSE(matches("a?", "a"));
    EXPECT_FALSE(matches("a", "ab"));
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += "*a";
    EXPECT_FALSE(matches(many + "b", std::string(4'000, 'a')));
}

TEST(Glob, textsOfAMegabyteFitOnlyThemselvesAndStars)
{
    const std::string text(kLongestMatched + 1, 'a');
    EXPECT_TRUE(matches(text, text));
    EXPECT_TRUE(matches("*", text));
    EXPECT_FALSE(matches("a*", text));
    EXPECT_TRUE(matches("a*", text.substr(1)));
}

} // namespace
} // namespace cupel::findings
