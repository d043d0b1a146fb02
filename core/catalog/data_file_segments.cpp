#include "core/catalog/data_file_segments.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "core/catalog/blob_reader.h"
#include "core/catalog/database.h"
#include "core/catalog/schema_check.h"
#include "core/counts/parallel.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// For looking at the marks and the tables of a file, on a slow disk.
constexpr std::chrono::milliseconds kMostTime{4'000};

/// A column of a data file is known by a number below this.
constexpr std::int64_t kMostColumns = 1'000'000'000;

auto placeOf(const Segment& segment)
{
    return std::pair(segment.kind, segment.column);
}

/// The segment of a row of the list, or nothing where it cannot be one.
std::optional<Segment> segmentOf(const Statement& row)
{
    Segment segment;
    segment.id = row.integer(0);
    const std::int64_t kind = row.integer(1);
    const std::int64_t column = row.integer(2);
    const std::int64_t bytes = row.integer(3);
    const std::string_view digest = row.bytes(4);
    if (kind < 0 || kind >= std::int64_t{kSegmentKinds} || column < 0 || column >= kMostColumns
        || bytes < 1 || bytes > static_cast<std::int64_t>(kMostSegmentBytes)
        || digest.size() != segment.digest.size())
        return std::nullopt;
    segment.kind = static_cast<SegmentKind>(kind);
    segment.column = static_cast<std::size_t>(column);
    segment.bytes = static_cast<std::size_t>(bytes);
    std::memcpy(segment.digest.data(), digest.data(), digest.size());
    return segment;
}

/// Loads segments on behalf of one thread.
class Worker {
public:
    static Result<std::unique_ptr<Worker>> open(const std::string& path)
    {
        auto database = openDataFile(path);
        if (!database)
            return database.error();
        return std::make_unique<Worker>(std::move(*database));
    }
    explicit Worker(Database database)
        : m_database(std::move(database))
        , m_blob(m_database, "content", "bytes")
    {
    }

    Result<void> load(const SegmentTask& task)
    {
        const Segment& segment = task.segment;
        const auto size = m_blob.find(segment.id);
        if (!size)
            return size.error();
        if (*size != segment.bytes)
            return damaged();
        std::byte* to = task.to;
        if (!to) {
            m_scratch.resize(std::max(m_scratch.size(), segment.bytes));
            to = m_scratch.data();
        }
        if (auto read = m_blob.read(to); !read)
            return read;
        if (base::digest128(to, segment.bytes) != segment.digest)
            return damaged();
        if (task.accept && !task.accept({to, segment.bytes}))
            return damaged();
        return {};
    }

private:
    Error damaged() const { return unusable(m_database.path(), "a part of it is damaged"); }

    Database m_database;
    BlobReader m_blob;
    std::vector<std::byte> m_scratch;
};

/// Loads segments with several threads.
class Loading {
public:
    Loading(const std::string& path, std::span<const SegmentTask> tasks, unsigned threads,
        const base::JobContext& job)
        : m_path(path)
        , m_tasks(tasks)
        , m_job(job)
        , m_workers(threads)
    {
        for (const SegmentTask& task : tasks)
            m_total += task.segment.bytes;
    }

    Result<void> run()
    {
        counts::forEachItem(m_tasks.size(), static_cast<unsigned>(m_workers.size()),
            [this](unsigned thread, std::size_t item) {
                if (m_stop.load(std::memory_order_relaxed))
                    return;
                if (auto loaded = load(m_workers[thread], m_tasks[item]); !loaded)
                    fail(loaded.error());
            });
        if (m_error)
            return *m_error;
        return {};
    }

private:
    Result<void> load(std::unique_ptr<Worker>& worker, const SegmentTask& task)
    {
        if (m_job.cancelled())
            return Error{ErrorCode::Cancelled, "cancelled while loading", "", {m_path, 0, 0, 0}};
        if (!worker) {
            auto opened = Worker::open(m_path);
            if (!opened)
                return opened.error();
            worker = std::move(*opened);
        }
        if (auto loaded = worker->load(task); !loaded)
            return loaded;
        const std::uint64_t done = m_done += task.segment.bytes;
        if (const std::unique_lock lock(m_progress, std::try_to_lock); lock)
            m_job.progress(done, m_total, "loading");
        return {};
    }
    void fail(const Error& error)
    {
        const std::lock_guard lock(m_failure);
        if (!m_error)
            m_error = error;
        m_stop = true;
    }

    const std::string& m_path;
    std::span<const SegmentTask> m_tasks;
    const base::JobContext& m_job;
    std::vector<std::unique_ptr<Worker>> m_workers; ///< by thread, each when it is needed
    std::uint64_t m_total = 0;
    std::atomic<std::uint64_t> m_done{0};
    std::atomic<bool> m_stop{false};
    std::mutex m_progress;
    std::mutex m_failure; ///< guards the next
    std::optional<Error> m_error;
};

} // namespace

