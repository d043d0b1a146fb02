#include "ui/pages/review_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QWidget>

#include "ui/pages/review_texts.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {

QString pointsWords(double points, double possible)
{
    const QLocale locale;
    return QCoreApplication::translate("cupel::ui", "%1 of %2 points")
        .arg(locale.toString(points, 'g', 4), locale.toString(possible, 'g', 4));
}

QString noReviewWords(const OpenDataset& dataset)
{
    const QString why = whyNoReview(dataset);
    return why.isEmpty()
        ? why
        : QCoreApplication::translate("cupel::ui", "Nothing can be answered here. ") + why;
}

void allowReview(QWidget& widget, const OpenDataset& dataset, const QString& tip)
{
    const QString why = noReviewWords(dataset);
    widget.setEnabled(why.isEmpty());
    setTip(widget, why.isEmpty() ? tip : why);
}

} // namespace cupel::ui
