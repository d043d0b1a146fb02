#include "core/readers/csv_header.h"

#include <algorithm>
#include <set>

namespace cupel::readers {

ColumnNames columnNames(const std::vector<std::string>& header)
{
    // Names the file gives are kept; only later or nameless columns make way.
    const std::set<std::string> given(header.begin(), header.end());
    std::set<std::string> used;
    ColumnNames result;
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::string name = header[i];
        const std::string base = name.empty() ? "column" : name;
        if (name.empty() || used.contains(name)) {
            std::size_t number = name.empty() ? i + 1 : 2;
            do
                name = base + "_" + std::to_string(number++);
            while (used.contains(name) || given.contains(name));
            result.renamed.push_back(header[i].empty() ? "column " + std::to_string(i + 1)
                        + " has no name and is read as '" + name + "'"
                                                       : "column " + std::to_string(i + 1)
                        + " is a second '" + base + "' and is read as '" + name + "'");
        }
        used.insert(name);
        result.names.push_back(std::move(name));
    }
    return result;
}

std::vector<HeaderCell> headerCells(std::string_view line, const Dialect& dialect)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    const auto codePoints = [line](std::size_t from, std::size_t to) {
        return static_cast<std::uint64_t>(
            std::count_if(line.begin() + static_cast<std::ptrdiff_t>(from),
                line.begin() + static_cast<std::ptrdiff_t>(to),
                [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }));
    };
    std::vector<HeaderCell> cells;
    std::uint64_t column = 1;
    for (std::size_t at = 0;;) {
        std::size_t search = at;
        const bool isQuoted
            = dialect.quote != '\0' && at < line.size() && line[at] == dialect.quote;
        if (isQuoted) {
            search = at + 1;
            while (search < line.size()
                && (line[search] != dialect.quote
                    || (search + 1 < line.size() && line[search + 1] == dialect.quote)))
                search += line[search] == dialect.quote ? 2u : 1u;
        }
        const std::size_t end = std::min(line.find(dialect.delimiter, search), line.size());
        const std::uint64_t width = codePoints(at, end);
        cells.push_back({column, column + width});
        if (end == line.size())
            return cells;
        column += width + codePoints(end, end + dialect.delimiter.size());
        at = end + dialect.delimiter.size();
    }
}

std::vector<std::string> numberedNames(std::size_t columns)
{
    std::vector<std::string> names;
    names.reserve(columns);
    for (std::size_t i = 1; i <= columns; ++i)
        names.push_back("column_" + std::to_string(i));
    return names;
}

base::Result<void> checkNamed(
    const CsvOptions& options, const std::vector<std::string>& names, const std::string& fileName)
{
    const std::set<std::string> known(names.begin(), names.end());
    const auto unknown = [&](const std::string& name, const char* what) {
        return base::Error{base::ErrorCode::Usage,
            std::string(what) + " is given for the column '" + name
                + "', which the file does not have",
            "its columns are: " +
                [&] {
                    std::string list;
                    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 20); ++i)
                        list += (i == 0 ? "" : ", ") + names[i];
                    return list + (names.size() > 20 ? ", …" : "");
                }(),
            {fileName, 1, 0, 0}};
    };
    for (const auto& [name, type] : options.types) {
        if (!known.contains(name))
            return unknown(name, "a type");
    }
    for (const auto& [name, tokens] : options.nullTokensByColumn) {
        if (!known.contains(name))
            return unknown(name, "a text that means missing");
    }
    return {};
}

} // namespace cupel::readers
