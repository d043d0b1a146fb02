#include "core/readers/csv_dialect.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/readers/csv_row.h"

namespace cupel::readers {
namespace {

constexpr std::size_t kSampleRows = 500;
constexpr std::array kCandidates{',', ';', '\t', '|'};

/// How well a delimiter fits: the share of rows that have the most frequent number of cells.
struct Fit {
    std::size_t cells = 0; ///< the most frequent number of cells
    std::size_t rowsWith = 0;
    std::size_t rows = 0;
    std::size_t firstCells = 0; ///< cells of the first row, mostly the header

    /// In twentieths, so that a few ragged rows do not outweigh the number of columns; a first row
    /// that differs from the others counts much.
    std::size_t grade() const
    {
        if (rows == 0 || cells < 2)
            return 0;
        return 1 + rowsWith * 20 / rows + (firstCells == cells ? 10 : 0);
    }
};

Fit fitOf(std::string_view sample, bool whole, const Dialect& dialect)
{
    std::map<std::size_t, std::size_t> rowsByCells;
    ParsedRow row;
    Fit fit;
    for (std::size_t at = 0; at < sample.size() && fit.rows < kSampleRows;) {
        parseRow(sample.data(), at, sample.size(), whole, dialect, row);
        if (row.status == ParsedRow::Status::NeedMore)
            break;
        at = row.end;
        if (row.status != ParsedRow::Status::Row)
            continue;
        if (fit.rows++ == 0)
            fit.firstCells = row.cells.size();
        const std::size_t rows = ++rowsByCells[row.cells.size()];
        if (rows > fit.rowsWith || (rows == fit.rowsWith && row.cells.size() > fit.cells)) {
            fit.cells = row.cells.size();
            fit.rowsWith = rows;
        }
    }
    return fit;
}

/// Whether every separator outside quotes is followed by a blank, and there is one.
bool alwaysFollowedByBlank(std::string_view sample, bool whole, char separator, char quote)
{
    bool any = false;
    bool inQuotes = false;
    bool cellBegins = true;
    for (std::size_t at = 0; at < sample.size(); ++at) {
        const char byte = sample[at];
        if (byte == quote && quote != '\0' && (inQuotes || cellBegins)) {
            inQuotes = !inQuotes;
            // After the quote either another one doubles it or the cell ends.
            cellBegins = !inQuotes;
            continue;
        }
        cellBegins = false;
        if (inQuotes)
            continue;
        if (byte == separator) {
            const bool cutOff = at + 1 == sample.size() && !whole;
            if (!cutOff && (at + 1 == sample.size() || sample[at + 1] != ' '))
                return false;
            any = cellBegins = true;
            ++at;
        } else if (byte == '\n' || byte == '\r') {
            cellBegins = true;
        }
    }
    return any;
}

/// What the options and the line ends of the sample say.
Dialect withoutDelimiter(std::string_view sample, const CsvOptions& options)
{
    Dialect dialect;
    dialect.hasHeader = options.hasHeader;
    dialect.quote = options.quote.value_or('"');
    if (sample.find('\n') == std::string_view::npos && sample.find('\r') != std::string_view::npos)
        dialect.lineEnd = "\r";
    return dialect;
}

constexpr const char* kQuoteIsLineEnd = "the quote cannot be a line end";

bool isLineEnd(char byte)
{
    return byte == '\n' || byte == '\r';
}

base::Error contradiction(std::string message)
{
    return {base::ErrorCode::Usage, std::move(message), "see --delimiter and --quote", {}};
}

} // namespace

bool holdsFirstRow(std::string_view sample, const CsvOptions& options)
{
    Dialect dialect = withoutDelimiter(sample, options);
    ParsedRow row;
    return std::all_of(kCandidates.begin(), kCandidates.end(), [&](char candidate) {
        dialect.delimiter = candidate;
        std::size_t at = 0;
        do {
            parseRow(sample.data(), at, sample.size(), false, dialect, row);
            at = row.end;
        } while (row.status == ParsedRow::Status::Blank);
        return row.status != ParsedRow::Status::NeedMore;
    });
}

base::Result<void> checkDialect(const Dialect& dialect)
{
    const std::string& delimiter = dialect.delimiter;
    if (isLineEnd(dialect.quote))
        return contradiction(kQuoteIsLineEnd);
    if (delimiter.empty())
        return contradiction("the delimiter is empty");
    if (std::any_of(delimiter.begin(), delimiter.end(), isLineEnd))
        return contradiction("the delimiter contains a line end");
    if (delimiter.size() > 32)
        return contradiction("the delimiter is longer than 32 bytes");
    if (dialect.quote != '\0' && delimiter.find(dialect.quote) != std::string::npos)
        return contradiction("the delimiter contains the quote");
    return {};
}

base::Result<Dialect> detectDialect(std::string_view sample, bool whole, const CsvOptions& options)
{
    Dialect dialect = withoutDelimiter(sample, options);
    if (options.delimiter) {
        dialect.delimiter = *options.delimiter;
        if (auto checked = checkDialect(dialect); !checked)
            return checked.error();
        return dialect;
    }
    if (isLineEnd(dialect.quote))
        return contradiction(kQuoteIsLineEnd);
    Fit best;
    std::string chosen = ",";
    for (const char candidate : kCandidates) {
        if (candidate == dialect.quote)
            continue;
        dialect.delimiter = candidate;
        const Fit fit = fitOf(sample, whole, dialect);
        if (fit.grade() > best.grade() || (fit.grade() == best.grade() && fit.cells > best.cells)) {
            best = fit;
            chosen = dialect.delimiter;
            if (alwaysFollowedByBlank(sample, whole, candidate, dialect.quote))
                chosen += ' ';
        }
    }
    dialect.delimiter = chosen;
    return dialect;
}

} // namespace cupel::readers
