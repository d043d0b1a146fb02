#include "core/lint/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "core/lint/lint.h"

namespace cupel::lint {
namespace {

TEST(LintRules, AreSortedAndExplained)
{
    std::vector<std::string> ids;
    const std::regex known("(CR|DP|HF)-[0-9]{2}b?");
    for (const Rule& rule : rules()) {
        ids.push_back(rule.id);
        EXPECT_TRUE(std::regex_match(rule.id, known)) << rule.id;
        EXPECT_FALSE(rule.title.empty()) << rule.id;
        EXPECT_EQ(rule.title.find('\n'), std::string::npos) << rule.id;
        EXPECT_NE(rule.explanation.find("What to do: "), std::string::npos) << rule.id;
        EXPECT_FALSE(rule.source.empty()) << rule.id;
        EXPECT_EQ(findRule(rule.id), &rule);
    }
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    EXPECT_EQ(findRule("CR-99"), nullptr);
}

TEST(LintProfiles, HaveNames)
{
    documents::Document document;
    for (const auto kind : {documents::DocumentKind::Card, documents::DocumentKind::Croissant}) {
        document.kind = kind;
        EXPECT_FALSE(usualProfilesOf(document).empty());
        for (const Profile profile : profilesOf(document)) {
            EXPECT_EQ(profileFromName(profileName(profile)), profile);
            EXPECT_NE(profileNames().find(profileName(profile)), std::string::npos);
        }
    }
    document.kind = documents::DocumentKind::License;
    EXPECT_TRUE(profilesOf(document).empty());
    EXPECT_EQ(profileFromName("none"), std::nullopt);
}

} // namespace
} // namespace cupel::lint
