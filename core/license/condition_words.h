#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/license/corpus.h"
#include "core/license/text_tokens.h"

namespace cupel::license {

/// Words, as tokens, whose coming or going may change what a licence allows: "noncommercial",
/// "not".
bool isConditionWord(std::string_view word);
/// Words that hint at a condition when they stand alone beside a licence: also "use", "permission".
bool hintsAtCondition(std::string_view word);
/// "1.0" to "4.0": a version of a licence.
bool isVersionNumber(std::string_view word);
/// Words that stand for who gives or holds a licence, or where they live: they may be replaced.
bool namesParty(std::string_view word);

/// Whether a word is another one, written or scanned badly: one letter more, less or other (two in
/// words of eight letters), or signs that look alike (0 and o, 1 and l, rn and m).
bool isMisspelling(std::string_view word, std::string_view of);

/// A phrase that limits what may be done: "may not", "research only".
struct RestrictingPhrase {
    std::size_t token = 0; ///< first
    std::string words;
};
/// Whether such a phrase is about the purpose of a use or about passing on: "noncommercial",
/// "research only". Others, such as "may not", stand in most licences.
bool limitsPurpose(std::string_view phrase);
/// Restricting phrases among tokens [range), in order.
std::vector<RestrictingPhrase> restrictingPhrases(
    const std::vector<Token>& tokens, TokenRange range);

} // namespace cupel::license
