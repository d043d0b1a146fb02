#include <nlohmann/json.hpp>

#include "core/counts/local_counts.h"
#include "core/readers/csv_reader.h"
#include "tests/core/audits/audit_run.h"
#include "tests/core/audits/prediction_vectors.h"
#include "tests/core/audits/vector_support.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>

namespace cupel::test {
namespace {

using nlohmann::json;

constexpr const char* kLabelOnly = "01_label_only_fairness.json";
constexpr const char* kPredictions = "02_prediction_fairness.json";
constexpr const char* kImbalance = "04_class_imbalance.json";
constexpr const char* kDrift = "11_fairness_drift.json";
constexpr const char* kReal = "13_real_datasets.json";

std::string nameOf(const testing::TestParamInfo<std::string>& info)
{
    return testName(info.param);
}

/// A CSV file through the reader and the counts of the programs.
std::unique_ptr<counts::LocalCounts> readCounts(
    const std::filesystem::path& path, const readers::CsvOptions& options = {})
{
    auto source = readers::openFile(path.string());
    if (!source)
        throw std::runtime_error(source.error().message);
    auto file = readers::readCsv(*source, options, base::JobContext());
    if (!file)
        throw std::runtime_error(file.error().message);
    return std::make_unique<counts::LocalCounts>(
        std::make_shared<const table::Table>(std::move(file->table)));
}

counts::LiteralTable tableOfColumns(const json& columns)
{
    counts::LiteralTable table;
    for (const auto& [name, values] : columns.items()) {
        table.columns.push_back({name, std::nullopt});
        table.rows.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            table.rows[i].emplace_back(cellOf(values[i]));
    }
    return table;
}

std::unique_ptr<counts::CountSource> sourceOf(const json& input)
{
    if (input.contains("csv"))
        return readCounts(sharedDir() / "vectors" / input.at("csv").get<std::string>());
    return std::make_unique<counts::LiteralCounts>(tableOfColumns(input.at("columns")));
}

/// Rows left out: the vectors count missing labels and groups, which no row of theirs has both of.
void compareRows(const audits::AuditResult& result, const json& expected)
{
    for (const audits::Metric& metric : result.metrics) {
        if (metric.id != "base-rate" || metric.variant != "overall")
            continue;
        EXPECT_EQ(metric.n, expected.at("n_used").get<std::int64_t>());
        EXPECT_EQ(metric.excluded.at("missing-label"),
            expected.at("n_missing_label").get<std::int64_t>());
        EXPECT_EQ(metric.excluded.at("missing-group"),
            expected.at("n_missing_group").get<std::int64_t>());
        return;
    }
    ADD_FAILURE() << "no overall rate";
}

class LabelOnly : public testing::TestWithParam<std::string> { };

TEST_P(LabelOnly, EveryMappedValueAgrees)
{
    json file;
    const json one = vectorCase(kLabelOnly, GetParam(), file);
    const auto source = sourceOf(one.at("input"));
    const audits::AuditResult result
        = runAudit("group-gaps", *source, factsOf(*source, rolesOf(one)));
    ASSERT_EQ(result.outcome, audits::Outcome::Completed) << result.reason;
    compareRows(result, one.at("expected"));
    const int compared
        = compareGroupGaps(result, one.at("params"), one.at("expected"), toleranceOf(file, one));
    EXPECT_GT(compared, 10);
    RecordProperty("compared", compared);
    std::printf("%s: %d values\n", GetParam().c_str(), compared);
    expectEvidenceHolds(*source, result);
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, LabelOnly, testing::ValuesIn(caseIds(kLabelOnly, {"groups"})), nameOf);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(LabelOnly);

class Predictions : public testing::TestWithParam<std::string> { };

TEST_P(Predictions, EveryFigureAgrees)
{
    json file;
    const json one = vectorCase(kPredictions, GetParam(), file);
    const auto source = sourceOf(one.at("input"));
    const audits::Roles roles = predictionRolesOf(one);
    const audits::AuditResult result
        = runAudit("group-gaps-predictions", *source, factsOf(*source, roles));
    ASSERT_EQ(result.outcome, audits::Outcome::Completed) << result.reason;
    const int compared
        = comparePredictions(result, roles, one.at("expected"), toleranceOf(file, one));
    EXPECT_GT(compared, 40);
    RecordProperty("compared", compared);
    std::printf("%s: %d values\n", GetParam().c_str(), compared);
    expectEvidenceHolds(*source, result);
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, Predictions, testing::ValuesIn(caseIds(kPredictions, {"fairlearn"})), nameOf);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Predictions);

/// Rows per class of a case of vector 04.
std::map<std::string, std::int64_t> countsOf(const json& input)
{
    std::map<std::string, std::int64_t> counts;
    if (!input.contains("csv")) {
        for (const auto& [name, rows] : input.at("counts").items())
            counts[name] = rows.get<std::int64_t>();
        return counts;
    }
    const auto source = readCounts(sharedDir() / "vectors" / input.at("csv").get<std::string>());
    const counts::CellsQuestion question{
        {counts::ValueDim{"class"}, counts::ValueDim{"count"}}, {}, {}, {}};
    const auto answer = source->answer(question);
    if (!answer)
        throw std::runtime_error(answer.error().message);
    for (const counts::Cells::Cell& cell : std::get<counts::Cells>(*answer).cells)
        counts[cell.keys[0].text] = std::stoll(cell.keys[1].text);
    return counts;
}

/// The audit, told the counts instead of rows: an answer may well have a class named by the empty
/// text, as one of the cases has.
audits::AuditResult judgeCounts(const std::map<std::string, std::int64_t>& counts)
{
    audits::Facts facts;
    facts.roles.label = label("label");
    counts::Cells cells;
    for (const auto& [name, rows] : counts) {
        facts.roles.label->classes.push_back(name);
        facts.description.rows += rows;
        if (rows > 0)
            cells.cells.push_back({{counts::CellKey::value(name)}, rows, {}});
    }
    cells.rows = facts.description.rows;
    const audits::Audit* audit = audits::findAudit("class-imbalance");
    counts::Answers answers;
    for (const counts::Question& question : audit->ask(facts, answers))
        answers.add(question, cells);
    auto result = audit->judge(facts, answers);
    if (!result)
        throw std::runtime_error(result.error().message);
    return *result;
}

class Imbalance : public testing::TestWithParam<std::string> { };

TEST_P(Imbalance, EveryValueAgrees)
{
    json file;
    const json one = vectorCase(kImbalance, GetParam(), file);
    const std::map<std::string, std::int64_t> counts = countsOf(one.at("input"));
    const int compared = compareImbalance(
        judgeCounts(counts), "label", counts, one.at("expected"), toleranceOf(file, one));
    EXPECT_GE(compared, 18);
    RecordProperty("compared", compared);
    std::printf("%s: %d values\n", GetParam().c_str(), compared);
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, Imbalance, testing::ValuesIn(caseIds(kImbalance, {"imbalance_ratio"})), nameOf);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Imbalance);

