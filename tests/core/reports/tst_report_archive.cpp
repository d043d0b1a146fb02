#include "core/reports/report_archive.h"

#include "core/findings/policy_reader.h"
#include "core/pipeline/audit_run.h"
#include "core/reports/archive_documents.h"
#include "core/reports/json_report.h"
#include "tests/core/exports/support/exported.h"
#include "tests/core/reports/support/random_report.h"
#include "tests/core/reports/support/report_texts.h"
#include "tests/core/reports/support/small_report.h"
#include "tests/support/effort.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>
#include <random>

namespace cupel::reports {
namespace {

using base::DataText;
using nlohmann::json;

/// What comes back gives the same archive, and the same texts.
void expectRoundTrip(const Report& report, const std::string& name)
{
    const std::string archive = archiveOf(report);
    const auto back = reportOf(archive);
    ASSERT_TRUE(back) << name << ": " << back.error().message;
    EXPECT_EQ(archiveOf(*back), archive) << name;
    const auto before = test::textsOf(report);
    const auto after = test::textsOf(*back);
    ASSERT_EQ(before.size(), after.size()) << name;
    for (const auto& [which, text] : before)
        EXPECT_TRUE(after.at(which) == text) << name << ", " << which;
}

/// The sample with its documents, all roles, a filter, a policy with waivers and an input that is
/// not there, compared with an earlier run.
Report sampleReport()
{
    const auto folder = test::sourceDir() / "resources/sample";
    pipeline::AuditRequest request;
    request.inputs = {(folder / "loans.csv").string(), (folder / "none.csv").string()};
    request.roles.label = audits::LabelRole{"approved", "yes", std::nullopt, {}};
    request.roles.groups = {{"sex", "Male", {}}, {"age", std::nullopt, {18, 25, 40, 60, 100}}};
    request.roles.intersections = {{"sex", "ethnicity"}};
    request.roles.prediction = "predicted";
    request.roles.score = "score";
    request.roles.weight = "weight";
    request.roles.split = "split";
    request.roles.use = {"commercial-product"};
    auto earlier = pipeline::runAudit(request, {});
    EXPECT_TRUE(earlier) << earlier.error().message;
    request.baseline = baselineOf(*earlier);
    request.baseline->file = "earlier.json";
    request.baseline->datasets.insert("none");
    request.onlyNew = true;
    request.where = "age >= 30 and region != 'East'";
    const auto reading = findings::parsePolicy(
        "rules:\n  imbalance.ratio: {max: 2}\n  duplicates.rows: {enabled: false}\n"
        "waivers:\n  - {rule: \"fairness.*\", subject: {column: sex}, reason: known, owner: Ada, "
        "until: 2100-01-31}\n",
        "policy.yaml");
    request.parameters.policy = reading.policy;
    request.baseline->findings.resize(request.baseline->findings.size() / 2);
    auto report = pipeline::runAudit(request, {});
    EXPECT_TRUE(report) << report.error().message;
    return std::move(*report);
}

TEST(ReportArchive, theSampleComesBackWhole)
{
    const Report report = sampleReport();
    ASSERT_EQ(report.datasets.size(), 1u);
    ASSERT_FALSE(report.datasets[0].documents->documents.empty());
    ASSERT_FALSE(report.datasets[0].where.terms.empty());
    ASSERT_TRUE(report.datasets[0].card);
    ASSERT_FALSE(report.unread.empty());
    ASSERT_FALSE(report.reasons.empty());
    ASSERT_TRUE(report.baseline);
    ASSERT_GT(report.verdict.waived, 0);
    expectRoundTrip(report, "sample");
}

TEST(ReportArchive, sharedDataComeBackWhole)
{
    CUPEL_REQUIRE_SHARED("data/tabular");
    std::size_t files = 0;
    for (const auto& entry :
        std::filesystem::recursive_directory_iterator(test::sharedDir() / "data/tabular")) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".csv" && ending != ".data")
            continue;
        pipeline::AuditRequest request;
        request.inputs = {entry.path().string()};
        request.acceptsProposals = true;
        request.fillsCard = true;
        const auto report = pipeline::runAudit(request, {});
        ASSERT_TRUE(report) << report.error().message;
        expectRoundTrip(*report, entry.path().filename().string());
        ++files;
    }
    EXPECT_GT(files, 3u);
}

TEST(ReportArchive, awkwardReportsComeBackWhole)
{
    expectRoundTrip(test::smallReport(), "small");
    expectRoundTrip(Report(), "empty");
    for (std::uint32_t seed = 0; seed < test::effort(25); ++seed)
        expectRoundTrip(test::randomReport(seed), std::to_string(seed));
}

