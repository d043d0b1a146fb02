#pragma once

#include <string>
#include <string_view>

#include "core/license/expression.h"

namespace cupel::license {

/// Whether changed copies of what is under a share-alike licence may go out under an expression:
/// one of its licences is among those that the share-alike licence names. True also where the
/// licence is no share-alike licence whose outbound licences are known: nothing is guessed.
/// Source: the licence texts (CC BY-SA section 3(b) or 4(b), ODbL 4.4, CDLA-Sharing 3.3, GPL 3.0
/// section 5, the list of compatible licences of Creative Commons).
bool mayGoOutAs(std::string_view shareAlike, const Expression& declared);

/// The same licences in words: "CC-BY-SA-3.0 or a later CC-BY-SA". Empty where none are known.
std::string outboundWords(std::string_view shareAlike);

} // namespace cupel::license
