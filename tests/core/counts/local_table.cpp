#include "tests/core/counts/local_table.h"

#include <stdexcept>

namespace cupel::test {
namespace {

/// Everything is quoted: cells with any text survive, and an empty line cannot appear.
std::string quoted(const std::string& text)
{
    std::string cell = "\"";
    for (const char c : text)
        cell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return cell + "\"";
}

class LiteralRows final : public table::RowSource {
public:
    explicit LiteralRows(std::vector<std::vector<counts::LiteralTable::Cell>> rows)
        : m_rows(std::move(rows))
    {
    }

    std::uint64_t rowCount() const override { return m_rows.size(); }
    base::Result<table::Row> row(std::uint64_t index) const override
    {
        table::Row row{index, index + 2, {}};
        for (const auto& cell : m_rows[index])
            row.cells.push_back(cell.value_or(""));
        return row;
    }

private:
    std::vector<std::vector<counts::LiteralTable::Cell>> m_rows;
};

} // namespace

std::string csvText(const counts::LiteralTable& literal)
{
    std::string text;
    for (const auto& column : literal.columns)
        text += (text.empty() ? "" : ",") + quoted(column.name);
    text += '\n';
    for (const auto& row : literal.rows) {
        for (std::size_t c = 0; c < row.size(); ++c)
            text += (c == 0 ? "" : ",") + quoted(row[c].value_or(""));
        text += '\n';
    }
    return text;
}

readers::CsvOptions csvOptions(const counts::LiteralTable& literal, const LocalOptions& options)
{
    readers::CsvOptions csv;
    csv.delimiter = ",";
    csv.hashBits = options.hashBits;
    csv.codedColumns = options.codedColumns;
    csv.nullTokens = options.nullTokens;
    csv.threads = 2;
    for (const auto& column : literal.columns) {
        if (column.type)
            csv.types[column.name] = *column.type;
    }
    return csv;
}

std::shared_ptr<const table::Table> localTable(
    const counts::LiteralTable& literal, const LocalOptions& options)
{
    auto file = readers::readCsv(
        readers::memorySource("literal.csv", csvText(literal)), csvOptions(literal, options), {});
    if (!file)
        throw std::runtime_error(file.error().message);
    if (file->table.rows != literal.rows.size())
        throw std::runtime_error("rows were lost");
    if (options.keepsRows)
        file->table.source = std::make_shared<LiteralRows>(literal.rows);
    return std::make_shared<const table::Table>(std::move(file->table));
}

} // namespace cupel::test
