#include "core/counts/coded_column.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

#include "core/base/number.h"
#include "core/counts/flat_map.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using table::CodeColumn;
using table::NumberColumn;

/// Codes of 32 bits in the narrowest form that holds `count` different ones.
std::shared_ptr<const StoredCodes> narrowed(
    const std::vector<std::uint32_t>& codes, std::uint32_t count)
{
    const unsigned width = codeWidth(count);
    auto buffer = std::make_shared<table::Buffer>(codes.size() * width);
    const auto copyTo = [&codes](auto* out) {
        using Code = std::remove_pointer_t<decltype(out)>;
        std::transform(codes.begin(), codes.end(), out,
            [](std::uint32_t code) { return static_cast<Code>(code); });
    };
    if (width == 1)
        copyTo(buffer->as<std::uint8_t>());
    else if (width == 2)
        copyTo(buffer->as<std::uint16_t>());
    else
        copyTo(buffer->as<std::uint32_t>());
    const std::byte* first = buffer->data();
    return std::make_shared<StoredCodes>(width, count, first, std::move(buffer));
}

/// The bits of every number of an array, the same for equal numbers.
std::uint64_t numberBits(const NumberColumn& column, std::uint64_t row)
{
    switch (column.kind) {
    case NumberColumn::Kind::Int32: {
        const std::int32_t value = column.values.as<std::int32_t>()[row];
        return static_cast<std::uint64_t>(
            value == NumberColumn::kMissing32 ? NumberColumn::kMissing64 : value);
    }
    case NumberColumn::Kind::Int64:
        return static_cast<std::uint64_t>(column.values.as<std::int64_t>()[row]);
    case NumberColumn::Kind::Double:
        break;
    }
    // Adding 0 turns -0 into 0 and nothing else.
    const double value = column.values.as<double>()[row];
    return std::bit_cast<std::uint64_t>(value + 0.0);
}

bool isMissingBits(const NumberColumn& column, std::uint64_t bits)
{
    if (column.kind == NumberColumn::Kind::Double) {
        const auto value = std::bit_cast<double>(bits);
        return value != value;
    }
    return static_cast<std::int64_t>(bits) == NumberColumn::kMissing64;
}

/// Call take(row, text) for every row of a column that is not missing.
template <typename Take>
Result<void> forEachText(
    const table::Table& table, std::size_t column, const base::JobContext& job, const Take& take)
{
    constexpr std::size_t kBatch = 4'096;
    const table::Column& described = table.columns[column];
    const std::vector<std::string>& tokens = described.nullTokens;
    std::int64_t missing = 0;
    std::vector<std::uint64_t> batch;
    for (std::uint64_t first = 0; first < table.rows; first += batch.size()) {
        if (job.cancelled())
            return Error{ErrorCode::Cancelled, "cancelled while reading texts again", "", {}};
        batch.resize(std::min<std::uint64_t>(kBatch, table.rows - first));
        std::iota(batch.begin(), batch.end(), first);
        const auto visit = [&](std::size_t i, const std::vector<std::string>& cells) {
            const std::string& text = cells[column];
            if (text.empty() || std::find(tokens.begin(), tokens.end(), text) != tokens.end())
                ++missing;
            else
                take(first + i, text);
        };
        if (auto read = table.source->readCells(batch, visit); !read)
            return read;
    }
    if (missing != described.profile.missing)
        return Error{ErrorCode::InputUnreadable,
            "column \"" + described.name + "\" has other missing cells than when it was read",
            "the file was changed: read it again", {}};
    return {};
}

} // namespace

