#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace cupel::batch {

constexpr std::uint64_t kLargestRoles = 16u << 20;
constexpr std::uint64_t kLargestReport = 256u << 20;
constexpr std::uint64_t kLargestSheet = 16u << 20;

/// The whole of a file that is small by its nature. Fails as readers::openFile(), and with Usage
/// for more bytes than `atMost`, a number of mebibytes.
base::Result<std::string> readText(const std::string& path, std::uint64_t atMost);

} // namespace cupel::batch
