#include "core/reports/page_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/reports/page_json_names.h"

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

template <typename T> Json pageWord(T value)
{
    return kPageWords<T>.at(static_cast<std::size_t>(value));
}

/// A text where JSON has no such number, or its readers lose the sign of zero.
Json realJson(double value)
{
    const bool isPlain = std::isfinite(value) && !(value == 0.0 && std::signbit(value));
    return isPlain ? Json(value) : Json(base::formatNumber(value));
}

class PageWriter {
public:
    explicit PageWriter(const PrivacyView& view)
        : m_view(view)
    {
    }

    Json of(const Page& page) const
    {
        return {{"schema", kPageSchema}, {"form", kPageForm}, {"program", programVersion()},
            {"kind", page.kind}, {"title", of(page.title)}, {"subtitle", of(page.subtitle)},
            {"blocks", of(page.blocks)}, {"footer", of(page.footer)}};
    }

private:
    Json of(const base::DataText& text) const { return {{"data", m_view.show(text)}}; }

    Json of(const base::Sentence& sentence) const
    {
        Json spans = Json::array();
        for (const base::Span& span : sentence) {
            if (const auto* own = std::get_if<std::string>(&span))
                spans.emplace_back(*own);
            else
                spans.push_back(of(std::get<base::DataText>(span)));
        }
        return spans;
    }

    Json of(const std::vector<Block>& blocks) const
    {
        Json all = Json::array();
        for (const Block& block : blocks) {
            all.push_back(
                std::visit([this](const auto& content) { return of(content); }, block.content));
        }
        return all;
    }

    Json of(const Heading& heading) const
    {
        return {{"heading",
            {{"level", heading.level}, {"text", of(heading.text)}, {"anchor", heading.anchor}}}};
    }

    Json of(const Paragraph& paragraph) const
    {
        return {{"paragraph", {{"text", of(paragraph.text)}, {"aside", paragraph.isAside}}}};
    }

    Json of(const List& list) const
    {
        Json items = Json::array();
        for (const ListItem& item : list.items) {
            items.push_back({{"text", of(item.text)}, {"target", item.target},
                {"tone", pageWord(item.tone)}, {"code", item.code}});
        }
        return {{"list", {{"ordered", list.isOrdered}, {"items", std::move(items)}}}};
    }

    Json of(const MiniHistogram& histogram) const
    {
        return {{"histogram",
            {{"bars", pageWord(histogram.bars)}, {"counts", histogram.counts},
                {"summary", histogram.summary}}}};
    }
    Json of(std::int64_t whole) const { return whole; }
    Json of(double number) const { return {{"number", realJson(number)}}; }
    Json of(const Cell::Share& share) const { return {{"share", realJson(share.value)}}; }
    Json of(const Cell::Undefined& none) const { return {{"undefined", none.reason}}; }
    Json of(std::monostate /*empty*/) const { return nullptr; }
    Json of(const std::string& own) const { return own; }

    Json of(const Cell& cell) const
    {
        Json content = std::visit([this](const auto& its) { return of(its); }, cell.content);
        if (cell.target.empty())
            return content;
        return {{"target", cell.target}, {"content", std::move(content)}};
    }

    Json of(const Table& table) const
    {
        Json columns = Json::array();
        for (const base::Sentence& column : table.columns)
            columns.push_back(of(column));
        Json rows = Json::array();
        for (const std::vector<Cell>& row : table.rows) {
            Json cells = Json::array();
            for (const Cell& cell : row)
                cells.push_back(of(cell));
            rows.push_back(std::move(cells));
        }
        return {{"table",
            {{"caption", of(table.caption)}, {"columns", std::move(columns)},
                {"rows", std::move(rows)}, {"rowHeaders", table.hasRowHeaders},
                {"leftOut", table.leftOut}}}};
    }

    Json of(const std::vector<KeyValues::Row>& facts) const
    {
        Json rows = Json::array();
        for (const KeyValues::Row& row : facts)
            rows.push_back({{"key", row.key}, {"value", of(row.value)}, {"code", row.isCode}});
        return rows;
    }
    Json of(const KeyValues& values) const { return {{"facts", of(values.rows)}}; }

    Json of(const Callout& callout) const
    {
        return {{"callout",
            {{"tone", pageWord(callout.tone)}, {"word", callout.word}, {"text", of(callout.text)},
                {"label", callout.label}, {"anchor", callout.anchor},
                {"facts", of(callout.facts)}}}};
    }

    Json of(const Tiles& tiles) const
    {
        Json all = Json::array();
        for (const Tiles::Tile& tile : tiles.tiles) {
            all.push_back(
                {{"value", tile.value}, {"label", tile.label}, {"tone", pageWord(tile.tone)}});
        }
        return {{"tiles", std::move(all)}};
    }

    Json of(const charts::ChartSpec& spec) const
    {
        return {{"id", spec.id}, {"kind", pageWord(spec.kind)}, {"table", spec.table},
            {"value", spec.value}, {"low", spec.low}, {"high", spec.high}, {"beside", spec.beside},
            {"unit", pageWord(spec.unit)}, {"order", pageWord(spec.order)},
            {"axis", of(spec.axis)}};
    }

    Json of(const audits::ResultTable& table) const
    {
        Json rows = Json::array();
        for (const auto& row : table.rows) {
            Json cells = Json::array();
            for (const auto& cell : row) {
                cells.push_back(
                    std::visit([this](const auto& content) { return of(content); }, cell));
            }
            rows.push_back(std::move(cells));
        }
        return {{"id", table.id}, {"title", of(table.title)}, {"columns", table.columns},
            {"rows", std::move(rows)}};
    }

    Json of(const Chart& chart) const
    {
        return {{"chart", {{"spec", of(chart.spec)}, {"table", of(chart.table)}}}};
    }

    Json of(const Verbatim& verbatim) const
    {
        return {{"verbatim", {{"text", of(verbatim.text)}, {"caption", of(verbatim.caption)}}}};
    }

    Json of(const Details& details) const
    {
        return {{"details", {{"summary", of(details.summary)}, {"blocks", of(details.blocks)}}}};
    }

    const PrivacyView& m_view;
};

} // namespace

std::string pageJson(const Page& page, const PrivacyView& view)
{
    return jsonLine(PageWriter(view).of(page)) + "\n";
}

} // namespace cupel::reports
