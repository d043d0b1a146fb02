#pragma once

#include <QString>

#include "core/counts/count_source.h"
#include "core/reports/page.h"

/// What is known of a column, in words.
namespace cupel::ui {

/// "integer", "text, mostly integer", "number, given".
QString typeWords(const counts::ColumnDescription& column);
/// Why a column has its type: how many cells speak for it, and what does not fit.
QString typeEvidenceWords(const counts::ColumnDescription& column);
/// "296 (5.9 %)".
QString missingWords(const table::ColumnProfile& profile);
/// "about 1,234,567" where it is an estimate.
QString distinctWords(const table::Distinct& distinct);
/// "Private (69.7 % of 30,725)"; a dash and the reason where there is no most frequent value.
QString topValueWords(const counts::ColumnDescription& column);
/// Why there is no list of the most frequent values; empty where there is one.
QString whyNoTopValues(const counts::ColumnDescription& column);
/// A number, or a dash and why there is none.
QString figureWords(const base::Figure& figure);
QString numberWords(double value);
/// Without counts where there is nothing to draw.
reports::MiniHistogram histogramOf(const counts::ColumnDescription& column);

} // namespace cupel::ui
