#include "core/readers/column_encoder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/number.h"
#include "core/table/cell_hash.h"
#include "tests/core/readers/support/encoded_rows.h"
#include "tests/core/readers/support/naive_column.h"
#include "tests/support/effort.h"

namespace cupel {
namespace {

using table::ColumnType;
using test::Rows;
using Texts = std::vector<std::string>;

Rows rowsOf(const Texts& texts)
{
    Rows rows;
    for (const std::string& text : texts)
        rows.push_back({text});
    return rows;
}

readers::EncoderOptions requesting(readers::ColumnRequest request)
{
    readers::EncoderOptions options;
    options.columns.push_back(std::move(request));
    return options;
}

table::Column encodeColumn(
    const Texts& texts, readers::ColumnRequest request = {"c", {}, {}, false})
{
    table::Table table = test::encodeRows(rowsOf(texts), requesting(std::move(request)), {});
    return std::move(table.columns[0]);
}

TEST(ColumnEncoder, RanksTextsByCountThenValue)
{
    const table::Column column = encodeColumn({"b", "a", "", "c", "c", "\xC3\xA9", "B"});
    const auto& codes = std::get<table::CodeColumn>(column.cells);
    ASSERT_EQ(codes.dictionary->size(), 5u);
    const std::array<std::string_view, 5> ranked = {"c", "B", "a", "b", "\xC3\xA9"};
    for (std::uint32_t code = 1; code <= 5; ++code)
        EXPECT_EQ(codes.dictionary->value(code), ranked[code - 1]);
    const std::array<std::uint8_t, 7> expected = {4, 3, 0, 1, 1, 5, 2};
    for (std::size_t row = 0; row < expected.size(); ++row)
        EXPECT_EQ(codes.codes.as<std::uint8_t>()[row], expected[row]);
    EXPECT_EQ(column.profile.missing, 1);
    EXPECT_EQ(column.profile.lengths->max, 1);
}

TEST(ColumnEncoder, MergesSpellingsOfANumber)
{
    const table::Column column = encodeColumn({"1.50", "1.5", "15e-1", "2", "-0", "0.0", "0"});
    EXPECT_EQ(column.type, ColumnType::Number);
    const auto& codes = std::get<table::CodeColumn>(column.cells);
    ASSERT_EQ(codes.dictionary->size(), 3u);
    EXPECT_EQ(codes.dictionary->value(1), "0");
    EXPECT_EQ(codes.dictionary->value(2), "1.5");
    EXPECT_EQ(codes.dictionary->value(3), "2");
    EXPECT_EQ(codes.dictionary->number(2), 1.5);
    EXPECT_EQ(column.profile.distinct.value, 3);
    EXPECT_EQ(column.profile.numbers->mean.value(), 6.5 / 7.0);
}

TEST(ColumnEncoder, NullTokensDecideNothing)
{
    const table::Column column
        = encodeColumn({"1", "NA", "2", "-999", "2"}, {"c", {}, {"NA", "-999"}, false});
    EXPECT_EQ(column.type, ColumnType::Integer);
    EXPECT_EQ(column.profile.missing, 2);
    EXPECT_EQ(column.profile.distinct.value, 2);
    EXPECT_EQ(column.profile.numbers->min, 1.0);
}

TEST(ColumnEncoder, NamesWhatAColumnAlmostWas)
{
    const table::Column column = encodeColumn({"1", "2", "3", "4", "?", "none", "?"});
    EXPECT_EQ(column.type, ColumnType::Text);
    EXPECT_FALSE(column.evidence.overridden);
    EXPECT_EQ(column.evidence.likely, ColumnType::Integer);
    EXPECT_EQ(column.evidence.likelyRows, 4);
    EXPECT_EQ(column.evidence.misfitRows, 3);
    EXPECT_EQ(column.evidence.misfits, (Texts{"?", "none"}));
}

TEST(ColumnEncoder, ForcedTypeKeepsMisfitsApart)
{
    const table::Column column
        = encodeColumn({"7", "x", "7", "1.5"}, {"c", ColumnType::Integer, {}, false});
    EXPECT_EQ(column.type, ColumnType::Integer);
    EXPECT_EQ(column.profile.notOfType, 2);
    EXPECT_EQ(column.profile.distinct.value, 1);
    EXPECT_EQ(column.profile.numbers->n, 2);
    EXPECT_EQ(column.evidence.misfits, (Texts{"1.5", "x"}));
    const auto& dictionary = *std::get<table::CodeColumn>(column.cells).dictionary;
    EXPECT_EQ(dictionary.size(), 3u);
    EXPECT_EQ(dictionary.number(1), 7.0);
    EXPECT_FALSE(dictionary.number(2).has_value());
}

TEST(ColumnEncoder, ArrayOfForcedTypeListsMisfitRows)
{
    Texts texts;
    for (int i = 0; i < 3000; ++i)
        texts.push_back(std::to_string(i));
    texts[1000] = "many";
    texts[2500] = "";
    const table::Column column = encodeColumn(texts, {"c", ColumnType::Number, {}, false});
    const auto& numbers = std::get<table::NumberColumn>(column.cells);
    EXPECT_EQ(numbers.kind, table::NumberColumn::Kind::Double);
    EXPECT_EQ(numbers.notOfTypeRows, (std::vector<std::uint64_t>{1000}));
    EXPECT_TRUE(std::isnan(numbers.values.as<double>()[1000]));
    EXPECT_TRUE(std::isnan(numbers.values.as<double>()[2500]));
    EXPECT_EQ(column.profile.missing, 1);
    EXPECT_EQ(column.profile.notOfType, 1);
}

TEST(ColumnEncoder, LateWordTurnsNumbersBackIntoTexts)
{
    Texts texts;
    for (int i = 0; i < 3000; ++i)
        texts.push_back("0." + std::to_string(1000 + i % 2900) + "00");
    texts.emplace_back("unknown");
    const table::Column column = encodeColumn(texts);
    EXPECT_EQ(column.type, ColumnType::Text);
    EXPECT_EQ(column.profile.distinct.value, 2901);
    EXPECT_EQ(test::cellText(column, 5), "0.100500");
    EXPECT_EQ(column.evidence.likely, ColumnType::Number);
    EXPECT_EQ(column.evidence.misfits, Texts{"unknown"});
}

/// Blocks of one row: each is uniform, but they differ from each other.
TEST(ColumnEncoder, DecimalsMayChangeOnTheWay)
{
    Texts texts;
    for (int i = 10'000; i < 13'000; ++i)
        texts.push_back("0." + std::to_string(i));
    for (int i = 100; i < 999; ++i)
        texts.push_back(std::to_string(i) + ".25");
    const table::Table table = test::encodeRows(
        rowsOf(texts), requesting({"c", {}, {}, false}), {.lanes = 1, .largestBlock = 1});
    const table::Column& column = table.columns[0];
    ASSERT_TRUE(std::holds_alternative<table::NumberColumn>(column.cells));
    EXPECT_EQ(test::cellText(column, 2'999), "0.12999");
    EXPECT_EQ(test::cellText(column, 3'000), "100.25");
    EXPECT_EQ(column.profile.numbers->max, 998.25);
    test::expectColumn(column, texts, {"c", {}, {}, false});
}

TEST(ColumnEncoder, EmptyTableAndEmptyColumns)
{
    const table::Column none = encodeColumn({});
    EXPECT_EQ(none.type, ColumnType::Text);
    EXPECT_EQ(none.profile.rows, 0);
    EXPECT_FALSE(none.profile.lengths.has_value());
    const table::Column missing = encodeColumn({"", "", ""});
    EXPECT_EQ(missing.type, ColumnType::Text);
    EXPECT_EQ(missing.profile.missing, 3);
    EXPECT_EQ(missing.profile.distinct.value, 0);
    const table::Column forced = encodeColumn({"", "x"}, {"c", ColumnType::Integer, {}, false});
    EXPECT_FALSE(forced.profile.numbers.has_value());
    EXPECT_EQ(forced.profile.notOfType, 1);
}

TEST(ColumnEncoder, DictionaryEndsAtItsLimits)
{
    struct Case {
        const char* name;
        int distinct;
        bool isNumber;
        bool hasCodes;
    };
    const Case cases[] = {
        {"numbers at the limit", 1'024, true, true},
        {"numbers above", 1'025, true, false},
        {"texts at the limit", 65'535, false, true},
        {"texts above", 65'536, false, false},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(one.name);
        Texts texts;
        for (int i = 0; i < one.distinct + 1000; ++i)
            texts.push_back((one.isNumber ? "" : "t") + std::to_string(i * 7919 % one.distinct));
        for (const std::size_t lanes : {1u, 2u, 3u}) {
            const table::Table table
                = test::encodeRows(rowsOf(texts), requesting({"c", {}, {}, false}), {lanes});
            const table::Column& column = table.columns[0];
            EXPECT_EQ(std::holds_alternative<table::CodeColumn>(column.cells), one.hasCodes);
            EXPECT_EQ(column.profile.distinct.value, one.distinct);
            EXPECT_TRUE(column.profile.distinct.exact);
        }
        const table::Column asked = encodeColumn(texts, {"c", {}, {}, true});
        EXPECT_TRUE(std::holds_alternative<table::CodeColumn>(asked.cells));
        EXPECT_EQ(asked.profile.distinct.value, one.distinct);
    }
}

TEST(ColumnEncoder, LongTextsLeaveTheDictionaryByTheirBytes)
{
    // 64 texts of 64 KiB are 4 MiB: at the limit, one more byte above.
    Texts texts;
    for (int i = 0; i < 64; ++i)
        texts.push_back(std::string(65'534, 'x') + std::to_string(10 + i));
    Texts more = texts;
    more.emplace_back("y");
    for (const std::size_t lanes : {1u, 2u}) {
        const auto encode = [lanes](const Texts& some) {
            return test::encodeRows(
                rowsOf(some), requesting({"c", {}, {}, false}), {lanes, 20, 5, ","});
        };
        const table::Table at = encode(texts);
        EXPECT_TRUE(std::holds_alternative<table::CodeColumn>(at.columns[0].cells));
        const table::Table above = encode(more);
        EXPECT_TRUE(std::holds_alternative<table::TextSketch>(above.columns[0].cells));
        EXPECT_EQ(above.columns[0].profile.distinct.value, 65);
        EXPECT_EQ(above.columns[0].profile.lengths->min, 1);
    }
}

/// Missing cells before and after the lane gave up its cells.
TEST(ColumnEncoder, SketchKnowsItsMissingRows)
{
    Texts texts = {"", "NA"};
    for (int i = 0; i < 80; ++i)
        texts.push_back(std::string(65'534, 'x') + std::to_string(10 + i));
    texts.insert(texts.end(), {"y", "", "NA", "z"});
    for (const std::size_t lanes : {1u, 2u}) {
        const table::Table table = test::encodeRows(
            rowsOf(texts), requesting({"c", {}, {"NA"}, false}), {lanes, 3, 9, ","});
        const auto& sketch = std::get<table::TextSketch>(table.columns[0].cells);
        EXPECT_EQ(sketch.missingRows, (std::vector<std::uint64_t>{0, 1, 83, 84}));
        EXPECT_EQ(table.columns[0].profile.missing, 4);
    }
}

/// Numbers are sorted, so theirs is exact in a table of this length.
TEST(ColumnEncoder, DistinctTextsAreExactToTheLimit)
{
    for (const bool isNumber : {true, false}) {
        for (const int distinct : {131'072, 131'073}) {
            SCOPED_TRACE(distinct);
            Texts texts;
            for (int i = 0; i < distinct; ++i)
                texts.push_back((isNumber ? "" : "t") + std::to_string(i));
            const table::Table one
                = test::encodeRows(rowsOf(texts), requesting({"c", {}, {}, false}), {1});
            const table::Table three
                = test::encodeRows(rowsOf(texts), requesting({"c", {}, {}, false}), {3});
            test::expectSame(three, one);
            const table::Distinct& found = one.columns[0].profile.distinct;
            EXPECT_EQ(found.exact, isNumber || distinct == 131'072);
            EXPECT_NEAR(
                static_cast<double>(found.value), distinct, found.exact ? 0 : 0.02 * distinct);
        }
    }
}

TEST(ColumnEncoder, RowHashIsTheSumOfItsCells)
{
    readers::EncoderOptions options;
    options.columns = {{"a", {}, {}, false}, {"b", {}, {"NA"}, false}};
    const Rows rows = {{"x", "1.50"}, {"", "NA"}, {"", ""}};
    const table::Table table = test::encodeRows(rows, options, {});
    const auto* hashes = table.rowHashes.as<std::uint64_t>();
    EXPECT_EQ(hashes[0],
        table::cellHash("x") * table::columnSalt(0)
            + table::cellHash("1.50") * table::columnSalt(1));
    EXPECT_EQ(hashes[1], table::cellHash("NA") * table::columnSalt(1));
    EXPECT_EQ(hashes[2], 0u);

    options.hashBits = 12;
    const table::Table cut = test::encodeRows(rows, options, {});
    EXPECT_EQ(cut.rowHashes.as<std::uint64_t>()[0], hashes[0] & 0xFFF);
}

TEST(ColumnEncoder, KnowsWhatValuesTellOfTexts)
{
    const auto many = [](const std::string& prefix, const std::string& suffix) {
        Texts texts;
        for (int i = 10'000; i < 12'000; ++i)
            texts.push_back(prefix + std::to_string(i) + suffix);
        return texts;
    };
    const auto with = [](Texts texts, const std::string& last) {
        texts.push_back(last);
        return texts;
    };
    struct Case {
        const char* name;
        Texts texts;
        table::Spelling spelling;
    };
    const Case cases[] = {
        {"texts", {"a", "b", ""}, table::Spelling::Exact},
        {"one null token", {"a", "NA", "NA"}, table::Spelling::OnePerValue},
        {"two ways to be missing", {"a", "NA", ""}, table::Spelling::Varied},
        {"shortest numbers", {"1.5", "2"}, table::Spelling::Exact},
        {"fixed decimals", {"1.50", "2.00"}, table::Spelling::OnePerValue},
        {"two spellings", {"1.50", "1.5"}, table::Spelling::Varied},
        {"integer array", many("", ""), table::Spelling::Exact},
        {"fixed decimal array", many("0.", "0"), table::Spelling::OnePerValue},
        {"mixed decimal array", with(many("0.", "1"), "1.5"), table::Spelling::OnePerValue},
        {"array with trailing zeros", with(many("0.", "0"), "1.5"), table::Spelling::Varied},
        {"array with an exponent", with(many("", ""), "1e3"), table::Spelling::Varied},
        {"array with long decimals", many("0.12345678901", ""), table::Spelling::Varied},
        {"array with missing cells", with(many("", ""), "NA"), table::Spelling::Varied},
    };
    for (const Case& one : cases)
        EXPECT_EQ(encodeColumn(one.texts, {"c", {}, {"NA"}, false}).spelling, one.spelling)
            << one.name;
}

TEST(ColumnEncoder, CancelledJobGivesNoTable)
{
    const std::atomic<bool> cancel{true};
    readers::TableBuilder builder(requesting({"c", {}, {}, false}), 1);
    const base::Result<table::Table> result
        = std::move(builder).finish(0, base::JobContext({}, &cancel));
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, base::ErrorCode::Cancelled);
}

using Random = std::mt19937;
using MakeText = std::function<std::string(Random&)>;

std::string printed(double value, int decimals, std::chars_format format = std::chars_format::fixed)
{
    std::array<char, 64> text{};
    const auto end
        = std::to_chars(text.data(), text.data() + text.size(), value, format, decimals).ptr;
    return {text.data(), end};
}

double normal(Random& random)
{
    // Sums of uniform integers, since std::normal_distribution differs between libraries.
    double sum = -6.0;
    for (int i = 0; i < 12; ++i)
        sum += static_cast<double>(random()) / 4294967296.0;
    return sum;
}

struct Generator {
    const char* name;
    MakeText make;
};

std::string pick(Random& random, const Texts& texts)
{
    return texts[random() % texts.size()];
}

std::vector<Generator> generators()
{
    return {
        {"awkward",
            [](Random& r) {
                return pick(r,
                    {"", "a", "a,b", "say \"hi\"", "line\nbreak", "\"", std::string("n\0l", 3),
                        std::string("n", 1), std::string("n\0", 2), "Zo\xC3\xAB", " a", "a ",
                        "sixteen bytes ab", "seventeen bytes a", "eight ab", "nine abcd", "007",
                        "NaN", "null", "\r", std::string(300, 'q')});
            }},
        {"few integers", [](Random& r) { return std::to_string(r() % 90); }},
        {"integers",
            [](Random& r) { return std::to_string(static_cast<int>(r() % 20000) - 9999); }},
        {"wide integers",
            [](Random& r) {
                const auto value = static_cast<std::int64_t>(r()) << (r() % 30);
                return std::to_string(r() % 2 == 0 ? value : -value);
            }},
        {"fixed decimals", [](Random& r) { return printed(normal(r) * 100.0, 6); }},
        {"shortest decimals", [](Random& r) { return base::formatNumber(normal(r) * 1e-3); }},
        {"exponents",
            [](Random& r) { return printed(normal(r) * 1e10, 5, std::chars_format::scientific); }},
        {"identifiers", [](Random& r) { return "12345678" + std::to_string(r() + 5000000000u); }},
        {"exponents with words",
            [](Random& r) {
                return r() % 30000 == 0
                    ? pick(r, {"none", "NA"})
                    : printed(normal(r) * 1e10, 5, std::chars_format::scientific);
            }},
        {"identifiers with words",
            [](Random& r) {
                return r() % 3 == 0 ? "ID" + std::to_string(r())
                                    : "12345678" + std::to_string(r() + 5000000000u);
            }},
        {"around the edge", [](Random& r) { return printed(static_cast<double>(r() % 1030), 2); }},
        {"spellings",
            [](Random& r) {
                return pick(r,
                    {"1.5", "1.50", "15e-1", ".5", "0.5", "5.", "5", "-0", "0", "-0.0", "1E3",
                        "1000", "00", "1.5000000000000000000000000001"});
            }},
        {"late words",
            [](Random& r) {
                return r() % 3000 == 0 ? pick(r, {"unknown", "?"}) : std::to_string(r() % 4000);
            }},
        {"dates",
            [](Random& r) {
                const std::string day = "2024-02-" + std::to_string(10 + r() % 20);
                return r() % 500 == 0 ? std::string("2023-02-29") : day;
            }},
        {"times",
            [](Random& r) {
                return "2024-05-01T10:" + std::to_string(10 + r() % 50)
                    + pick(r, {"", "Z", "+02:00"});
            }},
        {"booleans",
            [](Random& r) {
                return pick(r, {"true", "FALSE", "True", ""});
            }},
        {"long texts",
            [](Random& r) { return std::string(1 + r() % 9000, 'a') + std::to_string(r()); }},
        {"documents", [](Random& r) { return "Text no. " + std::to_string(r() % 100000); }},
        {"missing", [](Random&) { return std::string(); }},
        {"tokens",
            [](Random& r) {
                return pick(r, {"NA", "-999", "-999.0", "?", std::to_string(r() % 5000)});
            }},
    };
}

readers::ColumnRequest randomRequest(const std::string& name, Random& random)
{
    readers::ColumnRequest request{name, {}, {}, random() % 4 == 0};
    if (random() % 2 == 0)
        request.nullTokens = {"NA", "-999", "?"};
    if (random() % 3 == 0)
        request.type = static_cast<ColumnType>(random() % 6);
    return request;
}

/// Encode a column of each generator in several ways and compare them with each other and with what
/// the strings say.
void checkTables(const std::vector<Generator>& columns, std::size_t rowCount, unsigned seed,
    const std::function<readers::ColumnRequest(const std::string& name, Random&)>& makeRequest)
{
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    readers::EncoderOptions options;
    std::vector<Texts> texts(columns.size());
    Rows rows(rowCount);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        options.columns.push_back(
            makeRequest(columns[column].name + std::string(" ") + std::to_string(column), random));
        const bool hasGaps = random() % 2 == 0;
        for (std::size_t row = 0; row < rowCount; ++row) {
            const bool isGap = hasGaps && random() % 50 == 0;
            texts[column].push_back(isGap ? std::string() : columns[column].make(random));
            rows[row].push_back(texts[column].back());
        }
    }
    const table::Table one = test::encodeRows(rows, options, {1, 1 + random() % 4000, seed, ","});
    for (std::size_t column = 0; column < columns.size(); ++column)
        test::expectColumn(one.columns[column], texts[column], options.columns[column]);
    const table::Table two = test::encodeRows(rows, options, {2, 1 + random() % 4000, seed, ","});
    test::expectSame(two, one);
    const table::Table three = test::encodeRows(rows, options, {3, 1 + random() % 800, seed, ", "});
    test::expectSame(three, one);
}

std::vector<Generator> someOf(const std::vector<Generator>& all, std::size_t count, Random& random)
{
    std::vector<Generator> some;
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(all[random() % all.size()]);
    return some;
}

TEST(ColumnEncoderProperty, SmallTables)
{
    Random random(7);
    for (unsigned seed = 1; seed <= test::effort(150) && !testing::Test::HasFailure(); ++seed)
        checkTables(someOf(generators(), 4, random), seed % 40, seed, randomRequest);
}

TEST(ColumnEncoderProperty, MiddlingTables)
{
    Random random(8);
    for (unsigned seed = 1; seed <= test::effort(50) && !testing::Test::HasFailure(); ++seed)
        checkTables(someOf(generators(), 3, random), 500 + seed % 7 * 1000, seed, randomRequest);
}

/// More rows than any dictionary may hold, so that lanes give up their cells.
TEST(ColumnEncoderProperty, LargeTables)
{
    const std::vector<Generator> all = generators();
    constexpr std::size_t kRows = 80'000;
    unsigned seed = 100;
    for (const std::string_view name : {"exponents", "identifiers", "documents",
             "identifiers with words", "exponents with words", "fixed decimals"}) {
        const auto generator = std::find_if(
            all.begin(), all.end(), [name](const Generator& one) { return one.name == name; });
        ASSERT_NE(generator, all.end());
        for (std::size_t i = 0; i < test::effort(2); ++i) {
            const auto type = ++seed % 2 == 0 ? std::optional(ColumnType::Integer) : std::nullopt;
            checkTables({*generator}, kRows, seed, [type](const std::string& column, Random&) {
                return readers::ColumnRequest{column, type, {"NA"}, false};
            });
        }
    }
}

} // namespace
} // namespace cupel
