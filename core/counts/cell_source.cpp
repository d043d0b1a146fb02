#include "core/counts/cell_source.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace cupel::counts {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Beyond this many thresholds a binary search is faster than comparing with each.
constexpr std::size_t kFewThresholds = 16;

/// A number and an integer of the same size.
template <typename T>
using Counter = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

bool isMissing(std::int32_t value)
{
    return value == table::NumberColumn::kMissing32;
}
bool isMissing(double value)
{
    return value != value;
}

/// How many of the ascending thresholds are <= a value, without a branch to predict.
template <typename T> std::size_t passed(T value, const std::vector<T>& thresholds)
{
    const T* first = thresholds.data();
    std::size_t size = thresholds.size();
    while (size > 1) {
        const std::size_t half = size / 2;
        first += half * static_cast<std::size_t>(value >= first[half - 1]);
        size -= half;
    }
    return static_cast<std::size_t>(first - thresholds.data()) + (value >= *first ? 1 : 0);
}

/// Write the codes of ThresholdCodes. Missing values pass no threshold.
template <typename T, typename Code>
void countPassed(const T* values, std::size_t rows, const std::vector<T>& thresholds, Code* codes)
{
    constexpr Counter<T> kFirst = ThresholdCodes::kFirst;
    Counter<T> counts[kBlockRows];
    for (std::size_t i = 0; i < rows; ++i)
        counts[i] = isMissing(values[i]) ? Counter<T>{0} : kFirst;
    if (thresholds.size() <= kFewThresholds) {
        for (const T threshold : thresholds) {
            for (std::size_t i = 0; i < rows; ++i)
                counts[i] += values[i] >= threshold ? Counter<T>{1} : Counter<T>{0};
        }
    } else {
        for (std::size_t i = 0; i < rows; ++i)
            counts[i] += static_cast<Counter<T>>(passed(values[i], thresholds));
    }
    for (std::size_t i = 0; i < rows; ++i)
        codes[i] = static_cast<Code>(counts[i]);
}

/// The same thresholds for 32-bit integers, whose least value means missing; none where one of
/// them is outside of their range.
std::optional<std::vector<std::int32_t>> integerThresholds(const std::vector<double>& thresholds)
{
    std::vector<std::int32_t> integers;
    for (const double threshold : thresholds) {
        const double least = std::ceil(threshold);
        if (!(least > INT32_MIN && least <= INT32_MAX))
            return std::nullopt;
        integers.push_back(static_cast<std::int32_t>(least));
    }
    return integers;
}

template <typename T> void readAs(const T* values, std::size_t rows, T missing, double* numbers)
{
    for (std::size_t i = 0; i < rows; ++i)
        numbers[i] = values[i] == missing ? kNaN : static_cast<double>(values[i]);
}

std::int64_t integerAt(const table::NumberColumn& column, std::uint64_t row)
{
    if (column.kind == table::NumberColumn::Kind::Int64)
        return column.values.as<std::int64_t>()[row];
    const std::int32_t value = column.values.as<std::int32_t>()[row];
    return value == table::NumberColumn::kMissing32 ? table::NumberColumn::kMissing64 : value;
}

} // namespace

unsigned codeWidth(std::uint64_t count)
{
    return count <= 0x100 ? 1 : count <= 0x10000 ? 2 : 4;
}

void readNumbers(
    const table::NumberColumn& column, std::uint64_t firstRow, std::size_t rows, double* numbers)
{
    using Kind = table::NumberColumn::Kind;
    switch (column.kind) {
    case Kind::Int32:
        return readAs(column.values.as<std::int32_t>() + firstRow, rows,
            table::NumberColumn::kMissing32, numbers);
    case Kind::Int64:
        return readAs(column.values.as<std::int64_t>() + firstRow, rows,
            table::NumberColumn::kMissing64, numbers);
    case Kind::Double:
        std::copy_n(column.values.as<double>() + firstRow, rows, numbers);
    }
}

StoredCodes::StoredCodes(
    unsigned width, std::uint32_t count, const std::byte* codes, std::shared_ptr<const void> owner)
    : CellSource(width, count)
    , m_codes(codes)
    , m_owner(std::move(owner))
{
}

const std::byte* StoredCodes::codes(std::uint64_t firstRow, std::size_t, std::byte*) const
{
    return m_codes + firstRow * width();
}

