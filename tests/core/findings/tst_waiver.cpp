#include "core/findings/waiver.h"

#include <gtest/gtest.h>

namespace cupel::findings {
namespace {

Finding gap()
{
    Finding finding;
    finding.rule = "fairness.base-rate-gap";
    finding.subject = {{"label", base::DataText::name("income")},
        {"favourable", base::DataText::roleValue(">50K", 9)},
        {"column", base::DataText::name("sex")}};
    return finding;
}

Waiver waiver(std::vector<std::pair<std::string, std::string>> subject,
    const char* rule = "fairness.base-rate-gap")
{
    Waiver one;
    one.rule = rule;
    one.subject = std::move(subject);
    return one;
}

TEST(Waiver, CoversWhatAllItsMembersFit)
{
    EXPECT_TRUE(waiver({}).covers(gap(), "loans"));
    EXPECT_TRUE(waiver({{"dataset", "loans"}, {"column", "sex"}}).covers(gap(), "loans"));
    EXPECT_TRUE(waiver({{"label", "income"}, {"favourable", ">50K"}}).covers(gap(), "loans"));
    EXPECT_FALSE(waiver({{"dataset", "adult"}, {"column", "sex"}}).covers(gap(), "loans"));
    EXPECT_FALSE(waiver({{"column", "race"}}).covers(gap(), "loans"));
    EXPECT_FALSE(waiver({{"column", "income"}}).covers(gap(), "loans"));
    EXPECT_FALSE(waiver({{"group", "Female"}}).covers(gap(), "loans")) << "it has no group";
    EXPECT_FALSE(waiver({}, "fairness.four-fifths").covers(gap(), "loans"));
    EXPECT_TRUE(waiver({}, "fairness.*").covers(gap(), "loans"));
    EXPECT_TRUE(waiver({{"column", "s?x"}}).covers(gap(), "loans"));
}

TEST(Waiver, TheColumnOfAFindingAboutTheLabelIsTheLabel)
{
    Finding finding = gap();
    finding.subject = {{"label", base::DataText::name("income")}};
    EXPECT_TRUE(waiver({{"column", "income"}}).covers(finding, "loans"));
}

TEST(Waiver, IsBroadWithAPatternOrWithoutSubject)
{
    EXPECT_TRUE(waiver({}).isBroad());
    EXPECT_TRUE(waiver({{"column", "s*"}}).isBroad());
    EXPECT_TRUE(waiver({{"column", "sex"}}, "fairness.*").isBroad());
    EXPECT_FALSE(waiver({{"column", "sex"}}).isBroad());
    EXPECT_FALSE(waiver({{"column", "\\*"}}).isBroad());
}

} // namespace
} // namespace cupel::findings
