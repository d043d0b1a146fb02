#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::license {

/// A line of a text being compared, and the line of the file it came from.
struct FoldedLine {
    std::string text;
    std::uint32_t number = 0; ///< from 1
};

/// Valid UTF-8 in which what scans, mail and word processors change is made equal: lower case,
/// accents and ligatures dropped (no two licences of the SPDX list differ only in them), one kind
/// of blank, quote, dash and hyphen; invisible characters are gone, Chinese and Japanese characters
/// stand apart.
std::string foldCharacters(std::string_view utf8);

/// A file as UTF-8: byte order mark off, UTF-16 with a mark decoded, anything that is not UTF-8
/// taken for Windows-1252; CR LF and CR become LF.
std::string decodeText(std::string_view bytes);

/// Cut into lines.
std::vector<FoldedLine> splitLines(std::string_view text);

/// The line without blanks at its ends.
std::string_view trimmed(std::string_view text);

} // namespace cupel::license
