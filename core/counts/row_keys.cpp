#include "core/counts/row_keys.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <optional>

#include "core/base/number.h"
#include "core/counts/parallel.h"
#include "core/table/buffer.h"
#include "core/table/cell_hash.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using table::Column;
using table::NumberColumn;
using table::Spelling;
using table::TextSketch;

constexpr std::size_t kReadRows = 4'096;

bool isSketch(const Column& column)
{
    return std::holds_alternative<TextSketch>(column.cells);
}

/// Whether equal cells of ValueDim have equal texts.
bool hasOneTextPerValue(const Column& column)
{
    return column.spelling != Spelling::Varied && column.profile.notOfType == 0;
}

/// What a column contributes to the hashes of rows, given that its texts follow from its values.
class Contribution {
public:
    Contribution(const Column& column, std::uint64_t salt)
        : m_column(column)
        , m_salt(salt)
    {
        if (std::holds_alternative<NumberColumn>(column.cells))
            return;
        const CodedColumn coded = storedCodes(column);
        m_codes = coded.codes;
        m_parts.resize(m_codes->count());
        for (std::uint32_t code = 1; code < m_codes->count(); ++code)
            m_parts[code] = table::cellHash(coded.key(code).text) * salt;
    }

    /// Take it out of the hashes of up to kBlockRows rows.
    void takeOut(std::uint64_t firstRow, std::size_t rows, std::uint64_t* hashes) const
    {
        std::array<std::uint64_t, kBlockRows> parts;
        if (m_codes)
            m_codes->lookUp(firstRow, rows, m_parts.data(), parts.data());
        else
            hashNumbers(firstRow, rows, parts.data());
        for (std::size_t i = 0; i < rows; ++i)
            hashes[i] -= parts[i];
    }

private:
    void hashNumbers(std::uint64_t firstRow, std::size_t rows, std::uint64_t* parts) const
    {
        const auto& numbers = std::get<NumberColumn>(m_column.cells);
        const bool isInteger = m_column.type == table::ColumnType::Integer;
        const ValueView view(numbers);
        for (std::size_t i = 0; i < rows; ++i) {
            const std::uint64_t word = view.at(firstRow + i);
            parts[i] = 0;
            if (word == ValueView::kMissing)
                continue;
            double number = 0.0;
            readNumbers(numbers, firstRow + i, 1, &number);
            const std::string text = isInteger
                ? base::formatInteger(static_cast<std::int64_t>(word))
                : base::formatNumber(number);
            parts[i] = table::cellHash(text) * m_salt;
        }
    }

    const Column& m_column;
    std::uint64_t m_salt;
    std::shared_ptr<const StoredCodes> m_codes;
    std::vector<std::uint64_t> m_parts; ///< by code
};

/// Finds the key of a row, in memory or in the source, and compares.
class KeyComparer {
public:
    KeyComparer(const table::Table& table, const KeyColumns& keys)
        : m_table(table)
        , m_comparesTexts(keys.empty())
    {
        KeyColumns columns = keys;
        if (columns.empty()) {
            columns.resize(table.columns.size());
            std::iota(columns.begin(), columns.end(), std::size_t{0});
        }
        for (const std::size_t c : columns) {
            const Column& column = table.columns[c];
            if (isSketch(column) || (m_comparesTexts && !hasOneTextPerValue(column)))
                m_read.push_back(c);
            if (!isSketch(column)) {
                m_views.push_back(viewOf(column));
                m_viewed.push_back(c);
            }
        }
    }

