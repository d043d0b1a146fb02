#pragma once

#include <vector>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/piece.h"

namespace cupel::ui {

/// A table of at most this width as pieces: its caption, its head, which every further page
/// repeats, a piece for each row, and what was left out. One that is too wide even in small type is
/// set in parts below each other that repeat its first column.
std::vector<Piece> tablePieces(
    const reports::Table& table, const reports::PrivacyView& view, qreal width);

} // namespace cupel::ui
