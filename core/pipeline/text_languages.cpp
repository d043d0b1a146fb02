#include "core/pipeline/text_languages.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/card/claims.h"
#include "core/card/language.h"

namespace cupel::pipeline {
namespace {

constexpr std::int64_t kLeastToldRows = 30;

std::vector<std::uint64_t> spacedRows(std::int64_t rows)
{
    const std::int64_t count = std::min(rows, kLanguageRows);
    std::vector<std::uint64_t> indexes;
    for (std::int64_t i = 0; i < count; ++i)
        indexes.push_back(static_cast<std::uint64_t>(i * rows / count));
    return indexes;
}

/// None where few cells are prose, or where of most of them no language can be told: of codes and
/// names that look like words.
std::optional<card::MeasuredLanguages> languagesOf(
    const std::string& name, std::size_t column, const std::vector<table::Row>& rows)
{
    card::MeasuredLanguages measured;
    std::int64_t prose = 0;
    measured.column = name;
    measured.rows = static_cast<std::int64_t>(rows.size());
    std::map<std::string, std::int64_t> counts;
    for (const table::Row& row : rows) {
        if (!card::isProse(row.cells[column]))
            continue;
        ++prose;
        if (const auto language = card::languageOf(row.cells[column])) {
            ++counts[*language];
            ++measured.told;
        }
    }
    if (measured.told < kLeastToldRows || measured.told * 2 < prose)
        return std::nullopt;
    for (const auto& [language, count] : counts)
        measured.languages.push_back({language, count});
    std::stable_sort(measured.languages.begin(), measured.languages.end(),
        [](const card::ValueRows& a, const card::ValueRows& b) { return a.rows > b.rows; });
    return measured;
}

} // namespace

base::Result<std::vector<card::MeasuredLanguages>> textLanguages(const counts::CountSource& source,
    const audits::Roles& roles, const documents::DocumentSet& documents)
{
    std::vector<card::MeasuredLanguages> measured;
    const counts::Description& description = source.describe();
    if (!card::namesLanguages(documents) || description.rows == 0)
        return measured;
    const std::vector<std::string> parts = roles.columns();
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < description.columns.size(); ++i) {
        const counts::ColumnDescription& column = description.columns[i];
        if (column.type == table::ColumnType::Text
            && std::find(parts.begin(), parts.end(), column.name) == parts.end())
            columns.push_back(i);
    }
    if (columns.empty())
        return measured;
    const auto rows = source.rows(spacedRows(description.rows));
    if (!rows)
        return rows.error();
    for (const std::size_t column : columns) {
        if (auto found = languagesOf(description.columns[column].name, column, *rows))
            measured.push_back(std::move(*found));
    }
    return measured;
}

} // namespace cupel::pipeline
