#include "tests/core/readers/support/encoded_rows.h"

#include <cmath>
#include <cstring>
#include <deque>
#include <random>
#include <thread>
#include <variant>

#include <gtest/gtest.h>

#include "core/base/number.h"

namespace cupel::test {
namespace {

struct Block {
    std::string bytes;
    std::vector<std::uint32_t> marks;
    readers::CellBlock cells;
    std::uint64_t firstRow = 0;
};

void appendCell(
    std::string& bytes, const std::string& cell, const std::string& delimiter, bool quote)
{
    if (!quote && cell.find_first_of("\"\r\n" + delimiter) == std::string::npos) {
        bytes += cell;
        return;
    }
    bytes += '"';
    for (const char byte : cell)
        bytes += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    bytes += '"';
}

void fill(Block& block, const Rows& rows, std::size_t count, const std::string& delimiter,
    std::mt19937& random)
{
    for (std::size_t row = block.firstRow; row < block.firstRow + count; ++row) {
        block.marks.push_back(static_cast<std::uint32_t>(block.bytes.size()));
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (column > 0)
                block.bytes += delimiter;
            appendCell(block.bytes, rows[row][column], delimiter, random() % 8 == 0);
            block.marks.push_back(static_cast<std::uint32_t>(block.bytes.size()));
        }
        block.bytes += '\n';
    }
    block.bytes.append(64, 'x');
    block.cells = {block.bytes.data(), count, rows[block.firstRow].size(), delimiter.size(), '"',
        block.marks.data()};
}

std::string bits(const table::Buffer& buffer)
{
    return {reinterpret_cast<const char*>(buffer.data()), buffer.size()};
}

void expectSame(const base::Figure& actual, const base::Figure& expected)
{
    ASSERT_EQ(actual.isDefined(), expected.isDefined());
    if (actual.isDefined()) {
        EXPECT_EQ(actual.value(), expected.value());
    }
}

void expectSame(const table::ColumnProfile& actual, const table::ColumnProfile& expected)
{
    EXPECT_EQ(actual.rows, expected.rows);
    EXPECT_EQ(actual.missing, expected.missing);
    EXPECT_EQ(actual.notOfType, expected.notOfType);
    EXPECT_EQ(actual.distinct.value, expected.distinct.value);
    EXPECT_EQ(actual.distinct.exact, expected.distinct.exact);
    ASSERT_EQ(actual.top.size(), expected.top.size());
    for (std::size_t i = 0; i < actual.top.size(); ++i) {
        EXPECT_EQ(actual.top[i].value, expected.top[i].value);
        EXPECT_EQ(actual.top[i].count, expected.top[i].count);
    }
    ASSERT_EQ(actual.numbers.has_value(), expected.numbers.has_value());
    if (actual.numbers) {
        EXPECT_EQ(actual.numbers->n, expected.numbers->n);
        EXPECT_EQ(actual.numbers->min, expected.numbers->min);
        EXPECT_EQ(actual.numbers->max, expected.numbers->max);
        expectSame(actual.numbers->mean, expected.numbers->mean);
        expectSame(actual.numbers->std, expected.numbers->std);
        EXPECT_EQ(actual.numbers->quantiles, expected.numbers->quantiles);
        EXPECT_EQ(actual.numbers->edges, expected.numbers->edges);
        EXPECT_EQ(actual.numbers->counts, expected.numbers->counts);
    }
    ASSERT_EQ(actual.lengths.has_value(), expected.lengths.has_value());
    if (actual.lengths) {
        EXPECT_EQ(actual.lengths->min, expected.lengths->min);
        EXPECT_EQ(actual.lengths->max, expected.lengths->max);
        expectSame(actual.lengths->mean, expected.lengths->mean);
    }
}

void expectSame(const table::CodeColumn& actual, const table::CodeColumn& expected)
{
    EXPECT_EQ(actual.width, expected.width);
    EXPECT_TRUE(bits(actual.codes) == bits(expected.codes));
    ASSERT_EQ(actual.dictionary->size(), expected.dictionary->size());
    for (std::uint32_t code = 1; code <= actual.dictionary->size(); ++code) {
        ASSERT_EQ(actual.dictionary->value(code), expected.dictionary->value(code));
        ASSERT_EQ(actual.dictionary->count(code), expected.dictionary->count(code));
        ASSERT_EQ(actual.dictionary->number(code), expected.dictionary->number(code));
    }
}

} // namespace

