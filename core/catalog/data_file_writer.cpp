#include "core/catalog/data_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/catalog/data_file_format.h"
#include "core/catalog/data_file_head.h"
#include "core/catalog/data_file_parts.h"
#include "core/catalog/data_file_rows.h"
#include "core/catalog/database.h"
#include "core/catalog/new_file.h"
#include "core/catalog/write_progress.h"
#include "core/readers/csv_row_source.h"

namespace cupel::catalog {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using table::CodeColumn;
using table::NumberColumn;
using table::TextSketch;

const std::vector<std::uint64_t>* rowsOf(const table::Column& column)
{
    if (const auto* const numbers = std::get_if<NumberColumn>(&column.cells))
        return &numbers->notOfTypeRows;
    if (const auto* const texts = std::get_if<TextSketch>(&column.cells))
        return &texts->missingRows;
    return nullptr;
}

const table::Buffer* cellsOf(const table::Column& column)
{
    if (const auto* const codes = std::get_if<CodeColumn>(&column.cells))
        return &codes->codes;
    if (const auto* const numbers = std::get_if<NumberColumn>(&column.cells))
        return &numbers->values;
    return nullptr;
}

/// Writes the arrays of a table, piece by piece.
class SegmentWriter {
public:
    static Result<SegmentWriter> into(const Database& database, WriteProgress& progress)
    {
        auto segment = database.prepare(
            R"(INSERT INTO segment (id, kind, "column", bytes, digest) VALUES (?, ?, ?, ?, ?))");
        if (!segment)
            return segment.error();
        auto content = database.prepare("INSERT INTO content (id, bytes) VALUES (?, ?)");
        if (!content)
            return content.error();
        return SegmentWriter(std::move(*segment), std::move(*content), progress);
    }

    /// Add an array in pieces of kSegmentBytes.
    Result<void> add(SegmentKind kind, std::size_t column, std::string_view bytes)
    {
        for (std::size_t at = 0; at < bytes.size(); at += kSegmentBytes) {
            if (auto done = addPiece(kind, column, bytes.substr(at, kSegmentBytes)); !done)
                return done;
        }
        return {};
    }
    Result<void> add(SegmentKind kind, std::size_t column, const table::Buffer& buffer)
    {
        return add(kind, column, {buffer.as<char>(), buffer.size()});
    }
    Result<void> addPiece(SegmentKind kind, std::size_t column, std::string_view bytes)
    {
        if (m_progress->isCancelled())
            return Error{ErrorCode::Cancelled, "cancelled while storing", "", {}};
        const base::Digest128 digest = base::digest128(bytes.data(), bytes.size());
        const std::string_view digestBytes(
            reinterpret_cast<const char*>(digest.data()), digest.size());
        ++m_id;
        if (auto done = m_segment.run(
                m_id, static_cast<unsigned>(kind), column, bytes.size(), Bytes{digestBytes});
            !done)
            return done;
        if (auto done = m_content.run(m_id, Bytes{bytes}); !done)
            return done;
        if (kind == SegmentKind::RowHashes || kind == SegmentKind::Cells)
            m_progress->add(bytes.size());
        return {};
    }

private:
    SegmentWriter(Statement segment, Statement content, WriteProgress& progress)
        : m_segment(std::move(segment))
        , m_content(std::move(content))
        , m_progress(&progress)
    {
    }

    Statement m_segment;
    Statement m_content;
    WriteProgress* m_progress;
    std::int64_t m_id = 0;
};

/// Writes one table.
class DataFileWriter {
public:
    DataFileWriter(const readers::CsvFile& file, const readers::CsvRowSource& rows,
        const readers::CsvOptions& options, const DataFileOptions& how, const base::JobContext& job)
        : m_file(file)
        , m_rows(rows)
        , m_options(options)
        , m_how(how)
        , m_progress(job, bytesToWrite())
    {
    }

