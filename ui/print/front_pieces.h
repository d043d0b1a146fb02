#pragma once

#include <vector>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/piece.h"

/// What a document begins with.
namespace cupel::ui {

std::vector<Piece> titlePieces(
    const reports::Page& page, const reports::PrivacyView& view, qreal width);
/// The parts with the numbers of their pages; nothing where they are few.
std::vector<Piece> contentsPieces(
    const reports::Page& page, const reports::PrivacyView& view, qreal width);

} // namespace cupel::ui
