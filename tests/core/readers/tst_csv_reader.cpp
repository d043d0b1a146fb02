#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/readers/csv_reader.h"
#include "core/readers/csv_row.h"
#include "tests/support/effort.h"

using namespace cupel;
using namespace cupel::readers;

namespace {

base::Result<CsvFile> read(std::string text, const CsvOptions& options = {})
{
    return readCsv(memorySource("data.csv", std::move(text)), options, {});
}

void expectEveryByteAccounted(const ImportReport& report)
{
    const auto& part = report.accounted;
    EXPECT_EQ(part.bom + part.header + part.rows + part.blank + part.rejected, report.bytes);
}

TEST(CsvReader, RejectsRaggedRowsByLine)
{
    const auto file = read("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->report.rows, 2u);
    ASSERT_EQ(file->report.rejected.size(), 2u);
    EXPECT_EQ(file->report.rejected[0].line, 3u);
    EXPECT_EQ(file->report.rejected[0].reason, "2 cells, expected 3");
    EXPECT_EQ(file->report.rejected[1].line, 4u);
    EXPECT_EQ(file->report.rejected[1].reason, "4 cells, expected 3");
    EXPECT_EQ(file->report.accounted.header, 6u);
    EXPECT_EQ(file->report.accounted.rows, 15u);
    EXPECT_EQ(file->report.accounted.rejected, 12u);
    expectEveryByteAccounted(file->report);
}

TEST(CsvReader, KnowsWhereTheNamesStand)
{
    const auto spans = [](const std::string& text, const CsvOptions& options = {}) {
        const auto file = read(text, options);
        EXPECT_TRUE(file) << text;
        std::vector<std::uint64_t> numbers{file->report.headerLine};
        for (const HeaderCell& cell : file->report.headerCells)
            numbers.insert(numbers.end(), {cell.column, cell.endColumn});
        return numbers;
    };
    using Numbers = std::vector<std::uint64_t>;
    EXPECT_EQ(spans("a,bc,d\n1,2,3\n"), (Numbers{1, 1, 2, 3, 5, 6, 7}));
    EXPECT_EQ(spans("\xEF\xBB\xBF"
                    "a,bc\r\n1,2\r\n"),
        (Numbers{1, 1, 2, 3, 5}));
    EXPECT_EQ(spans("\n\nä,b\n1,2\n"), (Numbers{3, 1, 2, 3, 4}));
    EXPECT_EQ(spans("\"a,\"\"x\",b\n1,2\n"), (Numbers{1, 1, 8, 9, 10}));
    EXPECT_EQ(spans("a, b\n1, 2\n"), (Numbers{1, 1, 2, 4, 5}));
    EXPECT_EQ(spans("\"a\nb\",c\n1,2\n"), (Numbers{1})) << "a name of two lines";
    CsvOptions noHeader;
    noHeader.hasHeader = false;
    EXPECT_EQ(spans("a,b\n1,2\n", noHeader), (Numbers{0}));
}

TEST(CsvReader, NamesTheSameLinesInTheMiddleOfManyChunks)
{
    std::string text = "a,b,c\n";
    std::size_t lines = 1;
    const auto fill = [&](std::size_t bytes) {
        for (const std::size_t until = text.size() + bytes; text.size() < until; ++lines)
            text += "x" + std::to_string(lines % 97) + ",\"y\nz\",1\n", ++lines;
    };
    fill(3u << 20);
    const std::size_t first = lines + 1;
    text += "4,5\n6,7,8,9\n";
    lines += 2;
    fill(3u << 20);
    for (const unsigned threads : {1u, 2u, 3u}) {
        CsvOptions options;
        options.threads = threads;
        const auto file = read(text, options);
        ASSERT_TRUE(file);
        ASSERT_EQ(file->report.rejected.size(), 2u);
        EXPECT_EQ(file->report.rejected[0].line, first);
        EXPECT_EQ(file->report.rejected[1].line, first + 1);
        EXPECT_EQ(file->report.rows, (lines - 3) / 2);
        expectEveryByteAccounted(file->report);
    }
}

/// Rows by the reader that defines them.
std::size_t rowsByRules(const std::string& text, std::size_t columns)
{
    std::size_t rows = 0;
    ParsedRow row;
    for (std::size_t at = 0; at < text.size(); at = row.end) {
        parseRow(text.data(), at, text.size(), true, {}, row);
        rows += row.status == ParsedRow::Status::Row && row.cells.size() == columns;
    }
    return rows - 1; // the header
}

TEST(CsvReader, QuotesAnywhereInManyChunksReadAsByTheRules)
{
    std::mt19937 random(7);
    for (std::size_t round = 0; round < std::max<std::size_t>(3, test::effort(12)); ++round) {
        std::string text = "a,b,c\n";
        const unsigned oddity = round % 3 == 0 ? 200'000 : round % 3 == 1 ? 3'000 : 60;
        while (text.size() < (5u << 20)) {
            if (random() % oddity == 0) {
                static const std::string kOdd[] = {"5\" pipe,x,y\n", "\"open,x,y\n", "a,\"b\"c,d\n",
                    "p,q\n", "\n", "\"a\",\"b\nb\",\"\"\"\"\n", "x,y,\"z", "\"\n\"\n"};
                text += kOdd[random() % std::size(kOdd)];
            }
            text += random() % 4 == 0 ? "\"quoted, text\nof lines\",v,2\n" : "plain text,value,1\n";
        }
        const std::size_t expected = rowsByRules(text, 3);
        for (const unsigned threads : {1u, 2u, 4u}) {
            CsvOptions options;
            options.threads = threads;
            const auto file = read(text, options);
            ASSERT_TRUE(file);
            EXPECT_EQ(file->report.rows, expected) << "round " << round << ", threads " << threads;
            expectEveryByteAccounted(file->report);
        }
    }
}

TEST(CsvReader, GivesBackEveryRowWithItsLine)
{
    const auto file = read("a,b\n\n1,\"x\ny\"\nbad\n5\" pipe,z\n");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->table.rows, 2u);
    const auto first = file->table.source->row(0);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->line, 3u);
    EXPECT_EQ(first->cells, (std::vector<std::string>{"1", "x\ny"}));
    const auto second = file->table.source->row(1);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->line, 6u);
    EXPECT_EQ(second->cells, (std::vector<std::string>{"5\" pipe", "z"}));
    EXPECT_FALSE(file->table.source->row(2));
    ASSERT_EQ(file->report.tolerated.size(), 1u);
    EXPECT_EQ(file->report.tolerated[0].line, 6u);
    EXPECT_EQ(file->report.tolerated[0].column, 2u);
}

