#include "core/reports/page.h"

#include <array>

#include "core/base/hash.h"
#include "core/reports/column_titles.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using base::DataText;

DataText cut(const DataText& text, std::size_t columns)
{
    if (text.raw().size() <= columns)
        return text;
    std::string kept = shortened(text.raw(), columns);
    switch (text.kind()) {
    case DataText::Kind::Name:
        return DataText::name(std::move(kept));
    case DataText::Kind::RoleValue:
        return DataText::roleValue(std::move(kept), text.rows());
    case DataText::Kind::Value:
        return DataText::value(std::move(kept));
    case DataText::Kind::Document:
        break;
    }
    return DataText::document(std::move(kept));
}

} // namespace

base::Sentence cutTexts(const base::Sentence& sentence, std::size_t columns)
{
    constexpr std::size_t kOwnWords = 10;
    base::Sentence shorter;
    for (const base::Span& span : sentence) {
        if (const auto* data = std::get_if<DataText>(&span))
            shorter.emplace_back(cut(*data, columns));
        else
            shorter.emplace_back(shortened(std::get<std::string>(span), kOwnWords * columns));
    }
    return shorter;
}

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

namespace {

Cell shorter(Cell cell)
{
    if (auto* text = std::get_if<base::Sentence>(&cell.content))
        *text = cutTexts(*text);
    return cell;
}

} // namespace

Table tableOf(const audits::ResultTable& table, std::size_t mostRows)
{
    Table shown;
    shown.caption = cutTexts(table.title);
    for (const std::string& column : table.columns)
        shown.columns.push_back({columnTitle(column)});
    for (const auto& row : table.rows) {
        if (shown.rows.size() == mostRows)
            break;
        std::vector<Cell>& cells = shown.rows.emplace_back();
        for (const auto& cell : row)
            cells.push_back(shorter(Cell::of(cell)));
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
