#include "core/license/text_diff.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/license/detect.h"
#include "tests/core/license/license_files.h"

namespace cupel::license {
namespace {

/// A corpus of one text: the words a b c … of a sentence, with a part that may be left out.
Corpus corpusOf(const std::vector<std::string>& words, TokenRange optional = {})
{
    CorpusText text;
    text.ids = {"Some-1.0"};
    text.names = {"Some licence 1.0"};
    text.nameKeys = {"some"};
    std::vector<std::string> known;
    for (const std::string& word : words) {
        const auto found = std::find(known.begin(), known.end(), word);
        text.words.push_back(static_cast<WordId>(found - known.begin()));
        if (found == known.end())
            known.push_back(word);
    }
    if (optional.size() > 0)
        text.optional = {optional};
    return {"test", known, {text}};
}

const std::vector<std::string> kWords{"anyone", "may", "copy", "and", "sell", "this", "work", "as",
    "long", "as", "these", "words", "stay", "with", "it"};
constexpr const char* kText
    = "Anyone may copy and sell this work,\nas long as these words\nstay with it.\n";

TextDiff diffOf(std::string_view text, const Corpus& corpus)
{
    const auto diff = diffWithLicense(text, "Some-1.0", corpus);
    EXPECT_TRUE(diff.has_value());
    return diff.value_or(TextDiff{});
}

TEST(TextDiff, theSameWordsDoNotDiffer)
{
    const TextDiff diff = diffOf(kText, corpusOf(kWords));
    EXPECT_TRUE(diff.hunks.empty());
    EXPECT_EQ(diff.missing, 0u);
    EXPECT_EQ(diff.added, 0u);
    EXPECT_FALSE(diff.isCut);
    EXPECT_EQ(unifiedText(diff), "");
}

TEST(TextDiff, saysWhatOnlyOneOfThemHas)
{
    const TextDiff diff = diffOf(
        "Anyone may copy and use this work,\nas long as these words\nstay with it for ever.\n",
        corpusOf(kWords));
    EXPECT_EQ(diff.missing, 1u);
    EXPECT_EQ(diff.added, 3u);
    ASSERT_EQ(diff.hunks.size(), 1u); // close to each other
    EXPECT_EQ(diff.hunks[0].line, 1u);
    EXPECT_EQ(unifiedText(diff),
        "@@ line 1 @@\n"
        "  anyone may copy and\n"
        "- only in the licence: sell\n"
        "+ only in the file: use\n"
        "  this work as long as these words stay with it\n"
        "+ only in the file: for ever\n");
    EXPECT_EQ(summaryOf(diff), "1 word only in the licence Some-1.0, 3 words only in the file");
}

TEST(TextDiff, placesFarApartStandAlone)
{
    std::vector<std::string> words;
    std::string text;
    for (int i = 0; i < 200; ++i) {
        words.push_back("word" + std::string(1, static_cast<char>('a' + i / 26))
            + std::string(1, static_cast<char>('a' + i % 26)));
        text += i == 20 || i == 150 ? "other\n" : words.back() + "\n";
    }
    const TextDiff diff = diffOf(text, corpusOf(words));
    ASSERT_EQ(diff.hunks.size(), 2u);
    EXPECT_EQ(diff.hunks[0].line, 21u);
    EXPECT_EQ(diff.hunks[1].line, 151u);
}

TEST(TextDiff, partsThatMayBeLeftOutAreNoDifference)
{
    const Corpus corpus = corpusOf(kWords, {7, 15});
    EXPECT_TRUE(diffOf("Anyone may copy and sell this work.", corpus).hunks.empty());
    EXPECT_EQ(diffOf("Anyone may copy and sell.", corpus).missing, 10u);
}

TEST(TextDiff, isBounded)
{
    std::string text;
    for (int i = 0; i < 400'000; ++i)
        text += i % 3 == 0 ? "anyone " : i % 3 == 1 ? "may " : "not ";
    const TextDiff diff = diffOf(text, corpusOf(kWords));
    EXPECT_TRUE(diff.isCut);
    EXPECT_LE(diff.hunks.size(), kMostHunks);
    EXPECT_LT(unifiedText(diff).size(), std::size_t{200'000});
    EXPECT_NE(unifiedText(diff).find("were compared"), std::string::npos);
}

TEST(TextDiff, emptyAndUnknown)
{
    const TextDiff diff = diffOf("", corpusOf(kWords));
    EXPECT_EQ(diff.missing, kWords.size());
    EXPECT_EQ(diff.hunks.size(), 1u);
    EXPECT_FALSE(diffWithLicense(kText, "None-1.0", corpusOf(kWords)).has_value());
}

/// Every text of the list equals itself, and one with a word put in differs by that word alone.
TEST(TextDiff, textsOfTheList)
{
    CUPEL_REQUIRE_LICENSE_LIST();
    std::string text = test::listedText("MIT");
    EXPECT_TRUE(diffsOf(text, detect(text), builtInCorpus()).empty());
    const std::size_t at = text.find("without restriction");
    ASSERT_NE(at, std::string::npos);
    text.insert(at, "for noncommercial purposes ");
    const std::vector<TextDiff> diffs = diffsOf(text, detect(text), builtInCorpus());
    ASSERT_EQ(diffs.size(), 1u);
    EXPECT_EQ(diffs[0].id, "MIT");
    EXPECT_EQ(diffs[0].missing, 0u);
    EXPECT_EQ(diffs[0].added, 3u);
    EXPECT_NE(unifiedText(diffs[0]).find("+ only in the file: for noncommercial purposes\n"),
        std::string::npos)
        << unifiedText(diffs[0]);
}

} // namespace
} // namespace cupel::license
