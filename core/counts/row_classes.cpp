#include "core/counts/row_classes.h"

#include <algorithm>
#include <bit>
#include <mutex>
#include <optional>
#include <utility>

#include "core/counts/cell_source.h"
#include "core/counts/flat_map.h"
#include "core/counts/parallel.h"
#include "core/table/buffer.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// 32 bits of a row's hash above its row number.
using Entry = std::uint64_t;

Entry entryOf(std::uint64_t hash, std::uint64_t row)
{
    return hash << 32 | row;
}
std::uint32_t hashOf(Entry entry)
{
    return static_cast<std::uint32_t>(entry >> 32);
}
std::uint32_t rowOf(Entry entry)
{
    return static_cast<std::uint32_t>(entry);
}

/// Spread a hash, of which perhaps only a few bits vary, over the top bits.
std::uint64_t spread(std::uint64_t hash)
{
    return (hash ^ hash >> 32) * 0x9e3779b97f4a7c15;
}

/// Rows partitioned by their hash so that a partition fits the second-level cache. Only a group of
/// partitions is in memory at a time.
class Partitions {
public:
    Partitions(
        std::uint64_t rows, const HashesOf& hashes, unsigned threads, std::uint64_t groupRows)
        : m_rows(rows)
        , m_hashes(hashes)
        , m_threads(worthwhileThreads(rows, threads))
    {
        constexpr std::size_t kRowsPerPartition = 8'192;
        constexpr std::size_t kMostPartitions = 1'024;
        m_bits = static_cast<unsigned>(std::bit_width(
            std::clamp<std::size_t>(rows / kRowsPerPartition, 1, kMostPartitions) - 1));
        m_counts.assign(m_threads, std::vector<std::size_t>(size()));
        forEachHash([this](unsigned thread) {
            return [this, counts = m_counts[thread].data()](
                       std::uint64_t, std::uint64_t hash) { ++counts[partitionOf(hash)]; };
        });
        makeGroups(std::max(groupRows, rows / 4));
    }

    std::size_t size() const { return std::size_t{1} << m_bits; }
    /// Numbers of the partitions that are in memory together: of group g from groups()[g] to
    /// groups()[g + 1] - 1.
    const std::vector<std::size_t>& groups() const { return m_groups; }

    /// Gather the rows of a group.
    void load(std::size_t group)
    {
        const std::size_t first = m_groups[group];
        const std::size_t last = m_groups[group + 1];
        // Each thread writes its own rows, so entries stay in the order of rows.
        std::vector<std::vector<std::size_t>> next(m_threads, std::vector<std::size_t>(size()));
        m_begins.assign(size() + 1, 0);
        std::size_t begin = 0;
        for (std::size_t partition = first; partition < last; ++partition) {
            m_begins[partition] = begin;
            for (unsigned thread = 0; thread < m_threads; ++thread) {
                next[thread][partition] = begin;
                begin += m_counts[thread][partition];
            }
        }
        m_begins[last] = begin;
        auto* const entries = m_entries.as<Entry>();
        forEachHash([&](unsigned thread) {
            return [=, this, to = next[thread].data()](std::uint64_t row, std::uint64_t hash) {
                const std::size_t partition = partitionOf(hash);
                if (partition - first < last - first)
                    entries[to[partition]++] = entryOf(hash, row);
            };
        });
    }
    /// Of the group that was loaded last.
    std::span<const Entry> at(std::size_t partition) const
    {
        return {m_entries.as<Entry>() + m_begins[partition],
            m_begins[partition + 1] - m_begins[partition]};
    }

private:
    std::size_t partitionOf(std::uint64_t hash) const
    {
        return static_cast<std::size_t>(hash >> 1 >> (63 - m_bits));
    }

    /// Call visitorOf(thread), and what it returns with every row of the thread and its hash,
    /// spread.
    template <typename VisitorOf> void forEachHash(const VisitorOf& visitorOf) const
    {
        onThreads(m_threads, [&](unsigned thread) {
            const auto visit = visitorOf(thread);
            std::vector<std::uint64_t> scratch(kBlockRows);
            const RowRange range = shareOf(m_rows, m_threads, thread);
            for (std::uint64_t first = range.begin; first < range.end; first += kBlockRows) {
                const auto rows = static_cast<std::size_t>(
                    std::min<std::uint64_t>(kBlockRows, range.end - first));
                const std::uint64_t* const hashes = m_hashes(first, rows, scratch.data());
                for (std::size_t i = 0; i < rows; ++i)
                    visit(first + i, spread(hashes[i]));
            }
        });
    }

    void makeGroups(std::uint64_t most)
    {
        m_groups.push_back(0);
        std::size_t rowsInGroup = 0;
        std::size_t largest = 0;
        for (std::size_t partition = 0; partition < size(); ++partition) {
            std::size_t rows = 0;
            for (const std::vector<std::size_t>& counts : m_counts)
                rows += counts[partition];
            if (rowsInGroup > 0 && rowsInGroup + rows > most) {
                m_groups.push_back(partition);
                rowsInGroup = 0;
            }
            rowsInGroup += rows;
            largest = std::max(largest, rowsInGroup);
        }
        m_groups.push_back(size());
        m_entries = table::Buffer(largest * sizeof(Entry));
    }

