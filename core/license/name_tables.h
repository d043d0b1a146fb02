#pragma once

#include <string>
#include <string_view>

#include "core/license/resolution.h"

namespace cupel::license {

/// A record of resources/license/names.csv: a text that no rule covers.
struct NameEntry {
    std::string name; ///< folded
    std::string expression;
    Confidence confidence = Confidence::High;
    std::string rule;
    std::string words;
};
/// The entry of a folded text, or null.
const NameEntry* findName(std::string_view folded);

/// The id whose name, id, or name on the Hugging Face hub has this nameKey(), or null where it is
/// none or more than one.
const std::string* findByKey(std::string_view key);

} // namespace cupel::license
