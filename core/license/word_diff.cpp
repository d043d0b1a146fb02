#include "core/license/word_diff.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace cupel::license {
namespace {

constexpr std::size_t kRunLengths[] = {8, 4, 2};
constexpr int kMaxDepth = 16;
constexpr std::ptrdiff_t kMaxEdits = 400;

WordView part(WordView words, std::size_t begin, std::size_t end)
{
    return {words.begin + begin, end - begin};
}

class Differ {
public:
    Differ(WordView a, WordView b)
        : m_a(a)
        , m_b(b)
    {
    }

    std::vector<EqualRun> run()
    {
        compare(0, m_a.size, 0, m_b.size, 0);
        return std::move(m_runs);
    }

private:
    void add(std::size_t a, std::size_t b, std::size_t length)
    {
        if (length == 0)
            return;
        if (!m_runs.empty() && m_runs.back().a + m_runs.back().length == a
            && m_runs.back().b + m_runs.back().length == b)
            m_runs.back().length += length;
        else
            m_runs.push_back({a, b, length});
    }

    void compare(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1, int depth)
    {
        std::size_t head = 0;
        while (a0 + head < a1 && b0 + head < b1 && m_a[a0 + head] == m_b[b0 + head])
            ++head;
        add(a0, b0, head);
        a0 += head;
        b0 += head;
        std::size_t tail = 0;
        while (a0 + tail < a1 && b0 + tail < b1 && m_a[a1 - tail - 1] == m_b[b1 - tail - 1])
            ++tail;
        a1 -= tail;
        b1 -= tail;
        if (a0 < a1 && b0 < b1 && !fewEdits(a0, a1, b0, b1) && depth < kMaxDepth)
            splitAtAnchors(a0, a1, b0, b1, depth);
        add(a1, b1, tail);
    }

    /// Runs of the range, if it takes no more than kMaxEdits.
    bool fewEdits(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1)
    {
        const auto n = static_cast<std::ptrdiff_t>(a1 - a0);
        const auto m = static_cast<std::ptrdiff_t>(b1 - b0);
        if (std::abs(n - m) > kMaxEdits)
            return false;
        const std::ptrdiff_t most = std::min(n + m, kMaxEdits);
        std::vector<std::vector<std::ptrdiff_t>> trace;
        std::vector<std::ptrdiff_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
        const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& {
            return furthest[static_cast<std::size_t>(k + most + 1)];
        };
        for (std::ptrdiff_t d = 0; d <= most; ++d) {
            std::vector<std::ptrdiff_t> row;
            for (std::ptrdiff_t k = -d; k <= d; k += 2) {
                std::ptrdiff_t x = d == 0                          ? 0
                    : k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1)
                                                                   : at(k - 1) + 1;
                while (x < n && x - k < m && x - k >= 0
                    && m_a[a0 + static_cast<std::size_t>(x)]
                        == m_b[b0 + static_cast<std::size_t>(x - k)])
                    ++x;
                at(k) = x;
                row.push_back(x);
                if (x >= n && x - k >= m) {
                    trace.push_back(std::move(row));
                    backtrack(trace, n, m, a0, b0);
                    return true;
                }
            }
            trace.push_back(std::move(row));
        }
        return false;
    }

    /// trace[d][i] is how far d edits come on the diagonal k = -d + 2i.
    void backtrack(const std::vector<std::vector<std::ptrdiff_t>>& trace, std::ptrdiff_t n,
        std::ptrdiff_t m, std::size_t a0, std::size_t b0)
    {
        std::vector<EqualRun> reversed;
        std::ptrdiff_t x = n;
        std::ptrdiff_t k = n - m;
        for (auto d = static_cast<std::ptrdiff_t>(trace.size()) - 1; d >= 0; --d) {
            std::ptrdiff_t start = 0;
            std::ptrdiff_t before = k;
            if (d > 0) {
                const auto& row = trace[static_cast<std::size_t>(d - 1)];
                const auto value = [&](std::ptrdiff_t diagonal) {
                    return row[static_cast<std::size_t>((diagonal + d - 1) / 2)];
                };
                const bool down = k == -d || (k != d && value(k - 1) < value(k + 1));
                before = down ? k + 1 : k - 1;
                start = down ? value(before) : value(before) + 1;
            }
            if (x > start)
                reversed.push_back({a0 + static_cast<std::size_t>(start),
                    b0 + static_cast<std::size_t>(start - k), static_cast<std::size_t>(x - start)});
            if (d > 0)
                x = before > k ? start : start - 1;
            k = before;
        }
        for (auto run = reversed.rbegin(); run != reversed.rend(); ++run)
            add(run->a, run->b, run->length);
    }

