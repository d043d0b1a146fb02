#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/documents/document.h"

namespace cupel::card {

/// A sentence, a bullet or a row of a table of a Markdown document, with marks of emphasis and code
/// taken off and line ends kept as such.
struct Passage {
    std::string text;
    std::uint64_t line = 0; ///< of its first character
    std::string section; ///< title of the section, in lower case
    /// Of a table row: its cells, and those of the table's head. Empty for other passages.
    std::vector<std::string> cells;
    std::vector<std::string> head;

    /// Line of a character of text.
    std::uint64_t lineOf(std::size_t offset) const;
};

/// The passages of a card's sections, in order. Fenced code, HTML comments and link targets are
/// left out.
std::vector<Passage> passages(const documents::Document& card);
/// The passages of a text of its own, such as a description.
std::vector<Passage> passages(
    std::string_view text, std::uint64_t firstLine, const std::string& section);

/// ASCII letters in lower case; other characters as they are.
std::string lowered(std::string_view text);
/// Without blanks and line ends at both ends.
std::string_view trimmed(std::string_view text);

/// A word or number of a passage.
struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text; ///< in lower case
    bool isNumber = false;
    double value = 0.0; ///< of a number, multiplied by "k" or "million" after it
    double step = 1.0; ///< one unit in the last digit that was written
    bool isPercent = false;
    bool isApproximate = false; ///< "about 32,000", "32k"
    bool isWhole = false; ///< written without decimals
    char before = ' '; ///< the character before it that is no blank, or ' '
};
/// Words and numbers in order. Dates, versions, times and numbers inside of names are words. Groups
/// of three digits may be set off by commas, blanks or apostrophes.
std::vector<Token> tokens(std::string_view text);

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace cupel::card
