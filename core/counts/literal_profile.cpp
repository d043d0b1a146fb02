#include "core/counts/literal_profile.h"

#include <algorithm>
#include <map>

#include "core/base/exact_sum.h"
#include "core/base/number.h"
#include "core/table/profile.h"
#include "core/table/value_kind.h"

namespace cupel::counts {
namespace {

using table::ColumnType;

bool isMissing(const LiteralTable::Cell& cell)
{
    return !cell || cell->empty();
}

/// Texts of the non-missing cells of a column with their numbers of rows.
using Frequencies = std::map<std::string, std::int64_t>;

/// Types by the kinds of the values, as in a file.
table::TypeEvidence evidenceOf(const Frequencies& texts, ColumnType& type)
{
    table::KindRows kinds;
    for (const auto& [text, count] : texts)
        kinds[table::valueKind(text)] += count;
    type = table::typeOf(kinds);
    table::TypeEvidence evidence;
    evidence.likely = table::likelyType(kinds);
    evidence.likelyRows = kinds.fitting(evidence.likely);
    evidence.misfitRows = kinds.total() - evidence.likelyRows;
    std::vector<table::ValueCount> misfits;
    for (const auto& [text, count] : texts) {
        if (!table::fits(table::valueKind(text), evidence.likely))
            misfits.push_back({text, count});
    }
    constexpr std::size_t kShown = 5;
    misfits = table::topValues(std::move(misfits));
    for (std::size_t i = 0; i < std::min(misfits.size(), kShown); ++i)
        evidence.misfits.push_back(misfits[i].value);
    return evidence;
}

table::LengthSummary lengthsOf(const Frequencies& texts)
{
    table::LengthSummary lengths;
    base::ExactSum sum;
    std::int64_t rows = 0;
    for (const auto& [text, count] : texts) {
        const auto length = static_cast<std::int64_t>(std::count_if(text.begin(), text.end(),
            [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
        lengths.min = rows == 0 ? length : std::min(lengths.min, length);
        lengths.max = std::max(lengths.max, length);
        sum.addTimes(static_cast<double>(length), count);
        rows += count;
    }
    lengths.mean = sum.value() / static_cast<double>(rows);
    return lengths;
}

ColumnDescription describeColumn(const LiteralTable& table, std::size_t column)
{
    Frequencies texts;
    for (const auto& row : table.rows) {
        if (!isMissing(row[column]))
            ++texts[*row[column]];
    }
    ColumnDescription description;
    description.name = table.columns[column].name;
    description.evidence = evidenceOf(texts, description.type);
    description.evidence.overridden = table.columns[column].type.has_value();
    description.type = table.columns[column].type.value_or(description.type);

    table::ColumnProfile& profile = description.profile;
    profile.rows = static_cast<std::int64_t>(table.rows.size());
    Frequencies values;
    std::map<double, std::int64_t> numbers;
    for (const auto& row : table.rows) {
        const CellKey key = literalCell(row[column], description.type);
        profile.missing += key.kind == CellKey::Kind::Missing ? 1 : 0;
        profile.notOfType += key.kind == CellKey::Kind::NotOfType ? 1 : 0;
        if (key.isValue())
            ++values[key.text];
        if (const auto number = literalNumber(row[column], description.type))
            ++numbers[*number];
    }
    profile.distinct.value = static_cast<std::int64_t>(values.size());
    for (const auto& [value, count] : values)
        profile.top.push_back({value, count});
    profile.top = table::topValues(std::move(profile.top));
    std::vector<table::NumberCount> ascending;
    for (const auto& [value, count] : numbers)
        ascending.push_back({value, count});
    if (!ascending.empty())
        profile.numbers = table::summarize(ascending);
    if (description.type == ColumnType::Text && !texts.empty())
        profile.lengths = lengthsOf(texts);
    return description;
}

} // namespace

CellKey literalCell(const LiteralTable::Cell& cell, ColumnType type)
{
    if (isMissing(cell))
        return CellKey::missing();
    if (!table::isNumeric(type))
        return CellKey::value(*cell);
    if (!table::fits(table::valueKind(*cell), type))
        return CellKey::notOfType();
    const auto number = base::parseNumber(*cell);
    return CellKey::value(type == ColumnType::Integer ? base::formatInteger(number->i)
                                                      : base::formatNumber(number->d + 0.0));
}

std::optional<double> literalNumber(const LiteralTable::Cell& cell, ColumnType type)
{
    if (!table::isNumeric(type) || !literalCell(cell, type).isValue())
        return std::nullopt;
    return base::parseNumber(*cell)->d;
}

Description describe(const LiteralTable& table)
{
    Description description;
    description.rows = static_cast<std::int64_t>(table.rows.size());
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        description.columns.push_back(describeColumn(table, column));
    return description;
}

} // namespace cupel::counts
