#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/paper.h"

namespace cupel::ui {

struct PdfOptions {
    Paper paper = Paper::A4;
    /// Seconds since 1970 that the file says it was made at. None: it does not say when, and the
    /// same page gives the same bytes.
    std::optional<std::int64_t> date;
};

/// A page as a PDF file with text that can be searched and charts as vectors. Needs a
/// QGuiApplication, in any thread. The bytes are the same on repeat where the program has called
/// QHashSeed::setDeterministicGlobalSeed() first.
///
/// Fails with Empty where there is nothing to print, with OutputFailed where no font is installed,
/// with Cancelled.
base::Result<std::string> pdfOf(const reports::Page& page, const reports::PrivacyView& view,
    const PdfOptions& options, const base::JobContext& job = {});

} // namespace cupel::ui
