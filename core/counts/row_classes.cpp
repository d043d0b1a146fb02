#include "core/counts/row_classes.h"

#include <algorithm>
#include <bit>
#include <mutex>
#include <optional>
#include <utility>

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

/// All rows, partitioned by their hash so that a partition fits the second-level cache.
class Partitions {
public:
    Partitions(std::span<const std::uint64_t> hashes, unsigned threads)
        : m_entries(hashes.size() * sizeof(Entry))
    {
        constexpr std::size_t kRowsPerPartition = 8'192;
        constexpr std::size_t kMostPartitions = 1'024;
        m_bits = static_cast<unsigned>(std::bit_width(
            std::clamp<std::size_t>(hashes.size() / kRowsPerPartition, 1, kMostPartitions) - 1));
        threads = worthwhileThreads(hashes.size(), threads);
        // Each thread counts and then writes its own rows, so entries stay in the order of rows.
        std::vector<std::vector<std::size_t>> at(threads, std::vector<std::size_t>(size()));
        onThreads(threads, [&](unsigned thread) {
            std::vector<std::size_t> counts(size());
            const RowRange range = shareOf(hashes.size(), threads, thread);
            for (std::uint64_t row = range.begin; row < range.end; ++row)
                ++counts[partitionOf(spread(hashes[row]))];
            at[thread] = std::move(counts);
        });
        std::size_t begin = 0;
        for (std::size_t partition = 0; partition < size(); ++partition) {
            m_begins.push_back(begin);
            for (unsigned thread = 0; thread < threads; ++thread)
                begin += std::exchange(at[thread][partition], begin);
        }
        m_begins.push_back(begin);
        onThreads(threads, [&](unsigned thread) {
            Entry* const entries = m_entries.as<Entry>();
            std::vector<std::size_t> next = std::move(at[thread]);
            const RowRange range = shareOf(hashes.size(), threads, thread);
            for (std::uint64_t row = range.begin; row < range.end; ++row) {
                const std::uint64_t hash = spread(hashes[row]);
                entries[next[partitionOf(hash)]++] = entryOf(hash, row);
            }
        });
    }

    std::size_t size() const { return std::size_t{1} << m_bits; }
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

    table::Buffer m_entries;
    std::vector<std::size_t> m_begins;
    unsigned m_bits = 0;
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

Result<RowClasses> findClasses(std::span<const std::uint64_t> hashes, unsigned threads,
    const SplitCandidates& split, const base::JobContext& job)
{
    if (hashes.size() >= UINT32_MAX)
        return Error{ErrorCode::Usage, "more than 4,294,967,294 rows cannot be compared", "", {}};
    const Partitions partitions(hashes, threads);
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
    forEachItem(partitions.size(), threads, [&](unsigned thread, std::size_t partition) {
        if (stopped)
            return;
        const RowClasses maybe = finders[thread].find(partitions.at(partition));
        for (std::size_t i = 0; i < maybe.size() && !stopped; ++i) {
            auto done = job.cancelled() ? Result<void>(
                            Error{ErrorCode::Cancelled, "cancelled while comparing rows", "", {}})
                                        : split(maybe.at(i), found[partition]);
            if (!done) {
                fail(done.error());
                stopped = true;
            }
        }
    });
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
