#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/job.h"

namespace cupel::catalog {

/// How much of a file is written.
class WriteProgress {
public:
    WriteProgress(const base::JobContext& job, std::uint64_t total)
        : m_job(job)
        , m_total(total)
    {
    }

    bool isCancelled() const { return m_job.cancelled(); }
    void add(std::uint64_t bytes)
    {
        m_done += bytes;
        m_job.progress(m_done, m_total, "storing");
    }

private:
    const base::JobContext& m_job;
    std::uint64_t m_total;
    std::uint64_t m_done = 0;
};

} // namespace cupel::catalog
