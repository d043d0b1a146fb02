#include "core/pipeline/audit_run.h"

#include "core/reports/chart_rows.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cupel::pipeline {
namespace {

using audits::AuditResult;
using audits::ResultTable;
using charts::ChartSpec;

/// The bundled sample, with every role that it has.
reports::Report sampleReport()
{
    const auto folder = test::sourceDir() / "resources/sample";
    AuditRequest request;
    request.inputs = {(folder / "loans.csv").string()};
    request.options.threads = 1;
    request.roles.label = audits::LabelRole{"approved", "yes", std::nullopt, {}};
    request.roles.groups = {{"sex", "Male", {}}, {"age", std::nullopt, {18, 25, 40, 60, 100}}};
    request.roles.intersections = {{"sex", "ethnicity"}};
    request.roles.prediction = "predicted";
    request.roles.split = "split";
    auto report = runAudit(request, {});
    EXPECT_TRUE(report) << report.error().message;
    return std::move(*report);
}

const ResultTable& tableOf(const AuditResult& result, const std::string& id)
{
    const auto found = std::find_if(result.tables.begin(), result.tables.end(),
        [&id](const ResultTable& table) { return table.id == id; });
    if (found == result.tables.end())
        throw std::runtime_error("no table " + id);
    return *found;
}

bool hasColumn(const ResultTable& table, const std::string& name)
{
    return std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end();
}

/// Nothing but the chart itself says which column it draws, so that a forgotten name shows another
/// figure under the same title.
TEST(AuditCharts, drawTheFigureTheirTitleNames)
{
    const reports::Report report = sampleReport();
    std::set<std::string> audits;
    for (const reports::AuditReport& audit : report.datasets.front().audits) {
        for (const ChartSpec& chart : audit.result.charts) {
            audits.insert(audit.id);
            const ResultTable& table = tableOf(audit.result, chart.table);
            EXPECT_TRUE(chart.value.empty() || hasColumn(table, chart.value)) << chart.id;
            EXPECT_TRUE(chart.beside.empty() || hasColumn(table, chart.beside)) << chart.id;
            const reports::ChartRows rows
                = reports::chartRows(chart, table, reports::PrivacyView(reports::Privacy::Full));
            ASSERT_FALSE(rows.rows.empty()) << chart.id;
            for (const reports::ChartRow& row : rows.rows) {
                if (!row.value)
                    continue;
                if (chart.unit == ChartSpec::Unit::Share) {
                    EXPECT_GE(*row.value, 0.0) << chart.id << " " << row.label;
                    EXPECT_LE(*row.value, 1.0) << chart.id << " " << row.label;
                }
                if (chart.kind == ChartSpec::Kind::DotInterval) {
                    ASSERT_TRUE(row.low && row.high) << chart.id << " " << row.label;
                    EXPECT_GE(*row.value, *row.low) << chart.id << " " << row.label;
                    EXPECT_LE(*row.value, *row.high) << chart.id << " " << row.label;
                }
            }
        }
    }
    for (const char* id :
        {"class-imbalance", "data-card", "group-gaps", "group-gaps-predictions", "split-drift"})
        EXPECT_EQ(audits.count(id), 1u) << id;
}

TEST(AuditCharts, keepBinsInTheirOrder)
{
    const reports::Report report = sampleReport();
    for (const reports::AuditReport& audit : report.datasets.front().audits) {
        for (const ChartSpec& chart : audit.result.charts) {
            if (chart.table != "group-rates:age")
                continue;
            const reports::ChartRows rows = reports::chartRows(chart,
                tableOf(audit.result, chart.table), reports::PrivacyView(reports::Privacy::Full));
            ASSERT_EQ(rows.rows.size(), 4u);
            EXPECT_EQ(rows.rows[0].label, "[18, 25)");
            EXPECT_EQ(rows.rows[3].label, "[60, 100]");
            return;
        }
    }
    FAIL() << "no chart of the age groups";
}

} // namespace
} // namespace cupel::pipeline
