#include "core/license/text_diff.h"

#include <algorithm>
#include <utility>

#include "core/license/folded_text.h"
#include "core/license/text_tokens.h"
#include "core/license/word_diff.h"

namespace cupel::license {
namespace {

constexpr std::size_t kContext = 6; ///< words on each side of a difference
constexpr std::size_t kLongestStretch = 60; ///< words that are written out

/// A difference: words [a0, a1) of the licence stand for words [b0, b1) of the file.
struct Gap {
    std::size_t a0 = 0;
    std::size_t a1 = 0;
    std::size_t b0 = 0;
    std::size_t b1 = 0;
    bool isEmpty() const { return a0 == a1 && b0 == b1; }
};

const CorpusText* textOf(const Corpus& corpus, std::string_view id)
{
    for (const CorpusText& text : corpus.texts()) {
        if (std::find(text.ids.begin(), text.ids.end(), id) != text.ids.end())
            return &text;
    }
    return nullptr;
}

bool mayBeLeftOut(const CorpusText& text, const Gap& gap)
{
    return std::any_of(text.optional.begin(), text.optional.end(),
        [&gap](const TokenRange& part) { return part.begin <= gap.a0 && gap.a1 <= part.end; });
}

/// Writes words [begin, end), the middle of many as dots.
template <typename WordAt>
DiffStretch stretchOf(
    DiffStretch::Kind kind, std::size_t begin, std::size_t end, const WordAt& wordAt)
{
    DiffStretch stretch{kind, {}, end - begin};
    const std::size_t half = kLongestStretch / 2;
    for (std::size_t i = begin; i < end; ++i) {
        if (end - begin > kLongestStretch && i == begin + half) {
            stretch.words += " … (" + std::to_string(end - begin - 2 * half) + " more words) …";
            i = end - half;
        }
        stretch.words += (stretch.words.empty() ? "" : " ") + wordAt(i);
    }
    return stretch;
}

class DiffBuilder {
public:
    DiffBuilder(const CorpusText& text, const Corpus& corpus, std::vector<Token> tokens)
        : m_text(text)
        , m_corpus(corpus)
        , m_tokens(std::move(tokens))
    {
    }

    TextDiff build()
    {
        TextDiff diff;
        const std::vector<Gap> gaps = differences();
        for (std::size_t first = 0; first < gaps.size();) {
            std::size_t last = first;
            while (last + 1 < gaps.size() && gaps[last + 1].b0 - gaps[last].b1 <= 2 * kContext)
                ++last;
            for (std::size_t i = first; i <= last; ++i) {
                diff.missing += gaps[i].a1 - gaps[i].a0;
                diff.added += gaps[i].b1 - gaps[i].b0;
            }
            if (diff.hunks.size() < kMostHunks)
                diff.hunks.push_back(hunkOf(gaps, first, last));
            else
                ++diff.leftOut;
            first = last + 1;
        }
        return diff;
    }

private:
    std::vector<Gap> differences() const
    {
        std::vector<WordId> words;
        for (const Token& token : m_tokens)
            words.push_back(m_corpus.wordId(token.word));
        const WordView licence{m_text.words.data(), m_text.words.size()};
        const WordView file{words.data(), words.size()};
        std::vector<Gap> gaps;
        std::size_t a = 0;
        std::size_t b = 0;
        const auto add = [&](std::size_t nextA, std::size_t nextB) {
            Gap gap{a, nextA, b, nextB};
            if (gap.a0 < gap.a1 && mayBeLeftOut(m_text, gap))
                gap.a0 = gap.a1;
            if (!gap.isEmpty())
                gaps.push_back(gap);
        };
        for (const EqualRun& run : equalRuns(licence, file)) {
            add(run.a, run.b);
            a = run.a + run.length;
            b = run.b + run.length;
        }
        add(licence.size, file.size);
        return gaps;
    }

    DiffStretch ofFile(DiffStretch::Kind kind, std::size_t begin, std::size_t end) const
    {
        return stretchOf(kind, begin, end,
            [this](std::size_t i) -> const std::string& { return m_tokens[i].word; });
    }
    DiffStretch ofLicense(std::size_t begin, std::size_t end) const
    {
        return stretchOf(DiffStretch::Kind::Missing, begin, end,
            [this](std::size_t i) -> const std::string& { return m_corpus.word(m_text.words[i]); });
    }

