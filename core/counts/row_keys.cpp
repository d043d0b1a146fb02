#include "core/counts/row_keys.h"

#include <algorithm>
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

    Result<table::Buffer> hashes(unsigned threads, const base::JobContext& job) const
    {
        const bool readsTexts = !m_comparesTexts && !m_read.empty();
        table::Buffer buffer(m_table.rows * sizeof(std::uint64_t));
        auto* const hashes = buffer.as<std::uint64_t>();
        threads = worthwhileThreads(m_table.rows, threads);
        std::vector<Result<void>> done(threads);
        const bool takesOut = readsTexts && canTakeOut();
        onThreads(threads, [&](unsigned thread) {
            const RowRange range = shareOf(m_table.rows, threads, thread);
            if (takesOut) {
                takeOutOthers(hashes + range.begin, range);
                return;
            }
            for (std::size_t i = 0; i < m_views.size(); ++i)
                m_views[i].mixInto(
                    hashes + range.begin, range.begin, range.end, table::columnSalt(m_viewed[i]));
            if (readsTexts)
                done[thread] = mixTexts(hashes, range, job);
        });
        for (const Result<void>& each : done) {
            if (!each)
                return each.error();
        }
        return buffer;
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
        std::map<std::vector<std::string>, std::vector<std::uint32_t>> byTexts;
        const auto visit = [&](std::size_t i, const std::vector<std::string>& cells) {
            std::vector<std::string> texts;
            for (const std::size_t c : m_read)
                texts.push_back(keyText(c, cells[c]));
            byTexts[std::move(texts)].push_back(rows[i]);
        };
        const std::vector<std::uint64_t> wanted(rows.begin(), rows.end());
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

    void takeOutOthers(std::uint64_t* hashes, RowRange range) const
    {
        std::copy(m_table.rowHashes.as<std::uint64_t>() + range.begin,
            m_table.rowHashes.as<std::uint64_t>() + range.end, hashes);
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            if (!isKey(c))
                takeOut(c, hashes, range);
        }
        const std::uint64_t kept = ~std::uint64_t{0} >> (64 - m_table.hashBits);
        for (std::uint64_t row = range.begin; row < range.end; ++row)
            hashes[row - range.begin] &= kept;
    }

    void takeOut(std::size_t c, std::uint64_t* hashes, RowRange range) const
    {
        const Column& column = m_table.columns[c];
        const std::uint64_t salt = table::columnSalt(c);
        if (const auto* numbers = std::get_if<NumberColumn>(&column.cells)) {
            const bool isInteger = column.type == table::ColumnType::Integer;
            const ValueView view(*numbers);
            double number = 0.0;
            for (std::uint64_t row = range.begin; row < range.end; ++row) {
                const std::uint64_t word = view.at(row);
                if (word == ValueView::kMissing)
                    continue;
                readNumbers(*numbers, row, 1, &number);
                const std::string text = isInteger
                    ? base::formatInteger(static_cast<std::int64_t>(word))
                    : base::formatNumber(number);
                hashes[row - range.begin] -= table::cellHash(text) * salt;
            }
            return;
        }
        const CodedColumn coded = storedCodes(column);
        std::vector<std::uint64_t> parts(coded.codes->count());
        for (std::uint32_t code = 1; code < coded.codes->count(); ++code)
            parts[code] = table::cellHash(coded.key(code).text) * salt;
        for (std::uint64_t row = range.begin; row < range.end; ++row)
            hashes[row - range.begin] -= parts[coded.codes->at(row)];
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
    if (keys.empty())
        return findClasses({table.rowHashes.as<std::uint64_t>(), table.rows}, threads, split, job);
    auto hashes = comparer.hashes(threads, job);
    if (!hashes)
        return hashes.error();
    return findClasses({hashes->as<std::uint64_t>(), table.rows}, threads, split, job);
}

} // namespace cupel::counts
