#pragma once

#include <QProxyStyle>

namespace cupel::ui {

/// Fusion, with outlines around what is filled in or ticked that can be seen in the dark as well:
/// its own are made by darkening the background. Arrows of a tree on what is chosen have the colour
/// of its text.
class OutlinedStyle : public QProxyStyle {
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
};

} // namespace cupel::ui
