#pragma once

#include <vector>

#include "core/base/job.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/piece.h"

namespace cupel::ui {

/// A page as pieces of this width: title, contents where it has many parts, its blocks, what is
/// folded away in other formats unfolded, and its footer. Incomplete where the job was cancelled.
std::vector<Piece> pagePieces(const reports::Page& page, const reports::PrivacyView& view,
    qreal width, const base::JobContext& job);

} // namespace cupel::ui