    void splitAtAnchors(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1, int depth)
    {
        for (const std::size_t length : kRunLengths) {
            const std::vector<EqualRun> anchors = uniqueRuns(a0, a1, b0, b1, length);
            if (anchors.empty())
                continue;
            for (const EqualRun& anchor : anchors) {
                if (anchor.a < a0 || anchor.b < b0)
                    continue; // an earlier stretch went past it
                compare(a0, anchor.a, b0, anchor.b, depth + 1);
                std::size_t same = 0;
                while (anchor.a + same < a1 && anchor.b + same < b1
                    && m_a[anchor.a + same] == m_b[anchor.b + same])
                    ++same;
                add(anchor.a, anchor.b, same);
                a0 = anchor.a + same;
                b0 = anchor.b + same;
            }
            compare(a0, a1, b0, b1, depth + 1);
            return;
        }
    }

    /// Runs that occur once in either range, the longest chain that is in order in both.
    std::vector<EqualRun> uniqueRuns(
        std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1, std::size_t length) const
    {
        if (a1 - a0 < length || b1 - b0 < length)
            return {};
        const RunIndex inA(part(m_a, a0, a1), length);
        const RunIndex inB(part(m_b, b0, b1), length);
        std::vector<EqualRun> pairs;
        for (std::size_t at = a0; at + length <= a1; ++at) {
            const std::uint64_t hash = RunIndex::hashAt(m_a, at, length);
            const auto [firstA, lastA] = inA.find(hash);
            const auto [firstB, lastB] = inB.find(hash);
            if (lastA - firstA == 1 && lastB - firstB == 1
                && std::equal(m_a.begin + at, m_a.begin + at + length, m_b.begin + b0 + *firstB))
                pairs.push_back({at, b0 + *firstB, length});
        }
        return longestChain(pairs);
    }

    /// Pairs are in the order of a; the longest subsequence that rises in b.
    static std::vector<EqualRun> longestChain(const std::vector<EqualRun>& pairs)
    {
        std::vector<std::size_t> ends; // ends[l]: last pair of the best chain of l + 1 pairs
        std::vector<std::size_t> before(pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto place = std::lower_bound(ends.begin(), ends.end(), pairs[i].b,
                [&](std::size_t end, std::size_t b) { return pairs[end].b < b; });
            before[i] = place == ends.begin() ? i : *std::prev(place);
            if (place == ends.end())
                ends.push_back(i);
            else
                *place = i;
        }
        std::vector<EqualRun> chain(ends.size());
        for (std::size_t left = ends.size(), i = ends.empty() ? 0 : ends.back(); left > 0; --left) {
            chain[left - 1] = pairs[i];
            i = before[i];
        }
        return chain;
    }

    WordView m_a;
    WordView m_b;
    std::vector<EqualRun> m_runs;
};

} // namespace

std::vector<EqualRun> equalRuns(WordView a, WordView b)
{
    return Differ(a, b).run();
}

RunIndex::RunIndex(WordView words, std::size_t length)
{
    if (words.size < length)
        return;
    const std::size_t count = words.size - length + 1;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> runs(count);
    for (std::size_t at = 0; at < count; ++at)
        runs[at] = {hashAt(words, at, length), static_cast<std::uint32_t>(at)};
    std::sort(runs.begin(), runs.end());
    m_hashes.reserve(count);
    m_positions.reserve(count);
    for (const auto& [hash, position] : runs) {
        m_hashes.push_back(hash);
        m_positions.push_back(position);
    }
}

std::pair<const std::uint32_t*, const std::uint32_t*> RunIndex::find(std::uint64_t hash) const
{
    const auto [first, last] = std::equal_range(m_hashes.begin(), m_hashes.end(), hash);
    return {m_positions.data() + (first - m_hashes.begin()),
        m_positions.data() + (last - m_hashes.begin())};
}

std::uint64_t RunIndex::hashAt(WordView words, std::size_t at, std::size_t length)
{
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
    for (std::size_t i = at; i < at + length; ++i) {
        hash = (hash ^ words[i]) * 0xFF51AFD7ED558CCDULL;
        hash ^= hash >> 32;
    }
    return hash;
}

} // namespace cupel::license
