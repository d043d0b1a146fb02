#include "core/license/window_judgement.h"

#include <algorithm>

#include "core/license/condition_words.h"
#include "core/license/telling_words.h"

namespace cupel::license {
namespace {

constexpr std::size_t kTitleWords = 25;

bool isInside(std::size_t at, const std::vector<TokenRange>& ranges)
{
    return std::any_of(ranges.begin(), ranges.end(),
        [&](const TokenRange& range) { return at >= range.begin && at < range.end; });
}

class Judge {
public:
    Judge(const Corpus& corpus, const TextMatcher& matcher, const std::vector<Token>& tokens,
        const Alignment& alignment, const std::optional<TextTitle>& title)
        : m_corpus(corpus)
        , m_matcher(matcher)
        , m_tokens(tokens)
        , m_alignment(alignment)
        , m_license(corpus.texts()[alignment.text])
        , m_title(title)
        , m_titleAdds(title && titleAddsCondition(*title, tokens, corpus, m_license))
    {
    }

    WindowJudgement run()
    {
        for (const Hunk& hunk : m_alignment.hunks)
            judge(withRestAtEdge(hunk));
        for (const auto& [word, count] : m_net) {
            if (count > 0)
                m_result.added.push_back(word);
            else if (count < 0)
                m_result.missing.push_back(word);
        }
        return std::move(m_result);
    }

private:
    /// Where the licence's first or last words are missing, the file's words there stand in their
    /// place.
    Hunk withRestAtEdge(Hunk hunk) const
    {
        constexpr std::size_t kMost = 60;
        std::size_t missing = 0;
        for (std::size_t at = hunk.ofLicense.begin; at < hunk.ofLicense.end; ++at)
            missing += isInside(at, m_license.optional) ? 0U : 1U;
        if (missing == 0)
            return hunk;
        if (hunk.ofLicense.begin == 0 && hunk.ofFile.begin == m_alignment.window.begin) {
            for (std::size_t i = 0;
                 i < kMost && hunk.ofFile.begin > 0 && !m_matcher.isTaken(hunk.ofFile.begin - 1);
                 ++i)
                --hunk.ofFile.begin;
        }
        if (hunk.ofLicense.end == m_license.words.size()
            && hunk.ofFile.end == m_alignment.window.end) {
            for (std::size_t i = 0; i < kMost && hunk.ofFile.end < m_tokens.size()
                 && !m_matcher.isTaken(hunk.ofFile.end);
                 ++i)
                ++hunk.ofFile.end;
        }
        return hunk;
    }

    void judge(const Hunk& hunk)
    {
        std::vector<std::string> missing;
        for (std::size_t at = hunk.ofLicense.begin; at < hunk.ofLicense.end; ++at) {
            const bool isTitle = m_title && at < kTitleWords;
            if (!isInside(at, m_license.optional) && !isTitle)
                missing.push_back(m_corpus.word(m_license.words[at]));
        }
        std::vector<std::size_t> added;
        for (std::size_t at = hunk.ofFile.begin; at < hunk.ofFile.end; ++at) {
            const bool isTitle = m_title && !m_titleAdds && at >= m_title->tokens.begin
                && at < m_title->tokens.end;
            if (!isTitle)
                added.push_back(at);
        }
        if (hunk.ofLicense.size() == hunk.ofFile.size())
            dropMisspellings(hunk, missing, added);
        if (missing.size() >= kClauseWords && added.size() < missing.size())
            m_result.isClauseMissing = true;
        compareVersions(missing, added);
        for (const std::string& word : missing)
            count(word, -1);
        for (const std::size_t at : added)
            count(m_tokens[at].word, 1);
        if (added.size() >= kPassageWords && !isReplacedParty(missing, added) && !isAddress(added)
            && !repeatsLicense(added)
            && (!isInside(hunk.ofLicense.begin, m_license.optional) || hints(added)))
            m_result.passages.push_back({added.front(), added.back() + 1});
    }

    void dropMisspellings(
        const Hunk& hunk, std::vector<std::string>& missing, std::vector<std::size_t>& added) const
    {
        for (std::size_t i = 0; i < hunk.ofFile.size(); ++i) {
            const std::size_t at = hunk.ofFile.begin + i;
            const std::string& expected = m_corpus.word(m_license.words[hunk.ofLicense.begin + i]);
            const bool isUnknown = m_corpus.wordId(m_tokens[at].word) == kUnknownWord;
            if (!isUnknown || !isMisspelling(m_tokens[at].word, expected))
                continue;
            const auto inFile = std::find(added.begin(), added.end(), at);
            const auto inLicense = std::find(missing.begin(), missing.end(), expected);
            if (inFile != added.end())
                added.erase(inFile);
            if (inLicense != missing.end())
                missing.erase(inLicense);
        }
    }

