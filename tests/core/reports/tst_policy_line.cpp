#include "core/reports/policy_line.h"

#include <gtest/gtest.h>

#include "core/findings/policy_reader.h"
#include "tests/core/reports/support/hostile_texts.h"

namespace cupel::reports {
namespace {

using namespace std::chrono_literals;
using base::DataText;
using findings::Finding;

const WaiverWords kWords{"documented in section 4: \"ages\"", "steward@example.org",
    std::chrono::sys_days{2027y / 3 / 31}};

findings::PolicyReading readLine(const std::string& line)
{
    return findings::parsePolicy("version: 1\nwaivers:\n" + line, "policy.yaml");
}

Finding findingOf(findings::Subject subject)
{
    Finding finding;
    finding.rule = "fairness.base-rate-gap";
    finding.subject = std::move(subject);
    return finding;
}

TEST(PolicyLine, coversItsFindingAndNoOther)
{
    const Finding finding = findingOf({{"label", DataText::name("income")},
        {"favourable", DataText::name(">50K")}, {"column", DataText::name("sex")}});
    const auto line = policyLine(finding, "adult", kWords);
    ASSERT_TRUE(line);
    const findings::PolicyReading reading = readLine(*line);
    ASSERT_TRUE(reading.problems.empty()) << *line << reading.problems.front().message;
    ASSERT_EQ(reading.policy.waivers.size(), 1u);
    const findings::Waiver& waiver = reading.policy.waivers.front();
    EXPECT_EQ(waiver.reason, kWords.reason);
    EXPECT_EQ(waiver.owner, kWords.owner);
    EXPECT_EQ(waiver.until, kWords.until);
    EXPECT_FALSE(waiver.isBroad());
    EXPECT_TRUE(waiver.covers(finding, "adult"));
    EXPECT_FALSE(waiver.covers(finding, "adult2"));
    Finding other = finding;
    other.subject.back().second = DataText::name("race");
    EXPECT_FALSE(waiver.covers(other, "adult"));
    other = finding;
    other.rule = "fairness.four-fifths";
    EXPECT_FALSE(waiver.covers(other, "adult"));
}

TEST(PolicyLine, namesTakeNothingElse)
{
    for (const std::string name : {"*", "a*b", "what?", "back\\slash", "yes", "1e5", "2020-01-01",
             "a: b", "- x", "#x", "'", "\"", " Male", "tab\there", "two\nlines", "{}", "名前"}) {
        const Finding finding = findingOf({{"column", DataText::name(name)}});
        const auto line = policyLine(finding, "data*", kWords);
        ASSERT_TRUE(line) << name;
        const findings::PolicyReading reading = readLine(*line);
        ASSERT_TRUE(reading.problems.empty()) << *line << reading.problems.front().message;
        const findings::Waiver& waiver = reading.policy.waivers.front();
        EXPECT_TRUE(waiver.covers(finding, "data*")) << *line;
        EXPECT_FALSE(waiver.covers(findingOf({{"column", DataText::name("aXb")}}), "data*"));
        EXPECT_FALSE(waiver.covers(finding, "data1")) << *line;
        EXPECT_FALSE(waiver.isBroad()) << *line;
    }
}

TEST(PolicyLine, hostileTextsAreNamedOrRefused)
{
    for (const std::string& text : test::hostileTexts()) {
        const Finding finding = findingOf({{"column", DataText::name(text)}});
        const auto line = policyLine(finding, "data", kWords);
        if (!line)
            continue; // no UTF-8
        const findings::PolicyReading reading = readLine(*line);
        ASSERT_TRUE(reading.problems.empty()) << *line << reading.problems.front().message;
        EXPECT_TRUE(reading.policy.waivers.front().covers(finding, "data")) << *line;
    }
}

TEST(PolicyLine, whatAPolicyCannotSayIsRefused)
{
    for (const std::string& name :
        {std::string(), std::string(findings::kMaxPatternBytes + 1, 'x'), std::string("a\xff")}) {
        EXPECT_FALSE(policyLine(findingOf({{"column", DataText::name(name)}}), "data", kWords))
            << name.size();
    }
}

TEST(PolicyLine, twoOfThemMakeAList)
{
    const Finding one = findingOf({{"column", DataText::name("sex")}});
    const Finding two = findingOf({{"column", DataText::name("race")}});
    const findings::PolicyReading reading
        = readLine(*policyLine(one, "data", kWords) + *policyLine(two, "data", kWords));
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.policy.waivers.size(), 2u);
}

} // namespace
} // namespace cupel::reports
