#include "core/pipeline/import_estimate.h"

#include <algorithm>
#include <string>
#include <variant>

#include "core/catalog/data_file_format.h"
#include "core/readers/frame_source.h"
#include "core/table/column.h"

namespace cupel::pipeline {
namespace {

/// Of every row: where it stands in the file, and a digest of it by which it is compared.
constexpr double kBytesPerRow = 13.0;
/// Of every catalog that takes up a dataset: its report, columns and findings.
constexpr double kBytesPerDataset = 256.0 * 1024.0;
/// What a run takes whatever its input is, reads of it in a second, and takes for one cell. The
/// time of a preview tells less: that of so few rows is mostly the time to begin.
constexpr double kSecondsPerRun = 0.2;
constexpr double kBytesPerSecond = 250e6;
constexpr double kSecondsPerCell = 80e-9;

/// Bytes of one cell in the data file, were the whole like the rows that were looked at.
double bytesPerCell(const table::Column& column, double rows)
{
    const table::ColumnProfile& profile = column.profile;
    const auto cells = static_cast<double>(std::max<std::int64_t>(1, profile.rows));
    const bool isVaried = static_cast<double>(profile.distinct.value) > cells / 2.0;
    if (isVaried && table::isNumeric(column.type)) {
        constexpr double kMostOf32Bits = 2'147'483'647.0;
        const bool isShort = column.type == table::ColumnType::Integer && profile.numbers
            && profile.numbers->max < kMostOf32Bits && profile.numbers->min > -kMostOf32Bits;
        return isShort ? 4.0 : 8.0;
    }
    if (isVaried) {
        // Beyond this many values only the lengths of the texts are held.
        if (rows > 2.0 * static_cast<double>(table::kDictionaryLimit))
            return 0.0;
        const double length = profile.lengths && profile.lengths->mean.isDefined()
            ? profile.lengths->mean.value()
            : 0.0;
        return 4.0 + length;
    }
    return profile.distinct.value < 200 ? 1.0 : 2.0;
}

/// Bytes that a frame takes in a data file: a page holds as many as fit whole, and one that is
/// longer than a page fills what it begins.
std::uint64_t bytesOfFrame(std::size_t frame)
{
    if (frame == 0 || frame >= catalog::kDataFilePage)
        return frame;
    return catalog::kDataFilePage / (catalog::kDataFilePage / frame);
}

} // namespace

ImportEstimate estimateImport(const readers::CsvPreview& preview)
{
    const auto rows = static_cast<double>(preview.estimatedRows);
    const auto columns = static_cast<double>(preview.file.table.columns.size());
    double perRow = kBytesPerRow;
    for (const table::Column& column : preview.file.table.columns)
        perRow += bytesPerCell(column, rows);
    ImportEstimate estimate;
    estimate.catalogBytes = static_cast<std::uint64_t>(rows * perRow + kBytesPerDataset);
    estimate.seconds = kSecondsPerRun + static_cast<double>(preview.totalBytes) / kBytesPerSecond
        + rows * columns * kSecondsPerCell;
    return estimate;
}

base::Result<std::uint64_t> estimateKeptSource(const readers::ByteSource& source)
{
    const std::uint64_t looked = std::min<std::uint64_t>(source.size(), readers::kPreviewBytes);
    readers::FrameCompressor compressor;
    std::string bytes;
    std::uint64_t kept = 0;
    for (std::uint64_t at = 0; at < looked; at += bytes.size()) {
        bytes.resize(
            static_cast<std::size_t>(std::min<std::uint64_t>(readers::kFrameBytes, looked - at)));
        if (const auto read = source.read(at, bytes.data(), bytes.size()); !read)
            return read.error();
        const auto frame = compressor.compress(bytes.data(), bytes.size());
        if (!frame)
            return frame.error();
        kept += bytesOfFrame(frame->size());
    }
    if (looked == source.size())
        return kept;
    const double ratio = static_cast<double>(kept) / static_cast<double>(looked);
    return static_cast<std::uint64_t>(ratio * static_cast<double>(source.size()));
}

} // namespace cupel::pipeline
