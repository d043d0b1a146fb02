#include "core/license/expression.h"

#include "core/license/expression_match.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::license {
namespace {

Expression expression(std::string_view text)
{
    auto read = parseExpression(text);
    EXPECT_TRUE(read.has_value()) << text;
    return read ? *read : Expression();
}

std::vector<Expression> expressions(const std::vector<std::string>& texts)
{
    std::vector<Expression> all;
    for (const std::string& text : texts)
        all.push_back(expression(text));
    return all;
}

constexpr const char* kCases = "data/licenses/expression_cases.json";

TEST(Expression, CasesOfTheSpecification)
{
    CUPEL_REQUIRE_SHARED(kCases);
    const auto file = test::readJson(test::sharedDir() / kCases);
    ASSERT_GE(file["cases"].size(), 35u);
    for (const auto& one : file["cases"]) {
        const std::string text = one["expression"];
        SCOPED_TRACE("'" + text + "'");
        const auto read = parseExpression(text);
        EXPECT_EQ(read.has_value(), one["valid"].get<bool>());
        if (read && one["canonical"].is_string()) {
            EXPECT_EQ(toText(*read), one["canonical"].get<std::string>());
            EXPECT_EQ(expression(toText(*read)), *read);
        }
        if (!read) {
            EXPECT_EQ(read.error().code, base::ErrorCode::Usage);
            EXPECT_FALSE(read.error().message.empty());
            EXPECT_GE(read.error().where.column, 1u);
        }
    }
}

TEST(Expression, SatisfiesCases)
{
    CUPEL_REQUIRE_SHARED(kCases);
    const auto file = test::readJson(test::sharedDir() / kCases);
    ASSERT_GE(file["satisfies"].size(), 8u);
    for (const auto& one : file["satisfies"]) {
        const std::string text = one["expression"];
        SCOPED_TRACE(text);
        EXPECT_EQ(isSatisfiedBy(expression(text),
                      expressions(one["allowed"].get<std::vector<std::string>>())),
            one["expected"].get<bool>());
    }
}

struct Spelling {
    const char* text;
    const char* canonical;
};

class CanonicalText : public testing::TestWithParam<Spelling> { };

TEST_P(CanonicalText, IsOfTheList)
{
    EXPECT_EQ(toText(expression(GetParam().text)), GetParam().canonical);
}

INSTANTIATE_TEST_SUITE_P(Expression, CanonicalText,
    testing::Values(Spelling{"  mit\t", "MIT"},
        Spelling{"odbl-1.0 or ETALAB-2.0", "ODbL-1.0 OR etalab-2.0"},
        Spelling{"((MIT) OR (ISC))", "MIT OR ISC"},
        Spelling{"MIT OR (ISC OR Zlib)", "MIT OR ISC OR Zlib"},
        Spelling{"MIT AND (ISC AND Zlib)", "MIT AND ISC AND Zlib"},
        Spelling{"MIT OR (ISC AND Zlib)", "MIT OR ISC AND Zlib"},
        Spelling{"(MIT)AND(ISC)", "MIT AND ISC"}, Spelling{"MIT OR mit", "MIT"},
        Spelling{"gpl-2.0-or-later with classpath-exception-2.0",
            "GPL-2.0-or-later WITH Classpath-exception-2.0"},
        Spelling{"MIT WITH AdditionRef-no-AI", "MIT WITH AdditionRef-no-AI"},
        Spelling{"MIT WITH DocumentRef-d:AdditionRef-x", "MIT WITH DocumentRef-d:AdditionRef-x"},
        Spelling{"Apache-2.0+ WITH LLVM-exception", "Apache-2.0+ WITH LLVM-exception"},
        Spelling{"LicenseRef-MIT.x-1", "LicenseRef-MIT.x-1"}));

struct Fault {
    const char* text;
    std::uint64_t column;
    const char* message; ///< a part of it
    const char* hint; ///< a part of it
};

class Faults : public testing::TestWithParam<Fault> { };

TEST_P(Faults, AreNamedWithTheirPlace)
{
    const Fault& fault = GetParam();
    const auto read = parseExpression(fault.text);
    ASSERT_FALSE(read.has_value()) << fault.text;
    EXPECT_EQ(read.error().where.column, fault.column) << fault.text;
    EXPECT_NE(read.error().message.find(fault.message), std::string::npos) << read.error().message;
    EXPECT_NE(read.error().hint.find(fault.hint), std::string::npos) << read.error().hint;
}

INSTANTIATE_TEST_SUITE_P(Expression, Faults,
    testing::Values(Fault{"CC-BY-4", 1, "no id of the SPDX licence list", "CC-BY-4.0"},
        Fault{"MIT OR Apachee-2.0", 8, "'Apachee-2.0'", "Apache-2.0"},
        Fault{"MIT, ISC", 4, "','", "AND"}, Fault{"MIT/ISC", 4, "'/'", "OR"},
        Fault{"MIT And ISC", 5, "mixes cases", "AND"},
        Fault{"MIT ISC", 5, "operator is missing", "OR"},
        Fault{"(MIT ISC)", 6, "operator is missing", "OR"}, Fault{"((MIT)", 1, "never closed", ")"},
        Fault{"MIT)", 4, "closes nothing", ""}, Fault{"MIT OR", 7, "missing at the end", ""},
        Fault{"AND MIT", 1, "missing before 'AND'", ""},
        Fault{"Apache-2.0 +", 12, "'+'", "Apache-2.0+"}, Fault{"MIT++", 5, "'+'", ""},
        Fault{"LicenseRef-x+", 1, "LicenseRef", ""},
        Fault{"licenseref-x", 1, "no reference", "LicenseRef-"},
        Fault{"LicenseRef-", 1, "no reference", ""}, Fault{"LicenseRef-a_b", 13, "'_'", ""},
        Fault{"NONE", 1, "value of a field", ""},
        Fault{"MIT OR NOASSERTION", 8, "value of a field", ""},
        Fault{"MIT WITH MIT", 10, "no exception", ""},
        Fault{"GPL-2.0-only WITH Claspath-exception-2.0", 19, "no exception",
            "Classpath-exception-2.0"},
        Fault{"Classpath-exception-2.0", 1, "is an exception", "WITH"},
        Fault{"(MIT OR ISC) WITH LLVM-exception", 14, "follows a group", ""},
        Fault{"é OR MIT", 1, "'é'", ""}, Fault{"(é", 2, "'é'", ""},
        Fault{"MIT\nOR ISC", 4, "one line", ""}, Fault{"", 1, "empty", ""},
        Fault{"()", 2, "licence is missing", ""}));

TEST(Expression, HostileTextsAreRefused)
{
    const std::string deep = std::string(65, '(') + "MIT" + std::string(65, ')');
    EXPECT_FALSE(parseExpression(deep).has_value());
    EXPECT_EQ(toText(expression(deep.substr(1, deep.size() - 2))), "MIT");
    EXPECT_FALSE(parseExpression(std::string(10'000'000, '(')).has_value());
    EXPECT_FALSE(parseExpression(std::string("MIT\0OR", 6)).has_value());
    EXPECT_FALSE(parseExpression("\xff\xfe").has_value());
    EXPECT_FALSE(parseExpression("MIT \xc3").has_value());
    std::string many = "MIT";
    while (many.size() + 7 < kMaxExpressionBytes)
        many += " OR ISC";
    EXPECT_EQ(toText(expression(many)), "MIT OR ISC");
}

TEST(Expression, DeprecatedIdsNameTheirSuccessors)
{
    const auto found = deprecationsOf(expression("GPL-2.0+ OR LGPL-2.1 OR MIT"));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].id, "GPL-2.0+");
    EXPECT_EQ(found[0].successors, (std::vector<std::string>{"GPL-2.0-or-later"}));
    EXPECT_EQ(found[1].successors.size(), 2u);
    const auto replaced = [](const char* text) { return toText(withSuccessors(expression(text))); };
    EXPECT_EQ(
        replaced("GPL-2.0+ OR LGPL-2.1 AND MIT"), "GPL-2.0-or-later OR LGPL-2.1-only AND MIT");
    EXPECT_EQ(replaced("GPL-2.0 WITH Classpath-exception-2.0"),
        "GPL-2.0-only WITH Classpath-exception-2.0");
    EXPECT_EQ(replaced("GPL-3.0-with-GCC-exception"), "GPL-3.0-only WITH GCC-exception-3.1");
    EXPECT_EQ(replaced("Net-SNMP"), "Net-SNMP");
    EXPECT_EQ(replaced("Apache-2.0+"), "Apache-2.0+");
}

