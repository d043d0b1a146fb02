#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/license/folded_text.h"

namespace cupel::license {

/// A word or number of a text, normalised, and the line it stands on.
struct Token {
    std::string word;
    std::uint32_t line = 0;
    bool isInAddress = false; ///< of the web
};

/// A text prepared for comparison.
struct NormalisedText {
    std::vector<Token> tokens;
    /// Lines that name a holder and a year, or a placeholder for them; not among the tokens.
    std::vector<std::uint32_t> copyrightLines;
};

/// Prepare UTF-8 for comparison after the SPDX matching guidelines: case, blanks, punctuation,
/// quotes, hyphens, list marks, separators, markup, copyright lines and words that are spelled in
/// two ways make no difference.
NormalisedText normalise(std::string_view utf8);

/// Tokens of a phrase: as normalise() makes them, without looking at lines.
std::vector<std::string> phraseTokens(std::string_view utf8);

} // namespace cupel::license
