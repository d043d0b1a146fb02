#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cupel::license {

/// The one spelling of words that the SPDX list of equivalent words (and British and American
/// spelling in general) writes in two ways: licence and license, authorisation and authorization.
/// A word of folded text goes in; what comes out need not be a word ("exercise" gives "exercize").
std::string oneSpelling(std::string word);

/// Whether two words that follow each other are one: "per cent", "sub license", "non commercial".
/// Also "copyright owner", which becomes "copyright holder". Gives the second word's replacement
/// and whether the first goes; nothing where they stay.
struct JoinedWords {
    bool areEquivalent = false;
    bool firstGoes = false;
    std::string word;
};
JoinedWords joined(std::string_view first, std::string_view second);

} // namespace cupel::license
