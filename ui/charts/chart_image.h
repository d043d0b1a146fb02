#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <functional>

class QPainter;

namespace cupel::ui {

/// Something that can be drawn in any painter, with the size that it has there.
struct Picture {
    QSize size;
    QString title; ///< plain text
    QString description; ///< for those who do not see it; plain text
    std::function<void(QPainter&)> paint;
};

/// The picture with two pixels for one.
QImage imageOf(const Picture& picture);
/// As SVG: texts stay texts, sizes are those of the screen.
QByteArray svgOf(const Picture& picture);
/// As PNG, like imageOf().
QByteArray pngOf(const Picture& picture);

} // namespace cupel::ui
