#include "core/license/text_windows.h"

#include <algorithm>
#include <utility>

namespace cupel::license {
namespace {

constexpr std::size_t kMostWindows = 8;
constexpr std::size_t kFewestWords = 40; ///< left, to look for another licence
constexpr double kLeastScore = 0.80;
constexpr double kHighScore = 0.95;
constexpr double kLeastCoverage = 0.60;
constexpr double kLeastMargin = 0.010;
constexpr double kNear = 0.02;
constexpr double kPartPrecision = 0.95;
constexpr double kPartRecall = 0.25;

double precision(const Alignment& alignment, std::size_t wordsLeft)
{
    return static_cast<double>(alignment.matched) / static_cast<double>(wordsLeft);
}

bool isPart(const Alignment& alignment, std::size_t wordsLeft)
{
    return precision(alignment, wordsLeft) >= kPartPrecision && alignment.recall() >= kPartRecall
        && alignment.recall() < kHighScore;
}

/// Most words explained, at the best fit; of equals the plainer licence, which comes first.
const Alignment* bestWhole(const std::vector<Alignment>& candidates)
{
    const Alignment* best = nullptr;
    double bestValue = 0.0;
    for (const Alignment& each : candidates) {
        if (each.score() < kLeastScore || each.coverage() < kLeastCoverage)
            continue;
        const double value = each.score() * each.coverage() * static_cast<double>(each.matched);
        if (!best || value > bestValue || (value == bestValue && each.text < best->text)) {
            best = &each;
            bestValue = value;
        }
    }
    return best;
}

const Alignment* bestPart(const std::vector<Alignment>& candidates, std::size_t wordsLeft)
{
    const Alignment* best = nullptr;
    for (const Alignment& each : candidates) {
        if (!isPart(each, wordsLeft))
            continue;
        const auto value
            = [](const Alignment& a) { return static_cast<double>(a.matched) * a.recall(); };
        if (!best || value(each) > value(*best)
            || (value(each) == value(*best) && each.text < best->text))
            best = &each;
    }
    return best;
}

/// Whether two windows are about the same words.
bool coincide(TokenRange a, TokenRange b)
{
    const std::size_t begin = std::max(a.begin, b.begin);
    const std::size_t end = std::min(a.end, b.end);
    const std::size_t shared = end > begin ? end - begin : 0;
    return shared * 5 >= a.size() * 4 && shared * 5 >= b.size() * 4;
}

void compareWithOthers(
    TextWindow& window, const Corpus& corpus, const std::vector<Alignment>& candidates)
{
    const Alignment& best = window.alignment;
    const auto fit = [&](const Alignment& each) {
        return window.kind == TextClass::Partial ? each.recall() : each.score();
    };
    for (const Alignment& other : candidates) {
        if (other.text == best.text || !coincide(best.window, other.window))
            continue;
        if (fit(best) - fit(other) < kLeastMargin && !window.isPerfect)
            window.isAmbiguous = true;
        if (fit(best) - fit(other) < kNear && !window.isPerfect)
            window.alternatives.push_back({corpus.texts()[other.text].ids[0], fit(other), false});
    }
    std::stable_sort(window.alternatives.begin(), window.alternatives.end(),
        [](const TextAlternative& a, const TextAlternative& b) { return a.score > b.score; });
}

} // namespace

std::vector<TextWindow> findWindows(
    const Corpus& corpus, const std::vector<Token>& tokens, TextMatcher& matcher)
{
    std::vector<TextWindow> windows;
    std::optional<TitleIndex> titles;
    while (windows.size() < kMostWindows
        && matcher.wordsLeft() >= (windows.empty() ? 1 : kFewestWords)) {
        const std::vector<Alignment> candidates = matcher.candidates();
        const Alignment* best = bestWhole(candidates);
        TextWindow window;
        if (const Alignment* const part = bestPart(candidates, matcher.wordsLeft());
            part && (!best || isPart(*best, matcher.wordsLeft()))) {
            best = part;
            window.kind = TextClass::Partial;
        }
        if (!best)
            break;
        window.alignment = *best;
        window.isPerfect = best->edits == 0;
        if (!titles)
            titles.emplace(corpus);
        compareWithOthers(window, corpus, candidates);
        const TokenRange range = best->window;
        window.title = titles->find(tokens, range.begin);
        window.titleAdds = window.title
            && titleAddsCondition(
                *window.title, tokens, corpus, corpus.texts()[window.alignment.text]);
        window.judgement = judgeWindow(corpus, matcher, tokens, window.alignment, window.title);
        if (window.kind != TextClass::Partial
            && (best->score() < kHighScore || window.isAmbiguous || window.titleAdds
                || window.judgement.mayChangeConditions()))
            window.kind = TextClass::Modified;
        matcher.takeOut(range);
        windows.push_back(std::move(window));
    }
    std::sort(windows.begin(), windows.end(), [](const TextWindow& a, const TextWindow& b) {
        return a.alignment.window.begin < b.alignment.window.begin;
    });
    return windows;
}

} // namespace cupel::license
