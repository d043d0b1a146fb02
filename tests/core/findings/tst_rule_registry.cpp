#include "core/findings/rule_registry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

namespace cupel::findings {
namespace {

TEST(RuleRegistry, HasEachIdOnceInOrder)
{
    std::vector<std::string> ids;
    for (const Rule& rule : rules())
        ids.push_back(rule.id);
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

TEST(RuleRegistry, FindsByIdOnly)
{
    ASSERT_NE(findRule("fairness.four-fifths"), nullptr);
    EXPECT_EQ(findRule("fairness.four-fifths")->limit, 0.8);
    EXPECT_EQ(findRule("fairness.four-fifths")->limitOp, ">=");
    EXPECT_EQ(findRule("fairness.four"), nullptr);
    EXPECT_EQ(findRule("zzz"), nullptr);
}

TEST(RuleRegistry, EveryRuleHasAPage)
{
    // Our own names, and those of the lists of license, Croissant and card rules.
    const std::regex known("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*|[A-Z]{2,3}(-[A-Z0-9]+)+");
    for (const Rule& rule : rules()) {
        SCOPED_TRACE(rule.id);
        EXPECT_TRUE(std::regex_match(rule.id, known));
        EXPECT_FALSE(rule.title.empty());
        const bool hasOp = rule.limitOp == "<=" || rule.limitOp == ">=" || rule.limitOp == "<"
            || rule.limitOp == ">";
        EXPECT_EQ(rule.limit.has_value(), hasOp);
        EXPECT_EQ(rule.limit.has_value(), !rule.unit.empty());
        EXPECT_FALSE(rule.source.empty());
        for (const char* part : {"Measured: ", "Why it matters: ", "How: ", "What to do: "})
            EXPECT_NE(rule.explanation.find(part), std::string::npos) << part;
    }
}

TEST(RuleRegistry, DoesNotCertify)
{
    const std::regex certifying("\\b(unbiased|fair|safe|legal)\\b", std::regex::icase);
    for (const Rule& rule : rules()) {
        EXPECT_FALSE(std::regex_search(rule.title, certifying)) << rule.id;
        EXPECT_FALSE(std::regex_search(rule.explanation, certifying)) << rule.id;
    }
}

} // namespace
} // namespace cupel::findings
