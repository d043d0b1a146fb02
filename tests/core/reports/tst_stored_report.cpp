#include "core/reports/stored_report.h"

#include "core/reports/json_report.h"
#include "tests/core/reports/support/small_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::reports {
namespace {

class StoredReport : public testing::Test {
protected:
    Report report = test::smallReport();
    const findings::Finding& finding = report.datasets[0].audits[0].result.findings[2];
    std::string id = finding.id("people");
    std::string text = jsonReport(report);
};

TEST_F(StoredReport, givesBackWhatWasWritten)
{
    const auto stored = storedFinding(text, "r.json", id);
    ASSERT_TRUE(stored) << stored.error().message;
    EXPECT_EQ(stored->file, "people.csv");
    EXPECT_EQ(stored->hash, report.datasets[0].input.hash);
    EXPECT_EQ(stored->options.delimiter, ",");
    EXPECT_EQ(stored->options.quote, '"');
    EXPECT_EQ(stored->options.nullTokens, std::vector<std::string>{"?"});
    EXPECT_EQ(stored->options.types.at("age"), table::ColumnType::Integer);
    ASSERT_EQ(stored->evidence.size(), 2u);
    EXPECT_EQ(stored->evidence[0].filter, finding.evidence[0].filter);
    EXPECT_EQ(stored->evidence[0].count, 7);
    EXPECT_FALSE(stored->evidence[1].filter);
}

TEST_F(StoredReport, theBeginOfAnIdIsEnoughWhereItIsUnique)
{
    EXPECT_TRUE(storedFinding(text, "r.json", std::string_view(id).substr(0, 10)));
    const auto ambiguous = storedFinding(text, "r.json", "f-");
    ASSERT_FALSE(ambiguous);
    EXPECT_EQ(ambiguous.error().code, base::ErrorCode::Usage);
    EXPECT_FALSE(storedFinding(text, "r.json", "f-ffffffffffffffff"));
    EXPECT_FALSE(storedFinding(text, "r.json", ""));
}

TEST_F(StoredReport, refusesWhatIsNoReport)
{
    nlohmann::json other = nlohmann::json::parse(text);
    other["schemaVersion"] = "2.0.0";
    nlohmann::json broken = nlohmann::json::parse(text);
    broken["datasets"][0].erase("inputs");
    for (const std::string& bad : {std::string(), std::string("{"), std::string("[]"),
             std::string("{\"schema\": \"other\"}"), std::string("{\"schema\": \"cupel.report\"}"),
             "{\"schema\": \"other\", " + text.substr(text.find('"')),
             "{\"x\": 1e400, " + text.substr(text.find('"')), other.dump(), broken.dump(),
             std::string(1'000'000, '['),
             "{\"schema\": \"cupel.report\", \"x\": " + std::string(100'000, '[')
                 + std::string(100'000, ']') + "}"}) {
        const auto stored = storedFinding(bad, "r.json", id);
        ASSERT_FALSE(stored);
        EXPECT_EQ(stored.error().code, base::ErrorCode::Usage);
        EXPECT_NE(stored.error().message.find("r.json"), std::string::npos);
    }
}

} // namespace
} // namespace cupel::reports
