#pragma once

#include <QDir>
#include <QImage>
#include <QLabel>
#include <QString>
#include <QTemporaryDir>
#include <QWidget>

/// Texts of the data that try to act where they are shown.
namespace cupel::ui::test {

/// Markup that would draw an image of pure red, if anybody took it for markup.
inline QString redImage(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QStringLiteral("red.png"));
    QImage image(80, 80, QImage::Format_RGB32);
    image.fill(Qt::red);
    image.save(path);
    return QStringLiteral("<img src='%1'>").arg(path);
}

/// Pixels of pure red that a widget draws.
inline int redPixels(QWidget& widget)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == qRgb(255, 0, 0);
    }
    return count;
}

/// Labels that leave it to Qt whether their text is markup.
inline QStringList guessingLabels(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->textFormat() != Qt::PlainText && !label->text().isEmpty())
            texts += label->text();
    }
    return texts;
}

/// Labels whose text does not fit into them.
inline QStringList clippedLabels(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (!label->isVisibleTo(&widget) || label->text().isEmpty())
            continue;
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                      : label->sizeHint().height();
        if (label->height() < needed)
            texts += label->text();
    }
    return texts;
}

} // namespace cupel::ui::test
