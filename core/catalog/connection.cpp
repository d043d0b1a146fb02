#include "core/catalog/connection.h"

#include <utility>

#include <sqlite3.h>

#include "core/catalog/sqlite_error.h"

namespace cupel::catalog {
namespace {

/// Instructions of SQLite's machine between two looks at the clock: well below a millisecond.
constexpr int kInstructions = 10'000;

int stopsNow(void* connection)
{
    return static_cast<const Connection*>(connection)->isOver() ? 1 : 0;
}

} // namespace

Connection::Connection(sqlite3* handle, std::string path, const FileFormat& format)
    : m_handle(handle)
    , m_path(std::move(path))
    , m_format(format)
{
}

Connection::~Connection()
{
    sqlite3_close_v2(m_handle);
}

base::Error Connection::error(int code) const
{
    if ((code & 0xFF) == SQLITE_INTERRUPT && m_job != nullptr && m_job->cancelled())
        return {base::ErrorCode::Cancelled,
            "cancelled while using the " + std::string(m_format.noun), "", {m_path, 0, 0, 0}};
    return sqliteError(code, m_handle, m_format.noun, m_format.remedy, m_path);
}

void Connection::limit(std::optional<std::chrono::milliseconds> time, const base::JobContext* job)
{
    m_end.reset();
    if (time)
        m_end = std::chrono::steady_clock::now() + *time;
    m_job = job;
    const bool isLimited = time || job != nullptr;
    sqlite3_progress_handler(
        m_handle, isLimited ? kInstructions : 0, isLimited ? stopsNow : nullptr, this);
}

bool Connection::isOver() const
{
    return (m_job != nullptr && m_job->cancelled())
        || (m_end && std::chrono::steady_clock::now() > *m_end);
}

} // namespace cupel::catalog
