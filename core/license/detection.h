#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"

namespace cupel::license {

/// How far a file answers the question "which licence is this?".
enum class TextClass {
    Exact, ///< the words of a licence and nothing else
    High, ///< a licence with differences that change no condition
    Embedded, ///< a licence among other text that limits nothing
    Modified, ///< a licence with words that may change its conditions, in it or beside it
    Partial, ///< a part of a licence; never to be shown as the licence
    Multiple, ///< two or more licence texts
    Reference, ///< no licence text, but statements that name one
    None, ///< nothing that can be named
};
/// "exact", "high", "embedded", "modified", "partial", "multiple", "reference", "none".
std::string_view className(TextClass kind);
/// Whether the file may be shown as the licence itself, without a but: exact, high or embedded.
bool isClean(TextClass kind);

/// A licence found in a file.
struct TextMatch {
    std::string id; ///< SPDX id, or LicenseRef-… of a tag
    TextClass kind = TextClass::None; ///< never Multiple or None
    /// 0 to 1. Of a text: one less the words that differ over the words of the licence; of a part:
    /// the share of the licence that is there; of a reference at most 0.9.
    double score = 0.0;
    std::uint64_t firstLine = 0; ///< from 1, in the file as it stands
    std::uint64_t lastLine = 0;
    /// Other ids with the same words (GPL-3.0-only and -or-later); a declared id among them agrees.
    std::vector<std::string> sameText;
};

/// Another id that the text might have been.
struct TextAlternative {
    std::string id;
    double score = 0.0; ///< as TextMatch::score
    bool sameText = false; ///< word for word the same licence text; otherwise a near one
};

/// A sentence that limits what may be done, outside the licence text or put into it.
struct RestrictingSentence {
    std::uint64_t line = 0;
    base::DataText text; ///< as it stands, blanks joined, cut where it is very long
    std::vector<std::string> words; ///< what it was recognised by: "noncommercial", "may not"
};

/// What the text alone shows. The rule gives the level.
struct TextFinding {
    std::string rule; ///< "LIC-MODIFIED-TEXT"
    std::uint64_t line = 0; ///< 0: the file as a whole
    base::Sentence message;
    base::Sentence remedy;
};

/// What was found in one file.
struct Detection {
    TextClass kind = TextClass::None;
    std::string expression; ///< SPDX expression where the file states or is one; else empty
    std::vector<TextMatch> matches; ///< in the order of the file
    std::vector<TextAlternative> alternatives; ///< best first
    std::vector<RestrictingSentence> restrictions; ///< in the order of the file
    std::vector<std::string> guardWords; ///< words added to or missing from a licence text, sorted
    std::vector<TextFinding> findings; ///< in the order of the file
    std::vector<base::DataText> copyrightLines; ///< evidence for notices, in the order of the file
    /// A whole text under the name of a licence whose words this program was built without: neither
    /// changes nor additions can be told.
    bool isUncompared = false;
    bool isCut = false; ///< only the first kMaxTextBytes were looked at
};

/// Longer files are cut here: no licence is near as long.
inline constexpr std::size_t kMaxTextBytes = std::size_t{2} << 20;

} // namespace cupel::license