    DiffHunk hunkOf(const std::vector<Gap>& gaps, std::size_t first, std::size_t last) const
    {
        DiffHunk hunk;
        hunk.line = lineAt(gaps[first].b0);
        std::size_t at = gaps[first].b0 - std::min(gaps[first].b0, kContext);
        if (first > 0)
            at = std::max(at, gaps[first - 1].b1);
        for (std::size_t i = first; i <= last; ++i) {
            const Gap& gap = gaps[i];
            if (at < gap.b0)
                hunk.stretches.push_back(ofFile(DiffStretch::Kind::Same, at, gap.b0));
            if (gap.a0 < gap.a1)
                hunk.stretches.push_back(ofLicense(gap.a0, gap.a1));
            if (gap.b0 < gap.b1)
                hunk.stretches.push_back(ofFile(DiffStretch::Kind::Added, gap.b0, gap.b1));
            at = gap.b1;
        }
        const std::size_t end = std::min(at + kContext, m_tokens.size());
        if (at < end)
            hunk.stretches.push_back(ofFile(DiffStretch::Kind::Same, at, end));
        return hunk;
    }

    std::uint64_t lineAt(std::size_t token) const
    {
        if (m_tokens.empty())
            return 1;
        return m_tokens[std::min(token, m_tokens.size() - 1)].line;
    }

    const CorpusText& m_text;
    const Corpus& m_corpus;
    std::vector<Token> m_tokens;
};

std::string wordsOf(std::size_t count)
{
    return std::to_string(count) + (count == 1 ? " word" : " words");
}

} // namespace

std::optional<TextDiff> diffWithLicense(std::string_view bytes, std::string_view id,
    const Corpus& corpus, std::uint64_t firstLine, std::uint64_t lastLine)
{
    const CorpusText* const text = textOf(corpus, id);
    if (!text)
        return std::nullopt;
    std::vector<Token> tokens = normalise(decodeText(bytes.substr(0, kMaxTextBytes))).tokens;
    if (lastLine > 0) {
        std::erase_if(tokens, [firstLine, lastLine](const Token& token) {
            return token.line < firstLine || token.line > lastLine;
        });
    }
    const bool isCut = bytes.size() > kMaxTextBytes || tokens.size() > kMostDiffWords;
    if (tokens.size() > kMostDiffWords)
        tokens.resize(kMostDiffWords);
    TextDiff diff = DiffBuilder(*text, corpus, std::move(tokens)).build();
    diff.id = id;
    diff.isCut = isCut;
    return diff;
}

std::vector<TextDiff> diffsOf(
    std::string_view bytes, const Detection& detection, const Corpus& corpus)
{
    std::vector<TextDiff> diffs;
    const bool isAlone = detection.matches.size() == 1;
    for (const TextMatch& match : detection.matches) {
        if (match.kind == TextClass::Reference || match.kind == TextClass::None)
            continue;
        auto diff = isAlone
            ? diffWithLicense(bytes, match.id, corpus)
            : diffWithLicense(bytes, match.id, corpus, match.firstLine, match.lastLine);
        if (diff && !diff->hunks.empty())
            diffs.push_back(std::move(*diff));
    }
    return diffs;
}

std::string unifiedText(const TextDiff& diff)
{
    std::string text;
    for (const DiffHunk& hunk : diff.hunks) {
        text += "@@ line " + std::to_string(hunk.line) + " @@\n";
        for (const DiffStretch& stretch : hunk.stretches) {
            switch (stretch.kind) {
            case DiffStretch::Kind::Same:
                text += "  ";
                break;
            case DiffStretch::Kind::Missing:
                text += "- only in the licence: ";
                break;
            case DiffStretch::Kind::Added:
                text += "+ only in the file: ";
                break;
            }
            text += stretch.words + "\n";
        }
    }
    if (diff.leftOut > 0)
        text += "… and " + std::to_string(diff.leftOut) + " more places\n";
    if (diff.isCut)
        text += "… only the first " + std::to_string(kMostDiffWords)
            + " words of the file were compared\n";
    return text;
}

std::string summaryOf(const TextDiff& diff)
{
    return wordsOf(diff.missing) + " only in the licence " + diff.id + ", " + wordsOf(diff.added)
        + " only in the file";
}

} // namespace cupel::license
