#include "core/catalog/statement.h"

#include <cmath>
#include <limits>
#include <utility>

#include <sqlite3.h>

#include "core/base/number.h"
#include "core/catalog/connection.h"

namespace cupel::catalog {

using base::Result;

Statement::Statement(Connection& connection, sqlite3_stmt* handle)
    : m_connection(&connection)
    , m_handle(handle)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
    , m_handle(std::exchange(other.m_handle, nullptr))
    , m_bound(other.m_bound)
    , m_failed(other.m_failed)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_connection, other.m_connection);
    std::swap(m_handle, other.m_handle);
    std::swap(m_bound, other.m_bound);
    std::swap(m_failed, other.m_failed);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_bound = 0;
    m_failed = SQLITE_OK;
}

Result<bool> Statement::next()
{
    if (m_failed == SQLITE_OK && m_bound != sqlite3_bind_parameter_count(m_handle))
        m_failed = SQLITE_MISUSE;
    if (m_failed != SQLITE_OK)
        return m_connection->error(m_failed);
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    // Resetting would hide what the handle says about the failure.
    base::Error error = m_connection->error(code);
    sqlite3_reset(m_handle);
    return error;
}

Result<void> Statement::finish()
{
    for (;;) {
        const Result<bool> more = next();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    reset();
    return {};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}
bool Statement::isReal(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_FLOAT;
}
bool Statement::isInteger(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_INTEGER;
}
int Statement::columns() const
{
    return sqlite3_column_count(m_handle);
}
std::string_view Statement::columnName(int column) const
{
    const char* name = sqlite3_column_name(m_handle, column);
    return name != nullptr ? name : "";
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::number(int column) const
{
    const int type = sqlite3_column_type(m_handle, column);
    if (type == SQLITE_FLOAT || type == SQLITE_INTEGER)
        return sqlite3_column_double(m_handle, column);
    const std::string_view text = bytes(column);
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (text == base::formatNumber(kInfinity))
        return kInfinity;
    if (text == base::formatNumber(-kInfinity))
        return -kInfinity;
    if (text == base::formatNumber(-0.0))
        return -0.0;
    return std::numeric_limits<double>::quiet_NaN();
}

std::string_view Statement::bytes(int column) const
{
    // The order matters: asking for the bytes first might convert them away from what size tells.
    const bool isText = sqlite3_column_type(m_handle, column) == SQLITE_TEXT;
    const void* data
        = isText ? sqlite3_column_text(m_handle, column) : sqlite3_column_blob(m_handle, column);
    const int size = sqlite3_column_bytes(m_handle, column);
    return data != nullptr
        ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size))
        : std::string_view();
}

std::optional<std::string> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}
std::optional<double> Statement::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}
std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

void Statement::bound(int code)
{
    if (m_failed == SQLITE_OK)
        m_failed = code;
}

void Statement::bindInteger(std::int64_t value)
{
    bound(sqlite3_bind_int64(m_handle, ++m_bound, value));
}

void Statement::bindUnsigned(std::uint64_t value)
{
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        bindInteger(static_cast<std::int64_t>(value));
    else
        bound(SQLITE_TOOBIG);
}

void Statement::bindNumber(double value)
{
    // SQLite would write NaN as NULL and -0 as 0.
    if (!std::isfinite(value) || (value == 0 && std::signbit(value)))
        bindText(base::formatNumber(value));
    else
        bound(sqlite3_bind_double(m_handle, ++m_bound, value));
}

void Statement::bindText(std::string_view text)
{
    // A null pointer would be NULL, not the empty text.
    bound(sqlite3_bind_text64(m_handle, ++m_bound, text.data() != nullptr ? text.data() : "",
        text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindBytes(std::string_view bytes)
{
    bound(sqlite3_bind_blob64(m_handle, ++m_bound, bytes.data() != nullptr ? bytes.data() : "",
        bytes.size(), SQLITE_STATIC));
}

void Statement::bindNull()
{
    bound(sqlite3_bind_null(m_handle, ++m_bound));
}

} // namespace cupel::catalog
