#include "ui/charts/chart_image.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace cupel::ui {

QImage imageOf(const Picture& picture)
{
    constexpr int kDense = 2;
    QImage image(picture.size * kDense, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kDense);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    picture.paint(painter);
    return image;
}

QByteArray svgOf(const Picture& picture)
{
    constexpr int kDotsPerInch = 96;
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture.size);
    generator.setViewBox(QRect(QPoint(), picture.size));
    generator.setResolution(kDotsPerInch);
    // The generator writes them as they are.
    generator.setTitle(picture.title.toHtmlEscaped());
    generator.setDescription(picture.description.toHtmlEscaped());
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::Antialiasing);
    picture.paint(painter);
    painter.end();
    return buffer.data();
}

QByteArray pngOf(const Picture& picture)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    imageOf(picture).save(&buffer, "PNG");
    return buffer.data();
}

} // namespace cupel::ui
