#pragma once

#include <string>
#include <vector>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/piece.h"

/// What stands in boxes, and the badges and facts that stand elsewhere, too.
namespace cupel::ui {

/// The word of a badge: that of the tone, unless there is another.
QString toneText(reports::Tone tone, const std::string& word);
/// Icon and word of a tone; `ascent`: of the line that it stands on.
std::vector<Ink> toneBadge(reports::Tone tone, const std::string& word, QPointF at, qreal ascent);

/// Rows of names with values, each a piece of texts alone; `size`: of the type.
std::vector<Piece> factPieces(const std::vector<reports::KeyValues::Row>& rows,
    const reports::PrivacyView& view, qreal width, qreal size);

Piece calloutPiece(const reports::Callout& callout, const reports::PrivacyView& view, qreal width);
std::vector<Piece> tilePieces(const reports::Tiles& tiles, qreal width);

} // namespace cupel::ui