TEST(ReportArchive, textsNumbersAndFiguresAreLossless)
{
    using namespace std::string_literals;
    Report report = test::smallReport();
    report.reasons = {"a\0b"s, "\xff\xfe"s, "\xed\xa0\x80"s, "{\"hex\":\"00\"}"s, ""s};
    DatasetReport& dataset = report.datasets[0];
    dataset.name = "\x80"s;
    dataset.options.quote = '\xff';
    audits::Metric& metric = dataset.audits[0].result.metrics[0];
    metric.value = base::Figure::undefined("0/0 \xfe");
    metric.numerator = -0.0;
    metric.denominator = -std::numeric_limits<double>::infinity();
    metric.interval = base::Interval{0.95, 5e-324, std::numeric_limits<double>::max(), "exact"};
    metric.subject
        = {{"group", DataText::roleValue("\xc3", std::numeric_limits<std::int64_t>::min())}};
    const auto back = reportOf(archiveOf(report));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->reasons, report.reasons);
    EXPECT_EQ(back->datasets[0].name, dataset.name);
    EXPECT_EQ(back->datasets[0].options.quote, '\xff');
    const audits::Metric& its = back->datasets[0].audits[0].result.metrics[0];
    EXPECT_FALSE(its.value.isDefined());
    EXPECT_EQ(its.value.reason(), "0/0 \xfe");
    EXPECT_TRUE(std::signbit(*its.numerator));
    EXPECT_EQ(its.denominator, metric.denominator);
    EXPECT_EQ(its.interval->low, metric.interval->low);
    EXPECT_EQ(its.interval->high, metric.interval->high);
    EXPECT_EQ(its.subject, metric.subject);
    EXPECT_EQ(back->datasets[0].audits[0].result.findings[2].evidence[1].filter,
        dataset.audits[0].result.findings[2].evidence[1].filter);
}

TEST(ReportArchive, doesNotDependOnThreads)
{
    Report report = test::smallReport();
    const std::string archive = archiveOf(report);
    report.datasets[0].options.threads = 7;
    EXPECT_EQ(archiveOf(report), archive);
}

