#pragma once

#include "core/readers/read_text.h"

namespace cupel::batch {

using readers::readText;

constexpr std::uint64_t kLargestRoles = 16u << 20;
constexpr std::uint64_t kLargestReport = 256u << 20;
constexpr std::uint64_t kLargestSheet = 16u << 20;

} // namespace cupel::batch
