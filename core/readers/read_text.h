#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace cupel::readers {

/// The whole of a file that is small by its nature. Fails as openFile(), and with Usage for more
/// bytes than `atMost`, a number of mebibytes.
base::Result<std::string> readText(const std::string& path, std::uint64_t atMost);

} // namespace cupel::readers
