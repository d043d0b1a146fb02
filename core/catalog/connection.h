#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/file_format.h"

struct sqlite3;

namespace cupel::catalog {

/// What a Database and its statements share. It stays where it is in memory.
class Connection {
public:
    Connection(sqlite3* handle, std::string path, const FileFormat& format);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    sqlite3* handle() const { return m_handle; }
    const std::string& path() const { return m_path; }
    const FileFormat& format() const { return m_format; }
    /// The error for a result code; Cancelled where the job of limit() was cancelled.
    base::Error error(int code) const;

    /// See Database::limit().
    void limit(std::optional<std::chrono::milliseconds> time, const base::JobContext* job);
    /// Whether what runs has to stop.
    bool isOver() const;

private:
    sqlite3* m_handle;
    std::string m_path;
    FileFormat m_format;
    std::optional<std::chrono::steady_clock::time_point> m_end;
    const base::JobContext* m_job = nullptr;
};

} // namespace cupel::catalog
