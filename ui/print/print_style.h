#pragma once

#include <QColor>
#include <QFont>
#include <QtGlobal>

#include "core/reports/page.h"

/// How documents look on paper. Everything is measured in units of which 20 make a point, so that
/// sizes of type are whole numbers for Qt; paper is white, so the colours are those of light.
namespace cupel::ui {

constexpr qreal kUnitsPerPoint = 20.0;
constexpr qreal points(qreal number)
{
    return number * kUnitsPerPoint;
}

namespace ink {
constexpr QColor kText(0x1b, 0x1f, 0x24);
constexpr QColor kSoft(0x4a, 0x51, 0x5a);
constexpr QColor kLine(0xb8, 0xbf, 0xc7);
constexpr QColor kStrong(0x6a, 0x73, 0x7d); ///< lines that part
constexpr QColor kGrid(0xdd, 0xe1, 0xe5);
constexpr QColor kCard(0xf6, 0xf7, 0xf9);
constexpr QColor kMark(0x00, 0x72, 0xb2);
constexpr QColor kPaper(0xff, 0xff, 0xff);
} // namespace ink

/// Of what has a tone: its word, its icon, the bar beside it; a contrast of at least 4.5 on paper
/// and card.
QColor toneColor(reports::Tone tone);
/// Behind it.
QColor toneCard(reports::Tone tone);

/// Sizes of type, in points.
struct TypeSizes {
    qreal title = 21.0;
    qreal part = 14.0;
    qreal section = 11.0;
    qreal group = 9.5;
    qreal body = 9.25;
    qreal fact = 8.75;
    qreal aside = 8.25;
    qreal table = 8.0;
    qreal leastTable = 6.5;
    qreal code = 7.5;
    qreal edge = 7.5; ///< head and foot of a page
};
inline constexpr TypeSizes kType;

enum class Face { Sans, SansBold, SansItalic, Mono };

/// A font of this size, in points. DejaVu where it is installed, else what the system has. Letters
/// are never joined, so that what is copied and searched in the file is what was written.
QFont fontOf(Face face, qreal size);

/// Whether there is any font to write with.
bool hasFonts();

} // namespace cupel::ui
