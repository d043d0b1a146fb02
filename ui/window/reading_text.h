#pragma once

#include <QByteArray>
#include <optional>

#include "core/readers/csv_reader.h"

namespace cupel::ui {

/// How a file is read, as settings hold it: what separates and quotes its cells, and the names of
/// its columns.
QByteArray readingText(const readers::CsvOptions& options);
/// None where it is no such text.
std::optional<readers::CsvOptions> readingFrom(const QByteArray& text);

} // namespace cupel::ui
