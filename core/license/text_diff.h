#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/license/corpus.h"
#include "core/license/detection.h"

namespace cupel::license {

/// Words that follow each other, in the form in which texts are compared: lower case, without
/// punctuation and markup.
struct DiffStretch {
    enum class Kind {
        Same,
        Missing, ///< only the licence has them
        Added, ///< only the file has them
    };
    Kind kind = Kind::Same;
    std::string words; ///< joined by blanks; the first and last ones of a long stretch
    std::size_t count = 0; ///< all of them
};

/// Differences that stand close to each other, with the words around them.
struct DiffHunk {
    std::uint64_t line = 0; ///< of the file, from 1, where the first difference stands
    std::vector<DiffStretch> stretches;
};

/// Where a file differs from the licence that was recognised in it.
struct TextDiff {
    std::string id; ///< of the licence
    std::size_t missing = 0; ///< words, in all
    std::size_t added = 0;
    std::vector<DiffHunk> hunks; ///< in the order of the file, at most kMostHunks
    std::size_t leftOut = 0; ///< hunks behind them
    bool isCut = false; ///< only the first kMostDiffWords words of the file were compared
};
inline constexpr std::size_t kMostHunks = 60;
inline constexpr std::size_t kMostDiffWords = 30'000;

/// Compare a file word by word with the text of a licence. Lines first to last of the file are
/// compared, or with 0 all of them. Parts that a file may leave out as a whole, and lines that name
/// a holder, are no differences. Time and memory are bounded: a stretch with very many differences
/// counts as replaced as a whole. None where the corpus has no text of that id.
std::optional<TextDiff> diffWithLicense(std::string_view bytes, std::string_view id,
    const Corpus& corpus, std::uint64_t firstLine = 0, std::uint64_t lastLine = 0);

/// The differences with the licence of each match of a detection, but for those that are exact.
std::vector<TextDiff> diffsOf(
    std::string_view bytes, const Detection& detection, const Corpus& corpus);

/// Line by line as a unified diff: "-" and "only in the licence", "+" and "only in the file",
/// blanks before words that both have. Holds words of the file as they are.
std::string unifiedText(const TextDiff& diff);
/// "3 words are only in the licence, 12 only in the file".
std::string summaryOf(const TextDiff& diff);

} // namespace cupel::license
