#pragma once

#include <string_view>

namespace cupel::lint {

/// resources/lint/cards.json.
extern const std::string_view kCardVocabularyText;

} // namespace cupel::lint