    Result<void> write(const std::string& path)
    {
        const auto database = Database::create(path, dataFileFormat(), kDataFilePage);
        if (!database)
            return database.error();
        auto transaction = Transaction::begin(*database, Transaction::Kind::Write);
        if (!transaction)
            return transaction.error();
        auto writer = SegmentWriter::into(*database, m_progress);
        if (!writer)
            return writer.error();
        if (auto done = writeTable(*writer); !done)
            return done;
        if (m_how.keepsSource) {
            if (auto done = writeFrames(*database, m_rows.bytes(), m_file.report.hash, m_progress);
                !done)
                return done;
        }
        return transaction->commit();
    }

private:
    /// What is worth telling of: the large arrays and the source.
    std::uint64_t bytesToWrite() const
    {
        std::uint64_t bytes = m_file.table.rowHashes.size();
        for (const table::Column& column : m_file.table.columns) {
            if (const table::Buffer* const cells = cellsOf(column))
                bytes += cells->size();
        }
        return bytes + (m_how.keepsSource ? m_rows.bytes().size() : 0);
    }

    DataFileFacts facts() const
    {
        DataFileFacts facts{
            m_rows.layout().maxRowBytes, m_rows.bytes().modifiedNs(), m_how.keepsSource, {}};
        for (const table::Column& column : m_file.table.columns) {
            const auto* const codes = std::get_if<CodeColumn>(&column.cells);
            facts.dictionarySizes.push_back(codes ? codes->dictionary->size() : 0);
        }
        return facts;
    }

    Result<void> writeTable(SegmentWriter& writer)
    {
        const table::Table& table = m_file.table;
        if (auto done = writer.add(SegmentKind::Head, 0, encodeHead(m_file, m_options, facts()));
            !done)
            return done;
        if (auto done = writer.add(SegmentKind::RowHashes, 0, table.rowHashes); !done)
            return done;
        const auto addIndex = [&writer](std::string_view piece) {
            return writer.addPiece(SegmentKind::RowIndex, 0, piece);
        };
        if (auto done = encodeIndex(m_rows.layout().index, addIndex); !done)
            return done;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (auto done = writeColumn(writer, column); !done)
                return done;
        }
        return {};
    }

    Result<void> writeColumn(SegmentWriter& writer, std::size_t number) const
    {
        const table::Column& column = m_file.table.columns[number];
        if (const auto* const codes = std::get_if<CodeColumn>(&column.cells)) {
            const std::string dictionary = encodeDictionary(*codes->dictionary);
            if (auto done = writer.add(SegmentKind::Dictionary, number, dictionary); !done)
                return done;
        }
        if (const auto* const rows = rowsOf(column)) {
            const std::string_view bytes(
                reinterpret_cast<const char*>(rows->data()), rows->size() * sizeof(std::uint64_t));
            if (auto done = writer.add(SegmentKind::Rows, number, bytes); !done)
                return done;
        }
        if (const table::Buffer* const cells = cellsOf(column))
            return writer.add(SegmentKind::Cells, number, *cells);
        return {};
    }

    const readers::CsvFile& m_file;
    const readers::CsvRowSource& m_rows;
    const readers::CsvOptions& m_options;
    const DataFileOptions& m_how;
    WriteProgress m_progress;
};

/// An error about the file in the making is one about the file that it was to become.
Error about(const std::string& path, const std::string& part, Error error)
{
    if (error.where.file == part)
        error.where.file = path;
    return error;
}

} // namespace

Result<void> writeDataFile(const std::string& path, const readers::CsvFile& file,
    const readers::CsvOptions& options, const DataFileOptions& how, const base::JobContext& job)
{
    const auto* const rows = dynamic_cast<const readers::CsvRowSource*>(file.table.source.get());
    if (!rows)
        return Error{ErrorCode::Internal, "a table that was not read from CSV cannot be stored", "",
            {path, 0, 0, 0}};
    auto part = NewFile::beside(path);
    if (!part)
        return part.error();
    if (auto done = DataFileWriter(file, *rows, options, how, job).write(part->path()); !done)
        return about(path, part->path(), done.error());
    return part->commit();
}

} // namespace cupel::catalog