TEST(Expression, CoversLaterVersionsOnlyWhereItSaysSo)
{
    const auto covered = [](const char* declared, const char* other) {
        return covers(expression(declared), expression(other));
    };
    EXPECT_TRUE(covered("GPL-3.0", "GPL-3.0-only"));
    EXPECT_TRUE(covered("GPL-2.0-or-later", "GPL-3.0-only"));
    EXPECT_TRUE(covered("CC-BY-3.0+", "CC-BY-4.0"));
    EXPECT_TRUE(covered("LGPL-2.1+", "LGPL-2.1-only"));
    EXPECT_FALSE(covered("GPL-2.0-only", "GPL-3.0-only"));
    EXPECT_FALSE(covered("GPL-3.0-or-later", "GPL-2.0-only"));
    EXPECT_FALSE(covered("CC-BY-3.0+", "CC-BY-SA-4.0"));
    EXPECT_FALSE(covered("CC-BY-3.0+", "CC-BY-3.0-DE"));
    EXPECT_FALSE(covered("GPL-2.0-or-later", "AGPL-3.0-only"));
    EXPECT_FALSE(covered("GPL-2.0-or-later WITH LLVM-exception", "GPL-2.0-only"));
    EXPECT_FALSE(covered("MIT+", "ISC"));
    EXPECT_FALSE(covered("LicenseRef-a-1", "LicenseRef-a-2"));
}

} // namespace
} // namespace cupel::license
