#include "core/documents/markdown_text.h"

#include "core/documents/plain_text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace cupel::documents {
namespace {

TEST(MarkdownOf, PlainTextComesBack)
{
    for (const char* const plain :
        {"plain", "a*b* _c_ `d` ~~e~~", "<script>x</script> & &lt;",
            "[x](javascript:alert(1)) ![i](http://e/x.png)", "# no heading", "- no item", "+ a",
            "1. no item", "12) no item", "> no quote", "---", "===", "a | b\n---|---", "\\ and \\*",
            "two\nlines\n\nand a paragraph", "name_of_column", "__init__", "50 % < 60 %, 1K<n<10K",
            "https://example.org/a_b?c=d", "x[0]", "[ref]: http://example.org", "!", "![", "]("}) {
        EXPECT_EQ(withoutEscapes(markdownOf(plain)), plain);
    }
}

TEST(MarkdownOf, NothingIsMarkup)
{
    EXPECT_EQ(markdownOf("# a"), "\\# a");
    EXPECT_EQ(markdownOf("<b>"), "&lt;b>");
    EXPECT_EQ(markdownOf("1 < 2"), "1 < 2");
    EXPECT_EQ(markdownOf("2020. A year"), "2020\\. A year");
    EXPECT_EQ(markdownOf("a_b _c"), "a_b \\_c");
    // Behind an address a backslash would be a part of it.
    EXPECT_EQ(markdownOf("http://e.org/[x]"), "http://e.org/&#91;x]");
    EXPECT_EQ(markdownOf("\t    four blanks are code"), "four blanks are code");
    EXPECT_EQ(markdownOf("a\x1b\u202e\xff"), "a\\x1b\\u{202e}\\xff");
}

TEST(InertMarkdown, KeepsWhatIsHarmless)
{
    for (const char* const harmless : {"", "words", "**bold** and *it*, `code`", "- a\n- b\n\n1. c",
             "| a | b |\n|---|---|\n| 1 | 2 |", "> quote",
             "[text](https://example.org) [up](../a.md) [part](#part) [mail](mailto:a@b.org)",
             "<https://example.org/x>", "```python\nx = '<unk>'\n[a](javascript:b)\n```",
             "the token `<mask>` and `a` of `</s>`", "1 < 2, <= 3", "&lt;b&gt;",
             "a\n\n    indented code", "~~~\n```\n~~~", "[a][1]\n\n[1]: https://example.org",
             "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u2764\ufe0f"}) {
        EXPECT_EQ(inertMarkdown(harmless), harmless);
    }
}

TEST(InertMarkdown, TakesThePowerFromTheRest)
{
    const struct {
        const char* markdown;
        const char* inert;
    } cases[]{
        {"<script>x</script>", "&lt;script>x&lt;/script>"},
        {"<!-- a", "&lt;!-- a"},
        {"\\<b> and \\\\<b>", "&lt;b> and \\\\&lt;b>"},
        {"![i](http://e/x.png)", "&#33;[i](http://e/x.png)"},
        {"\\![i]", "&#33;[i]"},
        {"[x](javascript:a)", "[x&#93;(javascript:a)"},
        {"[x]( \njavascript:a)", "[x&#93;( \njavascript:a)"},
        {"[x](JAVASCRIPT:a)", "[x&#93;(JAVASCRIPT:a)"},
        {"[x](java&#115;cript:a)", "[x&#93;(java&#115;cript:a)"},
        {"[x](java\\script:a)", "[x&#93;(java\\script:a)"},
        {"[x](data:text/html,b)", "[x&#93;(data:text/html,b)"},
        {"[x]: javascript:a", "[x&#93;: javascript:a"},
        {"[x]:\nvbscript:a", "[x&#93;:\nvbscript:a"},
        {"<javascript:a>", "&lt;javascript:a>"},
        // Cells of tables end code, whatever the backticks say.
        {"`a | <b>`", "`a | &lt;b>`"},
        {"a ` b\n`<b>`", "a ` b\n`&lt;b>`"},
        {"https://e.org/` `<b>`", "https://e.org/` `&lt;b>`"},
        // Fences come to the margin, where all programs see the same.
        {"- a\n  ```\n  <b>\n  ```\nc <b>", "- a\n```\n  <b>\n```\nc &lt;b>"},
        {"- ```\n<b>", "-\n```\n<b>\n```"},
        {"> ```\n<b>", "> \\```\n&lt;b>"},
        {"```\nopen", "```\nopen\n```"},
        {"a\x07\u2028\r\nb", "a\\x07\\u{2028}\nb"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(inertMarkdown(one.markdown), one.inert) << one.markdown;
        EXPECT_EQ(inertMarkdown(one.inert), one.inert);
    }
    EXPECT_EQ(inertMarkdownLine("~~~ <b>\n```"), "~~~ &lt;b> ```");
}

TEST(InertMarkdown, EscapesAreResolvedForOtherFormats)
{
    EXPECT_EQ(withoutEscapes("a\\_b &lt;c&gt; &amp;amp; `d\\_e` \\q"), "a_b <c> &amp; `d\\_e` \\q");
    EXPECT_EQ(withoutEscapes("```\na\\_b\n```\nc\\_d"), "```\na\\_b\n```\nc_d");
}

TEST(InertMarkdown, HostileTextsTakeNoTime)
{
    const auto start = std::chrono::steady_clock::now();
    for (const char* const piece : {"`", "` ", "[", "](", "]:\n", "<", "\\", "```\n", "- ```\n",
             "a|`b`\n", "![", "> ", "\u202e", "``a` "}) {
        std::string text;
        while (text.size() < 200'000)
            text += piece;
        inertMarkdown(text);
        markdownOf(text);
        withoutEscapes(text);
    }
    const auto spent = std::chrono::steady_clock::now() - start;
    EXPECT_LT(std::chrono::duration_cast<std::chrono::seconds>(spent).count(), 20);
}

} // namespace
} // namespace cupel::documents