/// Bytes that can be exchanged without anybody noticing.
class SecretlyChanged final : public ByteSource {
public:
    explicit SecretlyChanged(std::string content)
        : bytes(std::move(content))
    {
    }
    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return bytes.size(); }
    base::Result<void> read(std::uint64_t offset, char* to, std::size_t count) const override
    {
        bytes.copy(to, count, static_cast<std::size_t>(offset));
        return {};
    }
    base::Result<void> unchanged() const override { return {}; }

    std::string bytes;

private:
    std::string m_name = "a.csv";
};

TEST(CsvReader, NoRowHasOtherCellsThanTheTable)
{
    const std::string text = "a,b\n1,22\n3,44\n";
    for (const std::string& other :
        {std::string("a,b\n1,22\n3444\n"), std::string("a,b\n1,22\n3,,4\n"),
            std::string("a,b\n1,22\n3,\xff"
                        "4\n"),
            std::string("a,b\n1,22\n\n\n\n\n\n")}) {
        const auto source = std::make_shared<SecretlyChanged>(text);
        const auto file = readCsv(source, {}, {});
        ASSERT_TRUE(file);
        source->bytes = other;
        EXPECT_TRUE(file->table.source->row(0));
        const auto row = file->table.source->row(1);
        ASSERT_FALSE(row);
        EXPECT_EQ(row.error().code, base::ErrorCode::InputUnreadable);
        const std::vector<std::uint64_t> both{0, 1};
        std::size_t visited = 0;
        EXPECT_FALSE(file->table.source->readCells(both, [&](auto, const auto&) { ++visited; }));
        EXPECT_EQ(visited, 1u);
    }
}

