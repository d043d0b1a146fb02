#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/exports/answer_book.h"

namespace cupel::exports {

/// Whether a text is a language subtag in small letters: a code of ISO 639-1 ("en") or three
/// letters that are no common word ("gsw"); or a subtag with further ones ("en-US").
bool isLanguageCode(std::string_view text);
bool isLanguageTag(std::string_view text);

/// The tags in an answer about languages: the items of its list, or a text that is nothing else.
/// What the list holds beside them goes to `others`.
std::vector<std::string> languageCodes(
    const Answer& answer, std::string_view text, std::vector<std::string>* others = nullptr);

/// Name words among the languages of a list that are no codes.
void noteWords(AnswerBook& book, std::vector<std::string> words);

} // namespace cupel::exports
