#include "core/readers/csv_reader.h"

#include <algorithm>
#include <set>
#include <thread>

#include "core/readers/column_encoder.h"
#include "core/readers/csv_chunks.h"
#include "core/readers/csv_dialect.h"
#include "core/readers/csv_header.h"
#include "core/readers/csv_row.h"
#include "core/readers/text_check.h"

namespace cupel::readers {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::uint64_t kSampleBytes = 256u << 10;

/// What stands before the first row.
struct Head {
    Dialect dialect;
    std::uint64_t bomBytes = 0;
    std::uint64_t headerBytes = 0;
    std::uint64_t blankBytes = 0;
    std::uint64_t blankLines = 0;
    std::uint64_t lines = 0; ///< line ends before the first row
    ColumnNames columns;
    std::uint64_t headerLine = 0; ///< 0: none
    std::vector<HeaderCell> headerCells; ///< empty: not known
};

Error at(const ByteSource& source, std::uint64_t line, ErrorCode code, std::string message,
    std::string hint)
{
    return {code, std::move(message), std::move(hint), {source.name(), line, 0, 0}};
}

Result<std::string> readBegin(const ByteSource& source, std::uint64_t bytes)
{
    std::string text(static_cast<std::size_t>(std::min(bytes, source.size())), '\0');
    if (auto read = source.read(0, text.data(), text.size()); !read)
        return read.error();
    return text;
}

/// The beginning of the file, as far as its first row reaches: a delimiter is not to be seen in
/// half a row.
Result<std::string> readSample(
    const ByteSource& source, const CsvOptions& options, std::string sample, std::size_t bomBytes)
{
    std::uint64_t window = kSampleBytes;
    while (!options.delimiter && sample.size() < source.size() && window < options.maxRowBytes
        && !holdsFirstRow(std::string_view(sample).substr(bomBytes), options)) {
        window *= 4;
        auto longer = readBegin(source, window);
        if (!longer)
            return longer;
        sample = std::move(*longer);
    }
    return sample;
}

/// Find the first row that is not blank: the header, or what tells the number of columns.
Result<Head> readHead(
    const ByteSource& source, const CsvOptions& options, Dialect dialect, std::uint64_t bomBytes)
{
    Head head;
    head.dialect = std::move(dialect);
    head.bomBytes = bomBytes;
    std::uint64_t window = kSampleBytes;
    auto text = readBegin(source, window);
    ParsedRow row;
    std::size_t at0 = static_cast<std::size_t>(bomBytes);
    while (true) {
        if (!text)
            return text.error();
        if (at0 >= text->size() && text->size() == source.size())
            return at(source, 0, ErrorCode::Empty, "the file holds nothing but blank lines",
                "check that this is the right file");
        parseRow(text->data(), at0, text->size(), text->size() == source.size(), head.dialect, row);
        if (row.status == ParsedRow::Status::NeedMore) {
            if (window >= options.maxRowBytes)
                return at(source, head.lines + 1, ErrorCode::NotData,
                    "the first line is longer than " + std::to_string(options.maxRowBytes)
                        + " bytes",
                    "check that this is a table and that its lines end with a line feed");
            window *= 4;
            text = readBegin(source, window);
            continue;
        }
        if (row.status != ParsedRow::Status::Blank)
            break;
        head.blankBytes += row.end - at0;
        head.lines += row.lines;
        ++head.blankLines;
        at0 = row.end;
    }
    if (row.status == ParsedRow::Status::Rejected)
        return at(source, head.lines + 1, ErrorCode::NotData, "in the first row " + row.reason,
            "correct the quote, or pass --quote if the file quotes otherwise");
    if (options.hasHeader) {
        head.headerBytes = row.end - at0;
        head.headerLine = head.lines + 1;
        if (row.lines <= 1 && row.oddQuote == ParsedRow::kNone)
            head.headerCells
                = headerCells(std::string_view(*text).substr(at0, row.end - at0), head.dialect);
        head.lines += row.lines;
        head.columns = columnNames(row.cells);
    } else {
        head.columns.names = numberedNames(row.cells.size());
    }
    if (!options.names.empty()) {
        if (options.names.size() != row.cells.size())
            return at(source, head.lines, ErrorCode::Usage,
                std::to_string(options.names.size()) + " names were given, the file has "
                    + std::to_string(row.cells.size()) + " columns",
                "give one name per column, or another --delimiter");
        head.columns = columnNames(options.names);
        if (!head.columns.renamed.empty())
            return at(source, 0, ErrorCode::Usage, "the given names are not unique or one is empty",
                "give each column its own name");
    }
    return head;
}

EncoderOptions encoderOptions(const CsvOptions& options, const std::vector<std::string>& names)
{
    const std::set<std::string> coded(options.codedColumns.begin(), options.codedColumns.end());
    EncoderOptions encoder;
    encoder.hashBits = options.hashBits;
    for (const std::string& name : names) {
        ColumnRequest request;
        request.name = name;
        request.nullTokens = options.nullTokens;
        if (const auto own = options.nullTokensByColumn.find(name);
            own != options.nullTokensByColumn.end())
            request.nullTokens.insert(
                request.nullTokens.end(), own->second.begin(), own->second.end());
        if (const auto type = options.types.find(name); type != options.types.end())
            request.type = type->second;
        request.needsCodes = coded.contains(name);
        encoder.columns.push_back(std::move(request));
    }
    return encoder;
}

ImportReport reportOf(const ByteSource& source, const Head& head, ChunkTotals& totals)
{
    ImportReport report;
    report.file = source.name();
    report.bytes = source.size();
    report.hash = base::changeHash(totals.leaves);
    report.dialect = head.dialect;
    report.accounted = {head.bomBytes, head.headerBytes, totals.rowBytes,
        totals.blankBytes + head.blankBytes, totals.rejectedBytes};
    report.headerLine = head.headerLine;
    report.headerCells = head.headerCells;
    report.rows = totals.rows;
    report.blankLines = totals.blankLines + head.blankLines;
    report.rejectedRows = totals.rejectedRows;
    report.rejected = std::move(totals.rejected);
    report.toleratedRows = totals.toleratedRows;
    report.tolerated = std::move(totals.tolerated);
    report.renamedColumns = head.columns.renamed;
    return report;
}

struct Pass {
    CsvFile file;
    bool dialectHolds = true;
};

Result<Pass> readWith(const std::shared_ptr<const ByteSource>& source, const CsvOptions& options,
    const Dialect& dialect, std::uint64_t bomBytes, const base::JobContext& job)
{
    auto head = readHead(*source, options, dialect, bomBytes);
    if (!head)
        return head.error();
    if (auto named = checkNamed(options, head->columns.names, source->name()); !named)
        return named.error();

    ChunkPlan plan;
    plan.dialect = head->dialect;
    plan.columns = head->columns.names.size();
    plan.rowsBegin = head->bomBytes + head->blankBytes + head->headerBytes;
    plan.firstLine = head->lines + 1;
    plan.maxRowBytes = options.maxRowBytes;
    plan.stopAtShortDelimiter = !options.delimiter;
    const unsigned wanted
        = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
    const std::uint64_t useful = source->size() / base::kHashLeafBytes + 1;
    plan.threads = static_cast<unsigned>(
        std::clamp<std::uint64_t>(std::min<std::uint64_t>(wanted, useful), 1, 256));

    TableBuilder builder(encoderOptions(options, head->columns.names), plan.threads);
    auto totals = readChunks(*source, plan, builder, job);
    if (!totals)
        return totals.error();
    Pass pass;
    if (totals->shortDelimiter && plan.stopAtShortDelimiter) {
        pass.dialectHolds = false;
        return pass;
    }
    if (auto same = source->unchanged(); !same)
        return same.error();
    auto table = std::move(builder).finish(totals->rows, job);
    if (!table)
        return table.error();
    pass.file.table = std::move(*table);
    pass.file.report = reportOf(*source, *head, *totals);
    pass.file.table.source = std::make_shared<CsvRowSource>(source,
        CsvRowLayout{head->dialect, std::move(totals->index), totals->rows, plan.columns,
            options.maxRowBytes});
    return pass;
}

} // namespace

Result<CsvFile> readCsv(std::shared_ptr<const ByteSource> source, const CsvOptions& options,
    const base::JobContext& job)
{
    if (source->size() == 0)
        return at(
            *source, 0, ErrorCode::Empty, "the file is empty", "check that this is the right file");
    auto sample = readBegin(*source, kSampleBytes);
    if (!sample)
        return sample.error();
    auto bom = checkHead(*sample, source->name());
    if (!bom)
        return bom.error();
    sample = readSample(*source, options, std::move(*sample), *bom);
    if (!sample)
        return sample.error();
    auto dialect = detectDialect(
        std::string_view(*sample).substr(*bom), sample->size() == source->size(), options);
    if (!dialect)
        return dialect.error();
    auto pass = readWith(source, options, *dialect, *bom, job);
    if (pass && !pass->dialectHolds) {
        // Not every separator of the file is followed by a blank: the blanks belong to the cells.
        dialect->delimiter.pop_back();
        pass = readWith(source, options, *dialect, *bom, job);
    }
    if (!pass)
        return pass.error();
    return std::move(pass->file);
}

} // namespace cupel::readers