    void count(const std::string& word, int by)
    {
        if (isConditionWord(word)) {
            m_net[word] += by;
            return;
        }
        // A misspelled condition is one, too.
        constexpr std::size_t kLong = 8;
        if (by < 0 || word.size() < kLong || m_corpus.wordId(word) != kUnknownWord)
            return;
        for (const char* const condition :
            {"noncommercial", "noderivatives", "sharealike", "prohibited"}) {
            if (isMisspelling(word, condition))
                m_net[condition] += 1;
        }
    }

    void compareVersions(
        const std::vector<std::string>& missing, const std::vector<std::size_t>& added)
    {
        const auto oldVersion = std::find_if(missing.begin(), missing.end(), isVersionNumber);
        const auto newVersion = std::find_if(added.begin(), added.end(),
            [&](std::size_t at) { return isVersionNumber(m_tokens[at].word); });
        if (oldVersion != missing.end() && newVersion != added.end()
            && *oldVersion != m_tokens[*newVersion].word)
            m_result.isVersionChanged = true;
    }

    bool isReplacedParty(
        const std::vector<std::string>& missing, const std::vector<std::size_t>& added) const
    {
        constexpr std::size_t kMostWords = 8;
        return !missing.empty() && std::all_of(missing.begin(), missing.end(), namesParty)
            && (added.size() <= kMostWords || allNameParty(added)) && !hints(added);
    }

    /// In an introduction or a closing notice, other words than conditions may stand.
    bool hints(const std::vector<std::size_t>& added) const
    {
        return std::any_of(added.begin(), added.end(),
            [&](std::size_t at) { return hintsAtCondition(m_tokens[at].word); });
    }

    bool allNameParty(const std::vector<std::size_t>& added) const
    {
        return std::all_of(added.begin(), added.end(),
            [&](std::size_t at) { return namesParty(m_tokens[at].word); });
    }

    /// Addresses of the web or of a house; no words that may be a condition.
    bool isAddress(const std::vector<std::size_t>& added) const
    {
        return std::all_of(added.begin(), added.end(), [&](std::size_t at) {
            const Token& token = m_tokens[at];
            return (token.isInAddress || namesParty(token.word)) && !hintsAtCondition(token.word);
        });
    }

    /// A heading that stands twice, or a page head: the words are the licence's own.
    bool repeatsLicense(const std::vector<std::size_t>& added) const
    {
        std::vector<WordId> words;
        for (const std::size_t at : added)
            words.push_back(m_corpus.wordId(m_tokens[at].word));
        return std::search(
                   m_license.words.begin(), m_license.words.end(), words.begin(), words.end())
            != m_license.words.end();
    }

    static constexpr std::size_t kPassageWords = 3;
    static constexpr std::size_t kClauseWords = 12;

    const Corpus& m_corpus;
    const TextMatcher& m_matcher;
    const std::vector<Token>& m_tokens;
    const Alignment& m_alignment;
    const CorpusText& m_license;
    const std::optional<TextTitle>& m_title;
    bool m_titleAdds;
    std::map<std::string, int> m_net; ///< added less missing
    WindowJudgement m_result;
};

} // namespace

TitleIndex::TitleIndex(const Corpus& corpus)
{
    for (const CorpusText& text : corpus.texts()) {
        for (std::size_t i = 0; i < text.ids.size(); ++i) {
            Named& named = m_names[text.nameKeys[i]];
            if (named.ids.empty())
                named.name = text.names[i];
            named.ids.push_back(text.ids[i]);
        }
    }
    m_names.erase("");
}

std::optional<TextTitle> TitleIndex::find(const std::vector<Token>& tokens, std::size_t begin) const
{
    constexpr std::size_t kMostWords = 16;
    std::size_t at = begin < kTitleWords ? 0 : begin - kTitleWords;
    const std::size_t last = std::min(tokens.size(), begin + kTitleWords);
    while (at > 0 && at < last && tokens[at].line == tokens[at - 1].line)
        ++at;
    while (at < last) {
        std::size_t end = at;
        std::vector<std::string> words;
        while (end < tokens.size() && tokens[end].line == tokens[at].line) {
            if (words.size() <= kMostWords)
                words.push_back(tokens[end].word);
            ++end;
        }
        if (words.size() <= kMostWords) {
            if (const auto found = m_names.find(nameKeyOf(words)); found != m_names.end())
                return TextTitle{found->second.ids, found->second.name, {at, end}};
        }
        at = end;
    }
    return std::nullopt;
}

bool titleAddsCondition(const TextTitle& title, const std::vector<Token>& tokens,
    const Corpus& corpus, const CorpusText& text)
{
    for (std::size_t at = title.tokens.begin; at < title.tokens.end; ++at) {
        const std::string& word = tokens[at].word;
        const WordId id = corpus.wordId(word);
        if (isConditionWord(word)
            && std::find(text.words.begin(), text.words.end(), id) == text.words.end())
            return true;
    }
    return false;
}

WindowJudgement judgeWindow(const Corpus& corpus, const TextMatcher& matcher,
    const std::vector<Token>& tokens, const Alignment& alignment,
    const std::optional<TextTitle>& title)
{
    return Judge(corpus, matcher, tokens, alignment, title).run();
}

} // namespace cupel::license