ThresholdCodes::ThresholdCodes(const table::NumberColumn& column, std::vector<double> thresholds)
    : CellSource(codeWidth(kFirst + thresholds.size() + 1),
        static_cast<std::uint32_t>(kFirst + thresholds.size() + 1))
    , m_column(column)
    , m_thresholds(std::move(thresholds))
    , m_integers(integerThresholds(m_thresholds))
{
}

const std::byte* ThresholdCodes::codes(
    std::uint64_t firstRow, std::size_t rows, std::byte* scratch) const
{
    switch (width()) {
    case 1:
        fill(firstRow, rows, reinterpret_cast<std::uint8_t*>(scratch));
        break;
    case 2:
        fill(firstRow, rows, reinterpret_cast<std::uint16_t*>(scratch));
        break;
    default:
        fill(firstRow, rows, reinterpret_cast<std::uint32_t*>(scratch));
    }
    return scratch;
}

template <typename Code>
void ThresholdCodes::fill(std::uint64_t firstRow, std::size_t rows, Code* codes) const
{
    if (m_column.kind == table::NumberColumn::Kind::Int32 && m_integers) {
        countPassed(m_column.values.as<std::int32_t>() + firstRow, rows, *m_integers, codes);
    } else {
        double numbers[kBlockRows];
        readNumbers(m_column, firstRow, rows, numbers);
        countPassed(numbers, rows, m_thresholds, codes);
    }
    const std::vector<std::uint64_t>& odd = m_column.notOfTypeRows;
    for (auto row = std::lower_bound(odd.begin(), odd.end(), firstRow);
         row != odd.end() && *row < firstRow + rows; ++row)
        codes[*row - firstRow] = static_cast<Code>(kNotOfType);
}

SameCodes::SameCodes(std::shared_ptr<const StoredCodes> first, std::vector<std::uint32_t> firstOf,
    std::shared_ptr<const StoredCodes> second, std::vector<std::uint32_t> secondOf)
    : CellSource(1, kDifferent + 1)
    , m_first(std::move(first))
    , m_second(std::move(second))
    , m_firstOf(std::move(firstOf))
    , m_secondOf(std::move(secondOf))
{
}

const std::byte* SameCodes::codes(
    std::uint64_t firstRow, std::size_t rows, std::byte* scratch) const
{
    auto* const codes = reinterpret_cast<std::uint8_t*>(scratch);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint32_t a = m_firstOf[m_first->at(firstRow + i)];
        const std::uint32_t b = m_secondOf[m_second->at(firstRow + i)];
        const std::uint32_t compared = a == b ? kSame : kDifferent;
        const std::uint32_t less = std::min(a, b);
        codes[i] = static_cast<std::uint8_t>(less <= kNotOfType ? less : compared);
    }
    return scratch;
}

SameNumbers::SameNumbers(const table::Column& first, const table::Column& second)
    : CellSource(1, SameCodes::kDifferent + 1)
    , m_first(std::get<table::NumberColumn>(first.cells))
    , m_second(std::get<table::NumberColumn>(second.cells))
    , m_areIntegers(
          first.type == table::ColumnType::Integer && second.type == table::ColumnType::Integer)
{
}

const std::byte* SameNumbers::codes(
    std::uint64_t firstRow, std::size_t rows, std::byte* scratch) const
{
    auto* const codes = reinterpret_cast<std::uint8_t*>(scratch);
    const auto code = [](bool isMissing, bool isSame) {
        return static_cast<std::uint8_t>(isMissing ? SameCodes::kMissing
                : isSame                           ? SameCodes::kSame
                                                   : SameCodes::kDifferent);
    };
    if (m_areIntegers) {
        for (std::size_t i = 0; i < rows; ++i) {
            const std::int64_t a = integerAt(m_first, firstRow + i);
            const std::int64_t b = integerAt(m_second, firstRow + i);
            constexpr std::int64_t kMissing = table::NumberColumn::kMissing64;
            codes[i] = code(a == kMissing || b == kMissing, a == b);
        }
        return scratch;
    }
    double a[kBlockRows];
    double b[kBlockRows];
    readNumbers(m_first, firstRow, rows, a);
    readNumbers(m_second, firstRow, rows, b);
    for (std::size_t i = 0; i < rows; ++i)
        codes[i] = code(a[i] != a[i] || b[i] != b[i], a[i] == b[i]);
    return scratch;
}

} // namespace cupel::counts
