#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/license/resolution.h"

namespace cupel::license {

/// What a line begins with that names a licence for programs.
inline constexpr std::string_view kSpdxTag = "SPDX-License-Identifier:";

/// A licence that running text names.
struct Reference {
    std::uint64_t line = 0;
    std::string raw; ///< the words that name it
    Resolution meaning;
    std::string covers; ///< what the sentence says it is for ("code"); empty: it does not say
};

/// Where a mention stands decides whether it is a statement.
enum class ReferenceContext {
    License, ///< a section or a file about the licence: every name counts
    Prose, ///< only sentences that say that the dataset is licensed, released or available under it
};

/// Names looked at in one text; what comes behind them is not searched.
inline constexpr std::size_t kMaxNames = 100;

/// Find the licences that a text in Markdown names: SPDX ids, addresses, titles with version, in
/// the order they stand, each once. `firstLine` is the line of the first character.
std::vector<Reference> findReferences(
    std::string_view text, std::uint64_t firstLine, ReferenceContext context);

/// SPDX-License-Identifier lines.
std::vector<Reference> findTags(std::string_view text);

} // namespace cupel::license
