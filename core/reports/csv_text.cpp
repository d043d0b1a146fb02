#include "core/reports/csv_text.h"

#include <algorithm>
#include <array>

#include "core/base/number.h"

namespace cupel::reports {
namespace {

bool beginsFormula(std::string_view cell)
{
    using namespace std::string_view_literals;
    constexpr std::array<std::string_view, 11> kBeginnings{"="sv, "+"sv, "-"sv, "@"sv, "\t"sv,
        "\r"sv, "\0"sv, "\uFF1D"sv, "\uFF0B"sv, "\uFF0D"sv, "\uFF20"sv};
    const std::string_view text = cell.substr(std::min(cell.find_first_not_of(' '), cell.size()));
    return std::any_of(kBeginnings.begin(), kBeginnings.end(),
        [text](std::string_view beginning) { return text.starts_with(beginning); });
}

} // namespace

std::string csvCell(std::string_view cell, FormulaGuard guard)
{
    const bool needsGuard
        = guard == FormulaGuard::On && beginsFormula(cell) && !base::parseNumber(cell);
    std::string text = needsGuard ? "'" : "";
    text += cell;
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char byte : text)
        quoted += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    return quoted + "\"";
}

} // namespace cupel::reports
