#include "core/reports/privacy.h"

#include <gtest/gtest.h>

namespace cupel::reports {
namespace {

using base::DataText;

TEST(Privacy, modesByName)
{
    for (const Privacy privacy : {Privacy::Full, Privacy::Masked, Privacy::Aggregate})
        EXPECT_EQ(privacyFromName(privacyName(privacy)), privacy);
    EXPECT_FALSE(privacyFromName("none"));
}

TEST(Privacy, whatEachModeShows)
{
    const PrivacyView full(Privacy::Full);
    const PrivacyView masked(Privacy::Masked);
    const PrivacyView aggregate(Privacy::Aggregate);
    const DataText name = DataText::name("sex");
    EXPECT_EQ(aggregate.show(name), "sex");
    EXPECT_EQ(masked.show(DataText::roleValue("Female", 5)), "Female");
    EXPECT_EQ(masked.show(DataText::roleValue("Female", 4)), "<fewer than 5 rows>");
    EXPECT_EQ(aggregate.show(DataText::roleValue("Female", 5000)), "<hidden>");
    EXPECT_EQ(masked.show(DataText::value("Ada")), "<hidden>");
    EXPECT_EQ(full.show(DataText::value("Ada")), "Ada");
    EXPECT_EQ(full.show(DataText::roleValue("Female", 1)), "Female");
    EXPECT_EQ(masked.show(base::Sentence{"All of ", name, " is ", DataText::value("x"), "."}),
        "All of sex is <hidden>.");
}

TEST(Privacy, aSentenceCutsWhatIsVeryLong)
{
    const PrivacyView full(Privacy::Full);
    const std::string name(1'000'000, 'n');
    EXPECT_EQ(full.show(base::Sentence{DataText::name(name), " is one."}),
        name.substr(0, 200) + "… is one.");
    EXPECT_EQ(full.show(DataText::name(name)), name);
}

TEST(Privacy, theSmallestCellCanBeChanged)
{
    const PrivacyView masked(PrivacyRule(Privacy::Masked, 20));
    EXPECT_EQ(masked.show(DataText::roleValue("Female", 20)), "Female");
    EXPECT_EQ(masked.show(DataText::roleValue("Female", 19)), "<fewer than 20 rows>");
    DatasetReport dataset;
    dataset.whereText = "sex = 'x'";
    EXPECT_EQ(masked.show(dataset.whereData()), "sex = 'x'") << "what the user wrote";
    EXPECT_EQ(PrivacyView(Privacy::Aggregate).show(dataset.whereData()), "<hidden>");
    EXPECT_EQ(leastRowsShown(PrivacyRule(Privacy::Masked, 20)), 20);
    EXPECT_EQ(leastRowsShown(PrivacyRule(Privacy::Full, 20)), 0);
}

class Filters : public testing::Test {
protected:
    Filters()
    {
        dataset.roles.groups.push_back({"sex", std::nullopt, {}});
        counts::ColumnDescription sex;
        sex.name = "sex";
        sex.profile.top = {{"Female", 90}, {"other", 4}};
        dataset.description.columns.push_back(sex);
        dataset.where.terms.push_back(term(counts::ValueDim{"city"}, "Bonn"));
        dataset.proposals.push_back({"work", "null-token", "?", 9, "a reason"});
    }
    static counts::Filter::Term term(counts::Dim dim, const char* value)
    {
        return {std::move(dim), {counts::CellKey::value(value)}};
    }
    bool shows(
        counts::Filter::Term term, std::int64_t count, const PrivacyRule& privacy = Privacy::Masked)
    {
        return PrivacyView(privacy).showsFilter({{{std::move(term)}}, count}, dataset);
    }

    DatasetReport dataset;
};

TEST_F(Filters, valuesOfRolesNeedFiveRows)
{
    EXPECT_TRUE(shows(term(counts::ValueDim{"sex"}, "Female"), 5));
    EXPECT_FALSE(shows(term(counts::ValueDim{"sex"}, "Female"), 4));
    EXPECT_FALSE(shows(term(counts::ValueDim{"sex"}, "Female"), 5, Privacy::Aggregate));
    EXPECT_FALSE(shows(term(counts::ValueDim{"sex"}, "Female"), 90, {Privacy::Masked, 91}));
    EXPECT_TRUE(shows(term(counts::ValueDim{"sex"}, "Female"), 90, {Privacy::Masked, 90}));
    // A rare value is hidden also where the filter passes many rows.
    EXPECT_FALSE(shows(term(counts::ValueDim{"sex"}, "other"), 90));
    EXPECT_FALSE(shows(term(counts::ValueDim{"sex"}, "unlisted"), 90));
}

TEST_F(Filters, otherValuesAreHidden)
{
    EXPECT_FALSE(shows(term(counts::ValueDim{"name"}, "Ada"), 500));
    EXPECT_TRUE(shows(term(counts::ValueDim{"name"}, "Ada"), 500, Privacy::Full));
    // A recoding names values in its table, whatever its cells are called.
    EXPECT_FALSE(shows(term(counts::RecodeDim{"name", {{"Ada", "in"}}, "other"}, "other"), 500));
}

TEST_F(Filters, termsOfTheRunAndProposedTokensAreShown)
{
    EXPECT_TRUE(shows(term(counts::ValueDim{"city"}, "Bonn"), 1));
    EXPECT_FALSE(shows(term(counts::ValueDim{"city"}, "Rome"), 100));
    EXPECT_TRUE(shows(term(counts::ValueDim{"work"}, "?"), 9));
    EXPECT_FALSE(shows(term(counts::ValueDim{"work"}, "Baker"), 9));
}

TEST_F(Filters, filtersWithoutValuesAreShown)
{
    EXPECT_TRUE(shows(term(counts::MissingDim{"name"}, "missing"), 1, Privacy::Aggregate));
    EXPECT_TRUE(shows(term(counts::RepeatsDim{{}}, "repeat"), 1, Privacy::Aggregate));
    EXPECT_TRUE(shows({counts::ValueDim{"name"}, {counts::CellKey::notOfType()}}, 1));
}

} // namespace
} // namespace cupel::reports
