#include "tests/core/counts/print_answers.h"

#include "core/base/number.h"

namespace cupel::test {
namespace {

using namespace counts;

std::string print(const CellKey& key)
{
    switch (key.kind) {
    case CellKey::Kind::Value:
        return "'" + key.text + "'";
    case CellKey::Kind::NotOfType:
        return "(not of type)";
    case CellKey::Kind::Missing:
        break;
    }
    return "(missing)";
}

std::string print(const Cells& cells)
{
    std::string text = "rows " + std::to_string(cells.rows) + "\n";
    for (const auto& [reason, rows] : cells.excluded)
        text += reason + " " + std::to_string(rows) + "\n";
    for (const Cells::Cell& cell : cells.cells) {
        for (const CellKey& key : cell.keys)
            text += print(key) + " ";
        text += ": " + std::to_string(cell.rows);
        for (const double sum : cell.sums)
            text += " " + base::formatNumber(sum);
        text += "\n";
    }
    return text;
}

std::string print(const Groups& groups)
{
    return "rows " + std::to_string(groups.rows) + " groups " + std::to_string(groups.groups)
        + " repeated " + std::to_string(groups.repeatedGroups) + "/"
        + std::to_string(groups.repeatedRows) + " mixed " + std::to_string(groups.mixedGroups) + "/"
        + std::to_string(groups.mixedRows) + " largest " + std::to_string(groups.largestGroup);
}

std::string print(const RowRefs& refs)
{
    std::string text = "total " + std::to_string(refs.total) + ":";
    for (const std::uint64_t row : refs.rows)
        text += " " + std::to_string(row);
    return text;
}

} // namespace

std::string print(const Answer& answer)
{
    return std::visit([](const auto& any) { return print(any); }, answer);
}

} // namespace cupel::test
