#pragma once

#include <QString>

#include "ui/jobs/open_dataset.h"

class QWidget;

namespace cupel::ui {

/// "6.5 of 16 points"
QString pointsWords(double points, double possible);

/// Why nobody can say something of a dataset; empty where one can.
QString noReviewWords(const OpenDataset& dataset);

/// Enable what says something of a dataset, with a tool tip; where nobody can, disable it and say
/// why.
void allowReview(QWidget& widget, const OpenDataset& dataset, const QString& tip);

} // namespace cupel::ui
