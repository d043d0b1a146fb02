#include "core/documents/plain_text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace cupel::documents {
namespace {

TEST(PlainText, TakesMarksAway)
{
    const struct {
        const char* markdown;
        const char* text;
    } cases[]{
        {"", ""},
        {"plain", "plain"},
        {"**bold**, *it* and ***both***", "bold, it and both"},
        {"__init__ of Wino_Bias dataset_name", "init of Wino_Bias dataset_name"},
        {"2 * 3 * 4 and 5*", "2 * 3 * 4 and 5*"},
        {"a ~~gone~~ ~1", "a gone ~1"},
        {"`a*b*` and ``x ` y`` and `open", "a*b* and x ` y and `open"},
        {"[text](https://example.org/a_(b)_c) after", "text after"},
        {"[*text*][ref] ![a cat](cat.png \"t\")!", "text a cat!"},
        {"[More Information Needed]", "[More Information Needed]"},
        {"[![badge](b.svg)](http://x)", "badge"},
        {"[a](javascript:alert(1)) <b onclick=x>c</b><!-- no -->", "a c"},
        {"<https://a.org> <me@a.org> 1 < 2 > 0", "https://a.org me@a.org 1 < 2 > 0"},
        {"\\*no\\* &amp; &lt;b&gt; &unknown;", "*no* & <b> &unknown;"},
        {"two\r\nlines", "two lines"},
        {"**", "**"},
        {"*a **b* c**", "a b c"},
        {"é*ü*", "éü"},
    };
    for (const auto& one : cases)
        EXPECT_EQ(plainText(one.markdown), one.text) << one.markdown;
}

TEST(PlainText, HostileTextsTakeNoTime)
{
    const auto repeated = [](const char* text, std::size_t bytes) {
        std::string all;
        while (all.size() < bytes)
            all += text;
        return all;
    };
    for (const char* piece : {"[", "]", "![", "[a](", "[a](x)", "[a][", "*", "*a ", "a* ", "_",
             "~~", "`", "` ``", "<", "<a", "<!--", "&", "\\", "(", "[]("}) {
        const std::string text = repeated(piece, std::size_t{1} << 20U);
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_LE(plainText(text).size(), text.size());
        EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << piece;
        // Also where what is searched for stands at the very end.
        EXPECT_LE(plainText(text + ")]`-->*").size(), text.size() + 7);
        EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << piece;
    }
    std::string runs;
    for (int length = 1; length < 1000; ++length)
        runs += std::string(static_cast<std::size_t>(length), '`') + " ";
    EXPECT_EQ(plainText(runs), runs);
}

} // namespace
} // namespace cupel::documents
