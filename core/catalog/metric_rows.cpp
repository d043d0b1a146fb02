#include <optional>
#include <string>

#include "core/catalog/catalog.h"
#include "core/catalog/figure_columns.h"
#include "core/catalog/rows.h"
#include "core/catalog/run_rows.h"

namespace cupel::catalog {
namespace {

using base::Result;

Result<void> writeMetric(
    Statement& insert, std::int64_t run, std::int64_t position, const MetricInfo& metric)
{
    const FigureColumns value(metric.value);
    const IntervalColumns interval(metric.interval);
    return insert.run(run, position, metric.version, metric.audit, metric.ref, metric.id,
        metric.variant, metric.subject, value.value, value.undefined, metric.numerator,
        metric.denominator, metric.n, metric.excluded, interval.level, interval.low, interval.high,
        interval.method, metric.weightSum, metric.effectiveN);
}

MetricInfo metricOf(const Statement& row)
{
    MetricInfo metric;
    metric.version = row.integer(0);
    metric.audit = row.text(1);
    metric.ref = row.text(2);
    metric.id = row.text(3);
    metric.variant = row.text(4);
    metric.subject = row.text(5);
    metric.value = figureAt(row, 6);
    metric.numerator = row.optionalNumber(8);
    metric.denominator = row.optionalNumber(9);
    metric.n = row.integer(10);
    metric.excluded = row.text(11);
    metric.interval = intervalAt(row, 12);
    metric.weightSum = row.optionalNumber(16);
    metric.effectiveN = row.optionalNumber(17);
    return metric;
}

constexpr const char* kMetricColumns
    = "version, audit, ref, id, variant, subject_json, value, undefined, numerator, denominator, n,"
      " excluded_json, interval_level, interval_low, interval_high, interval_method, weight_sum,"
      " effective_n";

} // namespace

Result<void> writeMetrics(
    const Database& database, std::int64_t run, const std::vector<MetricInfo>& metrics)
{
    Result<Statement> insert = database.prepare(std::string("INSERT INTO metric (run, position, ")
        + kMetricColumns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    std::int64_t position = 0;
    for (const MetricInfo& metric : metrics) {
        if (Result<void> written = writeMetric(*insert, run, position++, metric); !written)
            return written;
    }
    return {};
}

Result<std::vector<MetricInfo>> Catalog::metrics(std::int64_t run) const
{
    return rowsOf(m_database,
        std::string("SELECT ") + kMetricColumns + " FROM metric WHERE run = ? ORDER BY position",
        metricOf, run);
}

} // namespace cupel::catalog