    Result<HashesOf> hashes(unsigned threads, const base::JobContext& job) const
    {
        if (m_comparesTexts)
            return HashesOf([this](std::uint64_t firstRow, std::size_t, std::uint64_t*) {
                return m_table.rowHashes.as<std::uint64_t>() + firstRow;
            });
        HashesOf lessOthers;
        if (!m_read.empty() && canTakeOut())
            lessOthers = lessTheOthers();
        if (lessOthers && !hasOtherNumbers())
            return lessOthers;
        // What follows is too slow to be done each time that a hash is looked at.
        auto buffer = std::make_shared<table::Buffer>(m_table.rows * sizeof(std::uint64_t));
        auto* const hashes = buffer->as<std::uint64_t>();
        threads = worthwhileThreads(m_table.rows, threads);
        std::vector<Result<void>> done(threads);
        onThreads(threads, [&](unsigned thread) {
            const RowRange range = shareOf(m_table.rows, threads, thread);
            if (lessOthers) {
                copyBlocks(lessOthers, range, hashes);
                return;
            }
            for (std::size_t i = 0; i < m_views.size(); ++i)
                m_views[i].mixInto(
                    hashes + range.begin, range.begin, range.end, table::columnSalt(m_viewed[i]));
            if (!m_read.empty())
                done[thread] = mixTexts(hashes, range, job);
        });
        for (const Result<void>& each : done) {
            if (!each)
                return each.error();
        }
        return HashesOf([buffer](std::uint64_t firstRow, std::size_t, std::uint64_t*) {
            return buffer->as<std::uint64_t>() + firstRow;
        });
    }

    Result<void> split(std::span<const std::uint32_t> candidates, RowClasses& classes) const
    {
        const auto differs = [this, &candidates](std::uint32_t row) {
            return compareInMemory(candidates.front(), row) != 0;
        };
        if (std::none_of(candidates.begin() + 1, candidates.end(), differs))
            return splitByTexts(candidates, classes);
        std::vector<std::uint32_t> sorted(candidates.begin(), candidates.end());
        std::stable_sort(sorted.begin(), sorted.end(),
            [this](std::uint32_t a, std::uint32_t b) { return compareInMemory(a, b) < 0; });
        for (auto begin = sorted.begin(); begin != sorted.end();) {
            const auto end = std::find_if(begin, sorted.end(),
                [&](std::uint32_t row) { return compareInMemory(*begin, row) != 0; });
            if (auto done = splitByTexts({begin, end}, classes); !done)
                return done;
            begin = end;
        }
        return {};
    }

private:
    ValueView viewOf(const Column& column) const
    {
        if (const auto* numbers = std::get_if<NumberColumn>(&column.cells))
            return numbers->notOfTypeRows.empty() ? ValueView(*numbers)
                                                  : ValueView(codeNumbers(column, m_table.rows));
        return ValueView(storedCodes(column));
    }

    int compareInMemory(std::uint32_t a, std::uint32_t b) const
    {
        for (const ValueView& view : m_views) {
            const std::uint64_t left = view.at(a);
            const std::uint64_t right = view.at(b);
            if (left != right)
                return left < right ? -1 : 1;
        }
        return 0;
    }

    /// The text of a cell as far as it belongs to the key: a null token counts as missing, except
    /// where whole rows are compared as they stand.
    const std::string& keyText(std::size_t column, const std::string& text) const
    {
        static const std::string missing;
        const std::vector<std::string>& tokens = m_table.columns[column].nullTokens;
        const bool isMissing
            = !m_comparesTexts && std::find(tokens.begin(), tokens.end(), text) != tokens.end();
        return isMissing ? missing : text;
    }

    /// Split rows that are equal in memory.
    Result<void> splitByTexts(std::span<const std::uint32_t> rows, RowClasses& classes) const
    {
        if (rows.size() < 2 || m_read.empty()) {
            classes.add(rows);
            return {};
        }
        const std::vector<std::uint64_t> wanted(rows.begin(), rows.end());
        const auto alike = m_table.source->areWrittenAlike(wanted);
        if (!alike)
            return alike.error();
        if (*alike) {
            classes.add(rows);
            return {};
        }
        std::map<std::vector<std::string>, std::vector<std::uint32_t>> byTexts;
        const auto visit = [&](std::size_t i, const std::vector<std::string>& cells) {
            std::vector<std::string> texts;
            for (const std::size_t c : m_read)
                texts.push_back(keyText(c, cells[c]));
            byTexts[std::move(texts)].push_back(rows[i]);
        };
        if (auto read = m_table.source->readCells(wanted, visit); !read)
            return read;
        for (const auto& [texts, members] : byTexts)
            classes.add(members);
        return {};
    }

