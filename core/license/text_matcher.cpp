#include "core/license/text_matcher.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace cupel::license {
namespace {

constexpr std::size_t kRunLength = 5;
constexpr std::size_t kMostCandidates = 12;

std::vector<WordId> numbered(const Corpus& corpus, const std::vector<Token>& tokens)
{
    std::vector<WordId> words;
    words.reserve(tokens.size());
    std::unordered_map<std::string_view, WordId> unknown;
    for (const Token& token : tokens) {
        WordId id = corpus.wordId(token.word);
        if (id == kUnknownWord) {
            const auto fresh = static_cast<WordId>(corpus.words().size() + unknown.size());
            id = unknown.emplace(token.word, fresh).first->second;
        }
        words.push_back(id);
    }
    return words;
}

double share(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Drop the runs at the ends that may be chance: shorter than kRunLength and far from the next.
void trimRuns(std::vector<EqualRun>& runs)
{
    constexpr std::size_t kNear = 8;
    const auto isLong = [](const EqualRun& run) { return run.length >= kRunLength; };
    auto first = std::find_if(runs.begin(), runs.end(), isLong);
    auto last = std::find_if(runs.rbegin(), runs.rend(), isLong).base();
    if (first == runs.end()) {
        runs.clear();
        return;
    }
    while (first != runs.begin()
        && first->b - (std::prev(first)->b + std::prev(first)->length) <= kNear
        && first->a - (std::prev(first)->a + std::prev(first)->length) <= kNear)
        --first;
    while (last != runs.end() && last->b - (std::prev(last)->b + std::prev(last)->length) <= kNear
        && last->a - (std::prev(last)->a + std::prev(last)->length) <= kNear)
        ++last;
    runs = std::vector<EqualRun>(first, last);
}

/// What is between the runs, and what the licence has before the first and behind the last.
std::vector<Hunk> hunksBetween(const std::vector<EqualRun>& runs, std::size_t licenseSize)
{
    std::vector<Hunk> hunks;
    std::size_t a = 0;
    std::size_t b = runs.empty() ? 0 : runs.front().b;
    const auto add = [&](std::size_t nextA, std::size_t nextB) {
        if (nextA > a || nextB > b)
            hunks.push_back({{a, nextA}, {b, nextB}});
    };
    for (const EqualRun& run : runs) {
        add(run.a, run.b);
        a = run.a + run.length;
        b = run.b + run.length;
    }
    add(licenseSize, b);
    return hunks;
}

/// Words of [range) that the hunks miss.
std::size_t missingIn(TokenRange range, const std::vector<Hunk>& hunks)
{
    std::size_t missing = 0;
    for (const Hunk& hunk : hunks) {
        const std::size_t begin = std::max(range.begin, hunk.ofLicense.begin);
        const std::size_t end = std::min(range.end, hunk.ofLicense.end);
        missing += end > begin ? end - begin : 0;
    }
    return missing;
}

/// Take the parts that are left out as a whole off what is missing.
void forgiveOptionalParts(Alignment& alignment, const std::vector<TokenRange>& parts)
{
    constexpr double kAsGoodAsAll = 0.9;
    for (const TokenRange& part : parts) {
        if (share(missingIn(part, alignment.hunks), part.size()) < kAsGoodAsAll)
            continue;
        std::vector<Hunk> kept;
        for (const Hunk& hunk : alignment.hunks) {
            const std::size_t begin = std::max(part.begin, hunk.ofLicense.begin);
            const std::size_t end = std::min(part.end, hunk.ofLicense.end);
            if (end <= begin) {
                kept.push_back(hunk);
                continue;
            }
            alignment.length -= end - begin;
            const TokenRange before{hunk.ofLicense.begin, begin};
            const TokenRange behind{end, hunk.ofLicense.end};
            if (before.size() > 0 || (behind.size() == 0 && hunk.ofFile.size() > 0))
                kept.push_back({before, hunk.ofFile});
            if (behind.size() > 0)
                kept.push_back({behind, before.size() > 0 ? TokenRange{} : hunk.ofFile});
        }
        alignment.hunks = std::move(kept);
    }
}

} // namespace

double Alignment::score() const
{
    return length <= edits ? 0.0 : 1.0 - share(edits, length);
}
double Alignment::coverage() const
{
    return share(matched, window.size());
}
double Alignment::recall() const
{
    return std::min(1.0, share(matched, length));
}

TextMatcher::TextMatcher(const Corpus& corpus, const std::vector<Token>& tokens)
    : m_corpus(corpus)
    , m_words(numbered(corpus, tokens))
    , m_runs({m_words.data(), m_words.size()}, kRunLength)
    , m_left(m_words.size())
{
}

void TextMatcher::takeOut(TokenRange range)
{
    for (std::size_t at = range.begin; at < range.end; ++at) {
        if (isTaken(at))
            continue;
        m_words[at] = kTaken;
        --m_left;
    }
}

/// The texts with the most word pairs in common, by multisets: Dice, recall, precision.
std::vector<std::size_t> TextMatcher::ranked() const
{
    constexpr double kLeast = 0.3;
    constexpr std::size_t kLongEnough = 60;
    constexpr double kLeastRecall = 0.25;
    std::vector<std::uint64_t> bigrams;
    std::size_t total = 0;
    for (std::size_t at = 1; at < m_words.size(); ++at) {
        if (isTaken(at - 1) || isTaken(at))
            continue;
        ++total;
        if (m_words[at - 1] < m_corpus.words().size() && m_words[at] < m_corpus.words().size())
            bigrams.push_back(bigramOf(m_words[at - 1], m_words[at]));
    }
    std::sort(bigrams.begin(), bigrams.end());
    std::vector<std::size_t> shared(m_corpus.texts().size(), 0);
    auto entry = m_corpus.bigrams().begin();
    for (auto bigram = bigrams.begin(); bigram != bigrams.end();) {
        const auto next = std::upper_bound(bigram, bigrams.end(), *bigram);
        const auto count = static_cast<std::size_t>(next - bigram);
        entry = std::lower_bound(entry, m_corpus.bigrams().end(), *bigram,
            [](const BigramCount& each, std::uint64_t wanted) { return each.bigram < wanted; });
        for (; entry != m_corpus.bigrams().end() && entry->bigram == *bigram; ++entry)
            shared[entry->text] += std::min<std::size_t>(entry->count, count);
        bigram = next;
    }
    std::vector<std::pair<double, std::size_t>> ranks;
    for (std::size_t i = 0; i < shared.size(); ++i) {
        const std::size_t size = m_corpus.texts()[i].words.size();
        const double recall = share(shared[i], size - std::min<std::size_t>(size, 1));
        double rank = share(2 * shared[i], size + total);
        if (size >= kLongEnough)
            rank = std::max(rank, recall);
        if (recall >= kLeastRecall)
            rank = std::max(rank, share(shared[i], total));
        if (rank >= kLeast)
            ranks.emplace_back(-rank, i);
    }
    std::sort(ranks.begin(), ranks.end());
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < std::min(ranks.size(), kMostCandidates); ++i)
        best.push_back(ranks[i].second);
    return best;
}

