#include "core/findings/finding.h"

#include <gtest/gtest.h>

namespace cupel::findings {
namespace {

Finding aFinding()
{
    Finding finding;
    finding.rule = "fairness.base-rate-gap";
    finding.subject = {{"label", base::DataText::name("income")},
        {"favourable", base::DataText::roleValue(">50K", 7841)},
        {"column", base::DataText::name("sex")}};
    return finding;
}

TEST(FindingId, HasTheFormOfAFingerprint)
{
    const std::string id = aFinding().id("loans");
    ASSERT_EQ(id.size(), 18U);
    EXPECT_EQ(id.substr(0, 2), "f-");
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef", 2), std::string::npos);
}

// A baseline written by one version must be read by the next: the fingerprint never changes.
TEST(FindingId, IsStable)
{
    EXPECT_EQ(aFinding().id("loans"), "f-6a507fc0b7cf6234");
}

TEST(FindingId, DoesNotDependOnValuesCountsOrLevels)
{
    Finding other = aFinding();
    other.level = Level::Error;
    other.kind = Kind::Open;
    other.measure = Measure{"demographic-parity-difference", 0.3, std::nullopt};
    other.message = {"Another sentence."};
    other.subject[1].second = base::DataText::roleValue(">50K", 12);
    EXPECT_EQ(other.id("loans"), aFinding().id("loans"));
}

TEST(FindingId, DependsOnDatasetRuleAndSubject)
{
    const std::string id = aFinding().id("loans");
    EXPECT_NE(aFinding().id("loans2"), id);
    Finding rule = aFinding();
    rule.rule = "fairness.four-fifths";
    EXPECT_NE(rule.id("loans"), id);
    Finding subject = aFinding();
    subject.subject[2].second = base::DataText::name("race");
    EXPECT_NE(subject.id("loans"), id);
}

// Without the lengths of the texts both would be the same bytes.
TEST(FindingId, KeepsTextsApart)
{
    Finding a;
    a.rule = "r";
    a.subject = {{"column", base::DataText::name("ab")}, {"group", base::DataText::name("c")}};
    Finding b;
    b.rule = "r";
    b.subject = {{"column", base::DataText::name("a")}, {"group", base::DataText::name("bc")}};
    EXPECT_NE(a.id(""), b.id(""));
}

TEST(Names, AreThoseOfSarif)
{
    EXPECT_EQ(kindName(Kind::Fail), "fail");
    EXPECT_EQ(kindName(Kind::NotApplicable), "notApplicable");
    EXPECT_EQ(kindName(Kind::Informational), "informational");
    EXPECT_EQ(levelName(Level::None), "none");
    EXPECT_EQ(levelName(Level::Error), "error");
}

TEST(Names, LevelsAreReadBack)
{
    for (const Level level : {Level::None, Level::Note, Level::Warning, Level::Error})
        EXPECT_EQ(levelFromName(levelName(level)), level);
    EXPECT_EQ(levelFromName("Error"), std::nullopt);
    EXPECT_EQ(levelFromName(""), std::nullopt);
}

} // namespace
} // namespace cupel::findings