    Result<void> mixTexts(std::uint64_t* hashes, RowRange range, const base::JobContext& job) const
    {
        std::vector<std::uint64_t> rows;
        for (std::uint64_t first = range.begin; first < range.end; first += rows.size()) {
            if (job.cancelled())
                return Error{ErrorCode::Cancelled, "cancelled while comparing rows", "", {}};
            rows.resize(std::min<std::uint64_t>(kReadRows, range.end - first));
            std::iota(rows.begin(), rows.end(), first);
            const auto visit = [&](std::size_t i, const std::vector<std::string>& cells) {
                for (const std::size_t c : m_read)
                    hashes[first + i]
                        += table::cellHash(keyText(c, cells[c])) * table::columnSalt(c);
            };
            if (auto read = m_table.source->readCells(rows, visit); !read)
                return read;
        }
        return {};
    }

    /// Whether the row hashes, less what the other columns contribute, are hashes of the key: the
    /// key columns' texts must follow from their values, and the others' texts must be known.
    bool canTakeOut() const
    {
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            const Column& column = m_table.columns[c];
            if (!hasOneTextPerValue(column))
                return false;
            if (!isKey(c) && (isSketch(column) || column.spelling != Spelling::Exact))
                return false;
        }
        return true;
    }
    bool isKey(std::size_t column) const
    {
        const auto has = [column](const KeyColumns& columns) {
            return std::find(columns.begin(), columns.end(), column) != columns.end();
        };
        return has(m_read) || has(m_viewed);
    }

    bool hasOtherNumbers() const
    {
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            if (!isKey(c) && std::holds_alternative<NumberColumn>(m_table.columns[c].cells))
                return true;
        }
        return false;
    }

    /// From a source that writes to its scratch.
    static void copyBlocks(const HashesOf& from, RowRange range, std::uint64_t* to)
    {
        for (std::uint64_t first = range.begin; first < range.end; first += kBlockRows) {
            const auto rows
                = static_cast<std::size_t>(std::min<std::uint64_t>(kBlockRows, range.end - first));
            from(first, rows, to + first);
        }
    }

    /// The row hashes, made into hashes of the key.
    HashesOf lessTheOthers() const
    {
        std::vector<Contribution> others;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            if (!isKey(c))
                others.emplace_back(m_table.columns[c], table::columnSalt(c));
        }
        const auto* const rowHashes = m_table.rowHashes.as<std::uint64_t>();
        const std::uint64_t kept = ~std::uint64_t{0} >> (64 - m_table.hashBits);
        return [rowHashes, kept, others = std::move(others)](
                   std::uint64_t firstRow, std::size_t rows, std::uint64_t* hashes) {
            std::copy_n(rowHashes + firstRow, rows, hashes);
            for (const Contribution& other : others)
                other.takeOut(firstRow, rows, hashes);
            for (std::size_t i = 0; i < rows; ++i)
                hashes[i] &= kept;
            return hashes;
        };
    }

    const table::Table& m_table;
    bool m_comparesTexts;
    std::vector<ValueView> m_views;
    KeyColumns m_viewed;
    KeyColumns m_read; ///< columns whose texts decide
};

} // namespace

Result<RowClasses> findClasses(const table::Table& table, const KeyColumns& keys, unsigned threads,
    const base::JobContext& job)
{
    const KeyComparer comparer(table, keys);
    const auto split = [&comparer](std::span<const std::uint32_t> candidates, RowClasses& classes) {
        return comparer.split(candidates, classes);
    };
    const auto hashes = comparer.hashes(threads, job);
    if (!hashes)
        return hashes.error();
    return findClasses(table.rows, *hashes, threads, split, job);
}

} // namespace cupel::counts