table::Table encodeRows(
    const Rows& rows, const readers::EncoderOptions& options, const EncodingPlan& plan)
{
    std::mt19937 random(plan.seed);
    std::vector<std::deque<Block>> blocks(plan.lanes);
    for (std::size_t row = 0; row < rows.size();) {
        const std::size_t count
            = std::min<std::size_t>(rows.size() - row, 1 + random() % plan.largestBlock);
        Block& block = blocks[random() % plan.lanes].emplace_back();
        block.firstRow = row;
        fill(block, rows, count, plan.delimiter, random);
        row += count;
    }
    readers::TableBuilder builder(options, plan.lanes);
    std::vector<std::jthread> threads;
    for (std::size_t lane = 0; lane < plan.lanes; ++lane) {
        threads.emplace_back([&builder, &blocks, lane] {
            for (const Block& block : blocks[lane])
                builder.encode(lane, block.cells, block.firstRow);
        });
    }
    threads.clear();
    return std::move(builder).finish(rows.size(), base::JobContext()).value();
}

void expectSame(const table::Table& actual, const table::Table& expected)
{
    EXPECT_EQ(actual.rows, expected.rows);
    EXPECT_TRUE(bits(actual.rowHashes) == bits(expected.rowHashes));
    ASSERT_EQ(actual.columns.size(), expected.columns.size());
    for (std::size_t i = 0; i < actual.columns.size(); ++i) {
        const table::Column& a = actual.columns[i];
        const table::Column& b = expected.columns[i];
        SCOPED_TRACE("column " + b.name);
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(table::typeName(a.type), table::typeName(b.type));
        EXPECT_EQ(a.evidence.overridden, b.evidence.overridden);
        EXPECT_EQ(table::typeName(a.evidence.likely), table::typeName(b.evidence.likely));
        EXPECT_EQ(a.evidence.likelyRows, b.evidence.likelyRows);
        EXPECT_EQ(a.evidence.misfitRows, b.evidence.misfitRows);
        EXPECT_EQ(a.evidence.misfits, b.evidence.misfits);
        EXPECT_EQ(a.spelling, b.spelling);
        expectSame(a.profile, b.profile);
        ASSERT_EQ(a.cells.index(), b.cells.index());
        if (const auto* const codes = std::get_if<table::CodeColumn>(&a.cells)) {
            expectSame(*codes, std::get<table::CodeColumn>(b.cells));
        } else if (const auto* const numbers = std::get_if<table::NumberColumn>(&a.cells)) {
            const auto& others = std::get<table::NumberColumn>(b.cells);
            EXPECT_EQ(numbers->kind, others.kind);
            EXPECT_TRUE(bits(numbers->values) == bits(others.values));
            EXPECT_EQ(numbers->notOfTypeRows, others.notOfTypeRows);
        } else {
            EXPECT_EQ(std::get<table::TextSketch>(a.cells).missingRows,
                std::get<table::TextSketch>(b.cells).missingRows);
        }
    }
}

std::string cellText(const table::Column& column, std::uint64_t row)
{
    if (const auto* const codes = std::get_if<table::CodeColumn>(&column.cells)) {
        const std::uint32_t code = codes->width == 1 ? codes->codes.as<std::uint8_t>()[row]
            : codes->width == 2                      ? codes->codes.as<std::uint16_t>()[row]
                                                     : codes->codes.as<std::uint32_t>()[row];
        return code == 0 ? std::string() : std::string(codes->dictionary->value(code));
    }
    const auto& numbers = std::get<table::NumberColumn>(column.cells);
    switch (numbers.kind) {
    case table::NumberColumn::Kind::Int32: {
        const std::int32_t value = numbers.values.as<std::int32_t>()[row];
        return value == table::NumberColumn::kMissing32 ? "" : base::formatInteger(value);
    }
    case table::NumberColumn::Kind::Int64: {
        const std::int64_t value = numbers.values.as<std::int64_t>()[row];
        return value == table::NumberColumn::kMissing64 ? "" : base::formatInteger(value);
    }
    case table::NumberColumn::Kind::Double:
        break;
    }
    const double value = numbers.values.as<double>()[row];
    return std::isnan(value) ? "" : base::formatNumber(value);
}

} // namespace cupel::test
