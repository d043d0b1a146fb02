#pragma once

#include <string>

namespace cupel::audits {

/// Append a letter as its base and the marks on it, in the order of Unicode's canonical
/// decomposition (NFD): letters of Latin, Greek and Cyrillic with one to three marks, and Hangul
/// syllables. Marks of their own that follow are put into that order too, so that every spelling
/// of a marked letter gives the same text. Other code points are appended as they are.
void appendDecomposed(char32_t code, std::u32string& to);

} // namespace cupel::audits
