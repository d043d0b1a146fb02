#include "tests/core/readers/support/naive_column.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <variant>

#include <gtest/gtest.h>

#include "core/base/number.h"
#include "core/table/value_kind.h"
#include "tests/core/readers/support/encoded_rows.h"

namespace cupel::test {
namespace {

using table::ColumnType;
using table::ValueKind;

struct Naive {
    ColumnType type = ColumnType::Text;
    bool isNumeric = false;
    bool hasCodes = false;
    std::vector<std::string> cells; ///< as cellText() gives them; misfits of number columns empty
    std::vector<std::uint64_t> misfitRows;
    std::map<std::string, std::int64_t> texts; ///< distinct texts that are not missing
    std::map<std::string, std::int64_t> values; ///< distinct values, misfits left out
    std::vector<double> numbers;
    std::int64_t missing = 0;
    std::vector<std::uint64_t> missingRows;
};

bool isMissing(const std::string& text, const readers::ColumnRequest& request)
{
    return text.empty()
        || std::count(request.nullTokens.begin(), request.nullTokens.end(), text) > 0;
}

ColumnType typeOf(const std::map<std::string, std::int64_t>& texts)
{
    for (const ColumnType type : {ColumnType::Integer, ColumnType::Number, ColumnType::Boolean,
             ColumnType::Date, ColumnType::DateTime}) {
        const bool isFitting = std::all_of(texts.begin(), texts.end(),
            [type](const auto& entry) { return table::fits(table::valueKind(entry.first), type); });
        if (isFitting && !texts.empty())
            return type;
    }
    return ColumnType::Text;
}

std::string written(const std::string& text, ColumnType type)
{
    if (!table::isNumeric(type))
        return text;
    const base::Number number = *base::parseNumber(text);
    return type == ColumnType::Integer ? base::formatInteger(number.i)
                                       : base::formatNumber(number.d == 0.0 ? 0.0 : number.d);
}

Naive naiveOf(const std::vector<std::string>& texts, const readers::ColumnRequest& request)
{
    Naive naive;
    std::size_t bytes = 0;
    for (const std::string& text : texts) {
        if (!isMissing(text, request) && naive.texts[text]++ == 0)
            bytes += text.size();
    }
    naive.type = request.type.value_or(typeOf(naive.texts));
    naive.isNumeric = table::isNumeric(naive.type);
    naive.hasCodes = request.needsCodes
        || (naive.isNumeric ? naive.texts.size() <= 1024
                            : naive.texts.size() <= 65535 && bytes <= (4u << 20));
    for (std::size_t row = 0; row < texts.size(); ++row) {
        const std::string& text = texts[row];
        if (isMissing(text, request)) {
            ++naive.missing;
            naive.missingRows.push_back(row);
            naive.cells.emplace_back();
        } else if (naive.isNumeric && !table::fits(table::valueKind(text), naive.type)) {
            naive.misfitRows.push_back(row);
            naive.cells.push_back(naive.hasCodes ? text : "");
        } else {
            naive.cells.push_back(written(text, naive.type));
            ++naive.values[naive.cells.back()];
            if (naive.isNumeric)
                naive.numbers.push_back(base::parseNumber(text)->d);
        }
    }
    std::sort(naive.numbers.begin(), naive.numbers.end());
    return naive;
}

std::vector<std::pair<std::string, std::int64_t>> ranked(
    const std::map<std::string, std::int64_t>& values)
{
    std::vector<std::pair<std::string, std::int64_t>> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
    });
    return sorted;
}

/// The one-pass formulas in extended precision, good to about 15 digits on tame numbers.
void expectMoments(const table::NumberSummary& summary, const std::vector<double>& numbers)
{
    long double sum = 0.0;
    for (const double number : numbers)
        sum += number;
    const auto n = static_cast<long double>(numbers.size());
    const long double mean = sum / n;
    long double squares = 0.0;
    long double size = 0.0;
    for (const double number : numbers) {
        squares += (number - mean) * (number - mean);
        size = std::max(size, std::fabs(static_cast<long double>(number)));
    }
    EXPECT_NEAR(
        summary.mean.value(), static_cast<double>(mean), static_cast<double>(size * 1e-15L));
    ASSERT_EQ(summary.std.isDefined(), numbers.size() > 1);
    if (numbers.size() > 1) {
        const auto std = static_cast<double>(std::sqrt(squares / (n - 1)));
        EXPECT_NEAR(summary.std.value(), std, static_cast<double>(size * 1e-15L) + std * 1e-12);
    }
}

