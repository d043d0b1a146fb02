#include "core/counts/cross_tab.h"

#include <array>
#include <atomic>
#include <cstring>
#include <limits>

#include "core/counts/flat_map.h"
#include "core/counts/parallel.h"
#include "core/counts/row_sums.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// More possible cells than these are numbered as they come; with sums, which are 30 times larger
/// than counts, earlier.
constexpr std::uint64_t kMostCells = 4'000'000;
constexpr std::uint64_t kMostSummedCells = 65'000;

Error cancelled()
{
    return {ErrorCode::Cancelled, "cancelled while counting", "", {}};
}

/// Rows per index. Several tables take turns, so that equal neighbours do not wait for each other.
template <typename Index> class Histogram {
public:
    explicit Histogram(std::size_t cells)
        : m_step(cells <= kMostCellsInTurns ? (cells + 15) / 16 * 16 : 0)
        , m_tables(m_step != 0 ? m_step * kTables : cells)
    {
    }

    void add(const Index* indexes, std::size_t rows)
    {
        std::size_t i = 0;
        std::uint32_t* const tables = m_tables.data();
        for (; i + kPerWord <= rows; i += kPerWord) {
            std::uint64_t word = 0;
            std::memcpy(&word, indexes + i, sizeof word);
            for (std::size_t k = 0; k < kPerWord; ++k)
                ++tables[k % kTables * m_step
                    + static_cast<Index>(word >> (k * 8 * sizeof(Index)))];
        }
        for (; i < rows; ++i)
            ++tables[indexes[i]];
    }
    std::int64_t of(std::size_t cell) const
    {
        std::int64_t rows = 0;
        for (std::size_t at = cell; at < m_tables.size(); at += m_step) {
            rows += m_tables[at];
            if (m_step == 0)
                break;
        }
        return rows;
    }

private:
    static constexpr std::size_t kPerWord = 8 / sizeof(Index);
    static constexpr std::size_t kTables = sizeof(Index) == 1 ? 8 : sizeof(Index) == 2 ? 4 : 2;
    /// Larger tables would not stay in the second-level cache.
    static constexpr std::size_t kMostCellsInTurns = std::size_t{1} << 17;

    std::size_t m_step; ///< from one table to the next; 0: there is one
    std::vector<std::uint32_t> m_tables;
};

/// Add the cells of an index, given that the first dim has the largest stride.
void decode(
    std::uint64_t index, const std::vector<CompiledDim>& dims, std::vector<std::uint32_t>& cells)
{
    const std::size_t begin = cells.size();
    cells.resize(begin + dims.size());
    for (std::size_t d = dims.size(); d-- > 0; index /= dims[d].cells)
        cells[begin + d] = static_cast<std::uint32_t>(index % dims[d].cells);
}

std::vector<RowSums> sumsOf(const TabPlan& plan)
{
    return {plan.sums.begin(), plan.sums.end()};
}

template <typename Index>
Result<TabResult> countDense(const TabPlan& plan, std::size_t possible, const base::JobContext& job)
{
    // Index 0 is for the rows that the filter rejects.
    const std::size_t cells = possible + 1;
    const unsigned threads = worthwhileThreads(plan.rows, plan.threads);
    const CellIndexer<Index> indexer(plan.dims, plan.terms);
    std::vector<Histogram<Index>> counts(threads, Histogram<Index>(cells));
    std::vector<std::vector<RowSums>> sums(threads, sumsOf(plan));
    onThreads(threads, [&](unsigned thread) {
        for (RowSums& sum : sums[thread])
            sum.reach(cells);
        alignas(64) Index indexes[kBlockRows];
        const RowRange range = shareOf(plan.rows, threads, thread);
        for (std::uint64_t first = range.begin; first < range.end && !job.cancelled();
             first += kBlockRows) {
            const auto rows
                = static_cast<std::size_t>(std::min<std::uint64_t>(kBlockRows, range.end - first));
            indexer.write(first, rows, indexes);
            counts[thread].add(indexes, rows);
            for (RowSums& sum : sums[thread])
                sum.add(first, rows, indexes);
        }
    });
    if (job.cancelled())
        return cancelled();
    for (unsigned thread = 1; thread < threads; ++thread) {
        for (std::size_t i = 0; i < plan.sums.size(); ++i)
            sums[0][i].merge(sums[thread][i]);
    }
    TabResult result;
    for (std::size_t index = 1; index < cells; ++index) {
        std::int64_t rows = 0;
        for (const Histogram<Index>& each : counts)
            rows += each.of(index);
        if (rows == 0)
            continue;
        decode(index - 1, plan.dims, result.cells);
        result.rows.push_back(rows);
        for (const RowSums& sum : sums[0])
            result.sums.push_back(sum.of(index));
    }
    return result;
}