    std::uint64_t m_rows;
    const HashesOf& m_hashes;
    unsigned m_threads;
    unsigned m_bits = 0;
    std::vector<std::vector<std::size_t>> m_counts; ///< rows by thread and partition
    std::vector<std::size_t> m_groups;
    table::Buffer m_entries;
    std::vector<std::size_t> m_begins;
};

/// Finds the rows of a partition whose hash is not the only one of its kind. Reused for one
/// partition after the other.
class CandidateFinder {
public:
    /// The candidates in the form of classes.
    RowClasses find(std::span<const Entry> entries)
    {
        m_slots.assign(std::bit_ceil(entries.size() * 2 + 1), kFree);
        m_repeats.clear();
        const std::size_t mask = m_slots.size() - 1;
        for (const Entry entry : entries) {
            std::size_t at = hashOf(entry) & mask;
            while (m_slots[at] != kFree && hashOf(m_slots[at]) != hashOf(entry))
                at = (at + 1) & mask;
            if (m_slots[at] == kFree)
                m_slots[at] = entry;
            else
                m_repeats.push_back({rowOf(m_slots[at]), rowOf(entry)});
        }
        return collect();
    }

private:
    /// No entry: its row would be one more than there can be.
    static constexpr Entry kFree = ~Entry{0};
    struct Repeat {
        std::uint32_t first = 0; ///< the first row with the hash
        std::uint32_t row = 0;
    };

    RowClasses collect() const
    {
        KeyNumbers numbers;
        std::vector<std::uint32_t> numberOf;
        RowClasses found;
        for (const Repeat& repeat : m_repeats) {
            const std::uint32_t number = numbers.numberOf(repeat.first);
            numberOf.push_back(number);
            if (number == found.ends.size())
                found.ends.push_back(1);
            ++found.ends[number];
        }
        std::vector<std::size_t> next;
        std::size_t end = 0;
        for (std::size_t number = 0; number < found.ends.size(); ++number) {
            next.push_back(end);
            end += std::exchange(found.ends[number], end + found.ends[number]);
        }
        found.rows.resize(end);
        for (std::size_t number = 0; number < found.ends.size(); ++number)
            found.rows[next[number]++] = static_cast<std::uint32_t>(numbers.keys()[number]);
        for (std::size_t i = 0; i < m_repeats.size(); ++i)
            found.rows[next[numberOf[i]]++] = m_repeats[i].row;
        return found;
    }

    std::vector<Entry> m_slots;
    std::vector<Repeat> m_repeats;
};

} // namespace

void RowClasses::add(std::span<const std::uint32_t> members)
{
    if (members.size() < 2)
        return;
    rows.insert(rows.end(), members.begin(), members.end());
    ends.push_back(rows.size());
}

Result<RowClasses> findClasses(std::uint64_t rows, const HashesOf& hashes, unsigned threads,
    const SplitCandidates& split, const base::JobContext& job, std::uint64_t groupRows)
{
    if (rows >= UINT32_MAX)
        return Error{ErrorCode::Usage, "more than 4,294,967,294 rows cannot be compared", "", {}};
    Partitions partitions(rows, hashes, threads, groupRows);
    std::vector<RowClasses> found(partitions.size());
    std::mutex mutex;
    std::optional<Error> fault;
    const auto fail = [&](const Error& error) {
        const std::lock_guard lock(mutex);
        if (!fault)
            fault = error;
    };
    std::atomic<bool> stopped{false};
    std::vector<CandidateFinder> finders(threads);
    for (std::size_t group = 0; group + 1 < partitions.groups().size() && !stopped; ++group) {
        const std::size_t first = partitions.groups()[group];
        const std::size_t count = partitions.groups()[group + 1] - first;
        partitions.load(group);
        forEachItem(count, threads, [&](unsigned thread, std::size_t item) {
            if (stopped)
                return;
            const std::size_t partition = first + item;
            const RowClasses maybe = finders[thread].find(partitions.at(partition));
            for (std::size_t i = 0; i < maybe.size() && !stopped; ++i) {
                auto done = job.cancelled() ? Result<void>(Error{
                                ErrorCode::Cancelled, "cancelled while comparing rows", "", {}})
                                            : split(maybe.at(i), found[partition]);
                if (!done) {
                    fail(done.error());
                    stopped = true;
                }
            }
        });
    }
    if (fault)
        return *fault;
    RowClasses all;
    for (const RowClasses& part : found) {
        for (std::size_t i = 0; i < part.size(); ++i)
            all.add(part.at(i));
    }
    return all;
}

} // namespace cupel::counts
