#pragma once

#include <QProxyStyle>

namespace cupel::ui {

/// Fusion, with outlines around what is filled in or ticked that can be seen in the dark as well:
/// its own are made by darkening the background. Arrows of a tree on what is chosen have the colour
/// of its text. Cells of tables keep their texts apart, buttons have room beside theirs.
class OutlinedStyle : public QProxyStyle {
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
        const QWidget* widget = nullptr) const override;
};

} // namespace cupel::ui
