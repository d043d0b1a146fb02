#pragma once

#include <string>

#include "core/base/result.h"

namespace cupel::batch {

/// The whole of a small file: a roles file, a report. Fails as readers::openFile().
base::Result<std::string> readText(const std::string& path);

} // namespace cupel::batch
