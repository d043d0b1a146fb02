#include "core/license/detect.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "core/license/condition_words.h"
#include "core/license/folded_text.h"
#include "core/license/quotes.h"
#include "core/license/references.h"
#include "core/license/terms.h"
#include "core/license/text_findings.h"
#include "core/license/text_tokens.h"
#include "core/license/text_windows.h"

namespace cupel::license {
namespace {

constexpr std::size_t kWordsOfText
    = 150; ///< a file that names a licence and is longer holds its text
constexpr std::uint64_t kLinesOfTitle = 20; ///< a preface stands before some
constexpr std::size_t kManyWords = 30; ///< beside a licence: it stands in another document

/// The beginning of a long file, not cut within a character.
std::string_view cut(std::string_view bytes)
{
    bytes = bytes.substr(0, kMaxTextBytes);
    const auto isContinued = [](char byte) { return (byte & 0xC0) == 0x80; };
    std::size_t end = bytes.size();
    for (int i = 0; i < 3 && end > 0 && isContinued(bytes[end - 1]); ++i)
        --end;
    return end > 0 && (bytes[end - 1] & 0x80) != 0 ? bytes.substr(0, end - 1) : bytes;
}

double rounded(double score)
{
    return std::round(score * 1e4) / 1e4;
}

/// Runs of tokens that belong to no licence.
std::vector<TokenRange> rests(const std::vector<TextWindow>& windows, std::size_t count)
{
    std::vector<TokenRange> ranges;
    std::size_t begin = 0;
    for (const TextWindow& window : windows) {
        if (window.alignment.window.begin > begin)
            ranges.push_back({begin, window.alignment.window.begin});
        begin = std::max(begin, window.alignment.window.end);
    }
    if (begin < count)
        ranges.push_back({begin, count});
    return ranges;
}

/// Which id of texts with the same words: what the rest of the file says, otherwise the plainest.
std::size_t chosenId(
    const CorpusText& text, const std::vector<Token>& tokens, const std::vector<TokenRange>& rest)
{
    std::string words = " ";
    for (const TokenRange& range : rest) {
        for (std::size_t at = range.begin; at < range.end; ++at)
            words += tokens[at].word + " ";
        words += "| ";
    }
    const auto says = [&](const char* phrase) { return words.find(phrase) != std::string::npos; };
    const auto place = [&](std::string_view ending) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < text.ids.size(); ++i) {
            const std::string& id = text.ids[i];
            if (id.size() >= ending.size()
                && id.compare(id.size() - ending.size(), ending.size(), ending) == 0)
                return i;
        }
        return std::nullopt;
    };
    std::optional<std::size_t> chosen;
    if (says(" no invariant sections "))
        chosen = place(
            says(" any later version ") ? "-no-invariants-or-later" : "-no-invariants-only");
    else if (says(" incompatible with secondary licenses "))
        chosen = place("-no-copyleft-exception");
    else if (says(" reserved font name "))
        chosen = place("-RFN");
    if (!chosen && says(" any later version "))
        chosen = place("-or-later");
    return chosen.value_or(0);
}

class Detector {
public:
    Detector(std::string_view bytes, const Corpus& corpus)
        : m_corpus(corpus)
        , m_isCut(bytes.size() > kMaxTextBytes)
        , m_text(decodeText(m_isCut ? cut(bytes) : bytes))
        , m_normalised(normalise(m_text))
    {
    }

    Detection run()
    {
        m_result.isCut = m_isCut;
        for (const std::uint32_t line : m_normalised.copyrightLines)
            m_copyright.push_back({rawLine(line), line});
        if (!tokens().empty()) {
            TextMatcher matcher(m_corpus, tokens());
            m_windows = findWindows(m_corpus, tokens(), matcher);
        }
        m_rests = rests(m_windows, tokens().size());
        for (const auto& [text, line] : m_copyright)
            m_result.copyrightLines.push_back(base::DataText::document(text));
        if (m_windows.empty())
            withoutText();
        else
            withTexts();
        return std::move(m_result);
    }

private:
    const std::vector<Token>& tokens() const { return m_normalised.tokens; }

    std::string rawLine(std::uint32_t number) const
    {
        std::string_view rest = m_text;
        for (std::uint32_t line = 1; line < number; ++line)
            rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
        constexpr std::size_t kMost = 400;
        return std::string(trimmed(rest.substr(0, std::min(rest.find('\n'), kMost))));
    }

    const std::vector<Sentence>& sentences()
    {
        if (!m_sentences)
            m_sentences = sentencesOf(m_text);
        return *m_sentences;
    }

    /// Sentences of [range) that limit; each once.
    void collectRestrictions(TokenRange range)
    {
        for (const RestrictingPhrase& phrase : restrictingPhrases(tokens(), range))
            addRestriction(tokens()[phrase.token].line, phrase.words);
    }

    void addRestriction(std::uint32_t line, const std::string& words)
    {
        constexpr std::size_t kMost = 20;
        std::string quote = quoteAt(sentences(), line, words);
        for (RestrictingSentence& known : m_result.restrictions) {
            if (known.text.raw() != quote)
                continue;
            if (std::find(known.words.begin(), known.words.end(), words) == known.words.end())
                known.words.push_back(words);
            return;
        }
        if (m_result.restrictions.size() < kMost)
            m_result.restrictions.push_back(
                {line, base::DataText::document(std::move(quote)), {words}});
    }

