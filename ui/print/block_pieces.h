#pragma once

#include <QSizeF>
#include <vector>

#include "core/base/job.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/piece.h"

namespace cupel::ui {

/// A page as pieces for sheets with this body: title, contents where it is long and has many parts,
/// its blocks, what is folded away in other formats unfolded, and its footer. Incomplete where the
/// job was cancelled.
std::vector<Piece> pagePieces(const reports::Page& page, const reports::PrivacyView& view,
    QSizeF body, const base::JobContext& job);

} // namespace cupel::ui
