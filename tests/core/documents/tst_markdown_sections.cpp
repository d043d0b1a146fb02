#include "core/documents/markdown_sections.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace cupel::documents {
namespace {

/// "2 Title @line" of every section.
std::vector<std::string> outline(const std::string& markdown)
{
    std::vector<std::string> all;
    for (const Section& section : sectionsOf(markdown, 1)) {
        all.push_back(std::to_string(section.level) + " " + section.title + " @"
            + std::to_string(section.at.line));
    }
    return all;
}

using Outline = std::vector<std::string>;

TEST(MarkdownSections, KeepsBodiesAsTheyStand)
{
    const auto sections = sectionsOf("\r\nintro\r\n# One #\r\na\r\n\r\n## *Two*\r\n", 5);
    ASSERT_EQ(sections.size(), 3U);
    EXPECT_EQ(sections[0].level, 0);
    EXPECT_EQ(sections[0].title, "");
    EXPECT_EQ(sections[0].body, "\r\nintro\r\n");
    EXPECT_EQ(sections[0].bodyLine, 5U);
    EXPECT_EQ(sections[1].level, 1);
    EXPECT_EQ(sections[1].title, "One");
    EXPECT_EQ(sections[1].at, (Position{7, 1}));
    EXPECT_EQ(sections[1].body, "a\r\n\r\n");
    EXPECT_EQ(sections[1].bodyLine, 8U);
    EXPECT_EQ(sections[2].title, "Two");
    EXPECT_EQ(sections[2].body, "");
    EXPECT_EQ(sections[2].bodyLine, 11U);
}

TEST(MarkdownSections, FindsHeadingsOfBothKinds)
{
    EXPECT_EQ(outline("# a\n####### no\n#no\n  ### b ## #\n    # code\n#\n## #\n"),
        (Outline{"1 a @1", "3 b ## @4", "1  @6", "2  @7"}));
    EXPECT_EQ(outline("Title\n===\n\nSub\ntitle\n---\ntext\n\n---\n- item\n---\n> quote\n---\n"),
        (Outline{"1 Title @1", "2 Sub title @4"}));
    EXPECT_EQ(outline("===\n\n***\n---\n| a |\n|---|\n"), (Outline{"0  @0"}));
    EXPECT_EQ(outline("- item\n# after a list\n"), (Outline{"0  @0", "1 after a list @2"}));
}

TEST(MarkdownSections, PassesOverCodeAndHtml)
{
    EXPECT_EQ(outline("```yaml\n# no\n~~~\n```\n# yes\n"), (Outline{"0  @0", "1 yes @5"}));
    EXPECT_EQ(outline("~~~~\n```\n# no\n~~~\n~~~~~\n# yes"), (Outline{"0  @0", "1 yes @6"}));
    EXPECT_EQ(outline("```\n# never closed"), (Outline{"0  @0"}));
    EXPECT_EQ(outline("``` `code` ```\n# yes"), (Outline{"0  @0", "1 yes @2"}));
    EXPECT_EQ(outline("<!-- one line -->\n# yes\n<!--\n# no\n\n# no\n-->\n# too"),
        (Outline{"0  @0", "1 yes @2", "1 too @8"}));
    EXPECT_EQ(outline("<details>\n# no\n\n# yes\n<pre>\n\n# no\n</PRE>\n# too"),
        (Outline{"0  @0", "1 yes @4", "1 too @9"}));
    EXPECT_EQ(outline("<presence>\n# yes"), (Outline{"0  @0", "1 yes @2"}));
}

TEST(MarkdownSections, EmptyTextHasNone)
{
    EXPECT_TRUE(sectionsOf("", 1).empty());
    EXPECT_TRUE(sectionsOf(" \n\t\n", 1).empty());
}

TEST(MarkdownSections, LargeTextsTakeNoTime)
{
    const auto begin = std::chrono::steady_clock::now();
    std::string headings;
    for (int i = 0; i < 50000; ++i)
        headings += "## [Heading](#h) " + std::to_string(i) + "\ntext\n";
    const auto sections = sectionsOf(headings, 1);
    ASSERT_EQ(sections.size(), 50000U);
    EXPECT_EQ(sections.back().title, "Heading 49999");
    EXPECT_EQ(sections.back().at.line, 99999U);

    const std::string line((std::size_t{1} << 20U), 'a');
    EXPECT_EQ(sectionsOf(line, 1).size(), 1U);
    EXPECT_EQ(sectionsOf("# " + line + "\n===\n", 1).front().title.size(), line.size());
    std::string table = "|";
    for (int i = 0; i < 50000; ++i)
        table += " c |";
    EXPECT_EQ(sectionsOf(table + "\n" + table, 1).size(), 1U);
    EXPECT_EQ(sectionsOf(std::string((std::size_t{1} << 20U), '>'), 1).size(), 1U);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

} // namespace
} // namespace cupel::documents