    /// Words beside a licence, where they are few: any that may be a condition.
    void collectHints(TokenRange range)
    {
        for (std::size_t at = range.begin; at < range.end; ++at) {
            const bool isTitle
                = std::any_of(m_windows.begin(), m_windows.end(), [&](const TextWindow& w) {
                      return w.title && !w.titleAdds && at >= w.title->tokens.begin
                          && at < w.title->tokens.end;
                  });
            if (!isTitle && hintsAtCondition(tokens()[at].word))
                addRestriction(tokens()[at].line, tokens()[at].word);
        }
    }

    void withTexts()
    {
        std::size_t left = 0;
        for (const TokenRange& range : m_rests)
            left += range.size();
        for (const TokenRange& range : m_rests) {
            if (left < kManyWords)
                collectHints(range);
            else
                collectRestrictions(range);
        }
        for (const TextWindow& window : m_windows) {
            for (const TokenRange& passage : window.judgement.passages)
                collectRestrictions(passage);
        }
        std::stable_sort(m_result.restrictions.begin(), m_result.restrictions.end(),
            [](const RestrictingSentence& a, const RestrictingSentence& b) {
                return a.line < b.line;
            });
        const bool limits = !m_result.restrictions.empty();
        std::set<std::string> guards;
        for (const TextWindow& window : m_windows) {
            guards.insert(window.judgement.added.begin(), window.judgement.added.end());
            guards.insert(window.judgement.missing.begin(), window.judgement.missing.end());
            addMatch(window, left, limits);
        }
        m_result.guardWords.assign(guards.begin(), guards.end());
        m_result.kind = m_windows.size() > 1 ? TextClass::Multiple : m_result.matches[0].kind;
        if (isClean(m_result.kind))
            m_result.expression = m_result.matches[0].id;
        textFindings(m_corpus, tokens(), m_windows, sentences(), m_result);
        for (const auto& [text, line] : m_copyright)
            placeholderFinding(text, line, m_result);
    }

    void addMatch(const TextWindow& window, std::size_t left, bool limits)
    {
        const CorpusText& text = m_corpus.texts()[window.alignment.text];
        const std::size_t chosen = chosenId(text, tokens(), m_rests);
        TextMatch match;
        match.id = text.ids[chosen];
        match.kind = window.kind;
        if (window.kind == TextClass::High) {
            if (limits)
                match.kind = TextClass::Modified;
            else if (m_windows.size() == 1 && left >= kManyWords)
                match.kind = TextClass::Embedded;
            else if (window.isPerfect && (m_windows.size() > 1 || left == 0))
                match.kind = TextClass::Exact;
        }
        match.score = rounded(window.kind == TextClass::Partial ? window.alignment.recall()
                                                                : window.alignment.score());
        match.firstLine = tokens()[window.alignment.window.begin].line;
        match.lastLine = tokens()[window.alignment.window.end - 1].line;
        for (std::size_t i = 0; i < text.ids.size(); ++i) {
            if (i == chosen)
                continue;
            match.sameText.push_back(text.ids[i]);
            m_result.alternatives.push_back({text.ids[i], match.score, true});
        }
        for (TextAlternative alternative : window.alternatives) {
            alternative.score = rounded(alternative.score);
            m_result.alternatives.push_back(std::move(alternative));
        }
        m_result.matches.push_back(std::move(match));
    }

    /// Without the words of the licence: leave the sentences that say what no such licence does, a
    /// limit of purpose where its terms have none.
    void dropOwnSentences(const std::string& id)
    {
        const bool isUnlimited = termsOfId(id).terms.fieldOfUse.empty();
        std::erase_if(m_result.restrictions, [&](const RestrictingSentence& sentence) {
            return !isUnlimited
                || std::none_of(sentence.words.begin(), sentence.words.end(), limitsPurpose);
        });
    }

    /// Whether the file is headed by the name of a licence that the corpus lacks and goes on at
    /// length: its sentences are that licence's own, as far as anybody can tell.
    bool holdsUnknownText(const References& references) const
    {
        if (references.matches.empty() || tokens().size() < kWordsOfText
            || isCorpusComplete(m_corpus))
            return false;
        const TextMatch& title = references.matches[0];
        return title.firstLine <= kLinesOfTitle
            && std::none_of(
                m_corpus.texts().begin(), m_corpus.texts().end(), [&](const CorpusText& text) {
                    return std::find(text.ids.begin(), text.ids.end(), title.id) != text.ids.end();
                });
    }

    void withoutText()
    {
        References references = findReferences(m_text);
        m_result.isUncompared = holdsUnknownText(references);
        collectRestrictions({0, tokens().size()});
        if (m_result.isUncompared)
            dropOwnSentences(references.matches[0].id);
        if (references.matches.empty()) {
            noLicenseFindings(tokens(), m_result);
            return;
        }
        m_result.kind = TextClass::Reference;
        m_result.matches = std::move(references.matches);
        if (references.areConflicting)
            conflictFinding(m_result);
        else
            m_result.expression = std::move(references.expression);
        if (!m_result.restrictions.empty())
            restrictionFindings(m_result);
    }

    const Corpus& m_corpus;
    bool m_isCut;
    std::string m_text;
    NormalisedText m_normalised;
    std::optional<std::vector<Sentence>> m_sentences;
    std::vector<std::pair<std::string, std::uint32_t>> m_copyright;
    std::vector<TextWindow> m_windows;
    std::vector<TokenRange> m_rests;
    Detection m_result;
};

} // namespace

Detection detect(std::string_view bytes, const Corpus& corpus)
{
    return Detector(bytes, corpus).run();
}

Detection detect(std::string_view bytes)
{
    return detect(bytes, builtInCorpus());
}

} // namespace cupel::license
