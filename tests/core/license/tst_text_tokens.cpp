#include "core/license/text_tokens.h"

#include <gtest/gtest.h>

#include "core/license/folded_text.h"
#include "tests/core/license/license_files.h"

namespace cupel::license {
namespace {

std::string wordsOf(std::string_view text)
{
    std::string words;
    for (const Token& token : normalise(decodeText(text)).tokens)
        words += (words.empty() ? "" : " ") + token.word;
    return words;
}

TEST(Normalise, IgnoresForm)
{
    EXPECT_EQ(wordsOf("Non-\ncommercial, non-commercial; NONCOMMERCIAL non commercial"),
        "noncommercial noncommercial noncommercial noncommercial");
    EXPECT_EQ(wordsOf("the Licensor\xE2\x80\x99s \xE2\x80\x9Cright\xE2\x80\x9D & duty"),
        "the licensors right and duty");
    EXPECT_EQ(wordsOf("\xEF\xAC\x81rst \xC3\x9C"
                      "bersicht Stra\xC3\x9F"
                      "e"),
        "first ubersicht strasse");
    EXPECT_EQ(wordsOf("https://example.org/"), "http example org");
    EXPECT_EQ(wordsOf("organisation, licence, favour, authorised, whilst"),
        "organization license favor authorized while");
    EXPECT_EQ(wordsOf("copyright owners, per cent"), "copyright holders percent");
    EXPECT_EQ(wordsOf("one ===== two"), "one two");
    EXPECT_EQ(wordsOf("**bold** `code` [text](http://x.y/z) # not a heading"),
        "bold code text not a heading");
}

TEST(Normalise, LeavesOutListMarks)
{
    EXPECT_EQ(
        wordsOf("1. One\n\n2.1 Two\n\n(a) three; (iv) four.\n- five"), "one two three four five");
    EXPECT_EQ(wordsOf("Attribution\n4.0 International"), "attribution 4.0 international");
    EXPECT_EQ(wordsOf("under section 2(a) of version 2.0"), "under section 2 a of version 2.0");
}

TEST(Normalise, SetsCopyrightLinesAside)
{
    const NormalisedText text = normalise(
        "MIT License\n\nCopyright (c) 2020 Ada Lovelace\nAll rights reserved.\n\nwords");
    ASSERT_EQ(text.tokens.size(), 3u);
    EXPECT_EQ(text.tokens[2].line, 6u);
    EXPECT_EQ(text.copyrightLines, std::vector<std::uint32_t>{3});
    // A line that limits or grants is no copyright line.
    EXPECT_NE(wordsOf("Copyright 2020 Ada, non-commercial use only"), "");
    EXPECT_NE(wordsOf("Copyright 2020 Ada, may be used by students"), "");
}

TEST(Normalise, TakesOffHtmlFrontMatterAndComments)
{
    EXPECT_EQ(wordsOf("<html><head><title>x</title></head><body><h1>One</h1><p>two &amp; "
                      "th&uuml;r <!-- no -->\nfour</p><script>no</script></body>"),
        "one two and thur four");
    EXPECT_EQ(wordsOf("---\nlicense: mit\ntags:\n- a\n---\nbody"), "body");
    EXPECT_EQ(wordsOf("rem one\nrem two\nREM three\nrem\nREM non-\nREM commercial"),
        "one two three noncommercial");
}

TEST(Normalise, TwiceIsOnce)
{
    CUPEL_REQUIRE_LICENSE_LIST();
    for (const auto& [id, text] : test::listedTexts()) {
        const std::string once = wordsOf(text);
        ASSERT_EQ(wordsOf(once), once) << id;
    }
}

TEST(DecodeText, TakesWhatIsNoUtf8ForWindows1252)
{
    EXPECT_EQ(decodeText("caf\xE9 \x93x\x94"), "caf\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D");
    EXPECT_EQ(decodeText("\xEF\xBB\xBF"
                         "a\r\nb\rc"),
        "a\nb\nc");
    EXPECT_EQ(decodeText(std::string("\xFF\xFE"
                                     "a\0\xE9\0",
                  6)),
        "a\xC3\xA9");
}

} // namespace
} // namespace cupel::license
