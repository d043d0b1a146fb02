#include "ui/print/print_style.h"

#include <QRawFont>
#include <array>

namespace cupel::ui {
namespace {

using reports::Tone;

QString familyOf(Face face)
{
    return face == Face::Mono ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans");
}

} // namespace

QColor toneColor(Tone tone)
{
    constexpr std::array<QColor, 6> kColors{QColor(0x4a, 0x51, 0x5a), QColor(0x9c, 0x1c, 0x16),
        QColor(0x7a, 0x48, 0x00), QColor(0x0a, 0x4f, 0x94), QColor(0x0a, 0x5a, 0x43),
        QColor(0x66, 0x32, 0x5f)};
    return kColors[static_cast<std::size_t>(tone)];
}

QColor toneCard(Tone tone)
{
    constexpr std::array<QColor, 6> kColors{QColor(0xf6, 0xf7, 0xf9), QColor(0xfd, 0xf3, 0xf2),
        QColor(0xfd, 0xf8, 0xee), QColor(0xf3, 0xf8, 0xfd), QColor(0xf1, 0xf9, 0xf6),
        QColor(0xfa, 0xf4, 0xf9)};
    return kColors[static_cast<std::size_t>(tone)];
}

QFont fontOf(Face face, qreal size)
{
    QFont font(familyOf(face));
    font.setStyleHint(face == Face::Mono ? QFont::Monospace : QFont::SansSerif);
    font.setPixelSize(qRound(points(size)));
    font.setBold(face == Face::SansBold);
    font.setItalic(face == Face::SansItalic);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Spacing that cannot be seen keeps Qt from joining "fi" into one sign.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

bool hasFonts()
{
    // Where there is none, Qt draws boxes, and its font has no tables.
    const QRawFont font = QRawFont::fromFont(fontOf(Face::Sans, kType.body));
    return font.isValid() && !font.fontTable("cmap").isEmpty();
}

} // namespace cupel::ui
