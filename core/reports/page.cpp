#include "core/reports/page.h"

#include <array>

#include "core/base/hash.h"

namespace cupel::reports {

Cell Cell::figure(const base::Figure& figure)
{
    if (figure.isDefined())
        return {figure.value(), {}};
    return {Undefined{figure.reason()}, {}};
}

Cell Cell::of(const audits::ResultTable::Cell& cell)
{
    if (const auto* rows = std::get_if<std::int64_t>(&cell))
        return {*rows, {}};
    if (const auto* number = std::get_if<double>(&cell))
        return {*number, {}};
    if (const auto* text = std::get_if<base::DataText>(&cell))
        return {base::Sentence{*text}, {}};
    if (const auto* own = std::get_if<std::string>(&cell))
        return {base::Sentence{*own}, {}};
    return {Undefined{}, {}};
}

std::string_view toneWord(Tone tone)
{
    constexpr std::array<std::string_view, 6> kWords{
        "", "error", "warning", "note", "good", "open question"};
    return kWords[static_cast<std::size_t>(tone)];
}

Table tableOf(const audits::ResultTable& table, std::size_t mostRows)
{
    Table shown;
    shown.caption = table.title;
    for (const std::string& column : table.columns)
        shown.columns.push_back({column});
    for (const auto& row : table.rows) {
        if (shown.rows.size() == mostRows)
            break;
        std::vector<Cell>& cells = shown.rows.emplace_back();
        for (const auto& cell : row)
            cells.push_back(Cell::of(cell));
    }
    shown.leftOut = static_cast<std::int64_t>(table.rows.size() - shown.rows.size());
    return shown;
}

std::string makeAnchor(std::string_view text)
{
    constexpr std::size_t kLongest = 40;
    std::string anchor;
    bool isWhole = text.size() <= kLongest;
    for (const char c : text.substr(0, kLongest)) {
        const bool isKept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || c == '-' || c == '_';
        isWhole = isWhole && isKept;
        if (isKept)
            anchor += c;
        else if (!anchor.empty() && anchor.back() != '-')
            anchor += '-';
    }
    if (isWhole && !anchor.empty())
        return anchor;
    if (!anchor.empty() && anchor.back() != '-')
        anchor += '-';
    return anchor + base::hex(base::digest128(text.data(), text.size())).substr(0, 8);
}

} // namespace cupel::reports
