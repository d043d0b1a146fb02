#include "core/reports/rows_text.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "core/reports/csv_text.h"
#include "core/reports/json_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

constexpr const char* kLineColumn = "line";

std::string csvLine(const std::string& first, const std::vector<std::string>& cells)
{
    std::string text = first;
    for (const std::string& cell : cells)
        text += "," + csvCell(cell, FormulaGuard::On);
    return text + "\n";
}

std::string markdownLine(const std::string& first, const std::vector<std::string>& cells)
{
    std::string text = "| " + first + " |";
    for (const std::string& cell : cells)
        text += " " + markdownText(cell) + " |";
    return text + "\n";
}

} // namespace

RowsText::RowsText(RowsFormat format, std::vector<std::string> columns)
    : m_format(format)
    , m_columns(std::move(columns))
{
}

std::string RowsText::header() const
{
    switch (m_format) {
    case RowsFormat::Csv:
        return csvLine(kLineColumn, m_columns);
    case RowsFormat::Json:
        return {};
    case RowsFormat::Markdown:
        break;
    }
    std::string rule = "| ---: |";
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        rule += " --- |";
    return markdownLine(kLineColumn, m_columns) + rule + "\n";
}

std::string RowsText::row(std::uint64_t line, const std::vector<std::string>& cells) const
{
    if (m_format == RowsFormat::Csv)
        return csvLine(std::to_string(line), cells);
    if (m_format == RowsFormat::Markdown)
        return markdownLine(std::to_string(line), cells);
    nlohmann::ordered_json members = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        members[m_columns[i]] = cells[i];
    return jsonLine({{"line", line}, {"cells", std::move(members)}}) + "\n";
}

} // namespace cupel::reports
