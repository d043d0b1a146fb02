#pragma once

#include <QStringList>
#include <cstdint>
#include <optional>

#include "core/readers/csv_preview.h"

namespace cupel::ui {

/// What is odd about the begin of a file, each with its line.
QStringList problemsOf(const readers::CsvPreview& preview);

/// How the file was understood: "comma, every row has 15 cells".
QString delimiterEvidence(const readers::CsvPreview& preview);
/// The encoding, and how that is known.
QString encodingEvidence(const readers::CsvPreview& preview);
/// What is wrong, where, and what to try, in the words of the window.
QString errorWords(const base::Error& error);
/// "about 48,842 rows, 15 columns, 5.1 MB".
QString sizeWords(const readers::CsvPreview& preview);
/// "It takes about 12 s. The catalog grows by about 300 MB", with a warning where less than that
/// is free; empty for what takes no time and little room. `free`: bytes on the disk of the catalog,
/// none where nothing is kept or it is not known; `source`: bytes of a copy of the file that is
/// kept as well.
QString estimateWords(const readers::CsvPreview& preview, const std::optional<std::uint64_t>& free,
    std::uint64_t source = 0);
/// A delimiter by its name: "comma", "tab".
QString delimiterName(const std::string& delimiter);

/// Whether the line that named the columns looks like a row: a number names a column of numbers.
bool isHeaderLikeData(const readers::CsvPreview& preview);

} // namespace cupel::ui