/// A real table with some null tokens; each is read once.
const counts::CountSource& realTable(
    const std::string& file, const std::vector<std::string>& nullTokens = {"?"})
{
    static std::map<std::pair<std::string, std::size_t>, std::unique_ptr<counts::LocalCounts>> read;
    auto& source = read[{file, nullTokens.size()}];
    if (source)
        return *source;
    readers::CsvOptions options;
    if (file.find("adult") != std::string::npos) {
        options.hasHeader = false;
        options.names = {"age", "workclass", "fnlwgt", "education", "education-num",
            "marital-status", "occupation", "relationship", "race", "sex", "capital-gain",
            "capital-loss", "hours-per-week", "native-country", "income"};
        options.nullTokens = nullTokens;
    }
    source = readCounts(sharedDir() / "data" / "tabular" / file, options);
    return *source;
}

class Real : public testing::TestWithParam<std::string> { };

TEST_P(Real, EveryMappedValueAgrees)
{
    CUPEL_REQUIRE_SHARED("data/tabular");
    json file;
    const json one = vectorCase(kReal, GetParam(), file);
    const counts::CountSource& source = realTable(one.at("input").at("file").get<std::string>());
    const audits::AuditResult result
        = runAudit("group-gaps", source, factsOf(source, rolesOf(one)));
    ASSERT_EQ(result.outcome, audits::Outcome::Completed) << result.reason;
    compareRows(result, one.at("expected"));
    const int compared
        = compareGroupGaps(result, one.at("params"), one.at("expected"), Tolerance{});
    EXPECT_GE(compared, 20);
    RecordProperty("compared", compared);
    std::printf("%s: %d values\n", GetParam().c_str(), compared);
    expectEvidenceHolds(source, result);
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, Real, testing::ValuesIn(caseIds(kReal, {"groups", "per_group_vs_reference"})), nameOf);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Real);

