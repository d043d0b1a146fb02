#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/readers/csv_row.h"

using namespace cupel::readers;
using Status = ParsedRow::Status;

namespace {

ParsedRow parse(const std::string& text, bool atEnd = true, Dialect dialect = {})
{
    ParsedRow row;
    parseRow(text.data(), 0, text.size(), atEnd, dialect, row);
    return row;
}

struct Case {
    const char* name;
    std::string text;
    std::vector<std::string> cells;
    std::size_t end;
    bool odd;
};

class CsvRow : public testing::TestWithParam<Case> { };

TEST_P(CsvRow, GivesCells)
{
    const Case& expected = GetParam();
    const ParsedRow row = parse(expected.text);
    EXPECT_EQ(row.status, Status::Row);
    EXPECT_EQ(row.cells, expected.cells);
    EXPECT_EQ(row.end, expected.end);
    EXPECT_EQ(row.oddQuote != ParsedRow::kNone, expected.odd);
}

// Expected cells are those of a tolerant reader as Python's csv module is (strict=False).
INSTANTIATE_TEST_SUITE_P(Texts, CsvRow,
    testing::Values(Case{"plain", "a,b\nc", {"a", "b"}, 4, false},
        Case{"carriage_return_belongs_to_line_end", "a,b\r\nc", {"a", "b"}, 5, false},
        Case{"lone_carriage_return_is_text", "a\rb,c\n", {"a\rb", "c"}, 6, false},
        Case{"no_line_end_at_end", "a,b", {"a", "b"}, 3, false},
        Case{"empty_cells", ",,\n", {"", "", ""}, 3, false},
        Case{"quoted", "\"a,b\",c\n", {"a,b", "c"}, 8, false},
        Case{"quoted_empty", "\"\"\n", {""}, 3, false},
        Case{"doubled_quotes", "\"a\"\"b\",\"\"\"\"\n", {"a\"b", "\""}, 12, false},
        Case{"quoted_line_end", "\"a\nb\",c\n", {"a\nb", "c"}, 8, false},
        Case{"quote_in_unquoted_cell", "5\" pipe,c\n", {"5\" pipe", "c"}, 10, true},
        Case{"text_after_closing_quote", "\"a\"b,c\n", {"ab", "c"}, 7, true},
        Case{"quote_after_closing_quote_text", "\"a\"b\"c,d\n", {"ab\"c", "d"}, 9, true},
        Case{"blank_before_quote", "a, \"b\"\n", {"a", " \"b\""}, 7, true}),
    [](const auto& entry) { return std::string(entry.param.name); });

TEST(CsvRowEnd, BlankLines)
{
    EXPECT_EQ(parse("\nx").status, Status::Blank);
    EXPECT_EQ(parse("\r\nx").status, Status::Blank);
    EXPECT_EQ(parse("\r\nx").end, 2u);
    EXPECT_EQ(parse("\"\"\nx").status, Status::Row) << "a quoted empty cell is a row";
}

TEST(CsvRowEnd, QuoteThatNeverClosesGivesUpItsLineOnly)
{
    const ParsedRow row = parse("a,é\"x,\"b\nc,d\n");
    EXPECT_EQ(row.status, Status::Rejected);
    EXPECT_EQ(row.end, 10u);
    EXPECT_EQ(row.lines, 1u);
    EXPECT_EQ(row.reason, "the quote opened at column 7 never closes");
}

TEST(CsvRowEnd, QuoteClosedByTextOnALaterLineGivesUpItsLineOnly)
{
    const ParsedRow row = parse("\"a,1\nb,\"c\"\n");
    EXPECT_EQ(row.status, Status::Rejected);
    EXPECT_EQ(row.end, 5u);
    EXPECT_EQ(row.reason, "the quote opened at column 1 is closed by text on a later line");
}

TEST(CsvRowEnd, StrayQuoteAfterAWellFormedMultiLineCellGivesUpBothLines)
{
    const ParsedRow row = parse("\"a\nb\",\"c\nd\n");
    EXPECT_EQ(row.status, Status::Rejected);
    EXPECT_EQ(row.end, 9u);
    EXPECT_EQ(row.lines, 2u);
}

TEST(CsvRowEnd, AsksForMoreWhereTheNextByteDecides)
{
    EXPECT_EQ(parse("a,b", false).status, Status::NeedMore);
    EXPECT_EQ(parse("\"a\"", false).status, Status::NeedMore) << "the quote may be doubled";
    EXPECT_EQ(parse("\"a\"\r", false).status, Status::NeedMore) << "the CR may begin a line end";
    EXPECT_EQ(parse("\"a\nb", false).openQuote, 0u);
    EXPECT_EQ(parse("a,b\n", false).status, Status::Row);
}

TEST(CsvRowDialects, LongDelimiterQuoteAndLineEnd)
{
    Dialect commaBlank;
    commaBlank.delimiter = ", ";
    EXPECT_EQ(parse("a, b,c, \"d, e\"\n", true, commaBlank).cells,
        (std::vector<std::string>{"a", "b,c", "d, e"}));
    Dialect single;
    single.quote = '\'';
    EXPECT_EQ(parse("'a,b',\"c\n", true, single).cells, (std::vector<std::string>{"a,b", "\"c"}));
    Dialect none;
    none.quote = '\0';
    EXPECT_EQ(parse("\"a\n", true, none).cells, (std::vector<std::string>{"\"a"}));
    Dialect macintosh;
    macintosh.lineEnd = "\r";
    EXPECT_EQ(parse("a,b\rc", true, macintosh).end, 4u);
}

TEST(CsvRowDialects, NulBytesAreText)
{
    const std::string text("a\0b,c\n", 6);
    const ParsedRow row = parse(text);
    ASSERT_EQ(row.cells.size(), 2u);
    EXPECT_EQ(row.cells[0], std::string("a\0b", 3));
    Dialect none;
    none.quote = '\0';
    EXPECT_EQ(parse(text, true, none).oddQuote, ParsedRow::kNone);
}

} // namespace
