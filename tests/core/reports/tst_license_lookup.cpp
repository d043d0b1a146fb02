#include "core/reports/license_page.h"

#include <gtest/gtest.h>

#include <string>

#include "core/license/expression.h"
#include "core/license/resolution.h"
#include "core/reports/markdown_page.h"
#include "core/reports/privacy.h"

namespace cupel::reports {
namespace {

std::string looked(const std::string& text)
{
    return markdownPage(licenseLookupPage(text), PrivacyView(Privacy::Full));
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST(LicenseLookup, AnExpressionIsSpelledAsTheListSpellsIt)
{
    const std::string page = looked("mit or (gpl-2.0+ with classpath-exception-2.0)");
    EXPECT_TRUE(holds(page, "MIT OR GPL-2.0-or-later WITH Classpath-exception-2.0")
        || holds(page, "MIT OR GPL-2.0+ WITH Classpath-exception-2.0"))
        << page;
    EXPECT_TRUE(holds(page, "MIT: MIT License")) << page;
    EXPECT_TRUE(holds(page, "Deprecated")) << page;
    EXPECT_TRUE(holds(page, "no legal advice")) << page;
    EXPECT_FALSE(holds(page, "Intended")) << "no dataset is meant";
}

TEST(LicenseLookup, WhatIsNoExpressionSaysFromWhereOn)
{
    const std::string text = "MIT OR Apche-2.0";
    const auto read = license::parseExpression(text);
    ASSERT_FALSE(read.has_value());
    const std::string page = looked(text);
    EXPECT_TRUE(
        holds(page, "not valid from column " + std::to_string(read.error().where.column) + " on"))
        << page;
    EXPECT_TRUE(holds(page, "Apache-2.0")) << page;
}

TEST(LicenseLookup, ANameIsNoExpressionAndIsKnownAllTheSame)
{
    const std::string page = looked("Creative Commons Attribution 4.0");
    EXPECT_TRUE(holds(page, "not valid")) << page;
    EXPECT_TRUE(holds(page, "CC-BY-4.0")) << page;
    EXPECT_TRUE(holds(page, "allowed with duties")) << page;
}

TEST(LicenseLookup, AnyTextHasAPage)
{
    for (const std::string& text : {std::string(), std::string("\0\xff<script>", 10),
             std::string(20'000, '('), std::string("none"), std::string("no such licence at all")})
        EXPECT_FALSE(licenseLookupPage(text).blocks.empty());
    const std::string page = looked("no such licence at all");
    EXPECT_TRUE(holds(page, "LIC-UNRECOGNISED")) << page;
    EXPECT_TRUE(holds(page, "cannot be told")) << page;
}

} // namespace
} // namespace cupel::reports
