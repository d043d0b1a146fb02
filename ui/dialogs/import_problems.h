#pragma once

#include <QStringList>

#include "core/readers/csv_preview.h"

namespace cupel::ui {

/// What is odd about the begin of a file, each with its line.
QStringList problemsOf(const readers::CsvPreview& preview);

/// How the file was understood: "comma, every row has 15 cells".
QString delimiterEvidence(const readers::CsvPreview& preview);
/// "about 48,842 rows, 15 columns, 5.1 MB".
QString sizeWords(const readers::CsvPreview& preview);
/// A delimiter by its name: "comma", "tab".
QString delimiterName(const std::string& delimiter);

/// Whether the line that named the columns looks like a row: a number names a column of numbers.
bool isHeaderLikeData(const readers::CsvPreview& preview);

} // namespace cupel::ui
