#include "core/catalog/data_file_rows.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "core/base/hash.h"
#include "core/catalog/data_file.h"
#include "core/catalog/data_file_segments.h"
#include "core/readers/file_digest.h"
#include "core/readers/frame_source.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using readers::ByteSource;
using readers::kFrameBytes;

static_assert(base::kHashLeafBytes % kFrameBytes == 0);

/// A source that cannot be read, and why.
class AbsentSource final : public ByteSource {
public:
    AbsentSource(std::string name, std::uint64_t size, Error error)
        : m_name(std::move(name))
        , m_size(size)
        , m_error(std::move(error))
    {
    }
    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return m_size; }
    Result<void> read(std::uint64_t, char*, std::size_t) const override { return m_error; }
    Result<void> unchanged() const override { return m_error; }

private:
    std::string m_name;
    std::uint64_t m_size;
    Error m_error;
};

/// The frames of a data file, for one thread at a time.
class Frames {
public:
    static Result<std::shared_ptr<Frames>> open(const std::string& path)
    {
        auto database = openDataFile(path);
        if (!database)
            return database.error();
        auto query = database->prepare(R"(SELECT bytes FROM source_frame WHERE "offset" = ?)");
        if (!query)
            return query.error();
        return std::make_shared<Frames>(std::move(*database), std::move(*query));
    }
    Frames(Database database, Statement query)
        : m_database(std::move(database))
        , m_query(std::move(query))
    {
    }

    Result<std::string> at(std::uint64_t frame)
    {
        const std::lock_guard lock(m_mutex);
        m_query.start(frame * kFrameBytes);
        const auto found = m_query.next();
        if (!found)
            return found.error();
        if (!*found)
            return unusable(m_database.path(), "a part of the stored rows is gone");
        return m_query.text(0);
    }

private:
    std::mutex m_mutex;
    Database m_database;
    Statement m_query; ///< of m_database
};

/// Opens its own connection, which lives as long as the source.
Result<std::shared_ptr<const ByteSource>> keptSource(
    const std::string& path, const std::string& name, std::uint64_t bytes)
{
    auto frames = Frames::open(path);
    if (!frames)
        return frames.error();
    const auto fetch = [kept = *frames](std::uint64_t frame) { return kept->at(frame); };
    return std::shared_ptr<const ByteSource>(
        std::make_shared<readers::FrameSource>(name, bytes, fetch));
}

/// Whether the original is what was read.
Result<bool> isAsItWas(
    const ByteSource& original, const DataFileHead& head, const base::JobContext& job)
{
    const readers::ImportReport& report = head.file.report;
    if (original.size() != report.bytes)
        return false;
    if (head.facts.modifiedNs && original.modifiedNs() == head.facts.modifiedNs)
        return true;
    const auto hash = readers::changeHashOf(original, job);
    if (!hash && hash.error().code == ErrorCode::Cancelled)
        return hash.error();
    return hash && *hash == report.hash;
}

} // namespace

Result<void> writeFrames(const Database& database, const ByteSource& source,
    const std::string& changeHash, WriteProgress& progress)
{
    auto insert = database.prepare(R"(INSERT INTO source_frame ("offset", bytes) VALUES (?, ?))");
    if (!insert)
        return insert.error();
    readers::FrameCompressor compressor;
    std::vector<base::Digest128> leaves;
    std::vector<char> leaf;
    for (std::uint64_t offset = 0; offset < source.size(); offset += leaf.size()) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, "cancelled while storing", "", {}};
        leaf.resize(static_cast<std::size_t>(
            std::min<std::uint64_t>(base::kHashLeafBytes, source.size() - offset)));
        if (auto read = source.read(offset, leaf.data(), leaf.size()); !read)
            return read;
        leaves.push_back(base::digest128(leaf.data(), leaf.size()));
        for (std::size_t at = 0; at < leaf.size(); at += kFrameBytes) {
            const auto frame
                = compressor.compress(leaf.data() + at, std::min(kFrameBytes, leaf.size() - at));
            if (!frame)
                return frame.error();
            if (auto done = insert->run(offset + at, Bytes{*frame}); !done)
                return done;
        }
        progress.add(leaf.size());
    }
    if (base::changeHash(leaves) != changeHash)
        return Error{ErrorCode::InputUnreadable, "the file changed since it was read",
            "read it again", {source.name(), 0, 0, 0}};
    return {};
}

Result<RowBytes> rowBytes(const std::string& path, const DataFileHead& head,
    std::shared_ptr<const ByteSource> original, const base::JobContext& job)
{
    const readers::ImportReport& report = head.file.report;
    // Hashing the original costs more than reading rows that are kept.
    const bool isWorthIt
        = original && (!head.facts.keepsSource || original->modifiedNs() == head.facts.modifiedNs);
    if (isWorthIt) {
        const auto same = isAsItWas(*original, head, job);
        if (!same)
            return same.error();
        if (*same)
            return RowBytes{std::move(original), RowTexts::Original};
    }
    if (head.facts.keepsSource) {
        auto kept = keptSource(path, report.file, report.bytes);
        if (!kept)
            return kept.error();
        return RowBytes{std::move(*kept), RowTexts::Kept};
    }
    Error error{ErrorCode::InputMissing, "the rows cannot be read: the file is gone",
        "put it back, or keep the rows of the next one with --keep-source", {report.file, 0, 0, 0}};
    if (original) {
        error.code = ErrorCode::InputUnreadable;
        error.message = "the rows cannot be read: the file changed since it was imported";
        error.hint = "import it again";
    }
    return RowBytes{std::make_shared<AbsentSource>(report.file, report.bytes, std::move(error)),
        RowTexts::Absent};
}

Result<std::shared_ptr<const ByteSource>> openKeptSource(
    const std::string& path, const std::string& name, std::uint64_t bytes)
{
    return keptSource(path, name, bytes);
}

} // namespace cupel::catalog
