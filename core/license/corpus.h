#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cupel::license {

/// Number of a word in the corpus; words that no text of the corpus has get kUnknownWord.
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0xFFFF'FFFF;

/// Tokens [begin, end) of a text.
struct TokenRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - begin; }
};

/// A licence text with every id whose text has the same words, the plainest id first.
struct CorpusText {
    std::vector<std::string> ids;
    std::vector<std::string> names; ///< one per id
    std::vector<std::string> nameKeys; ///< nameKeyOf() the names
    std::vector<WordId> words;
    /// Parts that a file may leave out as a whole: introductions, closing notices, "how to apply".
    std::vector<TokenRange> optional;
};

/// A word pair of a text: how often it occurs there.
struct BigramCount {
    std::uint64_t bigram = 0;
    std::uint32_t text = 0; ///< index in Corpus::texts()
    std::uint32_t count = 0;
};

/// The licence texts that files are compared with.
class Corpus {
public:
    Corpus(std::string name, std::vector<std::string> words, std::vector<CorpusText> texts);

    const std::string& name() const { return m_name; } ///< "SPDX License List 3.28.0"
    std::size_t idCount() const { return m_idCount; }
    const std::vector<CorpusText>& texts() const { return m_texts; }
    const std::vector<std::string>& words() const { return m_words; }
    WordId wordId(std::string_view word) const;
    const std::string& word(WordId id) const { return m_words[id]; }
    /// By bigram, then text.
    const std::vector<BigramCount>& bigrams() const { return m_bigrams; }

private:
    std::string m_name;
    std::vector<std::string> m_words;
    std::vector<CorpusText> m_texts;
    std::unordered_map<std::string_view, WordId> m_wordIds; ///< views into m_words
    std::vector<BigramCount> m_bigrams;
    std::size_t m_idCount = 0;
};

inline std::uint64_t bigramOf(WordId first, WordId second)
{
    return std::uint64_t{first} << 32 | second;
}

/// A corpus as bytes, and back. Reading gives nothing where the bytes are not what was written.
std::string corpusBytes(const std::string& name, const std::vector<std::string>& words,
    const std::vector<CorpusText>& texts);
std::optional<Corpus> readCorpus(std::string_view bytes);

/// The corpus that is part of this program; unpacked when it is first asked for.
const Corpus& builtInCorpus();
/// Whether it is the whole SPDX list; otherwise only the texts that the build machine had.
bool isCorpusComplete(const Corpus& corpus);

} // namespace cupel::license
