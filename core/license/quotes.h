#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::license {

/// A sentence of a file, its blanks joined, and the lines it stands on.
struct Sentence {
    std::string text;
    std::uint32_t firstLine = 0;
    std::uint32_t lastLine = 0;
};

/// Cut text into sentences. An empty line ends one, as do ". ", "! ", "? " and a Markdown heading.
std::vector<Sentence> sentencesOf(std::string_view utf8);

/// The sentence of a line that holds a phrase (as tokens), or the first of the line; cut where it
/// is long.
std::string quoteAt(
    const std::vector<Sentence>& sentences, std::uint32_t line, std::string_view phrase);

} // namespace cupel::license
