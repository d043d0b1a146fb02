#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/readers/csv_scanner.h"
#include "tests/support/effort.h"

using namespace cupel;
using namespace cupel::readers;

namespace {

/// What a reading of a text comes to, in a form that two readers can be compared by.
struct Reading {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> begins;
    std::vector<std::pair<std::uint64_t, std::string>> rejected;
    std::uint64_t tolerated = 0;
    std::uint64_t rowBytes = 0;
    std::uint64_t blankBytes = 0;
    std::uint64_t rejectedBytes = 0;
    std::uint64_t lines = 0;
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// Row by row with the reader that defines what a row is.
Reading readByRules(const std::string& text, const Dialect& dialect, std::size_t columns)
{
    Reading reading;
    ParsedRow row;
    for (std::size_t at = 0; at < text.size(); at = row.end) {
        parseRow(text.data(), at, text.size(), true, dialect, row);
        const std::size_t bytes = row.end - at;
        if (row.status == ParsedRow::Status::Blank) {
            reading.blankBytes += bytes;
        } else if (row.status == ParsedRow::Status::Rejected) {
            reading.rejectedBytes += bytes;
            reading.rejected.emplace_back(reading.lines, row.reason);
        } else if (row.cells.size() != columns) {
            reading.rejectedBytes += bytes;
            reading.rejected.emplace_back(reading.lines,
                std::to_string(row.cells.size())
                    + (row.cells.size() == 1 ? " cell, expected " : " cells, expected ")
                    + std::to_string(columns));
        } else {
            reading.rowBytes += bytes;
            reading.rows.push_back(row.cells);
            reading.begins.push_back(at);
            reading.tolerated += row.oddQuote != ParsedRow::kNone;
        }
        reading.lines += row.lines;
    }
    return reading;
}

std::string unquoted(std::string cell, char quote)
{
    if (quote == '\0' || cell.empty() || cell[0] != quote)
        return cell;
    cell = cell.substr(1, cell.size() - 2);
    for (std::size_t at = 0; (at = cell.find(quote, at)) != std::string::npos; ++at)
        cell.erase(at, 1);
    return cell;
}

/// With the fast scanner, given the text in pieces: the whole text is there, but rows that begin
/// from `limit` on are left for a second call.
Reading readFast(const std::string& text, const Dialect& dialect, std::size_t columns,
    std::size_t limit, std::size_t firstSize)
{
    std::string bytes = text + std::string(128, 'z');
    CsvScanner scanner(dialect, columns, 1u << 20);
    ScannedRows rows;
    rows.restart(0);
    for (const std::size_t until : {limit, text.size()}) {
        const std::size_t size = std::min(std::max(firstSize, until), text.size());
        auto status = scanner.scan(
            bytes.data(), size, std::min(until, text.size()), size == text.size(), rows);
        if (status == CsvScanner::Status::NeedMore)
            status
                = scanner.scan(bytes.data(), text.size(), std::min(until, text.size()), true, rows);
        EXPECT_EQ(status, CsvScanner::Status::Done);
    }
    Reading reading;
    std::size_t repaired = 0;
    for (std::size_t r = 0; r < rows.rowBegins.size(); ++r) {
        const bool copy = repaired < rows.repairedRows.size() && rows.repairedRows[repaired] == r;
        repaired += copy;
        const std::string& from = copy ? rows.repairs : bytes;
        std::vector<std::string> cells;
        const std::uint32_t* marks = rows.marks.data() + r * (columns + 1);
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t begin = c == 0 ? marks[0] : marks[c] + dialect.delimiter.size();
            cells.push_back(unquoted(from.substr(begin, marks[c + 1] - begin), dialect.quote));
        }
        reading.rows.push_back(cells);
        reading.begins.push_back(rows.rowBegins[r]);
    }
    for (const auto& row : rows.rejected)
        reading.rejected.emplace_back(row.line, row.reason);
    reading.tolerated = rows.toleratedRows;
    reading.rowBytes = rows.rowBytes;
    reading.blankBytes = rows.blankBytes;
    reading.rejectedBytes = rows.rejectedBytes;
    reading.lines = rows.lines;
    return reading;
}

std::string randomText(std::mt19937& random, const std::string& alphabet)
{
    std::string text;
    const std::size_t size = random() % 400;
    const unsigned oddity = random() % 4;
    while (text.size() < size) {
        if (oddity > 0 && random() % oddity == 0) {
            text += alphabet[random() % alphabet.size()];
        } else if (random() % 5 == 0) {
            text += "\"q,\"\"q\n\",";
        } else {
            text += std::string(random() % 30, 'w') + (random() % 3 == 0 ? "\n" : ",");
        }
    }
    return text;
}

struct Variant {
    const char* name;
    std::string delimiter;
    char quote;
    std::string lineEnd;
    std::string alphabet;
};

class CsvScannerProperty : public testing::TestWithParam<Variant> { };

TEST_P(CsvScannerProperty, ReadsWhatTheRulesRead)
{
    const Variant& variant = GetParam();
    Dialect dialect;
    dialect.delimiter = variant.delimiter;
    dialect.quote = variant.quote;
    dialect.lineEnd = variant.lineEnd;
    std::mt19937 random(20260101);
    std::size_t accepted = 0;
    for (std::size_t round = 0; round < test::effort(20'000); ++round) {
        const std::string text = randomText(random, variant.alphabet);
        const std::size_t columns = 1 + random() % 3;
        const Reading expected = readByRules(text, dialect, columns);
        const std::size_t limit = text.empty() ? 0 : random() % (text.size() + 1);
        Reading fast = readFast(text, dialect, columns, limit, limit + random() % 80);
        if (!text.empty() && text.back() != variant.lineEnd.back())
            fast.lines = expected.lines; // the line end lent to the last row is counted
        ASSERT_EQ(fast, expected) << "round " << round << ", columns " << columns << ", limit "
                                  << limit << ":\n"
                                  << text;
        accepted += expected.rows.size();
    }
    EXPECT_GT(accepted, test::effort(10'000)) << "the texts must hold rows";
}

INSTANTIATE_TEST_SUITE_P(Dialects, CsvScannerProperty,
    testing::Values(Variant{"comma", ",", '"', "\n", "a,\"\n\r x"},
        Variant{"comma_blank", ", ", '"', "\n", "a,\"\n\r ,  "},
        Variant{"overlapping", ",,", '"', "\n", "a,\"\n\r,"},
        Variant{"no_quote", ",", '\0', "\n", "a,\"\n\r"},
        Variant{"carriage_return", ",", '"', "\r", "a,\"\n\r"}),
    [](const auto& entry) { return std::string(entry.param.name); });

TEST(CsvScanner, RejectsRowsLongerThanTheLimitAndGoesOn)
{
    const std::string longRow(3000, 'x');
    const std::string text = "a,b\n" + longRow + ",b\nc,d\n\"" + longRow + "\ne,f\n";
    std::string bytes = text + std::string(128, '\0');
    CsvScanner scanner({}, 2, 1000);
    ScannedRows rows;
    rows.restart(0);
    ASSERT_EQ(
        scanner.scan(bytes.data(), text.size(), text.size(), true, rows), CsvScanner::Status::Done);
    EXPECT_EQ(rows.rowBegins.size(), 3u);
    ASSERT_EQ(rows.rejected.size(), 2u);
    EXPECT_EQ(rows.rejected[0].line, 1u);
    EXPECT_EQ(rows.rejected[0].reason, "the row is longer than 1000 bytes");
    EXPECT_EQ(rows.rejected[1].line, 3u);
    EXPECT_EQ(rows.rejected[1].reason, "a quote does not close within 1000 bytes");
    EXPECT_EQ(rows.rowBytes + rows.rejectedBytes, text.size());
}

TEST(CsvScanner, GuessesTheFirstRowFromTheQuoteState)
{
    const std::string text = "b\"\nc,d\n";
    const std::string padded = text + std::string(64, '\0');
    EXPECT_EQ(guessRowBegin(padded.data(), text.size(), 'x', true, {}), 3u);
    EXPECT_EQ(guessRowBegin(padded.data(), text.size(), '\n', false, {}), 0u);
    EXPECT_EQ(guessRowBegin(padded.data(), text.size(), 'x', false, {}), ParsedRow::kNone);
}

} // namespace
