#include "core/reports/verdict_texts.h"

#include "core/reports/html_page.h"
#include "core/reports/privacy.h"

#include <gtest/gtest.h>

namespace cupel::reports {
namespace {

using base::DataText;
using lint::Judged;
using lint::Level;
using lint::Profile;

lint::Issue issue(Level level, std::string message)
{
    return {"HF-20", level, {std::move(message)}, {"write it"}, {3, 5}, "/license"};
}

lint::Verdict verdict(Profile profile, std::vector<lint::Issue> issues, std::size_t unlisted = 0)
{
    return {profile, std::move(issues), unlisted};
}

std::string textOf(std::vector<Block> blocks)
{
    Page page;
    page.title = {std::string("t")};
    page.blocks = std::move(blocks);
    return htmlPage(page, PrivacyView(Privacy::Full));
}

const Judged kCard{"README.md", "hf-card",
    {verdict(Profile::Hub, {issue(Level::Note, "odd"), issue(Level::Error, "no licence")}),
        verdict(Profile::Loader, {}), verdict(Profile::HfBody2022, {issue(Level::Error, "old")})},
    {}};

TEST(VerdictTexts, LinesAreThoseOfTheCommand)
{
    EXPECT_EQ(verdictsText({kCard}),
        "README.md:3:5: note: odd [HF-20]\n"
        "README.md:3:5: error: no licence [HF-20]\n"
        "README.md: hub: refused, 1 error, 0 warnings, 1 note\n"
        "README.md: loader: accepted, 0 errors, 0 warnings, 0 notes\n"
        "README.md:3:5: error: old [HF-20]\n"
        "README.md: hf-body-2022: refused, 1 error, 0 warnings, 0 notes\n");
}

TEST(VerdictTexts, BlocksSayWhoTakesADocument)
{
    const std::vector<Block> blocks = verdictBlocks({kCard});
    ASSERT_EQ(blocks.size(), 5U); // heading, hub with its issues, loader, other profiles
    const auto& hub = std::get<Callout>(blocks[1].content);
    EXPECT_EQ(hub.tone, Tone::Error);
    EXPECT_EQ(hub.word, "refused");
    EXPECT_EQ(hub.label, "hub");
    const auto& said = std::get<Details>(blocks[2].content);
    ASSERT_EQ(said.blocks.size(), 2U);
    const auto& first = std::get<Callout>(said.blocks.front().content);
    EXPECT_EQ(first.tone, Tone::Error); // before the note
    EXPECT_EQ(first.label, "HF-20");
    ASSERT_EQ(first.facts.size(), 2U);
    EXPECT_EQ(std::get<std::string>(first.facts[0].value.front()), "line 3, column 5");
    EXPECT_EQ(std::get<Callout>(blocks[3].content).tone, Tone::Good);
    const auto& others = std::get<Details>(blocks[4].content);
    EXPECT_EQ(
        std::get<std::string>(others.summary.front()), "Other profiles: hf-body-2022 refused");
}

TEST(VerdictTexts, OfVeryManyTheFirstOnesAreShownAndTheOthersCounted)
{
    Judged card{"README.md", "hf-card", {}, {}};
    card.verdicts.push_back(
        verdict(Profile::Hub, std::vector<lint::Issue>(1'000, issue(Level::Warning, "w")), 234));
    const std::vector<Block> blocks = verdictBlocks({card});
    const auto& said = std::get<Details>(blocks.at(2).content);
    EXPECT_EQ(std::get<std::string>(said.summary.front()), "What hub says: 1234 findings");
    ASSERT_EQ(said.blocks.size(), 13U);
    const auto& rest = std::get<Paragraph>(said.blocks.back().content);
    EXPECT_TRUE(std::get<std::string>(rest.text.front()).starts_with("And 1222 more"));
    EXPECT_NE(std::get<std::string>(std::get<Callout>(blocks.at(1).content).text.front())
                  .find("0 errors, 1000 warnings, 0 notes, and 234 more that are not listed"),
        std::string::npos);
    const std::vector<Block> many = verdictBlocks(std::vector<Judged>(32, kCard));
    EXPECT_EQ(many.size(), 6 * 5U + 1);
    EXPECT_EQ(std::get<std::string>(std::get<Details>(many.back().content).summary.front()),
        "26 more documents");
}

TEST(VerdictTexts, WhatWasNotJudgedSaysWhy)
{
    Judged gone{"croissant.json", "croissant", {}, {}};
    gone.error = base::Error{base::ErrorCode::InputMissing, "it is not there any more", "", {}};
    EXPECT_EQ(verdictsText({gone}), "");
    const std::vector<Block> blocks = verdictBlocks({gone});
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(std::get<Callout>(blocks[1].content).word, "not judged");
    EXPECT_TRUE(verdictBlocks({}).empty());
}

TEST(VerdictTexts, WordsOfDocumentsAreDataTexts)
{
    Judged card = kCard;
    card.path = "a\x1b[31m.md";
    card.verdicts[0].issues[1].message
        = {"no ", DataText::document("<b>" + std::string(100'000, 'x') + "</b>")};
    EXPECT_EQ(verdictsText({card}).find('\x1b'), std::string::npos);
    const std::string text = textOf(verdictBlocks({card}));
    EXPECT_LT(text.size(), 90'000U);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find("<b>x"), std::string::npos);
    EXPECT_NE(text.find("&lt;b&gt;x"), std::string::npos);
}

} // namespace
} // namespace cupel::reports
