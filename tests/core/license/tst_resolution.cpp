#include "core/license/resolution.h"

#include "core/license/csv_resource.h"
#include "core/license/expression.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::license {
namespace {

std::vector<std::vector<std::string>> sharedRows(const std::string& name)
{
    std::string text = test::readFile(test::sharedDir() / name);
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    return rowsOf(text);
}

std::string firstRule(const Resolution& found)
{
    return found.notes.empty() ? "" : found.notes.front().rule;
}

/// The file tells exact from high by where a text was seen; and a trap may have any answer that is
/// not clean.
bool fits(const std::string& expected, const Resolution& found)
{
    if (expected == "exact" || expected == "high")
        return found.confidence == Confidence::Exact || found.confidence == Confidence::High;
    if (expected == "trap")
        return !found.notes.empty() && found.confidence != Confidence::Exact
            && found.confidence != Confidence::High;
    return confidenceName(found.confidence) == expected;
}

constexpr const char* kAliases = "data/licenses/aliases.csv";
constexpr const char* kHubIds = "data/licenses/hf_license_ids.csv";

TEST(Resolution, AliasesOfTheReference)
{
    CUPEL_REQUIRE_SHARED(kAliases);
    const auto rows = sharedRows(kAliases);
    ASSERT_GE(rows.size(), 400u);
    for (const auto& row : rows) {
        SCOPED_TRACE("'" + row.at(0) + "'");
        const Resolution found = resolveLicense(row.at(0));
        EXPECT_EQ(found.expression, row.at(1));
        EXPECT_TRUE(fits(row.at(2), found))
            << row.at(2) << ", is " << confidenceName(found.confidence);
        EXPECT_EQ(firstRule(found), row.at(3));
    }
}

TEST(Resolution, IdsOfTheHub)
{
    CUPEL_REQUIRE_SHARED(kHubIds);
    const auto rows = sharedRows(kHubIds);
    ASSERT_EQ(rows.size(), 83u);
    for (const auto& row : rows) {
        SCOPED_TRACE(row.at(0));
        // The table of aliases is the finer one for these two.
        if (row.at(0) == "other" || row.at(0) == "openrail")
            continue;
        EXPECT_EQ(resolveLicense(row.at(0)).expression, row.at(1));
    }
}

struct Case {
    const char* text;
    const char* expression;
    Confidence confidence;
    const char* rule; ///< of the first note; empty: none
};

class Texts : public testing::TestWithParam<Case> { };

TEST_P(Texts, AreResolved)
{
    const Resolution found = resolveLicense(GetParam().text);
    EXPECT_EQ(found.expression, GetParam().expression) << GetParam().text;
    EXPECT_EQ(confidenceName(found.confidence), confidenceName(GetParam().confidence))
        << GetParam().text;
    EXPECT_EQ(firstRule(found), GetParam().rule) << GetParam().text;
}

constexpr auto kExact = Confidence::Exact;
constexpr auto kHigh = Confidence::High;
constexpr auto kLow = Confidence::Low;
constexpr auto kFamily = Confidence::Family;
constexpr auto kClass = Confidence::Class;
constexpr auto kStatus = Confidence::Status;
constexpr auto kNone = Confidence::None;

INSTANTIATE_TEST_SUITE_P(CreativeCommons, Texts,
    testing::Values(Case{"CCBYSA 3.0", "CC-BY-SA-3.0", kHigh, ""},
        Case{"CC-BYNC4", "CC-BY-NC-4.0", kHigh, ""},
        Case{"by-nc-sa 4.0", "CC-BY-NC-SA-4.0", kHigh, ""},
        Case{"CC BY 3.0 Germany", "CC-BY-3.0-DE", kHigh, ""},
        Case{"CC BY-SA 3.0 (Spain)", "CC-BY-SA-3.0", kLow, "LIC-CC-PORT"},
        Case{"Attribution ShareAlike 4.0 International License", "CC-BY-SA-4.0", kHigh, ""},
        Case{
            "This work is licensed under a Creative Commons Attribution 4.0 International License.",
            "CC-BY-4.0", kHigh, ""},
        Case{"CC BY 1.5", "NOASSERTION", kFamily, "LIC-CC-IMPOSSIBLE"},
        Case{"CC0 4.0", "NOASSERTION", kFamily, "LIC-CC-IMPOSSIBLE"},
        Case{"CC-SA", "NOASSERTION", kFamily, "LIC-CC-IMPOSSIBLE"},
        Case{"CC SA 1.0", "CC-SA-1.0", kHigh, ""},
        Case{"CC-BY-2.1", "NOASSERTION", kFamily, "LIC-CC-IMPOSSIBLE"},
        Case{"creative commons zero", "CC0-1.0", kHigh, ""},
        Case{"public domain (CC0)", "CC0-1.0", kHigh, ""},
        Case{"CC BY 3.0/4.0", "CC-BY-?", kFamily, "LIC-CC-UNVERSIONED"},
        Case{"sand nd 4.0", "LicenseRef-Custom", kNone, "LIC-UNRECOGNISED"},
        Case{"CC BY 4.0 except images", "LicenseRef-Custom", kNone, "LIC-UNRECOGNISED"},
        Case{"Creative Commons Attribution 4.0 (CC BY-NC 4.0)", "LicenseRef-Custom", kNone,
            "LIC-SELF-CONTRADICTION"}));

INSTANTIATE_TEST_SUITE_P(Addresses, Texts,
    testing::Values(Case{"http://creativecommons.org/licenses/by-nc-sa/3.0/us/", "CC-BY-NC-SA-3.0",
                        kLow, "LIC-CC-PORT"},
        Case{"https://creativecommons.org/licenses/by-sa/", "CC-BY-SA-?", kFamily,
            "LIC-CC-UNVERSIONED"},
        Case{"https://creativecommons.org/licenses/", "NOASSERTION", kFamily,
            "LIC-CC-ELEMENTS-MISSING"},
        Case{"https://creativecommons.org/licenses/by/4.0/?ref=x#y", "CC-BY-4.0", kHigh, ""},
        Case{"https://creativecommons.org/licenses/by-nd-sa/4.0/", "NOASSERTION", kFamily,
            "LIC-CC-IMPOSSIBLE"},
        Case{"https://opensource.org/license/apache-2-0", "Apache-2.0", kHigh, ""},
        Case{"https://opensource.org/licenses/MIT", "MIT", kExact, ""},
        Case{"https://www.gnu.org/licenses/gpl-3.0.en.html", "GPL-3.0-only", kHigh, ""},
        Case{"https://www.gnu.org/licenses/old-licenses/lgpl-2.1.html", "LGPL-2.1-only", kHigh, ""},
        Case{"https://www.gnu.org/copyleft/fdl.html", "NOASSERTION", kFamily,
            "LIC-FAMILY-AMBIGUOUS"},
        Case{"http://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0", kHigh, ""},
        Case{"http://opendatacommons.org/licenses/dbcl/1.0/", "LicenseRef-DbCL-1.0", kHigh, ""},
        Case{"[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)", "CC-BY-4.0", kHigh, ""},
        Case{"https://example.org/creativecommons.org/licenses/by/4.0", "LicenseRef-Custom", kNone,
            "LIC-UNRECOGNISED"},
        Case{"https://github.com/a/b/blob/main/LICENSE", "LicenseRef-Custom", kNone,
            "LIC-UNRECOGNISED"}));

INSTANTIATE_TEST_SUITE_P(Families, Texts,
    testing::Values(Case{"GNU GPL version 2 or any later version", "GPL-2.0-or-later", kHigh, ""},
        Case{"gplv2+", "GPL-2.0-or-later", kHigh, ""},
        Case{"GPL 4", "NOASSERTION", kFamily, "LIC-FAMILY-AMBIGUOUS"},
        Case{"GNU General Public License (GPLv3)", "GPL-3.0-only", kHigh, ""},
        Case{"Apache License Version 2.0, January 2004", "Apache-2.0", kHigh, ""},
        Case{"CDLA Permissive", "NOASSERTION", kFamily, "LIC-FAMILY-AMBIGUOUS"},
        Case{"CDLA-Sharing", "CDLA-Sharing-1.0", kHigh, ""},
        Case{"OGL v2", "NOASSERTION", kFamily, "LIC-FAMILY-AMBIGUOUS"},
        Case{"3-clause BSD license", "BSD-3-Clause", kHigh, ""},
        Case{"BSD-like", "NOASSERTION", kFamily, "LIC-FAMILY-AMBIGUOUS"},
        Case{"ODbL v1.0", "ODbL-1.0", kHigh, ""},
        Case{"Artistic License 2.0", "Artistic-2.0", kHigh, ""}));

INSTANTIATE_TEST_SUITE_P(Several, Texts,
    testing::Values(Case{"MIT, Apache-2.0, or CC0", "MIT OR Apache-2.0 OR CC0-1.0", kHigh, ""},
        Case{"MIT; CC0", "MIT AND CC0-1.0", kLow, "LIC-LIST-AMBIGUOUS"},
        Case{"data: CC BY 4.0, code: MIT", "CC-BY-4.0 AND MIT", kLow, "LIC-LIST-AMBIGUOUS"},
        Case{"MPL-1.1/GPL-2.0-only", "MPL-1.1 OR GPL-2.0-only", kLow, "LIC-SLASH-AMBIGUOUS"},
        Case{"MIT And CC-BY-4.0", "MIT AND CC-BY-4.0", kLow, "LIC-SPDX-SYNTAX"},
        Case{"MIT OR", "LicenseRef-Custom", kNone, "LIC-SPDX-SYNTAX"},
        Case{"MIT CC-BY-4.0", "LicenseRef-Custom", kNone, "LIC-SPDX-SYNTAX"},
        Case{"MIT OR Apachee-2.0", "LicenseRef-Custom", kNone, "LIC-SPDX-SYNTAX"},
        Case{"(MIT", "LicenseRef-Custom", kNone, "LIC-SPDX-SYNTAX"}));

INSTANTIATE_TEST_SUITE_P(LimitsAndLikeness, Texts,
    testing::Values(
        Case{"MIT, non-commercial use only", "LicenseRef-Custom", kNone, "LIC-SELF-CONTRADICTION"},
        Case{"CC BY-NC 4.0 (non-commercial only)", "CC-BY-NC-4.0", kHigh, ""},
        Case{
            "Apache-2.0 (research use only)", "LicenseRef-Custom", kNone, "LIC-SELF-CONTRADICTION"},
        Case{"Apache 2.0 + Commons Clause", "LicenseRef-Custom", kNone, "LIC-ADDITIONAL-TERMS"},
        Case{"based on MIT", "LicenseRef-Custom", kNone, "LIC-MODIFIED-TEXT"},
        Case{"Custom (MIT-based)", "LicenseRef-Custom", kNone, "LIC-MODIFIED-TEXT"},
        Case{"free for academic use", "LicenseRef-Research-Only", kClass, "LIC-CUSTOM"},
        Case{"Free for non-commercial use", "LicenseRef-Noncommercial-Unspecified", kClass,
            "LIC-CUSTOM"}));

INSTANTIATE_TEST_SUITE_P(Status, Texts,
    testing::Values(Case{"", "NOASSERTION", kStatus, "LIC-MISSING"},
        Case{"???", "NOASSERTION", kStatus, "LIC-MISSING"},
        Case{"unkown", "NOASSERTION", kStatus, "LIC-MISSING"},
        Case{"NONE", "NONE", kStatus, "LIC-MISSING"},
        Case{"please refer to the paper", "NOASSERTION", kStatus, "LIC-MISSING"},
        Case{"<license>", "NOASSERTION", kStatus, "LIC-MISSING"},
        Case{"(c) 2020 Foo", "LicenseRef-All-Rights-Reserved", kStatus, "LIC-ALL-RIGHTS-RESERVED"},
        Case{"Other (see description)", "LicenseRef-Custom", kStatus, "LIC-CUSTOM"},
        Case{"LicenseRef-mine", "LicenseRef-mine", kExact, "LIC-CUSTOM"},
        Case{"gpl-3.0", "GPL-3.0-only", kHigh, "LIC-SPDX-DEPRECATED"},
        Case{"foo bar", "LicenseRef-Custom", kNone, "LIC-UNRECOGNISED"}));

TEST(Resolution, EveryNameOfTheListIsResolvedToItsId)
{
    for (const char* name :
        {"Academic Free License v3.0", "Boost Software License 1.0", "ISC License",
            "Eclipse Public License 2.0", "zlib License", "SIL Open Font License 1.1"})
        EXPECT_TRUE(resolveLicense(name).isDetermined()) << name;
}

TEST(Resolution, WhatIsDeterminedIsAnExpression)
{
    CUPEL_REQUIRE_SHARED(kAliases);
    for (const auto& row : sharedRows(kAliases)) {
        const Resolution found = resolveLicense(row.at(0));
        EXPECT_EQ(parseExpression(found.expression).has_value(),
            found.expression.find('?') == std::string::npos && found.expression != "NOASSERTION")
            << row.at(0);
        for (const ResolutionNote& note : found.notes)
            EXPECT_FALSE(note.words.empty()) << row.at(0);
    }
}

TEST(Resolution, Lists)
{
    EXPECT_EQ(resolveLicenses({"mit"}).expression, "MIT");
    EXPECT_TRUE(resolveLicenses({"mit"}).notes.empty());
    const Resolution two = resolveLicenses({"mit", "cc-by-4.0"});
    EXPECT_EQ(two.expression, "MIT AND CC-BY-4.0");
    EXPECT_EQ(two.confidence, Confidence::Low);
    EXPECT_EQ(firstRule(two), "LIC-LIST-AMBIGUOUS");
    const Resolution open = resolveLicenses({"mit", "cc"});
    EXPECT_EQ(open.expression, "NOASSERTION");
    EXPECT_FALSE(open.isDetermined());
    EXPECT_EQ(resolveLicenses({}).expression, "NOASSERTION");
}

TEST(Resolution, HostileTextsEnd)
{
    for (const std::string& text : {std::string(5'000'000, '('), std::string(1'900, ','),
             std::string("\xff\xfe\x00 CC", 6), std::string(1'900, '/')})
        EXPECT_FALSE(resolveLicense(text).isDetermined());
    std::string slashes = "mit";
    while (slashes.size() < 1'900)
        slashes += " or x, and y / z (w";
    EXPECT_FALSE(resolveLicense(slashes).isDetermined());
    std::string alike;
    while (alike.size() < 1'900)
        alike += "modified based on ";
    EXPECT_FALSE(resolveLicense(alike).isDetermined());
}

} // namespace
} // namespace cupel::license
