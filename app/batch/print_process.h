#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/batch/arguments.h"
#include "core/base/result.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"

/// PDF files. The batch program is plain C++ and draws nothing: it hands a page, without what its
/// privacy mode hides, to the program cupel-print, which is built and installed with the window.
namespace cupel::batch {

/// What draws the pages of a run.
struct Printing {
    std::string program; ///< path of cupel-print; empty: nothing is to be printed
    std::string paper; ///< as --paper says
    std::optional<std::int64_t> date; ///< seconds since 1970; none: the files have no date
    std::chrono::milliseconds timeLimit = std::chrono::seconds(120); ///< for one file
};

Option paperOption(std::string& to);

/// What is needed to write PDFs to these paths. Nothing where there are none. Fails with Usage
/// where the paper is not known or nothing is printed on it, and where a terminal would get the
/// file; with OutputFailed where there is no cupel-print.
base::Result<Printing> printingTo(const std::vector<std::string>& paths, const std::string& paper);

/// Write a page as a PDF, as writeOutput() does. Fails with OutputFailed also where cupel-print
/// gives none, saying why, and with Cancelled.
base::Result<void> writePdf(const std::string& path, const reports::Page& page,
    const reports::PrivacyView& view, const Printing& printing);

} // namespace cupel::batch
