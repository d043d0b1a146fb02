#pragma once

#include <QString>

#include "core/pipeline/review.h"
#include "ui/jobs/open_dataset.h"

class QLabel;
class QWidget;

/// What people say, in words.
namespace cupel::ui {

/// "Comment: ana, 11/27/26 4:10 PM, private".
QString commentHead(const pipeline::Said<pipeline::Comment>& said);
/// What a comment says, in its lines.
QString commentLines(const pipeline::Comment& comment);

/// Why nothing can be said of a dataset, which is there; empty where something can.
QString whyNoReview(const OpenDataset& dataset);

/// A text beside an input, which it names.
QLabel* inputLabel(const QString& text, QWidget* input);

} // namespace cupel::ui
