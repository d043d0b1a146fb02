#pragma once

#include <optional>
#include <string>

#include "core/readers/csv_reader.h"

namespace cupel::pipeline {

/// The options of which readingText() is the text, so that a file becomes the same table again;
/// none for a text that it cannot have written. No columns are coded and no threads are chosen.
std::optional<readers::CsvOptions> readingOptions(const std::string& text);

} // namespace cupel::pipeline
