#include "core/audits/metric_registry.h"

#include "core/audits/metric_lists.h"

#include <algorithm>
#include <iterator>

namespace cupel::audits {

namespace {

std::vector<MetricInfo> allMetrics()
{
    std::vector<MetricInfo> all = groupMetrics();
    for (std::vector<MetricInfo> more : {missingnessMetrics(), predictionMetrics(), classMetrics(),
             splitMetrics(), rowMetrics(), cardMetrics()})
        std::move(more.begin(), more.end(), std::back_inserter(all));
    return all;
}

} // namespace

const std::vector<MetricInfo>& metrics()
{
    static const std::vector<MetricInfo> list = allMetrics();
    return list;
}

const MetricInfo* findMetric(std::string_view id, std::string_view variant)
{
    const auto found = std::find_if(metrics().begin(), metrics().end(),
        [&](const MetricInfo& info) { return info.id == id && info.variant == variant; });
    return found == metrics().end() ? nullptr : &*found;
}

} // namespace cupel::audits