/// Numbers the combinations of cells that occur, however many are possible. Dims are packed into
/// words of 32 bits; a word and the number of the words before it make the next number.
class SparseIndexer {
public:
    explicit SparseIndexer(const TabPlan& plan)
        : m_filter({}, plan.terms)
    {
        for (const CompiledDim& dim : plan.dims) {
            const bool fits
                = !m_levels.empty() && m_levels.back().possible <= UINT32_MAX / dim.cells;
            if (!fits)
                m_levels.emplace_back();
            m_levels.back().dims.push_back(dim);
            m_levels.back().possible *= dim.cells;
        }
        for (const Level& level : m_levels)
            m_indexers.emplace_back(level.dims, kNoTerms);
    }

    /// Write 1 + the number of each row's combination, or 0 for a rejected row.
    void write(std::uint64_t firstRow, std::size_t rows, std::uint32_t* indexes)
    {
        std::uint32_t words[kBlockRows];
        std::uint32_t passes[kBlockRows];
        m_filter.write(firstRow, rows, passes);
        std::fill_n(indexes, rows, 0);
        for (std::size_t l = 0; l < m_levels.size(); ++l) {
            m_indexers[l].write(firstRow, rows, words);
            for (std::size_t i = 0; i < rows; ++i) {
                if (passes[i] != 0)
                    indexes[i]
                        = m_levels[l].numbers.numberOf(std::uint64_t{indexes[i]} << 32 | words[i]);
            }
        }
        for (std::size_t i = 0; i < rows; ++i)
            indexes[i] = passes[i] != 0 ? indexes[i] + 1 : 0;
    }
    /// Combinations so far.
    std::size_t size() const { return m_levels.back().numbers.keys().size(); }

    /// Add the cells of a combination.
    void decodeInto(std::vector<std::uint32_t>& cells, std::uint32_t number) const
    {
        std::vector<std::uint64_t> words;
        for (auto level = m_levels.rbegin(); level != m_levels.rend(); ++level) {
            const std::uint64_t key = level->numbers.keys()[number];
            words.push_back((key & UINT32_MAX) - 1);
            number = static_cast<std::uint32_t>(key >> 32);
        }
        for (std::size_t l = 0; l < m_levels.size(); ++l)
            decode(words[m_levels.size() - 1 - l], m_levels[l].dims, cells);
    }

private:
    struct Level {
        std::vector<CompiledDim> dims;
        std::uint64_t possible = 1;
        KeyNumbers numbers;
    };
    static inline const std::vector<CompiledTerm> kNoTerms;

    CellIndexer<std::uint32_t> m_filter;
    std::vector<Level> m_levels;
    std::vector<CellIndexer<std::uint32_t>> m_indexers;
};

Result<TabResult> countSparse(const TabPlan& plan, const base::JobContext& job)
{
    SparseIndexer indexer(plan);
    std::vector<std::int64_t> counts(1);
    std::vector<RowSums> sums = sumsOf(plan);
    std::uint32_t indexes[kBlockRows];
    for (std::uint64_t first = 0; first < plan.rows; first += kBlockRows) {
        if (job.cancelled())
            return cancelled();
        const auto rows
            = static_cast<std::size_t>(std::min<std::uint64_t>(kBlockRows, plan.rows - first));
        indexer.write(first, rows, indexes);
        counts.resize(indexer.size() + 1);
        for (std::size_t i = 0; i < rows; ++i)
            ++counts[indexes[i]];
        for (RowSums& sum : sums) {
            sum.reach(counts.size());
            sum.add(first, rows, indexes);
        }
    }
    TabResult result;
    for (std::size_t index = 1; index < counts.size(); ++index) {
        indexer.decodeInto(result.cells, static_cast<std::uint32_t>(index - 1));
        result.rows.push_back(counts[index]);
        for (const RowSums& sum : sums)
            result.sums.push_back(sum.of(index));
    }
    return result;
}

} // namespace

Result<TabResult> crossTabulate(const TabPlan& plan, const base::JobContext& job)
{
    const std::uint64_t most = plan.sums.empty() ? kMostCells : kMostSummedCells;
    std::uint64_t possible = 1;
    for (const CompiledDim& dim : plan.dims) {
        if (dim.cells > most / possible)
            return countSparse(plan, job);
        possible *= std::max<std::uint32_t>(dim.cells, 1);
    }
    if (possible <= std::numeric_limits<std::uint8_t>::max())
        return countDense<std::uint8_t>(plan, possible, job);
    if (possible <= std::numeric_limits<std::uint16_t>::max())
        return countDense<std::uint16_t>(plan, possible, job);
    return countDense<std::uint32_t>(plan, possible, job);
}

} // namespace cupel::counts
