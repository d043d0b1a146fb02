#include "ui/theme/colors.h"

#include <QApplication>

#include "ui/theme/outlined_style.h"

namespace cupel::ui {
namespace {

QColor rgb(const char* hex)
{
    return QColor(QLatin1String(hex));
}

Colors lightColors()
{
    return {false, rgb("#ffffff"), rgb("#f6f7f9"), rgb("#1b1f24"), rgb("#545b64"), rgb("#858d97"),
        rgb("#e6e9ed"), rgb("#0b5cad"), rgb("#b3261e"), rgb("#8a5300"), rgb("#0b5cad"),
        rgb("#0b6b50"), rgb("#7a3e75"),
        {rgb("#0072b2"), rgb("#d55e00"), rgb("#007a5c"), rgb("#b05c8c"), rgb("#8a6d00"),
            rgb("#3d7fa6")}};
}

Colors darkColors()
{
    return {true, rgb("#14171a"), rgb("#1d2125"), rgb("#e8eaed"), rgb("#a9b1ba"), rgb("#6d7680"),
        rgb("#2a2f35"), rgb("#7cb8f2"), rgb("#ff9a91"), rgb("#f0b44c"), rgb("#7cb8f2"),
        rgb("#5fcfa8"), rgb("#dca0d6"),
        {rgb("#56b4e9"), rgb("#e69f00"), rgb("#2fbf94"), rgb("#cc79a7"), rgb("#f0e442"),
            rgb("#e8743b")}};
}

QPalette paletteOf(const Colors& colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.card);
    palette.setColor(QPalette::WindowText, colors.ink);
    palette.setColor(QPalette::Base, colors.paper);
    palette.setColor(QPalette::AlternateBase, colors.card);
    palette.setColor(QPalette::Text, colors.ink);
    palette.setColor(QPalette::PlaceholderText, colors.soft);
    palette.setColor(QPalette::Button, colors.isDark ? rgb("#2a2f35") : colors.card);
    palette.setColor(QPalette::ButtonText, colors.ink);
    palette.setColor(QPalette::ToolTipBase, colors.card);
    palette.setColor(QPalette::ToolTipText, colors.ink);
    palette.setColor(QPalette::BrightText, colors.error);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Highlight, colors.isDark ? rgb("#1f4e79") : rgb("#0b5cad"));
    palette.setColor(QPalette::HighlightedText, rgb("#ffffff"));
    palette.setColor(QPalette::Light, colors.isDark ? rgb("#3a4148") : rgb("#ffffff"));
    palette.setColor(QPalette::Midlight, colors.isDark ? rgb("#2a2f35") : rgb("#eef0f3"));
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Dark, colors.isDark ? rgb("#0c0e10") : rgb("#9aa1aa"));
    palette.setColor(QPalette::Shadow, colors.isDark ? rgb("#000000") : rgb("#6d7680"));
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.line);
    return palette;
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

} // namespace

void applyScheme(QApplication& application, Scheme scheme, const QPalette& system)
{
    const bool dark = scheme == Scheme::System ? isDark(system) : scheme == Scheme::Dark;
    // Another style lays out everything anew.
    if (!dynamic_cast<OutlinedStyle*>(QApplication::style()))
        application.setStyle(new OutlinedStyle);
    application.setPalette(paletteOf(dark ? darkColors() : lightColors()));
}

const Colors& colorsFor(const QPalette& palette)
{
    static const Colors light = lightColors();
    static const Colors dark = darkColors();
    return isDark(palette) ? dark : light;
}

} // namespace cupel::ui