TEST(ReportArchive, nodesAsDeepAsReadersTakeThem)
{
    constexpr int kDeepest = 512;
    documents::Document document;
    documents::Node* at = &document.fields;
    for (int i = 0; i < kDeepest; ++i) {
        at->kind = i % 2 == 0 ? documents::Node::Kind::Map : documents::Node::Kind::List;
        if (at->isMap()) {
            at->members.push_back({"key", {1, 2}, {}});
            at = &at->members[0].value;
        } else {
            at->items.emplace_back();
            at = &at->items[0];
        }
    }
    Report report = test::smallReport();
    report.datasets[0].documents
        = std::make_shared<const documents::DocumentSet>(documents::DocumentSet{{document}});
    expectRoundTrip(report, "deep");

    std::string nodes;
    for (int i = 0; i < 100'000; ++i)
        nodes += "[\"list\",\"\",1,1,false,1],";
    json archive = json::parse(archiveOf(report));
    archive["report"]["datasets"][0]["documents"]["documents"][0]["fields"]
        = json::parse("[" + nodes + "[\"null\",\"\",1,1,false,0]]");
    EXPECT_FALSE(reportOf(archive.dump()));
}

void expectRefused(const std::string& archive, const std::string& why)
{
    const auto back = reportOf(archive);
    ASSERT_FALSE(back) << why;
    EXPECT_EQ(back.error().code, base::ErrorCode::Catalog);
    EXPECT_NE(back.error().message.find(why), std::string::npos) << back.error().message;
    EXPECT_FALSE(back.error().hint.empty());
}

class HostileArchive : public testing::Test {
protected:
    /// The archive with something else at a place.
    std::string with(const std::string& place, const json& value) const
    {
        json changed = archive;
        changed.at(json::json_pointer("/report" + place)) = value;
        return changed.dump();
    }

    Report report = [] {
        Report small = test::smallReport();
        small.datasets.push_back(test::auditedPeople());
        return small;
    }();
    std::string text = archiveOf(report);
    json archive = json::parse(text);
};

TEST_F(HostileArchive, whatIsNoArchive)
{
    expectRefused("", "it is no JSON");
    expectRefused("{", "it is no JSON");
    expectRefused("[]", "\"schema\"");
    expectRefused("null", "\"schema\"");
    expectRefused(jsonReport(report), "\"schema\"");
    expectRefused(std::string(1'000'000, '['), "no JSON");
    expectRefused(std::string(100'000, '[') + std::string(100'000, ']'), "nested too deeply");
    expectRefused("{\"schema\":\"cupel.archive\",\"version\":2,\"report\":{}}", "version");
    expectRefused("{\"schema\":\"cupel.archive\",\"version\":1}", "members");
    expectRefused("{\"schema\":\"cupel.archive\",\"version\":1,\"report\":{}}", "privacy");
    expectRefused(
        "{\"schema\":\"cupel.archive\",\"version\":1,\"report\":{\"a\":1,\"a\":2}}", "twice");
    expectRefused("{\"schema\":\"cupel.archive\",\"version\":1e400,\"report\":{}}", "range");
    expectRefused(std::string("\0\xff", 2), "no JSON");
}

TEST_F(HostileArchive, isRefusedWhereverItIsCut)
{
    const std::size_t step = std::max<std::size_t>(text.size() / test::effort(400), 1);
    for (std::size_t size = 0; size + 2 < text.size(); size += step)
        EXPECT_FALSE(reportOf(std::string_view(text).substr(0, size))) << size;
}

TEST_F(HostileArchive, saysWhatIsWrongAndWhere)
{
    const std::string dataset = "/datasets/0";
    expectRefused(with(dataset + "/input/rows", "twelve"), "datasets[0].input.rows is no whole");
    expectRefused(with(dataset + "/input/rows", -1), "datasets[0].input.rows");
    expectRefused(with(dataset + "/input/rows", 1.5), "datasets[0].input.rows");
    expectRefused(with(dataset + "/input/rows", UINT64_MAX), "datasets[0].input.rows");
    expectRefused(with(dataset + "/description/columns/0/type", "colour"), "none of the words");
    expectRefused(with(dataset + "/description/columns/0/profile", json::array()), "no object");
    expectRefused(with(dataset + "/splits/0/rows", 1e18), "datasets[0].splits[0].rows");
    expectRefused(with(dataset + "/documents", nullptr), "without its documents");
    expectRefused(with(dataset + "/name", json{{"hex", "f"}}), "datasets[0].name is no text");
    expectRefused(with(dataset + "/name", json{{"hex", "zz"}}), "datasets[0].name is no text");
    expectRefused(with("/datasets/1/card/fields", json::array()), "fields of the model");
    expectRefused(with(dataset + "/audits/0/result/charts/0/table", "none"), "has no table");
    expectRefused(with(dataset + "/audits/0/result/tables/0/columns", {"one"}), "cells");
    expectRefused(with(dataset + "/where", {{"terms", {{{"dim", {9, nullptr}}, {"in", {}}}}}}),
        "number of no type");
    expectRefused(
        with(dataset + "/roles/other", json::parse(R"([["b","x"],["a","y"]])")), "out of order");
    json more = archive;
    more["report"]["verdict"]["extra"] = 1;
    expectRefused(more.dump(), "not known");
    std::string twice = text;
    twice.insert(twice.find("\"verdict\":{") + 11, "\"errors\":1,");
    expectRefused(twice, "twice");
    std::string huge = text;
    huge.replace(huge.find("\"errors\":1") + 9, 1, "123456789012345678901234567890");
    expectRefused(huge, "verdict.errors");
}

/// Places of all values of a document.
void collect(json& value, std::vector<json*>& all)
{
    all.push_back(&value);
    if (value.is_structured()) {
        for (json& item : value)
            collect(item, all);
    }
}

/// Change a value to another one of its type, or of any type.
void mutate(json& value, const std::vector<json*>& all, std::mt19937& random)
{
    const auto number = [&random](std::initializer_list<json> from) {
        return *(from.begin() + random() % from.size());
    };
    const json other = *all[random() % all.size()];
    if (random() % 8 == 0)
        value = other;
    else if (value.is_number())
        value = number({0, -1, 1, 0.5, INT64_MAX, INT64_MIN, UINT64_MAX, 1e308, -1e308, 5e-324,
            "Infinity", "-Infinity", std::int64_t{1} << 48, 100'000});
    else if (value.is_boolean())
        value = !value.get<bool>();
    else if (value.is_string())
        value = other.is_string() ? other : json("");
    else if (value.is_array() && !value.empty() && random() % 2 == 0)
        value.erase(random() % value.size());
    else if (value.is_array())
        value.push_back(value.empty() ? other : value.back());
    else
        value = nullptr;
}

/// Whatever is changed: an error, or a report from which everything can be written. How many of
/// the latter there were.
std::size_t acceptedOf(const json& archive, std::uint32_t seed, std::size_t tries)
{
    std::mt19937 random(seed);
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < tries; ++i) {
        json changed = archive;
        for (std::size_t n = 1 + random() % 3; n > 0; --n) {
            std::vector<json*> all;
            collect(changed, all);
            mutate(*all[random() % all.size()], all, random);
        }
        const auto back = reportOf(changed.dump());
        if (!back) {
            EXPECT_EQ(back.error().code, base::ErrorCode::Catalog);
            continue;
        }
        ++accepted;
        EXPECT_FALSE(test::textsOf(*back).empty());
    }
    return accepted;
}

TEST_F(HostileArchive, neverCrashesAWriter)
{
    std::size_t accepted = acceptedOf(archive, 1, test::effort(60))
        + acceptedOf(json::parse(archiveOf(test::smallReport())), 2, test::effort(150));
    for (std::uint32_t seed = 0; seed < test::effort(15); ++seed)
        accepted += acceptedOf(json::parse(archiveOf(test::randomReport(seed))), seed, 10);
    EXPECT_GT(accepted, test::effort(25));
}

TEST_F(HostileArchive, bytesThatAreChanged)
{
    std::mt19937 random(7);
    for (std::size_t i = 0; i < test::effort(500); ++i) {
        std::string changed = text;
        changed[random() % changed.size()] = static_cast<char>(random() % 256);
        const auto back = reportOf(changed);
        if (back)
            archiveOf(*back);
    }
}

} // namespace
} // namespace cupel::reports
