#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/readers/byte_source.h"
#include "core/readers/csv_reader.h"

namespace cupel::catalog {

/// The ending of the names of data files.
inline constexpr const char* kDataFileEnding = ".cupeldata";

struct DataFileOptions {
    /// Keep the bytes of the input as well, compressed, so that rows can be shown when it is gone.
    bool keepsSource = false;
};

/// Write a table as it was read, with its import report and the options it was read with, to a
/// file that readDataFile() loads many times faster than the input is read. The file is private to
/// the user (mode 0600), replaces one of that name and is there whole or not at all. What an
/// interrupted writer left in the folder is removed. The table is not copied. The bytes of the file
/// do not depend on how many threads read the input.
/// Fails with Catalog (no room, no permission, …), with Internal where the table did not come from
/// readCsv() or readDataFile(), and with Cancelled; with keepsSource also with InputUnreadable
/// where the input is not what was read.
base::Result<void> writeDataFile(const std::string& path, const readers::CsvFile& file,
    const readers::CsvOptions& options, const DataFileOptions& how, const base::JobContext& job);

/// Where the texts of the rows of a loaded table come from.
enum class RowTexts {
    Original, ///< the input, which is as it was
    Kept, ///< the data file
    Absent, ///< nowhere: asking for rows fails
};

/// What a data file holds.
struct DataFile {
    readers::CsvFile file;
    readers::CsvOptions options; ///< that the input was read with; threads: 0
    RowTexts rowTexts = RowTexts::Absent;
    bool keepsSource = false; ///< whether the bytes of the input are in it
};

/// Load what writeDataFile() wrote: every field is what it was, and so is every answer of
/// counts::LocalCounts.
///
/// Rows are read from `original` where that is the input as it was: of the same size and either
/// unwritten since (see ByteSource::modifiedNs()) or with the same change hash, which costs reading
/// it. Where it is not, or is null, they are read from the data file if that keeps the input. Where
/// neither has them the table loads all the same, and whoever asks it for rows gets InputMissing
/// (null) or InputUnreadable (another file), with a hint.
///
/// The file is not trusted: whatever its bytes are, the result is an error or a table that is safe
/// to use. Threads: 0 is one per core; the result does not depend on them.
/// Fails with Catalog for a file that is missing, foreign, of another version or damaged: then the
/// input is to be read again; and with Cancelled.
base::Result<DataFile> readDataFile(const std::string& path,
    std::shared_ptr<const readers::ByteSource> original, unsigned threads,
    const base::JobContext& job);

/// The bytes of an input of this name and size that a data file keeps, though its table cannot be
/// loaded. They need not be right: compare their change hash. Fails with Catalog.
base::Result<std::shared_ptr<const readers::ByteSource>> openKeptSource(
    const std::string& path, const std::string& name, std::uint64_t bytes);

} // namespace cupel::catalog
