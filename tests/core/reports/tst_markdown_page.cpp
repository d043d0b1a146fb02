#include "core/reports/markdown_page.h"

#include "tests/core/reports/support/hostile_texts.h"

#include <gtest/gtest.h>

namespace cupel::reports {
namespace {

using base::DataText;

const PrivacyView kMasked(Privacy::Masked);

std::string paragraph(base::Sentence sentence)
{
    Page page;
    page.title = {std::string("T")};
    page.add(Paragraph{std::move(sentence)});
    const std::string text = markdownPage(page, kMasked);
    return text.substr(5, text.size() - 6); // after "# T\n\n", before the last line end
}

TEST(MarkdownPage, textsOfTheDataStandInCodeSpans)
{
    EXPECT_EQ(paragraph({std::string("of "), DataText::name("a*b_[x](y)")}), "of `a*b_[x](y)`");
    EXPECT_EQ(paragraph({DataText::name("a`b")}), "``a`b``");
    EXPECT_EQ(paragraph({DataText::name("`a")}), "`` `a ``");
    EXPECT_EQ(paragraph({DataText::name(" a ")}), "`  a  `");
    EXPECT_EQ(paragraph({DataText::name("a\nb")}), "`a\\nb`");
    EXPECT_EQ(paragraph({DataText::name("<a|b\\|")}), "<code>&#60;a&#124;b&#92;&#124;</code>");
}

TEST(MarkdownPage, ownWordsAreNoMarkup)
{
    EXPECT_EQ(paragraph({std::string("a_b <c> [d]")}), "a\\_b \\<c\\> \\[d\\]");
    EXPECT_EQ(paragraph({std::string("second 'www.x.org' http://y @z #1")}),
        "second 'www\\.x.org' http\\://y `@`z `#`1");
}

TEST(MarkdownPage, hiddenTextsAreOwnWords)
{
    EXPECT_EQ(paragraph({DataText::value("secret")}), "\\<hidden\\>");
    EXPECT_EQ(paragraph({DataText::roleValue("secret", 4)}), "\\<fewer than 5 rows\\>");
}

/// A table keeps its shape: as many cells as columns in each line, told apart as GitHub does, which
/// splits at every '|' without a backslash before it.
TEST(MarkdownPage, tablesKeepTheirShape)
{
    for (const std::string& hostile : test::hostileTexts()) {
        Page page;
        page.add(Table{{}, {{std::string("a|b")}, {DataText::name(hostile)}},
            {{Cell::text({DataText::document(hostile)}), Cell::words(hostile)}}});
        const std::string text = markdownPage(page, kMasked);
        std::size_t lines = 0;
        for (std::size_t at = text.find("\n|"); at != std::string::npos;
             at = text.find("\n|", at + 1)) {
            ++lines;
            const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
            int bars = 0;
            for (std::size_t i = 0; i < line.size(); ++i)
                bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
            EXPECT_EQ(bars, 3) << line;
        }
        EXPECT_EQ(lines, 3u) << hostile;
    }
}

TEST(MarkdownPage, verbatimTextStaysInItsFence)
{
    Page page;
    page.add(Verbatim{{DataText::document("a\n```\n<b>\n````x")}, {}});
    EXPECT_NE(markdownPage(page, kMasked).find("\n`````text\na\n```\n<b>\n````x\n`````\n"),
        std::string::npos)
        << markdownPage(page, kMasked);
}

} // namespace
} // namespace cupel::reports
