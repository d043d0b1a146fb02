#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cupel::documents {

/// Where the YAML of a card stands: between a line of "---", which only blank lines may precede,
/// and the next line of "---" or "...".
struct FrontMatter {
    bool begins = false; ///< there is a first line
    bool ends = false; ///< and a last one; else the fields below mean nothing
    std::string_view yaml; ///< without both
    std::uint64_t yamlLine = 0; ///< line of the first character of yaml
    std::size_t bodyOffset = 0; ///< where the Markdown begins
    std::uint64_t bodyLine = 1;
};
FrontMatter findFrontMatter(std::string_view text);

} // namespace cupel::documents
