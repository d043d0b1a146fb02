#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string_view>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/counts/coded_column.h"
#include "core/counts/row_keys.h"
#include "core/table/table.h"

namespace cupel::counts {

/// A table with what was worked out about it and is worth keeping: codes for columns that have
/// none, and classes of equal rows. Reentrant.
class TableAccess {
public:
    TableAccess(std::shared_ptr<const table::Table> table, unsigned threads, base::JobContext job);

    const table::Table& table() const { return *m_table; }
    unsigned threads() const { return m_threads; }
    const base::JobContext& job() const { return m_job; }

    /// Index of a column that exists.
    std::size_t column(std::string_view name) const { return *m_table->find(name); }
    KeyColumns keyColumns(const std::vector<std::string>& names) const;

    /// The codes of a column: its own, or made on the first call.
    base::Result<std::shared_ptr<const CodedColumn>> coded(std::size_t column) const;
    /// codePresence() of a column held as a sketch, made once.
    base::Result<std::shared_ptr<const StoredCodes>> presence(std::size_t column) const;
    /// The classes of rows with equal keys, found on the first call.
    base::Result<std::shared_ptr<const RowClasses>> classes(const KeyColumns& keys) const;
    /// The values of a column as words.
    base::Result<ValueView> values(std::size_t column) const;

private:
    /// Answers that are made once per key. One caller at a time makes them.
    template <typename Key, typename T> struct Cache {
        std::mutex mutex;
        std::map<Key, std::shared_ptr<const T>> made;
    };

    std::shared_ptr<const table::Table> m_table;
    unsigned m_threads;
    base::JobContext m_job;
    mutable Cache<std::size_t, CodedColumn> m_coded;
    mutable Cache<std::size_t, StoredCodes> m_presence;
    mutable Cache<KeyColumns, RowClasses> m_classes;
};

} // namespace cupel::counts
