#include "core/reports/column_titles.h"

#include <map>

#include "core/audits/metric_registry.h"

namespace cupel::reports {
namespace {

/// By id, and by id and variant; the first form of a metric stands for its id.
std::map<std::string, std::string, std::less<>> titlesOfMetrics()
{
    std::map<std::string, std::string, std::less<>> titles;
    for (const audits::MetricInfo& metric : audits::metrics()) {
        titles.emplace(metric.id, metric.title);
        if (!metric.variant.empty())
            titles.emplace(metric.id + "-" + metric.variant, metric.title);
    }
    return titles;
}

} // namespace

std::string columnTitle(std::string_view column)
{
    static const std::map<std::string, std::string, std::less<>> titles = titlesOfMetrics();
    const auto found = titles.find(column);
    return found == titles.end() ? std::string(column) : found->second;
}

} // namespace cupel::reports
