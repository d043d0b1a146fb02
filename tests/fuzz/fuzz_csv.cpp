// The CSV reader on any bytes: no crash, every byte accounted for, and the same rows as the
// sequential row parser gives, which defines what a row is.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/readers/csv_reader.h"
#include "core/readers/csv_row.h"

namespace {

using namespace cupel;

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fuzz_csv: not true: %s\n", what);
    std::abort();
}

/// All rows of `bytes` from `begin` by the sequential parser.
std::vector<readers::ParsedRow> parseAll(
    const char* bytes, std::size_t begin, std::size_t size, const readers::Dialect& dialect)
{
    std::vector<readers::ParsedRow> rows;
    while (begin < size) {
        readers::ParsedRow& row = rows.emplace_back();
        readers::parseRow(bytes, begin, size, true, dialect, row);
        require(
            row.status != readers::ParsedRow::Status::NeedMore, "nothing follows the last byte");
        require(
            row.end > begin && row.end <= size, "a row takes at least one byte and none beyond");
        begin = row.end;
    }
    return rows;
}

struct Counts {
    std::uint64_t blank = 0;
    std::uint64_t rejected = 0;
    std::vector<std::vector<std::string>> rows;
};

/// What the reader should report: the first row that is not blank is the header.
Counts expected(const std::vector<readers::ParsedRow>& parsed, std::size_t columns, bool hasHeader)
{
    Counts counts;
    bool headerDue = hasHeader;
    for (const readers::ParsedRow& row : parsed) {
        if (row.status == readers::ParsedRow::Status::Blank)
            ++counts.blank;
        else if (headerDue)
            headerDue = false;
        else if (row.status == readers::ParsedRow::Status::Rejected || row.cells.size() != columns)
            ++counts.rejected;
        else
            counts.rows.push_back(row.cells);
    }
    return counts;
}

/// Options that vary with the input's length, so that the inputs themselves stay plain CSV.
readers::CsvOptions optionsFor(std::size_t size)
{
    readers::CsvOptions options;
    options.threads = 1;
    options.hasHeader = size % 2 == 0;
    if (size % 5 == 0)
        options.delimiter = ", ";
    if (size % 7 == 0)
        options.quote = '\'';
    if (size % 11 == 0)
        options.nullTokens = {"?", "NA"};
    if (size % 3 == 0)
        options.hashBits = 12;
    return options;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const char* bytes = reinterpret_cast<const char*>(data);
    // Here the parser stands on a buffer of exactly this size, so reading past it is seen.
    parseAll(bytes, 0, size, {});

    const readers::CsvOptions options = optionsFor(size);
    const auto file
        = readers::readCsv(readers::memorySource("fuzz.csv", {bytes, size}), options, {});
    if (!file)
        return 0;
    const readers::ImportReport& report = file->report;
    const auto& [bom, header, rows, blank, rejected] = report.accounted;
    require(report.bytes == size, "the report states the size");
    require(bom + header + rows + blank + rejected == size, "the bytes add up");

    const Counts counts = expected(
        parseAll(bytes, bom, size, report.dialect), file->table.columns.size(), options.hasHeader);
    require(report.rows == counts.rows.size(), "as many rows as the sequential parser finds");
    require(report.blankLines == counts.blank, "as many blank lines");
    require(report.rejectedRows == counts.rejected, "as many rejected rows");
    require(file->table.rows == report.rows, "the table has the rows of the report");
    for (std::uint64_t i = 0; i < report.rows; ++i) {
        const auto row = file->table.source->row(i);
        require(row && row->cells == counts.rows[i], "each row's text can be read again");
    }
    return 0;
}
