#include "core/catalog/data_file_head.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/base/utf8.h"
#include "core/catalog/data_file_fields.h"
#include "core/readers/csv_dialect.h"
#include "core/table/profile.h"

namespace cupel::catalog {

template <typename Coder, Is<DataFileFacts> T> void fields(Coder& coder, T& value)
{
    auto& [maxRowBytes, modifiedNs, keepsSource, dictionarySizes] = value;
    coder(maxRowBytes, modifiedNs, keepsSource, dictionarySizes);
}

namespace {

using table::ColumnProfile;

/// Reads as another number on a machine of another byte order.
constexpr std::uint32_t kByteOrder = 0x01020304;

bool isUtf8(std::string_view text)
{
    return base::firstInvalidUtf8(text.data(), text.size(), text.size()) == base::kValidUtf8;
}

template <typename Texts> bool areUtf8(const Texts& texts)
{
    return std::all_of(texts.begin(), texts.end(), [](const auto& text) { return isUtf8(text); });
}

/// Whether numbers that are not negative add up to a whole, without overflow.
bool addUp(std::initializer_list<std::uint64_t> parts, std::uint64_t whole)
{
    for (const std::uint64_t part : parts) {
        if (part > whole)
            return false;
        whole -= part;
    }
    return whole == 0;
}

bool isSound(const readers::ImportReport& report)
{
    const auto& part = report.accounted;
    const bool namesLines = report.rejected.size() <= readers::kListedRows
        && report.rejected.size() <= report.rejectedRows
        && report.tolerated.size() <= readers::kListedRows
        && report.tolerated.size() <= report.toleratedRows;
    const bool areTexts = std::all_of(report.rejected.begin(), report.rejected.end(),
                              [](const auto& row) { return isUtf8(row.reason); })
        && std::all_of(report.tolerated.begin(), report.tolerated.end(),
            [](const auto& row) { return isUtf8(row.reason); });
    return report.bytes <= std::uint64_t{std::numeric_limits<std::int64_t>::max()}
    && addUp({part.bom, part.header, part.rows, part.blank, part.rejected}, report.bytes)
        && report.rows <= part.rows && report.rejectedRows <= part.rejected + part.rows
        && report.blankLines <= part.blank && namesLines && areTexts && isUtf8(report.hash)
        && isUtf8(report.encoding) && areUtf8(report.renamedColumns)
        && (report.dialect.lineEnd == "\n" || report.dialect.lineEnd == "\r")
        && readers::checkDialect(report.dialect).has_value();
}

/// Whether some numbers are finite and none is less than the one before.
template <typename Numbers> bool areAscending(const Numbers& numbers)
{
    return std::all_of(numbers.begin(), numbers.end(), [](double number) {
        return std::isfinite(number);
    }) && std::is_sorted(numbers.begin(), numbers.end());
}

bool isCount(std::int64_t value, std::int64_t most)
{
    return value >= 0 && value <= most;
}

bool isSound(const table::NumberSummary& numbers, const ColumnProfile& profile)
{
    std::int64_t rest = numbers.n;
    for (const std::int64_t count : numbers.counts) {
        if (!isCount(count, rest))
            return false;
        rest -= count;
    }
    std::vector<double> ordered{numbers.min};
    ordered.insert(ordered.end(), numbers.quantiles.begin(), numbers.quantiles.end());
    ordered.push_back(numbers.max);
    return numbers.n > 0 && numbers.n == profile.rows - profile.missing - profile.notOfType
        && rest == 0 && areAscending(ordered) && areAscending(numbers.edges);
}

bool isSound(const ColumnProfile& profile, std::int64_t rows)
{
    if (profile.rows != rows || !isCount(profile.missing, rows)
        || !isCount(profile.notOfType, rows - profile.missing)
        || !isCount(profile.distinct.value, std::numeric_limits<std::int64_t>::max())
        || (profile.distinct.exact && profile.distinct.value > rows)
        || profile.top.size() > table::kTopValues)
        return false;
    const bool areValues
        = std::all_of(profile.top.begin(), profile.top.end(), [rows](const table::ValueCount& one) {
              return isCount(one.count, rows) && isUtf8(one.value);
          });
    return areValues && (!profile.numbers || isSound(*profile.numbers, profile))
        && (!profile.lengths || isCount(profile.lengths->min, profile.lengths->max));
}

/// Whether the cells of a column are held in a way that suits its type.
bool isSound(const table::Column& column, std::uint32_t dictionarySize)
{
    using table::ColumnType;
    using Kind = table::NumberColumn::Kind;
    if (const auto* const codes = std::get_if<table::CodeColumn>(&column.cells)) {
        const std::uint64_t most = codes->width == 1 ? 0xff
            : codes->width == 2                      ? 0xffff
                                                     : 0xffffffff;
        return (codes->width == 1 || codes->width == 2 || codes->width == 4)
            && dictionarySize <= most && dictionarySize < std::numeric_limits<std::uint32_t>::max()
            && dictionarySize <= column.profile.rows - column.profile.missing;
    }
    if (dictionarySize != 0)
        return false;
    if (const auto* const numbers = std::get_if<table::NumberColumn>(&column.cells))
        return table::isNumeric(column.type)
            && (column.type == ColumnType::Number) == (numbers->kind == Kind::Double);
    return !table::isNumeric(column.type);
}

bool isHashBits(unsigned bits)
{
    return bits >= 1 && bits <= 64;
}

bool isSound(const DataFileHead& head)
{
    const table::Table& table = head.file.table;
    const std::size_t columns = table.columns.size();
    const std::size_t headerCells = head.file.report.headerCells.size();
    if (!isSound(head.file.report) || table.rows != head.file.report.rows || columns == 0
        || !isHashBits(table.hashBits) || !isHashBits(head.options.hashBits)
        || (headerCells != 0 && headerCells != columns)
        || head.facts.dictionarySizes.size() != columns)
        return false;
    std::set<std::string_view> names;
    for (std::size_t c = 0; c < columns; ++c) {
        const table::Column& column = table.columns[c];
        const auto& evidence = column.evidence;
        if (column.name.empty() || !isUtf8(column.name) || !areUtf8(column.nullTokens)
            || !names.insert(column.name).second
            || !isSound(column.profile, static_cast<std::int64_t>(table.rows))
            || !isSound(column, head.facts.dictionarySizes[c]) || !areUtf8(evidence.misfits)
            || !isCount(evidence.likelyRows, column.profile.rows)
            || !isCount(evidence.misfitRows, column.profile.rows))
            return false;
    }
    return true;
}

} // namespace

std::string encodeHead(
    const readers::CsvFile& file, const readers::CsvOptions& options, const DataFileFacts& facts)
{
    ByteWriter writer;
    writer(kByteOrder, file.report, options, facts, file.table);
    return writer.bytes();
}

std::optional<DataFileHead> decodeHead(std::string_view bytes)
{
    std::uint32_t byteOrder = 0;
    DataFileHead head;
    ByteReader reader(bytes);
    reader(byteOrder, head.file.report, head.options, head.facts, head.file.table);
    if (reader.hasFailed() || reader.rest() != 0 || byteOrder != kByteOrder || !isSound(head))
        return std::nullopt;
    return head;
}

} // namespace cupel::catalog
