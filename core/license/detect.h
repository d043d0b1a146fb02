#pragma once

#include <string_view>

#include "core/license/corpus.h"
#include "core/license/detection.h"

namespace cupel::license {

/// Recognise the licence texts of a file, or failing that the statements that name a licence. Any
/// bytes will do; time grows with the file's size up to kMaxTextBytes.
Detection detect(std::string_view bytes, const Corpus& corpus);
/// The same with the texts that are part of the program.
Detection detect(std::string_view bytes);

} // namespace cupel::license
