#pragma once

#include <QColor>
#include <QPainterPath>
#include <QRectF>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "ui/print/text_block.h"

class QPainter;

/// What pages are made of: pieces that stand below each other, each with what is drawn in it.
namespace cupel::ui {

/// Lines of a text, the first of them at a place.
struct TextInk {
    TextPtr text;
    QPointF at;
    int first = 0;
    int count = 0;
};
/// A rectangle, which may be cut.
struct BoxInk {
    QRectF rect;
    QColor fill = {}; ///< invalid: none
    QColor line = {}; ///< invalid: none
    qreal radius = 0.0;
};
/// Any other form, which is never cut.
struct PathInk {
    QPainterPath path;
    QColor fill = {};
    QColor line = {};
    qreal width = 0.0;
    Qt::PenStyle style = Qt::SolidLine;
};
/// The number of the page that an anchor is on, flush right.
struct PageNumberInk {
    std::string anchor;
    QPointF at; ///< its right end, at the top of its line
    qreal size = 0.0; ///< of the type, in points
    QString before; ///< "p. "
};
using Ink = std::variant<TextInk, BoxInk, PathInk, PageNumberInk>;

enum class PieceRole {
    Title,
    Contents,
    Heading,
    Text,
    Fact,
    Callout,
    Tiles,
    Caption,
    TableHead,
    Row,
    Chart,
    Code,
};

/// Texts beside a sign of their own are whole up to so many lines.
inline constexpr int kWholeLines = 6;

struct Piece {
    PieceRole role = PieceRole::Text;
    qreal height = 0.0;
    qreal gap = 0.0; ///< above it, but not at the top of a page
    bool keepsNext = false; ///< is never the last one on a page
    bool isCutFreely = false; ///< between any lines; else only where it is higher than a page
    qreal inset = 0.0; ///< that a box keeps between its edge and its text where it is cut
    std::vector<Ink> inks = {}; ///< from its top left corner
    std::string anchor = {};
    std::shared_ptr<const Piece> head = {}; ///< stands above it where it begins a page

    void add(TextPtr text, QPointF at);
};

/// A text of the whole width; `gap`: in points.
Piece textPiece(PieceRole role, const Words& text, const QFont& font, qreal gap, qreal width);

/// Take the part off the top of a piece that is at most `room` high and ends between two lines of
/// each of its texts. Both parts have `least` lines, if it has so many; false: there is no such
/// place, and nothing was done.
bool cutPiece(Piece& piece, qreal room, int least, Piece& top);

/// Numbers of the pages of anchors.
class PageNumbers {
public:
    virtual ~PageNumbers() = default;
    /// From 1; 0: it is on none.
    virtual int pageOf(const std::string& anchor) const = 0;
};

void drawPiece(QPainter& painter, const Piece& piece, QPointF at, const PageNumbers& numbers);

} // namespace cupel::ui
