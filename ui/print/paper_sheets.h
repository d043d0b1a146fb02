#pragma once

#include <QPicture>
#include <QSizeF>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"

namespace cupel::ui {

/// A document on paper, sheet by sheet, as commands that draw it: any thread may have made it.
struct PaperSheets {
    QSizeF size; ///< of each sheet, in points
    std::vector<QPicture> sheets; ///< a unit is a point, the origin the corner of the sheet
};

/// Lay a page out for sheets of this size, and draw all of it. Fails with Cancelled.
base::Result<PaperSheets> paperSheets(const reports::Page& page, const reports::PrivacyView& view,
    QSizeF sheet, const base::JobContext& job = {});

} // namespace cupel::ui
