#include "core/license/spdx_list.h"

#include "core/license/csv_resource.h"
#include "core/license/expression.h"

#include <gtest/gtest.h>

#include <set>

namespace cupel::license {
namespace {

TEST(CsvResource, CellsInQuotes)
{
    const auto rows = rowsOf("a,b\n1,\"x, \"\"y\"\"\"\n,\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"1", "x, \"y\""}));
    EXPECT_EQ(rows[1], (std::vector<std::string>{"", ""}));
    EXPECT_TRUE(rowsOf("").empty());
    EXPECT_EQ(partsOf("a | b", " | "), (std::vector<std::string>{"a", "b"}));
}

TEST(SpdxList, IsWholeAndEveryIdIsAnExpression)
{
    EXPECT_EQ(spdxLicenses().size(), 733u);
    std::set<std::string> seen;
    for (const SpdxLicense& license : spdxLicenses()) {
        SCOPED_TRACE(license.id);
        EXPECT_TRUE(seen.insert(lowerAscii(license.id)).second);
        EXPECT_FALSE(license.name.empty());
        const auto read = parseExpression(license.id);
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(toText(*read), license.id);
    }
}

TEST(SpdxList, SuccessorsAreExpressionsThatAreNotDeprecated)
{
    std::size_t deprecated = 0;
    for (const SpdxLicense& license : spdxLicenses()) {
        SCOPED_TRACE(license.id);
        deprecated += license.isDeprecated();
        EXPECT_TRUE(license.isDeprecated() || license.successors.empty());
        for (const std::string& successor : license.successors) {
            const auto read = parseExpression(successor);
            ASSERT_TRUE(read.has_value()) << successor;
            EXPECT_EQ(toText(*read), successor);
            EXPECT_TRUE(deprecationsOf(*read).empty());
        }
    }
    EXPECT_EQ(deprecated, 32u);
}

TEST(SpdxList, FindsWithoutRegardToCase)
{
    ASSERT_NE(findSpdxLicense("odbl-1.0"), nullptr);
    EXPECT_EQ(findSpdxLicense("odbl-1.0")->id, "ODbL-1.0");
    EXPECT_EQ(findSpdxLicense("ODbL"), nullptr);
    ASSERT_NE(findSpdxException("classpath-EXCEPTION-2.0"), nullptr);
    EXPECT_EQ(*findSpdxException("classpath-EXCEPTION-2.0"), "Classpath-exception-2.0");
    EXPECT_EQ(findSpdxException("MIT"), nullptr);
    EXPECT_EQ(nearestLicenseId("Apachee-2.0"), "Apache-2.0");
    EXPECT_EQ(nearestLicenseId("something else entirely"), std::nullopt);
}

} // namespace
} // namespace cupel::license
