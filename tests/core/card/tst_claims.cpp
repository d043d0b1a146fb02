#include "core/card/claims.h"
#include "tests/core/card/literal_card.h"

#include <gtest/gtest.h>

namespace cupel::card {
namespace {

std::string plain(const base::Sentence& sentence)
{
    std::string text;
    for (const base::Span& span : sentence) {
        const auto* own = std::get_if<std::string>(&span);
        text += own ? *own : std::get<base::DataText>(span).raw();
    }
    return text;
}

/// "rows+ split-rows-": kinds with + where they agree and - where they do not.
std::string verdicts(const std::vector<CheckedClaim>& claims)
{
    std::string all;
    for (const CheckedClaim& claim : claims) {
        all += (all.empty() ? "" : " ") + std::string(kindName(claim.kind))
            + (claim.verdict == Verdict::Agrees ? "+" : "-");
    }
    return all;
}

std::string verdictsOf(const std::string& text, const Measured& measured)
{
    return verdicts(checkClaims({{test::literalCard(text)}}, measured));
}

struct Case {
    const char* text;
    const char* verdicts;
};

class CensusClaims : public testing::TestWithParam<Case> { };

TEST_P(CensusClaims, AreCheckedAgainstTheCounts)
{
    EXPECT_EQ(verdictsOf(GetParam().text, test::censusMeasures()), GetParam().verdicts);
}

INSTANTIATE_TEST_SUITE_P(Rows, CensusClaims,
    testing::Values(Case{"The dataset contains 32,561 rows.", "rows+"},
        Case{"The dataset contains 32,651 rows.", "rows-"},
        Case{"It has 32561 instances and 15 columns.", "columns+ rows+"},
        Case{"32,561 records from the 1994 census.", "rows+"},
        Case{"32,651 people, one per row.", "rows-"},
        Case{"There are 40,000 samples per class.", ""},
        Case{"- **Number of instances:** 32,561", "rows+"},
        Case{"- Number of instances: 32,651", "rows-"},
        Case{"| Property | Value |\n|---|---|\n| Rows | 32,651 |", "rows-"},
        Case{"About 32,000 people answered.", "rows+"},
        Case{"About 90,000 people answered.", "rows-"}, Case{"More than 30k records.", "rows+"},
        // Parts of the table, other tables and other numbers are no claims about its size.
        Case{"10,771 women are among the people.", ""},
        Case{"Originally 48,842 records were extracted.", ""},
        Case{"Two annotators looked at 50 examples.", ""},
        Case{"7,000 records are labelled >50K.", ""}, Case{"Published in 1996 with 3 authors.", ""},
        Case{"Questions cost 5 cents, see section 4.", ""},
        // Splits that the table does not know: the file may be one of them.
        Case{"32,561 training examples and 16,281 test examples.", "split-rows+"},
        Case{"32,651 training examples and 16,281 test examples.", "split-rows-"},
        Case{"48,842 instances (train=32561, test=16281).", "rows+ split-rows+"}));

INSTANTIATE_TEST_SUITE_P(Columns, CensusClaims,
    testing::Values(Case{"There are 15 columns.", "columns+"},
        Case{"There are 14 features.", "columns+"}, Case{"There are 16 features.", "columns-"},
        Case{"There are 14 columns.", "columns-"}, Case{"It has 6 numeric features.", ""}));

INSTANTIATE_TEST_SUITE_P(Classes, CensusClaims,
    testing::Values(Case{"The label has 2 classes.", "classes+"},
        Case{"The label has 3 classes.", "classes-"}, Case{"24.1 % earn >50K.", "share+"},
        Case{"24 % earn >50K.", "share+"}, Case{"42.1 % earn >50K.", "share-"},
        Case{"Women are 33.1% of the rows.", "share+"},
        Case{"Women are 50 % of the rows.", "share-"},
        Case{"11 % of women and 30 % of men earn >50K.", ""},
        Case{"The model has an accuracy of 85 % for >50K.", ""}));

INSTANTIATE_TEST_SUITE_P(Balance, CensusClaims,
    testing::Values(Case{"The table is balanced between women and men.", "balance-"},
        Case{"The classes are evenly distributed.", "balance-"},
        Case{"The classes are imbalanced.", ""}, Case{"It is not balanced by sex.", ""},
        Case{"Report the balanced accuracy of classes.", ""}));

TEST(SplitClaims, AreCheckedSplitBySplit)
{
    const Measured measured = test::splitMeasures();
    EXPECT_EQ(
        verdictsOf("| split | rows |\n|---|---|\n| train | 20,000 |\n| test | 9,000 |", measured),
        "split-rows+ split-rows-");
    EXPECT_EQ(
        verdictsOf("| | train | dev |\n|---|---|---|\n| examples | 20,000 | 2,516 |", measured),
        "split-rows+ split-rows-");
    EXPECT_EQ(verdictsOf("20,000 rows in the training set.", measured), "split-rows+");
}

TEST(Claims, OfTheSameNumberInSeveralPlacesAreOne)
{
    const auto claims
        = checkClaims({{test::literalCard("It has 32,651 rows.\n\nWe publish 32651 instances.")}},
            test::censusMeasures());
    ASSERT_EQ(claims.size(), 1u);
    ASSERT_EQ(claims[0].places.size(), 2u);
    EXPECT_EQ(claims[0].places[0].line, 2u);
    EXPECT_EQ(claims[0].places[1].line, 4u);
    EXPECT_EQ(claims[0].said.raw(), "32,651 rows");
    EXPECT_EQ(plain(claims[0].measured), "32,561 rows");
}

TEST(Claims, OfASentenceWithoutEndAreNotRead)
{
    std::string text = "It has 32,651 rows";
    for (int i = 0; i < 100'000; ++i)
        text += " and 5 rows";
    EXPECT_EQ(verdictsOf(text, test::censusMeasures()), "");
}

TEST(Claims, NounsForARowMayBeExplainedInTheCard)
{
    const std::string text = "5,200 widgets were measured.";
    const Measured measured = test::censusMeasures();
    EXPECT_EQ(verdicts(checkClaims({{test::literalCard(text)}}, measured)), "");
    EXPECT_EQ(
        verdicts(checkClaims({{test::literalCard({{"Dataset Summary", text},
                                 {"Data Instances", "One row is one blue widget of a plant."}})}},
            measured)),
        "rows-");
}

TEST(FrontMatter, ClaimsSplitsColumnsSizesAndClassNames)
{
    using namespace test;
    documents::Document card = literalCard("");
    const auto feature = [](const char* name) { return mapNode({{"name", textNode(name)}}); };
    const auto split = [](const char* name, const char* rows) {
        return mapNode({{"name", textNode(name)}, {"num_examples", textNode(rows, 7)}});
    };
    card.fields = mapNode({{"size_categories", listNode({textNode("1K<n<10K", 3)})},
        {"dataset_info",
            mapNode({{"features", listNode({feature("age"), feature("salary")})},
                {"splits", listNode({split("train", "20000"), split("test", "997")})}})}});
    const auto claims = checkClaims({{card}}, splitMeasures());
    EXPECT_EQ(
        verdicts(claims), "size-category- column-names- column-names+ split-rows+ split-rows-");
    EXPECT_EQ(claims[1].subject, "salary");
    EXPECT_EQ(claims[4].subject, "test");
    EXPECT_EQ(claims[4].places[0].line, 7u);
}

TEST(SizeCategory, HoldsItsLowerEdge)
{
    documents::Document card = test::literalCard("");
    card.fields = test::mapNode({{"size_categories", test::textNode("1K<n<10K")}});
    Measured measured = test::censusMeasures();
    for (const auto& [rows, expected] : {std::pair{999, "size-category-"},
             {1'000, "size-category+"}, {9'999, "size-category+"}, {10'000, "size-category-"}}) {
        measured.rows = rows;
        EXPECT_EQ(verdicts(checkClaims({{card}}, measured)), expected) << rows;
    }
}

TEST(Croissant, ClaimsTheSizeOfTheFileAndItsColumns)
{
    using namespace test;
    documents::Document croissant;
    croissant.kind = documents::DocumentKind::Croissant;
    croissant.file = "croissant.json";
    const auto column = [](const char* name) {
        return mapNode({{"source", mapNode({{"extract", mapNode({{"column", textNode(name)}})}})}});
    };
    croissant.fields = mapNode({{"sc:distribution",
                                    listNode({mapNode({{"contentUrl", textNode("data/adult.csv")},
                                        {"contentSize", textNode("3974305 B")}})})},
        {"recordSet", mapNode({{"field", listNode({column("age"), column("sex")})}})}});
    EXPECT_EQ(verdicts(checkClaims({{croissant}}, censusMeasures())), "file-bytes+ column-names+");
    croissant.fields.members[0].value.items[0].members[1].value.text = "3974306";
    EXPECT_EQ(verdicts(checkClaims({{croissant}}, censusMeasures())), "file-bytes- column-names+");
}

TEST(Languages, AreComparedBetweenDocuments)
{
    using namespace test;
    documents::Document card = literalCard("");
    card.fields = mapNode({{"language", listNode({textNode("en")})}});
    documents::Document croissant;
    croissant.kind = documents::DocumentKind::Croissant;
    croissant.fields = mapNode({{"inLanguage", textNode("en")}});
    EXPECT_EQ(verdicts(checkClaims({{card, croissant}}, censusMeasures())), "languages+");
    croissant.fields.members[0].value.text = "de";
    EXPECT_EQ(verdicts(checkClaims({{card, croissant}}, censusMeasures())), "languages-");
}

TEST(Languages, AreComparedWithMostOfTheTexts)
{
    using namespace test;
    documents::Document card = literalCard("");
    Measured measured = censusMeasures();
    measured.languages = {{"note", 1'000, 100, {{"de", 60}, {"en", 40}}}};
    const auto with = [&](const char* language) {
        card.fields = mapNode({{"language", listNode({textNode(language)})}});
        return verdicts(checkClaims({{card}}, measured));
    };
    EXPECT_EQ(with("de-AT"), "languages+");
    EXPECT_EQ(with("en"), "languages-");
    EXPECT_EQ(with("multilingual"), "");
    measured.languages[0].languages = {{"de", 50}, {"en", 50}};
    EXPECT_EQ(with("fr"), "");
}

} // namespace
} // namespace cupel::card
