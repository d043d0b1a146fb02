#include "core/license/csv_resource.h"

namespace cupel::license {
namespace {

std::vector<std::string> cellsOf(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (isQuoted && c == '"' && line.substr(at + 1, 1) == "\"")
            cells.back() += line[++at];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

} // namespace

std::vector<std::vector<std::string>> rowsOf(std::string_view csv)
{
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : partsOf(csv, "\n")) {
        if (!line.empty())
            rows.push_back(cellsOf(line));
    }
    if (!rows.empty())
        rows.erase(rows.begin());
    return rows;
}

std::vector<std::string> partsOf(std::string_view text, std::string_view separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    }
    return parts;
}

} // namespace cupel::license
