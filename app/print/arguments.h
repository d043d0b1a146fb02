#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "ui/print/pdf.h"

namespace cupel::print {

struct Arguments {
    ui::PdfOptions pdf;
    bool wantsVersion = false;
};

/// From --paper a4|letter, --date SECONDS and --version. Fails with Usage.
base::Result<Arguments> argumentsFrom(const std::vector<std::string>& words);

} // namespace cupel::print
