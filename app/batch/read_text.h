#pragma once

#include "core/readers/read_text.h"
#include "core/reports/report_changes.h"

namespace cupel::batch {

using readers::readText;
using reports::kLargestReport;

constexpr std::uint64_t kLargestRoles = 16u << 20;
constexpr std::uint64_t kLargestSheet = 16u << 20;

} // namespace cupel::batch