Result<Database> openDataFile(const std::string& path)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed))
        return unusable(path, failed ? failed.message() : "it is not a regular file");
    auto database = Database::open(path, Access::ReadImmutable, dataFileFormat());
    if (!database)
        return database;
    // Tables that lead in circles would keep a query busy for ever.
    database->limit(kMostTime);
    const auto id = database->integer("PRAGMA application_id");
    if (!id)
        return id.error();
    if (*id != std::int64_t{dataFileFormat().applicationId})
        return unusable(path, "it is another kind of file");
    const auto version = database->integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version != std::int64_t{dataFileFormat().version()})
        return unusable(path, "it was written by another version of the program");
    if (auto checked = checkSchema(*database, dataFileFormat().version()); !checked)
        return checked.error();
    database->limit(std::nullopt);
    return database;
}

Result<SegmentList> SegmentList::read(const std::string& path)
{
    const auto database = openDataFile(path);
    if (!database)
        return database.error();
    std::error_code failed;
    std::uint64_t room = std::filesystem::file_size(path, failed);
    if (failed)
        return unusable(path, failed.message());
    auto rows
        = database->prepare(R"(SELECT id, kind, "column", bytes, digest FROM segment ORDER BY id)");
    if (!rows)
        return rows.error();
    SegmentList list;
    rows->start();
    for (auto more = rows->next();; more = rows->next()) {
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto segment = segmentOf(*rows);
        // A list that is damaged may lead in circles: ids ascend, and the bytes come to an end.
        const bool isNext
            = segment && (list.m_segments.empty() || list.m_segments.back().id < segment->id);
        if (!isNext || segment->bytes > room)
            return unusable(path, "its list of parts is damaged");
        room -= segment->bytes;
        list.m_segments.push_back(*segment);
    }
    std::stable_sort(list.m_segments.begin(), list.m_segments.end(),
        [](const Segment& a, const Segment& b) { return placeOf(a) < placeOf(b); });
    return list;
}

std::span<const Segment> SegmentList::of(SegmentKind kind, std::size_t column) const
{
    const std::pair wanted(kind, column);
    const auto first = std::partition_point(m_segments.begin(), m_segments.end(),
        [&wanted](const Segment& segment) { return placeOf(segment) < wanted; });
    const auto last = std::partition_point(first, m_segments.end(),
        [&wanted](const Segment& segment) { return placeOf(segment) == wanted; });
    return {first, last};
}

std::uint64_t bytesOf(std::span<const Segment> segments)
{
    std::uint64_t bytes = 0;
    for (const Segment& segment : segments)
        bytes += segment.bytes;
    return bytes;
}

Result<void> loadSegments(const std::string& path, std::span<const SegmentTask> tasks,
    unsigned threads, const base::JobContext& job)
{
    return Loading(path, tasks, threads, job).run();
}

} // namespace cupel::catalog