class RealPredictions : public testing::TestWithParam<std::string> { };

// The label is written "1" and the prediction "1.0": both columns hold numbers.
TEST_P(RealPredictions, EveryFigureAgrees)
{
    CUPEL_REQUIRE_SHARED("data/tabular");
    json file;
    const json one = vectorCase(kReal, GetParam(), file);
    const counts::CountSource& source = realTable(one.at("input").at("file").get<std::string>());
    const audits::Roles roles = predictionRolesOf(one);
    const audits::AuditResult result
        = runAudit("group-gaps-predictions", source, factsOf(source, roles));
    ASSERT_EQ(result.outcome, audits::Outcome::Completed) << result.reason;
    EXPECT_GE(comparePredictions(result, roles, one.at("expected"), Tolerance{}), 70);
    EXPECT_EQ(findingOf(result, "fairness.prediction-values"), nullptr);
    expectEvidenceHolds(source, result);
}

INSTANTIATE_TEST_SUITE_P(
    Vectors, RealPredictions, testing::ValuesIn(caseIds(kReal, {"confusion_by_group"})), nameOf);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(RealPredictions);

TEST(RealAdult, OverviewAgrees)
{
    CUPEL_REQUIRE_SHARED("data/tabular");
    json file;
    const json one = vectorCase(kReal, "adult_overview", file);
    const json& expected = one.at("expected");
    const counts::CountSource& source = realTable(one.at("input").at("file").get<std::string>());
    audits::Roles roles;
    roles.label = label("income");
    const audits::Facts facts = factsOf(source, roles);
    EXPECT_EQ(facts.description.rows, expected.at("rows").get<std::int64_t>());
    for (const auto& [column, missing] : expected.at("missing_question_marks").items())
        EXPECT_EQ(facts.description.find(column)->profile.missing, missing.get<std::int64_t>());
    std::map<std::string, std::int64_t> counts;
    for (const auto& [name, rows] : expected.at("class_counts").items())
        counts[name] = rows.get<std::int64_t>();
    compareImbalance(runAudit("class-imbalance", source, facts), "income", counts,
        expected.at("imbalance"), Tolerance{});
    const audits::AuditResult duplicates = runAudit("duplicates", source, facts);
    EXPECT_TRUE(agrees(metricOf(duplicates, "duplicate-rows", "", {}).value,
        expected.at("duplicate_rows"), Tolerance{}));
    expectEvidenceHolds(source, duplicates);
}

TEST(RealAdult, ImbalanceOfNativeCountryAgrees)
{
    CUPEL_REQUIRE_SHARED("data/tabular");
    json file;
    const json one = vectorCase(kReal, "adult_native_country_imbalance", file);
    // In this case the question mark counts as a class.
    const counts::CountSource& source
        = realTable(one.at("input").at("file").get<std::string>(), {});
    audits::Roles roles;
    roles.label = label("native-country");
    const audits::AuditResult result = runAudit("class-imbalance", source, factsOf(source, roles));
    std::map<std::string, std::int64_t> counts;
    for (const auto& row : tableOf(result, "class-counts").rows) {
        if (std::holds_alternative<base::DataText>(row[0]))
            counts[plain(row[0])] = std::get<std::int64_t>(row[1]);
    }
    EXPECT_EQ(counts.size(), one.at("expected").at("K").get<std::size_t>());
    compareImbalance(result, "native-country", counts, one.at("expected"), Tolerance{});
    expectEvidenceHolds(source, result);
}

// The interval rests on Kish's effective size; on the sum of weights it would be far too narrow.
TEST(RealAdult, WeightedIntervalUsesTheEffectiveSize)
{
    CUPEL_REQUIRE_SHARED("data/tabular");
    const counts::CountSource& source = realTable("adult/adult.data");
    audits::Roles roles;
    roles.label = label("income", ">50K");
    roles.groups = {group("sex", "Male")};
    roles.weight = "fnlwgt";
    const audits::AuditResult result = runAudit("group-gaps", source, factsOf(source, roles));
    const audits::Metric& rate = metricOf(result, "base-rate", "",
        {{"label", "income"}, {"favourable", ">50K"}, {"column", "sex"}, {"group", "Female"}});
    ASSERT_TRUE(rate.interval.has_value());
    EXPECT_NEAR(rate.interval->low, 0.1017, 5e-5);
    EXPECT_NEAR(rate.interval->high, 0.1151, 5e-5);
    ASSERT_TRUE(rate.weights.has_value());
    EXPECT_GT(rate.weights->sum, 1e9);
    EXPECT_LT(rate.weights->effectiveN, 10771.0);
    expectEvidenceHolds(source, result);
}

