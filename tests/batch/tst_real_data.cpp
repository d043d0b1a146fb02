#include "tests/batch/cupel_program.h"

#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using nlohmann::json;

/// The metric of an id, a variant and the value of its group (empty: without a group).
const json& metricOf(const json& report, const std::string& audit, const std::string& id,
    const std::string& variant, const std::string& group = {})
{
    for (const json& metric : auditOf(report, audit).at("metrics")) {
        if (metric["id"] == id && metric["variant"] == variant
            && metric["subject"].value("group", "") == group)
            return metric;
    }
    throw std::runtime_error("no metric " + id + " " + variant + " " + group);
}

TEST(Sample, isAuditedAsItsPageSays)
{
    const auto folder = sourceDir() / "resources/sample";
    const json report = audit({folder / "loans.csv", "--roles", folder / "roles.json"});
    const json& dataset = report["datasets"][0];
    EXPECT_EQ(dataset["inputs"][0]["rows"], 5'000);
    EXPECT_EQ(dataset["inputs"][0]["rejectedRows"], 5);
    EXPECT_TRUE(bytesAddUp(report, folder / "loans.csv"));
    EXPECT_EQ(dataset["splits"].size(), 3u);
    EXPECT_EQ(report["verdict"]["level"], "error");
    EXPECT_EQ(report["verdict"]["counts"]["notRun"], 0);
    EXPECT_EQ(dataset["documents"].size(), 3U);
    ASSERT_FALSE(dataset["licenses"]["claims"].empty());
    EXPECT_EQ(findingsOf(report, "LIC-DECLARED-TEXT-MISMATCH").size(), 2U); // card, Croissant
    const json& female = metricOf(report, "group-gaps", "base-rate", "", "Female");
    EXPECT_EQ(female["numerator"], 746);
    EXPECT_EQ(female["denominator"], 1'809);
    EXPECT_FALSE(findingsOf(report, "fairness.base-rate-gap").empty());
}

TEST(Sample, everyDefectIsReportedByTheRulesOfItsPage)
{
    const auto folder = sourceDir() / "resources/sample";
    const json stated = json::parse(readFile(folder / "defects.json"));
    const json report = audit({folder / "loans.csv", "--roles", folder / "roles.json"});
    EXPECT_GE(stated.at("rules").size(), 13U);
    for (const auto& [defect, rules] : stated.at("rules").items()) {
        for (const std::string rule : rules)
            EXPECT_FALSE(findingsOf(report, rule).empty()) << defect << ": " << rule;
    }
    const json& table = stated.at("table");
    const auto evidenceOf = [&report](std::string_view rule, const std::string& column) {
        std::int64_t rows = 0;
        for (const json& finding : findingsOf(report, rule)) {
            for (const json& evidence : finding.at("evidence")) {
                if (finding.at("subject").value("column", "") == column)
                    rows += evidence.at("count").get<std::int64_t>();
            }
        }
        return rows;
    };
    EXPECT_EQ(evidenceOf("fairness.small-group", "ethnicity"), table["small-group"]["rows"]);
    for (const auto& [column, rows] : table.at("missing-groups").items())
        EXPECT_EQ(evidenceOf("fairness.missing-group", column), rows);
    for (const auto& [column, token] : table.at("missing-tokens").items())
        EXPECT_EQ(evidenceOf("data.likely-missing-token", column), token.at("rows"));
    EXPECT_EQ(evidenceOf("data.duplicate-rows", ""), table["duplicate-rows"]["repeats"]);
    EXPECT_EQ(evidenceOf("data.conflicting-labels", ""), table["conflicting-labels"]["rows"]);
}

TEST(Sample, rarePurposesAreReportedWithTheirLabel)
{
    const auto folder = sourceDir() / "resources/sample";
    const json stated = json::parse(readFile(folder / "defects.json"));
    const auto rare
        = findingsOf(audit({folder / "loans.csv", "--label", "purpose", "--privacy", "full"}),
            "imbalance.rare-class");
    ASSERT_EQ(rare.size(), 1U);
    for (const auto& [purpose, rows] : stated.at("table").at("rare-purposes").items()) {
        const std::string words = purpose + " (" + rows.dump() + " rows)";
        EXPECT_NE(rare[0].at("message").get<std::string>().find(words), std::string::npos) << words;
    }
}

/// `cupel audit` of Adult with these options on top.
json auditAdult(std::vector<std::string> options = {})
{
    options.insert(options.end(),
        {sharedDir() / "data/tabular/adult/adult.data", "--no-header", "--names",
            "age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,"
            "race,sex,"
            "capital-gain,capital-loss,hours-per-week,native-country,income",
            "--null", "?", "--label", "income", "--favourable", ">50K", "--group", "sex",
            "--reference", "sex=Male"});
    return audit(options);
}

TEST(Adult, figuresOfTheReference)
{
    CUPEL_REQUIRE_SHARED("data/tabular/adult/adult.data");
    const auto path = sharedDir() / "data/tabular/adult/adult.data";
    const json report = auditAdult();
    const json& dataset = report["datasets"][0];
    EXPECT_EQ(dataset["inputs"][0]["dialect"]["delimiter"], ", ");
    EXPECT_EQ(dataset["inputs"][0]["rows"], 32'561);
    EXPECT_EQ(dataset["inputs"][0]["blankLines"], 1);
    EXPECT_TRUE(bytesAddUp(report, path));
    EXPECT_EQ(dataset["columns"][1]["missing"], 1'836);
    EXPECT_EQ(dataset["columns"][6]["missing"], 1'843);
    EXPECT_EQ(dataset["columns"][13]["missing"], 583);
    EXPECT_EQ(auditOf(report, "duplicates")["metrics"][0]["value"], 24);
    EXPECT_NEAR(metricOf(report, "class-imbalance", "imbalance-ratio", "")["value"].get<double>(),
        3.152659099604642, 1e-9);
    const json& female = metricOf(report, "group-gaps", "base-rate", "", "Female");
    EXPECT_NEAR(female["value"].get<double>(), 0.10946058861758426, 1e-12);
    EXPECT_EQ(female["numerator"], 1'179);
}

TEST(Adult, weightsWidenTheInterval)
{
    CUPEL_REQUIRE_SHARED("data/tabular/adult/adult.data");
    const json report = auditAdult({"--weight", "fnlwgt"});
    const json& female = metricOf(report, "group-gaps", "base-rate", "", "Female");
    EXPECT_NEAR(female["value"].get<double>(), 0.10824727275667373, 1e-12);
    EXPECT_EQ(female["weights"]["sum"], 2'000'673'518.0);
    // With Kish's effective size; the sum of the weights as n would give [0.10823, 0.10826].
    EXPECT_NEAR(female["interval"]["low"].get<double>(), 0.1017, 5e-5);
    EXPECT_NEAR(female["interval"]["high"].get<double>(), 0.1151, 5e-5);
    EXPECT_EQ(female["interval"]["method"], "wilson");
}

TEST(Compas, figuresOfTheReference)
{
    CUPEL_REQUIRE_SHARED("data/tabular/compas/compas_for_aequitas.csv");
    const json report = audit({sharedDir() / "data/tabular/compas/compas_for_aequitas.csv",
        "--label", "label_value", "--favourable", "0", "--group", "race", "--reference",
        "race=Caucasian", "--prediction", "score", "--id", "entity_id"});
    EXPECT_EQ(report["datasets"][0]["inputs"][0]["rows"], 7'214);
    const json& rate = metricOf(report, "group-gaps", "base-rate", "", "African-American");
    EXPECT_EQ(rate["numerator"], 1'795);
    EXPECT_NEAR(rate["value"].get<double>(), 0.4856601731601732, 1e-12);
}

TEST(GermanCredit, figuresOfTheReference)
{
    CUPEL_REQUIRE_SHARED("data/tabular/german_credit/german_data_credit.csv");
    const json report
        = audit({sharedDir() / "data/tabular/german_credit/german_data_credit.csv", "--label",
            "class-label", "--favourable", "1", "--group", "sex", "--group", "foreign-worker"});
    const json& female = metricOf(report, "group-gaps", "base-rate", "", "female");
    EXPECT_EQ(female["n"], 310);
    EXPECT_NEAR(female["value"].get<double>(), 0.6483870967741936, 1e-12);
    EXPECT_NEAR(metricOf(report, "group-gaps", "base-rate", "", "no")["value"].get<double>(),
        0.8918918918918919, 1e-12);
}

} // namespace
} // namespace cupel::test
