#include "core/reports/json_report.h"

#include "core/reports/schemas.h"
#include "tests/core/reports/support/json_schema.h"
#include "tests/core/reports/support/small_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

Json reportIn(Privacy privacy)
{
    Report report = test::smallReport();
    report.privacy = privacy;
    return Json::parse(jsonReport(report));
}

std::vector<std::string> keys(const Json& object)
{
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items())
        names.push_back(name);
    return names;
}

TEST(JsonReport, fitsItsSchemaInEveryMode)
{
    for (const Privacy privacy : {Privacy::Full, Privacy::Masked, Privacy::Aggregate}) {
        Report report = test::smallReport();
        report.privacy = privacy;
        EXPECT_TRUE(test::fitsSchema(jsonReport(report), "report"));
    }
}

TEST(JsonReport, theSchemaIsStrict)
{
    Json report = reportIn(Privacy::Masked);
    report["datasets"][0]["columns"][0]["surprise"] = 1;
    EXPECT_FALSE(test::fitsSchema(report.dump(), "report"));
    report = reportIn(Privacy::Masked);
    report["datasets"][0]["audits"][0]["metrics"][0]["value"] = nullptr; // without a reason
    EXPECT_FALSE(test::fitsSchema(report.dump(), "report"));
    report = reportIn(Privacy::Masked);
    report["datasets"][0].erase("splits");
    EXPECT_FALSE(test::fitsSchema(report.dump(), "report"));
}

TEST(Schemas, thePolicySchemaTakesAPolicyAndRefusesAMisspelledOne)
{
    Json policy = Json::parse(R"({"version": 1, "fail-on": "note",
        "rules": {"imbalance.ratio": {"max": 3, "for": [{"column": "y", "enabled": false}]}},
        "datasets": [{"match": "*.csv", "label": "y", "groups": ["g", {"column": "a", "bins": [1]}]}],
        "waivers": [{"rule": "imbalance.ratio", "subject": {"column": "y"}, "reason": "r",
                     "owner": "o", "until": "2027-03-31"}]})");
    EXPECT_TRUE(test::fitsSchema(policy.dump(), "policy"));
    policy["rules"]["imbalance.ratio"]["maks"] = 3;
    EXPECT_FALSE(test::fitsSchema(policy.dump(), "policy"));
    policy["rules"].clear();
    EXPECT_TRUE(test::fitsSchema(policy.dump(), "policy"));
    policy["waivers"][0].erase("owner");
    EXPECT_FALSE(test::fitsSchema(policy.dump(), "policy"));
}

TEST(JsonReport, membersStandInTheOrderOfTheContract)
{
    const Json report = reportIn(Privacy::Masked);
    EXPECT_EQ(keys(report),
        (std::vector<std::string>{
            "schema", "schemaVersion", "tool", "run", "verdict", "datasets", "findings"}));
    EXPECT_EQ(keys(report["datasets"][0]["audits"][0]),
        (std::vector<std::string>{
            "id", "outcome", "reason", "parameters", "metrics", "tables", "charts", "findings"}));
    EXPECT_EQ(keys(report["datasets"][0]["audits"][0]["metrics"][0]),
        (std::vector<std::string>{"ref", "id", "variant", "subject", "value", "undefined",
            "numerator", "denominator", "n", "excluded", "interval"}));
    EXPECT_EQ(keys(report["findings"][0]),
        (std::vector<std::string>{"id", "rule", "kind", "level", "subject", "measure", "limit",
            "message", "remedy", "evidence"}));
}

TEST(JsonReport, figures)
{
    const Json metrics = reportIn(Privacy::Masked)["datasets"][0]["audits"][0]["metrics"];
    EXPECT_EQ(metrics[0]["value"], 0.25);
    EXPECT_EQ(metrics[0]["undefined"], nullptr);
    EXPECT_EQ(metrics[0]["interval"]["method"], "wilson");
    EXPECT_EQ(metrics[1]["value"], "Infinity");
    EXPECT_EQ(metrics[1]["interval"], nullptr);
    EXPECT_EQ(metrics[2]["value"], nullptr);
    EXPECT_EQ(metrics[2]["undefined"], "empty group");
    EXPECT_EQ(metrics[2]["weights"]["effectiveN"], 3.25);
}

TEST(JsonReport, verdictAndFindingsAgree)
{
    const Json report = reportIn(Privacy::Masked);
    EXPECT_EQ(report["verdict"]["level"], "error");
    EXPECT_EQ(report["verdict"]["counts"],
        (Json{{"error", 1}, {"warning", 0}, {"note", 1}, {"review", 0}, {"open", 1}, {"notRun", 1},
            {"waived", 0}}));
    ASSERT_EQ(report["verdict"]["sentences"].size(), 1u);
    EXPECT_EQ(report["verdict"]["sentences"][0], "About test.error of yes. First seen: <hidden>");
    Json ids = Json::array();
    for (const Json& finding : report["findings"])
        ids.push_back(finding["id"]);
    EXPECT_EQ(report["datasets"][0]["audits"][0]["findings"], ids);
    EXPECT_EQ(
        report["findings"][2]["subject"], (Json{{"dataset", "people"}, {"column", "income"}}));
}

TEST(JsonReport, maskedShowsValuesOfRolesThatFiveRowsHold)
{
    const Json columns = reportIn(Privacy::Masked)["datasets"][0]["columns"];
    EXPECT_EQ(columns[0]["top"], (Json::array({{{"value", "yes"}, {"count", 7}}})));
    EXPECT_EQ(columns[0]["topHidden"], (Json{{"values", 2}, {"rows", 5}}));
    EXPECT_FALSE(columns[2].contains("top"));
    EXPECT_EQ(columns[1]["min"], 41);
    EXPECT_EQ(columns[1]["std"], nullptr);
}

TEST(JsonReport, noHiddenTextInAnyMode)
{
    Report report = test::smallReport();
    EXPECT_EQ(jsonReport(report).find("SECRET"), std::string::npos);
    EXPECT_EQ(jsonReport(report).find("maybe"), std::string::npos);
    report.privacy = Privacy::Aggregate;
    const std::string aggregate = jsonReport(report);
    EXPECT_EQ(aggregate.find("SECRET"), std::string::npos);
    EXPECT_EQ(aggregate.find("yes"), std::string::npos);
    EXPECT_EQ(aggregate.find("\"min\": 41"), std::string::npos);
    report.privacy = Privacy::Full;
    const std::string full = jsonReport(report);
    EXPECT_NE(full.find("SECRET-1"), std::string::npos);
    EXPECT_NE(full.find("SECRET-2"), std::string::npos);
    EXPECT_NE(full.find("maybe"), std::string::npos);
}

TEST(JsonReport, evidenceKeepsOnlyFiltersThatNameNothingHidden)
{
    const Json evidence = reportIn(Privacy::Masked)["findings"][2]["evidence"];
    EXPECT_EQ(evidence[0]["text"], "income = 'yes'");
    EXPECT_EQ(evidence[0]["count"], 7);
    EXPECT_TRUE(evidence[1]["filter"].is_null());
    EXPECT_EQ(evidence[1]["count"], 11);
    EXPECT_TRUE(reportIn(Privacy::Aggregate)["findings"][2]["evidence"][0]["filter"].is_null());
}

} // namespace
} // namespace cupel::reports
