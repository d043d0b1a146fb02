#include "core/audits/metric_registry.h"
#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace cupel::test {
namespace {

using audits::AuditResult;
using counts::LiteralCounts;
using counts::LiteralTable;

/// A table with missing cells, ties, non-ASCII names and repeated rows.
LiteralTable awkward(unsigned seed)
{
    std::mt19937 random(seed);
    const auto pick = [&random](const std::vector<std::string>& values) {
        return values[random() % values.size()];
    };
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 400; ++i) {
        rows.push_back({pick({"女性", "Ñandú", " lead", "lead", "a,\"b\"", ""}),
            pick({"x", "y", "y", ""}), pick({"1", "0", "0", "0", ""}),
            pick({"0.5", "2", "1", "", "-1"}), pick({"10", "20", "30", "?", ""}),
            pick({"1.0", "0", "0.0", "1", ""}), pick({"train", "train", "test", "ß", ""})});
    }
    return literalTable({"g", "h", "label", "w", "v", "p", "s"}, rows);
}

audits::Roles roles(bool weighted)
{
    audits::Roles all;
    all.label = label("label", "1");
    all.groups = {group("g"), group("h")};
    all.intersections = {{"g", "h"}};
    all.prediction = "p";
    all.split = "s";
    if (weighted)
        all.weight = "w";
    return all;
}

class AuditProperties : public testing::TestWithParam<std::tuple<unsigned, bool>> { };

TEST_P(AuditProperties, OrderOfRowsChangesNothing)
{
    const auto [seed, weighted] = GetParam();
    LiteralTable table = awkward(seed);
    const LiteralCounts before(table);
    std::mt19937 random(seed + 1);
    std::shuffle(table.rows.begin(), table.rows.end(), random);
    const LiteralCounts after(table);
    for (const auto& audit : audits::allAudits()) {
        const std::string& id = audit->description().id;
        EXPECT_EQ(lines(runAudit(id, before, factsOf(before, roles(weighted)))),
            lines(runAudit(id, after, factsOf(after, roles(weighted)))))
            << id;
    }
}

TEST_P(AuditProperties, OrderOfColumnsChangesNoFigure)
{
    const auto [seed, weighted] = GetParam();
    LiteralTable table = awkward(seed);
    const LiteralCounts before(table);
    std::reverse(table.columns.begin(), table.columns.end());
    for (auto& row : table.rows)
        std::reverse(row.begin(), row.end());
    const LiteralCounts after(table);
    for (const char* id : {"class-imbalance", "group-gaps", "group-gaps-predictions", "split-drift",
             "split-leakage", "duplicates", "conflicting-labels"}) {
        std::vector<std::string> a = lines(runAudit(id, before, factsOf(before, roles(weighted))));
        std::vector<std::string> b = lines(runAudit(id, after, factsOf(after, roles(weighted))));
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        EXPECT_EQ(a, b) << id;
    }
}

TEST_P(AuditProperties, DoublingEveryRowChangesNoRatio)
{
    const auto [seed, weighted] = GetParam();
    LiteralTable table = awkward(seed);
    const LiteralCounts once(table);
    const std::vector<std::vector<LiteralTable::Cell>> rows = table.rows;
    table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    const LiteralCounts twice(table);
    const std::set<std::string> counting{"group-count", "class-count", "confusion-count",
        "effective-number", "lrid", "shot-split", "subgroup-cells"};
    for (const char* id :
        {"class-imbalance", "group-gaps", "group-gaps-predictions", "split-drift"}) {
        const AuditResult a = runAudit(id, once, factsOf(once, roles(weighted)));
        const AuditResult b = runAudit(id, twice, factsOf(twice, roles(weighted)));
        ASSERT_EQ(a.metrics.size(), b.metrics.size());
        int compared = 0;
        for (std::size_t i = 0; i < a.metrics.size(); ++i) {
            const audits::Metric& one = a.metrics[i];
            const audits::Metric& two = b.metrics[i];
            SCOPED_TRACE(one.id + " " + one.variant);
            EXPECT_EQ(two.n, 2 * one.n);
            // The smoothed estimate adds half a row whatever the number of rows.
            if ((counting.count(one.id) != 0 && one.variant != "per-row")
                || one.variant == "smoothed")
                continue;
            ASSERT_EQ(one.value.isDefined(), two.value.isDefined());
            if (one.value.isDefined()) {
                EXPECT_DOUBLE_EQ(one.value.value(), two.value.value());
                ++compared;
            }
        }
        EXPECT_GT(compared, 50);
    }
}

TEST_P(AuditProperties, EvidenceHoldsAndFiguresAreWhole)
{
    const auto [seed, weighted] = GetParam();
    const LiteralCounts source(awkward(seed));
    for (const auto& audit : audits::allAudits()) {
        const AuditResult result
            = runAudit(audit->description().id, source, factsOf(source, roles(weighted)));
        expectEvidenceHolds(source, result);
        std::set<std::string> ids;
        for (const audits::ResultTable& table : result.tables) {
            EXPECT_TRUE(ids.insert(table.id).second) << table.id;
            for (const auto& row : table.rows)
                EXPECT_EQ(row.size(), table.columns.size()) << table.id;
        }
        for (const charts::ChartSpec& chart : result.charts)
            EXPECT_EQ(ids.count(chart.table), 1U) << chart.id;
        for (const audits::Metric& metric : result.metrics) {
            EXPECT_TRUE(metric.value.isDefined() || !metric.value.reason().empty()) << metric.id;
            EXPECT_EQ(metric.weights.has_value(), weighted && metric.ref != "-") << metric.id;
        }
        std::set<std::string> fingerprints;
        for (const findings::Finding& finding : result.findings) {
            EXPECT_TRUE(fingerprints.insert(finding.id("d")).second) << finding.rule;
            EXPECT_FALSE(finding.message.empty());
            EXPECT_FALSE(finding.remedy.empty());
            if (finding.kind != findings::Kind::Fail) {
                EXPECT_EQ(finding.level, findings::Level::None) << finding.rule;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Tables, AuditProperties, testing::Combine(testing::Values(1U, 2U, 3U), testing::Bool()));

TEST(AuditRegistry, DescribesEveryAudit)
{
    std::set<std::string> ids;
    for (const auto& audit : audits::allAudits()) {
        const audits::AuditDescription& description = audit->description();
        EXPECT_TRUE(ids.insert(description.id).second);
        EXPECT_EQ(audits::findAudit(description.id), audit.get());
        EXPECT_FALSE(description.title.empty());
        EXPECT_EQ(description.question.back(), '?');
        EXPECT_FALSE(description.cannotTell.empty());
        EXPECT_FALSE(description.sources.empty());
    }
    EXPECT_TRUE(ids.contains("group-gaps"));
    EXPECT_EQ(audits::findAudit("none"), nullptr);
}

} // namespace
} // namespace cupel::test
