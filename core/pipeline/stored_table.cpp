#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/pipeline/catalog_store.h"
#include "core/pipeline/reading_options.h"
#include "core/readers/file_digest.h"

namespace cupel::pipeline {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using readers::CsvFile;
using ByteSourcePtr = std::shared_ptr<const readers::ByteSource>;

constexpr const char* kBringBack
    = "bring back the file as it was, or import with --keep-source next time";

/// Why a version has no rows, by what its input is now.
Error noRowsOf(
    const Result<ByteSourcePtr>& input, const std::string& path, const catalog::Version& version)
{
    if (!input && input.error().code != ErrorCode::InputMissing) {
        Error error = input.error();
        error.where.file = path;
        return error;
    }
    const std::string kept = version.dataFile && version.dataFile->keepsSource
        ? "and the data file that kept its rows is missing or damaged"
        : "and the catalog does not keep its rows";
    if (!input)
        return {ErrorCode::InputMissing, "its file is gone, " + kept, kBringBack, {path, 0, 0, 0}};
    return {ErrorCode::InputUnreadable,
        "its file was changed since it was put into the catalog, " + kept, kBringBack,
        {path, 0, 0, 0}};
}

/// The columns that have to be coded, as the roles of the version say.
std::vector<std::string> codedColumnsOf(const catalog::Contents& contents)
{
    std::vector<std::string> coded;
    for (const catalog::ColumnInfo& column : contents.columns) {
        const bool isInRole = std::any_of(contents.roles.begin(), contents.roles.end(),
            [&column](const catalog::RoleInfo& role) { return role.column == column.name; });
        if (isInRole || !column.role.empty())
            coded.push_back(column.name);
    }
    return coded;
}

bool hasColumnsOf(const CsvFile& file, const catalog::Contents& contents)
{
    return std::equal(file.table.columns.begin(), file.table.columns.end(),
        contents.columns.begin(), contents.columns.end(),
        [](const table::Column& column, const catalog::ColumnInfo& info) {
            return column.name == info.name && table::typeName(column.type) == info.type;
        });
}

/// Whether a name out of a catalog, which is not trusted, is that of a data file beside it.
bool isBeside(const std::string& dataFile)
{
    const std::filesystem::path path(dataFile);
    return path.filename() == path && path.extension() == catalog::kDataFileEnding;
}

/// The bytes of a version, where a source has them.
Result<ByteSourcePtr> sameBytes(
    ByteSourcePtr source, const catalog::Version& version, const base::JobContext& job)
{
    if (!source || static_cast<std::int64_t>(source->size()) != version.file.bytes)
        return ByteSourcePtr();
    const auto hash = readers::changeHashOf(*source, job);
    if (!hash && hash.error().code == ErrorCode::Cancelled)
        return hash.error();
    return hash && *hash == version.file.hash ? std::move(source) : ByteSourcePtr();
}

} // namespace

/// Read a version again as it was read; null where its bytes are nowhere, or give another table.
Result<std::shared_ptr<const CsvFile>> CatalogStore::readAgain(const catalog::Version& version,
    const ByteSourcePtr& input, const std::string& path, unsigned threads,
    const base::JobContext& job) const
{
    const std::shared_ptr<const CsvFile> none;
    auto options = readingOptions(version.file.options);
    if (!options)
        return none;
    const auto contents = m_catalog.contents(version.id);
    if (!contents)
        return contents.error();
    options->codedColumns = codedColumnsOf(*contents);
    options->threads = threads;
    auto bytes = sameBytes(input, version, job);
    if (bytes && !*bytes && version.dataFile && version.dataFile->keepsSource) {
        auto kept = catalog::openKeptSource(pathOf(version.dataFile->name),
            std::filesystem::path(path).filename().string(),
            static_cast<std::uint64_t>(version.file.bytes));
        if (kept)
            bytes = sameBytes(std::move(*kept), version, job);
    }
    if (!bytes)
        return bytes.error();
    if (!*bytes)
        return none;
    auto file = readers::readCsv(*bytes, *options, job);
    if (!file)
        return file.error();
    if (file->report.hash != version.file.hash || !hasColumnsOf(*file, *contents))
        return none;
    auto shared = std::make_shared<const CsvFile>(std::move(*file));
    if (m_catalog.isReadOnly() || !version.dataFile || !isBeside(version.dataFile->name))
        return std::shared_ptr<const CsvFile>(std::move(shared));
    // Where there is no room for it, it is made again the next time.
    const auto written = catalog::writeDataFile(
        pathOf(version.dataFile->name), *shared, *options, {version.dataFile->keepsSource}, job);
    if (!written && written.error().code == ErrorCode::Cancelled)
        return written.error();
    return std::shared_ptr<const CsvFile>(std::move(shared));
}

Result<CatalogStore::StoredTable> CatalogStore::load(
    const catalog::Version& version, unsigned threads, const base::JobContext& job) const
{
    const auto dataset = m_catalog.datasetOfId(version.dataset);
    if (!dataset)
        return dataset.error();
    const auto input = readers::openFile(dataset->path);
    StoredTable stored;
    if (version.dataFile) {
        auto data = catalog::readDataFile(
            pathOf(version.dataFile->name), input ? *input : nullptr, threads, job);
        if (!data && data.error().code == ErrorCode::Cancelled)
            return data.error();
        if (data && data->file.report.hash == version.file.hash) {
            if (data->rowTexts == catalog::RowTexts::Absent)
                stored.noRows = noRowsOf(input, dataset->path, version);
            stored.file = std::make_shared<const CsvFile>(std::move(data->file));
            return stored;
        }
    }
    auto again = readAgain(version, input ? *input : nullptr, dataset->path, threads, job);
    if (!again)
        return again.error();
    stored.file = std::move(*again);
    if (!stored.file)
        stored.noRows = noRowsOf(input, dataset->path, version);
    return stored;
}

Result<std::shared_ptr<const CsvFile>> CatalogStore::table(
    const catalog::Version& version, unsigned threads, const base::JobContext& job) const
{
    auto stored = load(version, threads, job);
    if (!stored)
        return stored.error();
    if (stored->noRows)
        return *stored->noRows;
    return std::move(stored->file);
}

} // namespace cupel::pipeline
