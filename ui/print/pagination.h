#pragma once

#include <map>
#include <string>
#include <vector>

#include "ui/print/piece.h"

namespace cupel::ui {

/// A piece at its place on a page.
struct PlacedPiece {
    Piece piece;
    qreal top = 0.0; ///< from the top of the body
};
/// Pieces from top to bottom.
using SheetOfPieces = std::vector<PlacedPiece>;

/// Put pieces on pages whose bodies are `height` high. What keeps the next one is on the page of
/// the next one; a piece is cut only where it may be, or where it is higher than a page.
std::vector<SheetOfPieces> paginate(std::vector<Piece> pieces, qreal height);

} // namespace cupel::ui
