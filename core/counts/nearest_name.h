#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::counts {

/// The name that a mistyped word most likely means: the least edit distance (insert, delete,
/// replace, swap of neighbours), letters compared without case (ASCII), ties to the earlier name.
/// None where more than a third of the word (at least 1) would have to change, or all of it.
std::optional<std::string> nearestName(
    std::string_view word, const std::vector<std::string>& names);

} // namespace cupel::counts
