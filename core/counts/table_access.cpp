#include "core/counts/table_access.h"

#include <algorithm>

namespace cupel::counts {
namespace {

using base::Result;

/// The cached answer for a key, made by make() where there is none. Failures are not kept.
template <typename Cache, typename Key, typename Make>
auto cached(Cache& cache, const Key& key, const Make& make)
    -> Result<typename decltype(cache.made)::mapped_type>
{
    const std::lock_guard lock(cache.mutex);
    if (const auto found = cache.made.find(key); found != cache.made.end())
        return found->second;
    auto made = make();
    if (!made)
        return made.error();
    return cache.made.emplace(key, std::move(*made)).first->second;
}

/// The same value, shared.
template <typename T> Result<std::shared_ptr<const T>> shared(Result<T> value)
{
    if (!value)
        return value.error();
    return std::make_shared<const T>(std::move(*value));
}

} // namespace

TableAccess::TableAccess(
    std::shared_ptr<const table::Table> table, unsigned threads, base::JobContext job)
    : m_table(std::move(table))
    , m_threads(threads)
    , m_job(std::move(job))
{
}

KeyColumns TableAccess::keyColumns(const std::vector<std::string>& names) const
{
    KeyColumns keys;
    for (const std::string& name : names)
        keys.push_back(column(name));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

Result<std::shared_ptr<const CodedColumn>> TableAccess::coded(std::size_t column) const
{
    return cached(m_coded, column, [this, column]() -> Result<std::shared_ptr<const CodedColumn>> {
        const table::Column& one = m_table->columns[column];
        if (std::holds_alternative<table::CodeColumn>(one.cells))
            return std::make_shared<const CodedColumn>(storedCodes(one));
        if (std::holds_alternative<table::NumberColumn>(one.cells))
            return std::make_shared<const CodedColumn>(codeNumbers(one, m_table->rows));
        return shared(codeTexts(*m_table, column, m_job));
    });
}

Result<std::shared_ptr<const StoredCodes>> TableAccess::presence(std::size_t column) const
{
    using Presence = Result<std::shared_ptr<const StoredCodes>>;
    return cached(m_presence, column, [&]() -> Presence {
        const auto& sketch = std::get<table::TextSketch>(m_table->columns[column].cells);
        return codePresence(sketch, m_table->rows);
    });
}

Result<std::shared_ptr<const RowClasses>> TableAccess::classes(const KeyColumns& keys) const
{
    return cached(
        m_classes, keys, [&] { return shared(findClasses(*m_table, keys, m_threads, m_job)); });
}

Result<ValueView> TableAccess::values(std::size_t column) const
{
    if (const auto* numbers = std::get_if<table::NumberColumn>(&m_table->columns[column].cells);
        numbers && numbers->notOfTypeRows.empty())
        return ValueView(*numbers);
    const auto codes = coded(column);
    if (!codes)
        return codes.error();
    return ValueView(**codes);
}

} // namespace cupel::counts