/// Where most of a licence's runs stand close together; empty where few do.
TokenRange TextMatcher::roughWindow(const CorpusText& text) const
{
    constexpr std::ptrdiff_t kMostPlaces = 8;
    constexpr std::size_t kMargin = 40;
    const WordView words{text.words.data(), text.words.size()};
    std::vector<std::uint32_t> places;
    for (std::size_t at = 0; at + kRunLength <= words.size; ++at) {
        const auto [first, last] = m_runs.find(RunIndex::hashAt(words, at, kRunLength));
        for (const auto* place = first; place != last && place - first < kMostPlaces; ++place) {
            if (!isTaken(*place))
                places.push_back(*place);
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    const std::size_t span = words.size + words.size / 3 + kMargin;
    std::size_t bestFirst = 0;
    std::size_t bestCount = 0;
    for (std::size_t first = 0, last = 0; first < places.size(); ++first) {
        while (last < places.size() && places[last] - places[first] < span)
            ++last;
        if (last - first > bestCount) {
            bestCount = last - first;
            bestFirst = first;
        }
    }
    if (bestCount == 0)
        return {};
    std::size_t begin = places[bestFirst];
    std::size_t end = places[bestFirst + bestCount - 1] + kRunLength;
    for (std::size_t i = 0; i < kMargin && begin > 0 && !isTaken(begin - 1); ++i)
        --begin;
    for (std::size_t i = 0; i < kMargin && end < m_words.size() && !isTaken(end); ++i)
        ++end;
    return {begin, end};
}

Alignment TextMatcher::align(std::size_t index) const
{
    const CorpusText& text = m_corpus.texts()[index];
    Alignment result;
    result.text = index;
    result.length = text.words.size();
    const TokenRange rough = roughWindow(text);
    std::vector<EqualRun> runs = equalRuns(
        {text.words.data(), text.words.size()}, {m_words.data() + rough.begin, rough.size()});
    trimRuns(runs);
    for (EqualRun& run : runs) {
        run.b += rough.begin;
        result.matched += run.length;
    }
    result.hunks = hunksBetween(runs, text.words.size());
    if (!runs.empty())
        result.window = {runs.front().b, runs.back().b + runs.back().length};
    forgiveOptionalParts(result, text.optional);
    for (const Hunk& hunk : result.hunks)
        result.edits += std::max(hunk.ofLicense.size(), hunk.ofFile.size());
    return result;
}

std::vector<Alignment> TextMatcher::candidates() const
{
    std::vector<Alignment> alignments;
    for (const std::size_t text : ranked()) {
        Alignment alignment = align(text);
        const bool explainsAll = alignment.edits == 0 && alignment.window.size() == m_words.size()
            && alignment.matched == m_words.size();
        if (alignment.matched > 0)
            alignments.push_back(std::move(alignment));
        if (explainsAll)
            break;
    }
    return alignments;
}

} // namespace cupel::license