CodedColumn storedCodes(const table::Column& column)
{
    const auto& cells = std::get<CodeColumn>(column.cells);
    const table::Dictionary* dictionary = cells.dictionary.get();
    const bool isNumber = table::isNumeric(column.type);
    CodedColumn coded;
    coded.codes = std::make_shared<StoredCodes>(
        cells.width, dictionary->size() + 1, cells.codes.data(), cells.dictionary);
    coded.key = [dictionary, isNumber](std::uint32_t code) {
        if (code == 0)
            return CellKey::missing();
        if (isNumber && !dictionary->number(code))
            return CellKey::notOfType();
        if (isNumber && dictionary->number(code) == 0.0)
            return CellKey::value("0");
        return CellKey::value(std::string(dictionary->value(code)));
    };
    coded.number = [dictionary, isNumber](std::uint32_t code) -> std::optional<double> {
        return code == 0 || !isNumber ? std::nullopt : dictionary->number(code);
    };
    if (isNumber) {
        std::uint32_t zeros = 0;
        std::uint32_t odd = 0;
        for (std::uint32_t code = 1; code <= dictionary->size(); ++code) {
            const auto number = dictionary->number(code);
            zeros += number == 0.0 ? 1u : 0u;
            odd += number ? 0u : 1u;
        }
        coded.keysDiffer = zeros <= 1 && odd <= 1;
    }
    return coded;
}

CodedColumn codeNumbers(const table::Column& column, std::uint64_t rows)
{
    constexpr std::uint32_t kNotOfType = 1;
    constexpr std::uint32_t kFirst = 2;
    const auto& cells = std::get<NumberColumn>(column.cells);
    KeyNumbers numbers;
    std::vector<std::uint32_t> codes(rows);
    for (std::uint64_t row = 0; row < rows; ++row) {
        const std::uint64_t bits = numberBits(cells, row);
        codes[row] = isMissingBits(cells, bits) ? 0 : kFirst + numbers.numberOf(bits);
    }
    for (const std::uint64_t row : cells.notOfTypeRows)
        codes[row] = kNotOfType;

    CodedColumn coded;
    const auto distinct = std::make_shared<const std::vector<std::uint64_t>>(numbers.keys());
    coded.codes = narrowed(codes, kFirst + static_cast<std::uint32_t>(distinct->size()));
    const bool isDouble = cells.kind == NumberColumn::Kind::Double;
    const bool isInteger = column.type == table::ColumnType::Integer && !isDouble;
    coded.number = [distinct, isDouble](std::uint32_t code) -> std::optional<double> {
        if (code < kFirst)
            return std::nullopt;
        const std::uint64_t bits = (*distinct)[code - kFirst];
        return isDouble ? std::bit_cast<double>(bits)
                        : static_cast<double>(static_cast<std::int64_t>(bits));
    };
    coded.key = [distinct, isInteger, number = coded.number](std::uint32_t code) {
        if (code < kFirst)
            return code == kNotOfType ? CellKey::notOfType() : CellKey::missing();
        return CellKey::value(isInteger
                ? base::formatInteger(static_cast<std::int64_t>((*distinct)[code - kFirst]))
                : base::formatNumber(*number(code)));
    };
    return coded;
}

Result<CodedColumn> codeTexts(
    const table::Table& table, std::size_t column, const base::JobContext& job)
{
    auto texts = std::make_shared<std::vector<std::string>>();
    std::unordered_map<std::string, std::uint32_t> codeOf;
    std::vector<std::uint32_t> codes(table.rows);
    const auto take = [&](std::uint64_t row, const std::string& text) {
        const auto [entry, isNew]
            = codeOf.try_emplace(text, static_cast<std::uint32_t>(texts->size() + 1));
        if (isNew)
            texts->push_back(text);
        codes[row] = entry->second;
    };
    if (auto read = forEachText(table, column, job, take); !read)
        return read.error();
    CodedColumn coded;
    coded.codes = narrowed(codes, static_cast<std::uint32_t>(texts->size() + 1));
    coded.key = [texts](std::uint32_t code) {
        return code == 0 ? CellKey::missing() : CellKey::value((*texts)[code - 1]);
    };
    coded.number = [](std::uint32_t) { return std::nullopt; };
    return coded;
}

std::shared_ptr<const StoredCodes> codePresence(const table::TextSketch& sketch, std::uint64_t rows)
{
    auto buffer = std::make_shared<table::Buffer>(rows);
    auto* const codes = buffer->as<std::uint8_t>();
    std::fill_n(codes, rows, std::uint8_t{1});
    for (const std::uint64_t row : sketch.missingRows)
        codes[row] = 0;
    const std::byte* const first = buffer->data();
    return std::make_shared<StoredCodes>(1, 2, first, std::move(buffer));
}

} // namespace cupel::counts
