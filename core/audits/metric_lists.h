#pragma once

#include <vector>

#include "core/audits/metric_registry.h"

namespace cupel::audits {

/// The parts of the list behind metrics().
std::vector<MetricInfo> groupMetrics();
std::vector<MetricInfo> predictionMetrics();
std::vector<MetricInfo> splitMetrics();
std::vector<MetricInfo> missingnessMetrics();
std::vector<MetricInfo> classMetrics();
std::vector<MetricInfo> rowMetrics();
std::vector<MetricInfo> cardMetrics();

} // namespace cupel::audits
