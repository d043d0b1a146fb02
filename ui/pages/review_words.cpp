#include "ui/pages/review_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QWidget>

#include "ui/theme/shown.h"

namespace cupel::ui {

QString pointsWords(double points, double possible)
{
    const QLocale locale;
    return QCoreApplication::translate("cupel::ui", "%1 of %2 points")
        .arg(locale.toString(points, 'g', 4), locale.toString(possible, 'g', 4));
}

QString noReviewWords(const OpenDataset& dataset)
{
    if (dataset.canReview)
        return {};
    return dataset.catalogId == 0
        ? QCoreApplication::translate("cupel::ui",
            "Nothing can be answered here: the dataset is not in a catalog, where answers are "
            "kept.")
        : QCoreApplication::translate("cupel::ui",
            "Nothing can be answered here: the catalog can only be read. It may be open in another "
            "window.");
}

void allowReview(QWidget& widget, const OpenDataset& dataset, const QString& tip)
{
    const QString why = noReviewWords(dataset);
    widget.setEnabled(why.isEmpty());
    widget.setToolTip(toolTip(why.isEmpty() ? tip : why));
    if (!why.isEmpty())
        widget.setAccessibleDescription(why);
}

} // namespace cupel::ui
