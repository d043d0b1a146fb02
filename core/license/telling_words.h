#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace cupel::license {

/// The words of a name without those that titles and sentences have or lack at will ("license",
/// "version", "international"). "v3.0", "3" and "3.0" are one. Where `places` is given, it receives
/// the index of each word that stays.
std::vector<std::string> tellingWords(
    const std::vector<std::string>& words, std::vector<std::size_t>* places = nullptr);

/// A name as one key to compare titles by: its telling words.
std::string nameKeyOf(const std::vector<std::string>& words);

} // namespace cupel::license
