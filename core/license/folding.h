#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::license {

/// The form in which names of licences are compared: letters A to Z in lower case, dashes of any
/// kind and `_` as `-`, typographic quotes as plain ones, runs of blanks as one, no blanks at the
/// ends, no invisible characters.
std::string folded(std::string_view text);

/// A word of a folded text: a run of letters, or a number with inner dots ("4.0"). Other characters
/// part words.
struct Word {
    std::string text;
    bool isNumber = false;
    bool isGlued = false; ///< nothing stands between it and the word before: "v" and "3" in "v3"
    friend bool operator==(const Word&, const Word&) = default;
};
/// The words of a folded text. "4-0" is the number 4.0, as addresses write it.
std::vector<Word> wordsOf(std::string_view folded);

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words);
/// Whether a folded text holds one of the phrases at word boundaries.
bool holdsPhrase(std::string_view folded, std::initializer_list<std::string_view> phrases);

/// "3" and "3.0" are "3.0"; "1.3" stays.
std::string versionText(const std::string& number);

/// What is left of the name of a licence without words that say nothing ("license", "version",
/// "the") and without blanks and marks: "Apache License, Version 2.0" and "apache-2" are "apache2".
std::string nameKey(std::string_view folded);

} // namespace cupel::license
