#pragma once

#include <string_view>

namespace cupel::card {

/// The text of resources/card/model.json.
extern const std::string_view kModelText;

} // namespace cupel::card
