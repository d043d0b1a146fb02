#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cupel::base {

struct CodePoint {
    char32_t value = 0; ///< of an invalid byte the byte
    std::size_t bytes = 1;
    bool isValid = false;
};

/// The code point that begins at `at`; one invalid byte where there is none.
CodePoint codePointAt(std::string_view text, std::size_t at);

/// Whether a character acts rather than shows: controls, line and paragraph separators, and what is
/// invisible or changes how its neighbours are shown (bidi controls, zero-width characters,
/// variation selectors, tags, noncharacters).
bool isHidden(char32_t c);

/// Lower-case hexadecimal with at least that many digits.
std::string hexDigits(char32_t value, std::size_t digits);

} // namespace cupel::base
