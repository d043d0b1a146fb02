#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/license/corpus.h"
#include "core/license/text_matcher.h"
#include "core/license/text_tokens.h"

namespace cupel::license {

/// A line at the head of a licence text that is the name of a licence.
struct TextTitle {
    std::vector<std::string> ids; ///< whose name it is
    std::string name; ///< as the list spells it
    TokenRange tokens;
};

/// The names of a corpus, to recognise titles by.
class TitleIndex {
public:
    explicit TitleIndex(const Corpus& corpus);
    /// The first line among the 25 words before `begin` and the 25 behind it that is a name.
    std::optional<TextTitle> find(const std::vector<Token>& tokens, std::size_t begin) const;

private:
    struct Named {
        std::string name;
        std::vector<std::string> ids;
    };
    std::map<std::string, Named> m_names;
};

/// What the differences between a licence and the part of a file that holds it may mean.
struct WindowJudgement {
    std::vector<std::string> added; ///< condition words that the file adds, sorted
    std::vector<std::string> missing; ///< condition words that the file leaves out, sorted
    std::vector<TokenRange> passages; ///< three or more words that the licence does not have
    bool isClauseMissing = false; ///< twelve or more words in a row
    bool isVersionChanged = false;

    bool mayChangeConditions() const
    {
        return !added.empty() || !missing.empty() || !passages.empty() || isClauseMissing
            || isVersionChanged;
    }
};
WindowJudgement judgeWindow(const Corpus& corpus, const TextMatcher& matcher,
    const std::vector<Token>& tokens, const Alignment& alignment,
    const std::optional<TextTitle>& title);

/// Whether a title names a condition that the licence does not name in its own.
bool titleAddsCondition(const TextTitle& title, const std::vector<Token>& tokens,
    const Corpus& corpus, const CorpusText& text);

} // namespace cupel::license
