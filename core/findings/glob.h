#pragma once

#include <cstddef>
#include <string_view>

namespace cupel::findings {

/// What a slash is to a pattern.
enum class Slash {
    Ordinary, ///< a character as any other: names and values
    Separator, ///< "*" and "?" stop at it, "**" does not: paths
};

inline constexpr std::size_t kLongestMatched = 4'096;

/// Whether a whole text fits a pattern: "*" is any run of characters, "?" one character, "\" takes
/// the next character as it is. In paths "**/" is any number of folders, none too. There are no
/// regular expressions; the time is the product of the two lengths at most, whatever the pattern.
/// A text of more than kLongestMatched bytes fits only itself and stars.
bool matches(std::string_view pattern, std::string_view text, Slash slash = Slash::Ordinary);

/// The same for a path as it was given: without leading "./"; a pattern without a slash is compared
/// with the name of the file only.
bool matchesPath(std::string_view pattern, std::string_view path);

/// Whether a pattern holds a "*" or "?" that stands for other characters.
bool hasWildcard(std::string_view pattern);

} // namespace cupel::findings