void expectNumbers(const table::NumberSummary& summary, const std::vector<double>& numbers)
{
    const auto n = static_cast<double>(numbers.size());
    EXPECT_EQ(summary.n, std::ssize(numbers));
    EXPECT_EQ(summary.min, numbers.front());
    EXPECT_EQ(summary.max, numbers.back());
    expectMoments(summary, numbers);
    for (std::size_t i = 0; i < table::kQuantileProbabilities.size(); ++i) {
        const double rank = std::max(1.0, std::ceil(table::kQuantileProbabilities[i] * n));
        EXPECT_EQ(summary.quantiles[i], numbers[static_cast<std::size_t>(rank) - 1]);
    }
    EXPECT_EQ(summary.edges[0], numbers.front());
    EXPECT_EQ(summary.edges[40], numbers.back());
    for (std::size_t i = 0; i < 40; ++i) {
        const bool isOnlyBin = numbers.front() == numbers.back() && i == 0;
        const auto inBin = std::count_if(numbers.begin(), numbers.end(), [&](double number) {
            return isOnlyBin
                || (number >= summary.edges[i]
                    && (number < summary.edges[i + 1]
                        || (i == 39 && number == summary.edges[40]
                            && numbers.front() != numbers.back())));
        });
        EXPECT_EQ(summary.counts[i], inBin) << "bin " << i;
    }
}