TEST(CsvReader, KnowsRowsThatAreWrittenAlike)
{
    const auto file = read("a,b\n1,x\n1,x\n\"1\",x\n1,y\n12,x\n1,x\n\n1,x\nlast,row\nlast,row\n");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->table.rows, 9u);
    const auto areAlike = [&file](const std::vector<std::uint64_t>& rows) {
        const auto alike = file->table.source->areWrittenAlike(rows);
        return alike && *alike;
    };
    EXPECT_TRUE(areAlike({0, 1}));
    EXPECT_TRUE(areAlike({0, 1, 6}));
    EXPECT_FALSE(areAlike({0, 2})); // quoted
    EXPECT_FALSE(areAlike({0, 3})); // as long
    EXPECT_FALSE(areAlike({0, 4}));
    EXPECT_FALSE(areAlike({0, 1, 3}));
    EXPECT_FALSE(areAlike({0, 5})); // a blank line follows
    EXPECT_FALSE(areAlike({7, 8})); // where the last one ends is not known
}

TEST(CsvReader, GivesBackManyRowsAsOneByOneWithTheirLines)
{
    // Rows of very different lengths over several chunks, some of two lines, some rejected.
    std::string text = "id,text\n";
    std::vector<std::pair<std::string, std::uint64_t>> expected;
    std::uint64_t line = 2;
    for (std::size_t i = 0; text.size() < (2u << 20); ++i) {
        const std::string id = std::to_string(i);
        if (i % 7 == 3) {
            text += "too,many,cells\n";
            ++line;
        }
        const bool twoLines = i % 5 == 0;
        text += id
            + (twoLines ? ",\"a\nb\"" : "," + std::string(i % 1000 == 0 ? 20'000 : i % 50, 'x'))
            + "\n";
        expected.emplace_back(id, line);
        line += twoLines ? 2 : 1;
    }
    const auto file = read(text);
    ASSERT_TRUE(file);
    ASSERT_EQ(file->table.rows, expected.size());
    std::vector<std::uint64_t> wanted;
    for (std::uint64_t i = 0; i < expected.size(); i += 1 + (i / 1000) % 3 * 40)
        wanted.push_back(i);
    std::vector<std::string> ids;
    ASSERT_TRUE(file->table.source->readCells(
        wanted, [&](std::size_t, const auto& cells) { ids.push_back(cells[0]); }));
    ASSERT_EQ(ids.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        ASSERT_EQ(ids[i], expected[wanted[i]].first);
    for (std::uint64_t i = 0; i < expected.size(); i += 97) {
        const auto row = file->table.source->row(i);
        ASSERT_TRUE(row);
        ASSERT_EQ(row->cells[0], expected[i].first);
        ASSERT_EQ(row->line, expected[i].second);
    }
}

TEST(CsvReader, BlankAfterEverySeparatorIsPartOfTheDelimiterOnlyIfItAlwaysIs)
{
    std::string text;
    while (text.size() < (1u << 20))
        text += "39, State-gov, <=50K\n";
    CsvOptions options;
    options.hasHeader = false;
    EXPECT_EQ(read(text, options)->report.dialect.delimiter, ", ");
    const auto file = read(text + "40,Private,x\n", options);
    EXPECT_EQ(file->report.dialect.delimiter, ",");
    EXPECT_EQ(file->report.rejectedRows, 0u);
}

TEST(CsvReader, DelimiterIsDetectedPastAVeryLongHeader)
{
    // Cut off inside the long name, the header would be read in halves at the line end in a name.
    const std::string text = "\"a\nb\",\"" + std::string(1'000'000, 'n') + "\",c\n1,2,3\n4,5,6\n";
    const auto file = read(text);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->report.dialect.delimiter, ",");
    EXPECT_EQ(file->report.rows, 2u);
    ASSERT_EQ(file->table.columns.size(), 3u);
    EXPECT_EQ(file->table.columns[0].name, "a\nb");
}

TEST(CsvReader, NamesColumnsThatHaveNoneOrShareOne)
{
    const auto file = read("id,,id,id_2\n1,2,3,4\n");
    ASSERT_TRUE(file);
    std::vector<std::string> names;
    for (const auto& column : file->table.columns)
        names.push_back(column.name);
    EXPECT_EQ(names, (std::vector<std::string>{"id", "column_2", "id_3", "id_2"}));
    EXPECT_EQ(file->report.renamedColumns.size(), 2u);
}

TEST(CsvReader, ByteOrderMarkIsNoPartOfTheFirstName)
{
    const auto file = read("\xEF\xBB\xBF"
                           "a,b\n1,2\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->table.columns[0].name, "a");
    EXPECT_EQ(file->report.accounted.bom, 3u);
    expectEveryByteAccounted(file->report);
}

struct Refused {
    const char* name;
    std::string text;
    base::ErrorCode code;
    const char* says;
};
class CsvReaderRefuses : public testing::TestWithParam<Refused> { };

TEST_P(CsvReaderRefuses, WithTheReason)
{
    const auto file = read(GetParam().text);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, GetParam().code);
    EXPECT_NE(file.error().message.find(GetParam().says), std::string::npos)
        << file.error().message;
    EXPECT_FALSE(file.error().hint.empty());
}

using namespace std::string_literals;
INSTANTIATE_TEST_SUITE_P(Inputs, CsvReaderRefuses,
    testing::Values(Refused{"empty", "", base::ErrorCode::Empty, "empty"},
        Refused{"blank_lines", "\n\r\n\n", base::ErrorCode::Empty, "blank lines"},
        Refused{"utf16_mark",
            "\xFF\xFE"
            "a\0,\0"s,
            base::ErrorCode::NotData, "UTF-16LE"},
        Refused{"utf16_without_mark", "\0a\0,\0b\0\n\0001\0,\0002\0\n"s, base::ErrorCode::NotData,
            "UTF-16BE"},
        Refused{"gzip", "\x1F\x8B\x08\0"s, base::ErrorCode::NotData, "gzip"},
        Refused{"binary", std::string("\x01\x02\x03\x04\x05\x06\x07\x08", 8),
            base::ErrorCode::NotData, "binary"},
        Refused{"latin1", "a,b\n1,caf\xE9\n", base::ErrorCode::NotData, "0xE9"},
        Refused{"open_quote_in_header", "\"a,b\n1,2\n", base::ErrorCode::NotData, "never closes"}),
    [](const auto& entry) { return std::string(entry.param.name); });

TEST(CsvReader, InvalidBytesAreLocatedAcrossChunks)
{
    std::string text = "a,b\n";
    while (text.size() < (1u << 20) - 2)
        text += "x,\xC3\xA9\n";
    std::size_t lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    text += "x,\xE2\x82\n";
    while (text.size() < (3u << 20))
        text += "x,\xC3\n";
    for (const unsigned threads : {1u, 3u}) {
        CsvOptions options;
        options.threads = threads;
        const auto file = read(text, options);
        ASSERT_FALSE(file);
        EXPECT_EQ(file.error().where.line, lines + 1);
        EXPECT_EQ(file.error().where.column, 3u);
    }
}

TEST(CsvReader, HeaderWithoutRowsIsATableOfNoRows)
{
    const auto file = read("a,b\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->table.rows, 0u);
    EXPECT_EQ(file->table.columns.size(), 2u);
    expectEveryByteAccounted(file->report);
}

TEST(CsvReader, ALongLineIsRejectedWithItsNumberAndReadingGoesOn)
{
    CsvOptions options;
    options.maxRowBytes = 1u << 20;
    const auto file = read("a,b\n1,2\n" + std::string(5u << 20, 'x') + "\n3,4\n\""
            + std::string(5u << 20, 'y') + "\n5,6\n",
        options);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->table.rows, 3u);
    ASSERT_EQ(file->report.rejected.size(), 2u);
    EXPECT_EQ(file->report.rejected[0].line, 3u);
    EXPECT_EQ(file->report.rejected[0].reason, "the row is longer than 1048576 bytes");
    EXPECT_EQ(file->report.rejected[1].line, 5u);
    EXPECT_EQ(file->table.source->row(2)->line, 6u);
    expectEveryByteAccounted(file->report);
}

TEST(CsvReader, NamesMustFitTheColumns)
{
    CsvOptions options;
    options.hasHeader = false;
    options.names = {"a", "b", "c"};
    const auto file = read("1,2\n", options);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, base::ErrorCode::Usage);
}

TEST(CsvReader, CancelsBetweenChunks)
{
    const std::atomic<bool> cancelled{true};
    const auto file
        = readCsv(memorySource("data.csv", "a,b\n1,2\n"), {}, base::JobContext({}, &cancelled));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, base::ErrorCode::Cancelled);
}

TEST(CsvReader, ChangeHashFollowsTheBytes)
{
    const std::string text(std::string("a,b\n") + std::string(600'000, 'x') + ",y\n");
    std::string other = text;
    other[550'000] = 'z';
    EXPECT_EQ(read(text)->report.hash, read(text)->report.hash);
    EXPECT_NE(read(text)->report.hash, read(other)->report.hash);
}

} // namespace
