#include "core/reports/report_changes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/reports/json_report.h"
#include "tests/core/reports/support/small_report.h"

namespace cupel::reports {
namespace {

/// A masked report with a figure about each of these values, all of which it hides.
std::string hidden(const std::vector<double>& figures)
{
    Report report = test::smallReport();
    report.privacy = Privacy::Masked;
    std::vector<audits::Metric>& metrics = report.datasets.front().audits.front().result.metrics;
    const audits::Metric first = metrics.front();
    metrics.clear();
    for (std::size_t i = 0; i < figures.size(); ++i) {
        metrics.push_back(first);
        metrics.back().subject = {{"column", base::DataText::name("name")},
            {"value", base::DataText::value("SECRET-" + std::to_string(i))}};
        metrics.back().value = figures[i];
    }
    return jsonReport(report);
}

DatasetChange changeOf(const std::vector<double>& old, const std::vector<double>& now)
{
    const std::string before = hidden(old);
    EXPECT_EQ(before.find("SECRET-0"), std::string::npos);
    const auto changes = compareReports(before, "old.json", hidden(now), "new.json");
    EXPECT_TRUE(changes) << changes.error().message;
    return changes ? changes->datasets.front() : DatasetChange();
}

TEST(ReportChanges, figuresAboutHiddenValuesAreComparedInOrder)
{
    const DatasetChange same = changeOf({0.1, 0.2, 0.3}, {0.1, 0.2, 0.3});
    EXPECT_EQ(same.metricsCompared, 3);
    EXPECT_EQ(same.metricsOnlyBefore, 0);
    EXPECT_EQ(same.metricsOnlyAfter, 0);
    EXPECT_TRUE(same.metrics.empty());

    const DatasetChange other = changeOf({0.1, 0.2, 0.3}, {0.1, 0.5, 0.3});
    ASSERT_EQ(other.metrics.size(), 1u);
    EXPECT_EQ(other.metrics.front().before, 0.2);
    EXPECT_EQ(other.metrics.front().after, 0.5);
}

TEST(ReportChanges, figuresThatOneSideLacksAreCounted)
{
    EXPECT_EQ(changeOf({0.1, 0.2, 0.3}, {0.1}).metricsOnlyBefore, 2);
    EXPECT_EQ(changeOf({0.1}, {0.1, 0.2, 0.3}).metricsOnlyAfter, 2);
}

} // namespace
} // namespace cupel::reports