void expectLengths(const table::Column& column, const std::map<std::string, std::int64_t>& texts)
{
    const bool isDefined = column.type == ColumnType::Text && !texts.empty();
    ASSERT_EQ(column.profile.lengths.has_value(), isDefined);
    if (!isDefined)
        return;
    std::int64_t shortest = INT64_MAX;
    std::int64_t longest = 0;
    double sum = 0.0;
    double n = 0.0;
    for (const auto& [text, count] : texts) {
        const std::int64_t length = std::count_if(text.begin(), text.end(),
            [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
        shortest = std::min(shortest, length);
        longest = std::max(longest, length);
        sum += static_cast<double>(length * count);
        n += static_cast<double>(count);
    }
    EXPECT_EQ(column.profile.lengths->min, shortest);
    EXPECT_EQ(column.profile.lengths->max, longest);
    EXPECT_EQ(column.profile.lengths->mean.value(), sum / n);
}

void expectEvidence(
    const table::Column& column, const Naive& naive, const readers::ColumnRequest& request)
{
    std::int64_t all = 0;
    std::map<ColumnType, std::int64_t> fitting;
    for (const auto& [text, count] : naive.texts) {
        all += count;
        for (const ColumnType type : {ColumnType::Integer, ColumnType::Number, ColumnType::Boolean,
                 ColumnType::Date, ColumnType::DateTime})
            fitting[type] += table::fits(table::valueKind(text), type) ? count : 0;
    }
    fitting[ColumnType::Text] = all;
    ColumnType likely = ColumnType::Text;
    for (const ColumnType type : {ColumnType::DateTime, ColumnType::Date, ColumnType::Boolean,
             ColumnType::Number, ColumnType::Integer}) {
        const bool isBetter = likely == ColumnType::Text || fitting[type] >= fitting[likely];
        if (fitting[type] * 2 > all && isBetter)
            likely = type;
    }
    if (request.type)
        likely = *request.type;
    EXPECT_EQ(column.evidence.overridden, request.type.has_value());
    EXPECT_EQ(table::typeName(column.evidence.likely), table::typeName(likely));
    EXPECT_EQ(column.evidence.likelyRows, fitting[likely]);
    EXPECT_EQ(column.evidence.misfitRows, all - fitting[likely]);

    std::map<std::string, std::int64_t> misfits;
    std::map<ValueKind, std::size_t> misfitsByKind;
    for (const auto& [text, count] : naive.texts) {
        if (!table::fits(table::valueKind(text), likely)) {
            misfits[text] = count;
            ++misfitsByKind[table::valueKind(text)];
        }
    }
    const bool areTooMany = !naive.hasCodes
        && std::any_of(misfitsByKind.begin(), misfitsByKind.end(),
            [](const auto& entry) { return entry.second > 64; });
    std::vector<std::string> expected;
    for (const auto& [text, count] : ranked(misfits)) {
        if (expected.size() < 5 && !areTooMany)
            expected.push_back(text);
    }
    EXPECT_EQ(column.evidence.misfits, expected);
}

void expectDistinctAndTop(const table::Column& column, const Naive& naive)
{
    const auto distinct = std::ssize(naive.values);
    EXPECT_EQ(column.profile.distinct.exact, distinct <= table::kExactDistinct || naive.hasCodes);
    if (column.profile.distinct.exact) {
        EXPECT_EQ(column.profile.distinct.value, distinct);
    } else {
        EXPECT_NEAR(static_cast<double>(column.profile.distinct.value),
            static_cast<double>(distinct), 0.02 * static_cast<double>(distinct));
    }
    const bool hasTop = distinct <= table::kExactDistinct && (naive.isNumeric || naive.hasCodes);
    std::vector<std::pair<std::string, std::int64_t>> expected;
    if (hasTop)
        expected = ranked(naive.values);
    expected.resize(std::min<std::size_t>(expected.size(), 20));
    std::vector<std::pair<std::string, std::int64_t>> actual;
    for (const table::ValueCount& value : column.profile.top)
        actual.emplace_back(value.value, value.count);
    EXPECT_EQ(actual, expected);
}

/// Arrays and columns without cells may know less of their texts than there is to know.
void expectSpelling(const table::Column& column, const std::vector<std::string>& texts,
    const Naive& naive, const readers::ColumnRequest& request)
{
    std::map<std::string, std::set<std::string>> textsOfValue;
    bool isExact = true;
    for (std::size_t row = 0; row < texts.size(); ++row) {
        const bool isNone = isMissing(texts[row], request);
        const bool isMisfit = !isNone && naive.isNumeric && naive.cells[row].empty();
        const std::string value = isNone ? "" : isMisfit ? texts[row] : naive.cells[row];
        textsOfValue[value].insert(texts[row]);
        isExact = isExact && value == texts[row];
    }
    const bool isUnique = std::all_of(textsOfValue.begin(), textsOfValue.end(),
        [](const auto& entry) { return entry.second.size() == 1; });
    const table::Spelling spelling = isExact ? table::Spelling::Exact
        : isUnique                           ? table::Spelling::OnePerValue
                                             : table::Spelling::Varied;
    if (naive.hasCodes)
        EXPECT_EQ(column.spelling, spelling);
    else
        EXPECT_LE(column.spelling, spelling);
}

void expectDictionary(const table::CodeColumn& codes, const Naive& naive)
{
    std::map<std::string, std::int64_t> all;
    for (const std::string& cell : naive.cells) {
        if (!cell.empty())
            ++all[cell];
    }
    const auto expected = ranked(all);
    ASSERT_EQ(codes.dictionary->size(), expected.size());
    EXPECT_EQ(codes.width, expected.size() <= 255 ? 1u : expected.size() <= 65535 ? 2u : 4u);
    for (std::uint32_t code = 1; code <= expected.size(); ++code) {
        ASSERT_EQ(codes.dictionary->value(code), expected[code - 1].first);
        ASSERT_EQ(codes.dictionary->count(code), expected[code - 1].second);
        const bool isNumber = naive.isNumeric && naive.values.count(expected[code - 1].first) > 0;
        ASSERT_EQ(codes.dictionary->number(code).has_value(), isNumber);
    }
}

} // namespace

void expectColumn(const table::Column& column, const std::vector<std::string>& texts,
    const readers::ColumnRequest& request)
{
    SCOPED_TRACE("naive column " + request.name);
    const Naive naive = naiveOf(texts, request);
    EXPECT_EQ(column.name, request.name);
    EXPECT_EQ(column.nullTokens, request.nullTokens);
    ASSERT_EQ(table::typeName(column.type), table::typeName(naive.type));
    expectEvidence(column, naive, request);
    EXPECT_EQ(column.profile.rows, std::ssize(texts));
    EXPECT_EQ(column.profile.missing, naive.missing);
    EXPECT_EQ(column.profile.notOfType, std::ssize(naive.misfitRows));
    expectDistinctAndTop(column, naive);
    expectLengths(column, naive.texts);
    expectSpelling(column, texts, naive, request);
    ASSERT_EQ(column.profile.numbers.has_value(), !naive.numbers.empty());
    if (column.profile.numbers)
        expectNumbers(*column.profile.numbers, naive.numbers);

    ASSERT_EQ(std::holds_alternative<table::CodeColumn>(column.cells), naive.hasCodes);
    ASSERT_EQ(std::holds_alternative<table::NumberColumn>(column.cells),
        !naive.hasCodes && naive.isNumeric);
    if (const auto* const codes = std::get_if<table::CodeColumn>(&column.cells))
        expectDictionary(*codes, naive);
    if (const auto* const numbers = std::get_if<table::NumberColumn>(&column.cells)) {
        EXPECT_EQ(numbers->notOfTypeRows, naive.misfitRows);
    }
    if (const auto* const sketch = std::get_if<table::TextSketch>(&column.cells)) {
        EXPECT_EQ(sketch->missingRows, naive.missingRows);
        return;
    }
    for (std::size_t row = 0; row < texts.size(); ++row)
        ASSERT_EQ(cellText(column, row), naive.cells[row]) << "row " << row;
}

} // namespace cupel::test
