#pragma once

#include <cstddef>
#include <string_view>

namespace cupel::license {

/// Why a sentence does not grant the licence that it names at bytes [begin, end): it denies it,
/// speaks of the past, of a plan or of another work, is not sure, or sets a limit that is not
/// understood. In words that complete "…, which "; empty where it grants it as far as can be told.
std::string_view doubtAbout(std::string_view sentence, std::size_t begin, std::size_t end);

} // namespace cupel::license
