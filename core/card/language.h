#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cupel::card {

/// The language of a text as an ISO 639-1 code (639-2 where there is none), as CLD2 recognises it
/// by script and letter groups. None where the text is short (under 20 letters' bytes), not UTF-8,
/// or fits several languages.
std::optional<std::string> languageOf(std::string_view text);

/// Whether a text reads like a sentence: three words or more begin without a capital letter (of
/// a to z) or a digit; of scripts without blanks each letter counts. Names, addresses, codes and
/// paths do not, and a language told of them means nothing.
bool isProse(std::string_view text);

/// One key for tags that a detector of texts cannot tell apart or that mean the same: the first
/// part of "en-US", "eng" as "en", and one of each group of near languages (Norwegian with its two
/// forms and Danish; Indonesian and Malay; Bosnian, Croatian, Montenegrin and Serbian). Empty for
/// tags that name no single language ("multilingual", "unknown", "code") and codes
/// of languages that are not told.
std::string languageKey(std::string_view tag);

} // namespace cupel::card
