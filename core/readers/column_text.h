#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/table/column.h"
#include "core/table/distinct_sketch.h"
#include "core/table/value_kind.h"

namespace cupel::readers {

/// Code points of a UTF-8 text.
std::int64_t codePoints(std::string_view text);

/// The few values of one kind with their counts, or the knowledge that they are too many.
class FewValues {
public:
    static constexpr std::size_t kMost = 64;

    void add(std::string_view text, std::int64_t count);
    void merge(const FewValues& other);
    bool areKnown() const { return !m_tooMany; }
    const std::map<std::string, std::int64_t, std::less<>>& values() const { return m_values; }

private:
    std::map<std::string, std::int64_t, std::less<>> m_values;
    bool m_tooMany = false;
};

/// Rows by kind of value, and examples of each kind.
class KindFacts {
public:
    void add(table::ValueKind kind, std::string_view text, std::int64_t count)
    {
        addRows(kind, count);
        if (wantsExamples(kind))
            m_few[static_cast<std::size_t>(kind)].add(text, count);
    }
    /// The same without the text. Only where no examples are wanted.
    void addRows(table::ValueKind kind, std::int64_t count) { m_rows[kind] += count; }
    bool wantsExamples(table::ValueKind kind) const
    {
        return m_few[static_cast<std::size_t>(kind)].areKnown();
    }
    void merge(const KindFacts& other);
    const table::KindRows& rows() const { return m_rows; }
    /// The five most frequent values that do not fit the type; none when there are more than
    /// FewValues::kMost of a kind.
    std::vector<std::string> misfits(table::ColumnType type) const;

private:
    table::KindRows m_rows;
    std::array<FewValues, table::kValueKinds> m_few;
};

/// What is kept of the texts of a column without codes.
class TextFacts {
public:
    /// Take in a text that is not missing; hash is its table::cellHash().
    void add(std::string_view text, std::uint64_t hash, std::int64_t count);
    void merge(const TextFacts& other);

    const KindFacts& kinds() const { return m_kinds; }
    table::Distinct distinct() const { return m_distinct.count(); }
    /// Only with at least one text.
    table::LengthSummary lengths() const;

private:
    KindFacts m_kinds;
    table::DistinctSketch m_distinct;
    std::int64_t m_shortest = INT64_MAX;
    std::int64_t m_longest = 0;
    std::int64_t m_codePoints = 0;
};

} // namespace cupel::readers