class Drift : public testing::TestWithParam<std::string> { };

// Windows of the vectors as splits. Figures against the first window only where it is the
// reference: of windows of one size it is.
TEST_P(Drift, EveryFigureAgrees)
{
    json file;
    const json one = vectorCase(kDrift, GetParam(), file);
    const json& expected = one.at("expected");
    const auto source = sourceOf(one.at("input"));
    audits::Roles roles;
    roles.label = label("label", "1");
    roles.groups = {group("group", "m")};
    roles.split = "window";
    const audits::AuditResult result = runAudit("split-drift", *source, factsOf(*source, roles));
    ASSERT_EQ(result.outcome, audits::Outcome::Completed) << result.reason;
    const Tolerance tolerance = toleranceOf(file, one);
    const std::string first = cellOf(expected.at("windows")[0].at("window"));
    const bool startsThere
        = std::get<base::DataText>(result.parameters.at("reference")).raw() == first;
    using Subject = std::vector<std::pair<std::string, std::string>>;
    const Subject gap{
        {"label", "label"}, {"favourable", "1"}, {"column", "group"}, {"reference", "m"}};
    int compared = 0;
    const auto check = [&](const std::string& id, const std::string& variant,
                           const Subject& subject, const json& value) {
        SCOPED_TRACE(id + " " + variant);
        EXPECT_TRUE(agrees(metricOf(result, id, variant, subject).value, value, tolerance));
        ++compared;
    };
    for (const json& window : expected.at("windows")) {
        const std::string name = cellOf(window.at("window"));
        SCOPED_TRACE(name);
        Subject inWindow = gap;
        inWindow.emplace_back("split", name);
        check("statistical-parity-difference", "rest-minus-reference", inWindow, window.at("SPD"));
        check("disparate-impact-ratio", "rest-over-reference", inWindow, window.at("DI"));
        check("base-rate", "overall", {{"label", "label"}, {"favourable", "1"}, {"split", name}},
            window.at("base_rate"));
        if (window.contains("SPD_newcombe_95")) {
            const auto& interval = metricOf(
                result, "statistical-parity-difference", "rest-minus-reference", inWindow)
                                       .interval;
            ASSERT_TRUE(interval.has_value());
            EXPECT_NEAR(interval->low, window.at("SPD_newcombe_95")[0].get<double>(), 1e-9);
            EXPECT_NEAR(interval->high, window.at("SPD_newcombe_95")[1].get<double>(), 1e-9);
        }
        if (!startsThere || name == first)
            continue;
        const Subject groups{{"column", "group"}, {"split", name}, {"reference", first}};
        check("column-drift", "psi", groups, window.at("PSI_groups_vs_first"));
        check("column-drift", "js", groups, window.at("JS_groups_vs_first_nats"));
        check("column-drift", "psi", {{"column", "label"}, {"split", name}, {"reference", first}},
            window.at("PSI_labels_vs_first"));
    }
    const char* change = "statistical-parity-difference-change";
    check(change, "range", gap, expected.at("SPD_range"));
    if (startsThere)
        check(change, "last-minus-first", gap, expected.at("SPD_last_minus_first"));
    EXPECT_GE(compared, 10);
    expectEvidenceHolds(*source, result);
}

INSTANTIATE_TEST_SUITE_P(Vectors, Drift, testing::ValuesIn(caseIds(kDrift, {"windows"})), nameOf);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Drift);

TEST(Vectors, AreThere)
{
    CUPEL_REQUIRE_SHARED("vectors");
    EXPECT_EQ(caseIds(kLabelOnly, {}).size(), caseIds(kLabelOnly, {"groups"}).size());
    EXPECT_EQ(caseIds(kPredictions, {}).size(), caseIds(kPredictions, {"fairlearn"}).size());
    EXPECT_EQ(caseIds(kReal, {"confusion_by_group"}).size(), 3U);
    EXPECT_EQ(caseIds(kDrift, {"windows"}).size(), 2U);
    EXPECT_EQ(caseIds(kImbalance, {}).size(), caseIds(kImbalance, {"imbalance_ratio"}).size());
    EXPECT_GE(caseIds(kReal, {"groups", "per_group_vs_reference"}).size(), 10U);
}

} // namespace
} // namespace cupel::test
