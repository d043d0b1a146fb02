#pragma once

#include <cstddef>
#include <vector>

#include "core/license/corpus.h"
#include "core/license/text_tokens.h"
#include "core/license/word_diff.h"

namespace cupel::license {

/// Words that differ: [template range) of the licence stands where [text range) stands in the file.
struct Hunk {
    TokenRange ofLicense;
    TokenRange ofFile;
};

/// A licence laid beside a part of a file.
struct Alignment {
    std::size_t text = 0; ///< index in Corpus::texts()
    TokenRange window; ///< tokens of the file
    std::size_t matched = 0; ///< words that are equal
    std::size_t edits = 0; ///< per hunk the larger of words added and words missing
    std::size_t length = 0; ///< words of the licence less optional parts that are left out
    std::vector<Hunk> hunks; ///< also what is missing at the ends

    double score() const; ///< 1 - edits / length, not below 0
    double coverage() const; ///< matched / window
    double recall() const; ///< matched / length
};

/// Compares a file with the texts of a corpus. Parts that were recognised can be taken out, and
/// the rest compared again.
class TextMatcher {
public:
    TextMatcher(const Corpus& corpus, const std::vector<Token>& tokens);

    /// Alignments with the texts that may be in what is left, in no particular order; no others
    /// where one explains the file to the last word.
    std::vector<Alignment> candidates() const;
    void takeOut(TokenRange range);
    std::size_t wordsLeft() const { return m_left; }
    bool isTaken(std::size_t token) const { return m_words[token] >= kTaken; }
    /// Numbers of the words; words beyond the corpus have numbers above its own.
    const std::vector<WordId>& words() const { return m_words; }

private:
    static constexpr WordId kTaken = 0x8000'0000;

    std::vector<std::size_t> ranked() const;
    Alignment align(std::size_t text) const;
    TokenRange roughWindow(const CorpusText& text) const;

    const Corpus& m_corpus;
    std::vector<WordId> m_words;
    RunIndex m_runs;
    std::size_t m_left = 0;
};

} // namespace cupel::license
