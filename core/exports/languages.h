#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/exports/answer_book.h"

namespace cupel::exports {

/// Whether a text is a language subtag of two or three letters ("en"), or one with further subtags
/// ("en-US").
bool isLanguageCode(std::string_view text);
bool isLanguageTag(std::string_view text);

/// The tags in an answer about languages: the items of its list, or a text that is nothing else.
std::vector<std::string> languageCodes(const Answer& answer, std::string_view text);

} // namespace cupel::exports
