#include "core/reports/page_json.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "core/base/cut_text.h"
#include "core/base/number.h"
#include "core/reports/json_report.h"
#include "core/reports/page_json_names.h"
#include "core/reports/stored_json.h"

namespace cupel::reports {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

/// Details within details; pages have one or two.
constexpr std::size_t kMostFolded = 8;

/// Why a text is no page, with the place.
class PageFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A value of the text, which knows where it stands. Everything that is not as expected throws a
/// PageFault.
class PageValue {
public:
    explicit PageValue(const json& its)
        : m_json(its)
    {
    }

    [[noreturn]] void fault(const std::string& what) const
    {
        const std::string where = place();
        throw PageFault((where.empty() ? "the page" : where) + " " + what);
    }

    /// An object with these members and no others.
    const PageValue& with(std::initializer_list<const char*> names) const
    {
        if (!m_json.is_object())
            fault("is no object");
        for (const char* const name : names) {
            if (!m_json.contains(name))
                fault("has no member \"" + std::string(name) + "\"");
        }
        if (m_json.size() != names.size())
            fault("has a member that is not known");
        return *this;
    }
    PageValue at(const char* name) const
    {
        const auto found = m_json.find(name);
        if (found == m_json.end())
            fault("has no member \"" + std::string(name) + "\"");
        return {*found, this, name, 0};
    }
    bool isObject() const { return m_json.is_object(); }
    bool isNull() const { return m_json.is_null(); }
    bool isText() const { return m_json.is_string(); }
    bool isList() const { return m_json.is_array(); }
    bool isWhole() const { return m_json.is_number_integer(); }
    bool has(const char* name) const { return m_json.is_object() && m_json.contains(name); }

    /// What `read` makes of each item of a list.
    template <typename Read> auto each(const Read& read) const
    {
        if (!isList())
            fault("is no list");
        std::vector<decltype(read(*this))> all;
        all.reserve(m_json.size());
        for (std::size_t i = 0; i < m_json.size(); ++i)
            all.push_back(read(PageValue(m_json[i], this, nullptr, i)));
        return all;
    }

    std::string text() const
    {
        if (!isText())
            fault("is no text");
        return m_json.get_ref<const std::string&>();
    }
    bool flag() const
    {
        if (!m_json.is_boolean())
            fault("is neither true nor false");
        return m_json.get<bool>();
    }
    std::int64_t whole(std::int64_t least = std::numeric_limits<std::int64_t>::min()) const
    {
        if (!isWhole())
            fault("is no whole number");
        const bool isTooLarge = m_json.is_number_unsigned()
            && m_json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
        if (isTooLarge || m_json.get<std::int64_t>() < least)
            fault("is out of range");
        return m_json.get<std::int64_t>();
    }
    double real() const
    {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        if (m_json.is_number())
            return m_json.get<double>();
        for (const double special :
            {kInfinity, -kInfinity, std::numeric_limits<double>::quiet_NaN(), -0.0}) {
            if (m_json == base::formatNumber(special))
                return special;
        }
        fault("is no number");
    }
    template <typename T> T word() const
    {
        const auto& words = kPageWords<T>;
        const std::string its = text();
        const auto found = std::find(words.begin(), words.end(), its);
        if (found == words.end())
            fault("is not a word that is known here");
        return static_cast<T>(found - words.begin());
    }

private:
    PageValue(const json& its, const PageValue* in, const char* name, std::size_t index)
        : m_json(its)
        , m_in(in)
        , m_name(name)
        , m_index(index)
    {
    }

    std::string place() const
    {
        if (!m_in)
            return {};
        const std::string before = m_in->place();
        if (!m_name)
            return before + "[" + std::to_string(m_index) + "]";
        return before + (before.empty() ? "" : ".") + m_name;
    }

    const json& m_json;
    const PageValue* m_in = nullptr; ///< none: the whole text
    const char* m_name = nullptr; ///< of a member; null: an item
    std::size_t m_index = 0;
};

base::DataText dataOf(const PageValue& from)
{
    return base::DataText::document(from.with({"data"}).at("data").text());
}

base::Sentence sentenceOf(const PageValue& from)
{
    return from.each([](const PageValue& span) {
        return span.isObject() ? base::Span(dataOf(span)) : base::Span(span.text());
    });
}

Heading headingOf(const PageValue& from)
{
    from.with({"level", "text", "anchor"});
    const std::int64_t level = from.at("level").whole(1);
    if (level > 6)
        from.at("level").fault("is no level of a heading");
    return {static_cast<int>(level), sentenceOf(from.at("text")), from.at("anchor").text()};
}

Paragraph paragraphOf(const PageValue& from)
{
    from.with({"text", "aside"});
    return {sentenceOf(from.at("text")), from.at("aside").flag()};
}

List listOf(const PageValue& from)
{
    from.with({"ordered", "items"});
    List list;
    list.isOrdered = from.at("ordered").flag();
    list.items = from.at("items").each([](const PageValue& item) {
        item.with({"text", "target", "tone", "code"});
        return ListItem{sentenceOf(item.at("text")), item.at("target").text(),
            item.at("tone").word<Tone>(), item.at("code").text()};
    });
    return list;
}

MiniHistogram histogramOf(const PageValue& from)
{
    from.with({"bars", "counts", "summary"});
    return {from.at("counts").each([](const PageValue& count) { return count.whole(0); }),
        from.at("summary").text(), from.at("bars").word<MiniHistogram::Bars>()};
}

decltype(Cell::content) contentOf(const PageValue& from)
{
    if (from.isList())
        return sentenceOf(from);
    if (from.isWhole())
        return from.whole();
    if (from.has("number"))
        return from.with({"number"}).at("number").real();
    if (from.has("share"))
        return Cell::Share{from.with({"share"}).at("share").real()};
    if (from.has("histogram"))
        return histogramOf(from.with({"histogram"}).at("histogram"));
    return Cell::Undefined{from.with({"undefined"}).at("undefined").text()};
}

Cell cellOf(const PageValue& from)
{
    if (!from.has("target"))
        return {contentOf(from), {}};
    from.with({"target", "content"});
    return {contentOf(from.at("content")), from.at("target").text()};
}

audits::ResultTable::Cell resultCellOf(const PageValue& from)
{
    if (from.isNull())
        return std::monostate();
    if (from.isWhole())
        return from.whole();
    if (from.isText())
        return from.text();
    if (from.has("data"))
        return dataOf(from);
    return from.with({"number"}).at("number").real();
}

/// Rows of cells, all of one length.
template <typename ReadCell>
auto rowsOf(const PageValue& from, std::size_t columns, const ReadCell& readCell)
{
    return from.each([&](const PageValue& row) {
        auto cells = row.each(readCell);
        if (cells.size() != columns)
            row.fault("is not as long as the list of columns");
        return cells;
    });
}

Table tableOfPage(const PageValue& from)
{
    from.with({"caption", "columns", "rows", "rowHeaders", "leftOut"});
    Table table;
    table.caption = sentenceOf(from.at("caption"));
    table.columns = from.at("columns").each(sentenceOf);
    table.rows = rowsOf(from.at("rows"), table.columns.size(), cellOf);
    table.hasRowHeaders = from.at("rowHeaders").flag();
    table.leftOut = from.at("leftOut").whole(0);
    return table;
}

std::vector<KeyValues::Row> factsOf(const PageValue& from)
{
    return from.each([](const PageValue& row) {
        row.with({"key", "value", "code"});
        return KeyValues::Row{
            row.at("key").text(), sentenceOf(row.at("value")), row.at("code").flag()};
    });
}

Callout calloutOf(const PageValue& from)
{
    from.with({"tone", "word", "text", "label", "anchor", "facts"});
    return {from.at("tone").word<Tone>(), from.at("word").text(), sentenceOf(from.at("text")),
        from.at("label").text(), from.at("anchor").text(), factsOf(from.at("facts"))};
}

Tiles tilesOf(const PageValue& from)
{
    return {from.each([](const PageValue& tile) {
        tile.with({"value", "label", "tone"});
        return Tiles::Tile{
            tile.at("value").whole(), tile.at("label").text(), tile.at("tone").word<Tone>()};
    })};
}

charts::ChartSpec specOf(const PageValue& from)
{
    from.with({"id", "kind", "table", "value", "low", "high", "beside", "unit", "order", "axis"});
    charts::ChartSpec spec;
    spec.id = from.at("id").text();
    spec.kind = from.at("kind").word<charts::ChartSpec::Kind>();
    spec.table = from.at("table").text();
    spec.value = from.at("value").text();
    spec.low = from.at("low").text();
    spec.high = from.at("high").text();
    spec.beside = from.at("beside").text();
    spec.unit = from.at("unit").word<charts::ChartSpec::Unit>();
    spec.order = from.at("order").word<charts::ChartSpec::Order>();
    spec.axis = sentenceOf(from.at("axis"));
    return spec;
}

Chart chartOf(const PageValue& from)
{
    from.with({"spec", "table"});
    const PageValue table = from.at("table");
    table.with({"id", "title", "columns", "rows"});
    Chart chart{specOf(from.at("spec")), {}};
    chart.table.id = table.at("id").text();
    chart.table.title = sentenceOf(table.at("title"));
    chart.table.columns
        = table.at("columns").each([](const PageValue& column) { return column.text(); });
    chart.table.rows = rowsOf(table.at("rows"), chart.table.columns.size(), resultCellOf);
    return chart;
}

std::vector<Block> blocksOf(const PageValue& from, std::size_t folded);

Details detailsOf(const PageValue& from, std::size_t folded)
{
    from.with({"summary", "blocks"});
    if (folded == kMostFolded)
        from.fault("is folded too deeply");
    return {sentenceOf(from.at("summary")), blocksOf(from.at("blocks"), folded + 1)};
}

Block blockOf(const PageValue& from, std::size_t folded)
{
    if (from.has("heading"))
        return {headingOf(from.with({"heading"}).at("heading"))};
    if (from.has("paragraph"))
        return {paragraphOf(from.with({"paragraph"}).at("paragraph"))};
    if (from.has("list"))
        return {listOf(from.with({"list"}).at("list"))};
    if (from.has("table"))
        return {tableOfPage(from.with({"table"}).at("table"))};
    if (from.has("facts"))
        return {KeyValues{factsOf(from.with({"facts"}).at("facts"))}};
    if (from.has("callout"))
        return {calloutOf(from.with({"callout"}).at("callout"))};
    if (from.has("tiles"))
        return {tilesOf(from.with({"tiles"}).at("tiles"))};
    if (from.has("chart"))
        return {chartOf(from.with({"chart"}).at("chart"))};
    if (from.has("details"))
        return {detailsOf(from.with({"details"}).at("details"), folded)};
    if (!from.has("verbatim"))
        from.fault("is no block that is known");
    const PageValue verbatim = from.with({"verbatim"}).at("verbatim");
    verbatim.with({"text", "caption"});
    return {Verbatim{sentenceOf(verbatim.at("text")), sentenceOf(verbatim.at("caption"))}};
}

std::vector<Block> blocksOf(const PageValue& from, std::size_t folded)
{
    return from.each([folded](const PageValue& block) { return blockOf(block, folded); });
}

/// Whether the first members say what this program writes.
base::Result<void> checkForm(const json& from)
{
    if (!from.is_object() || from.value("schema", json()) != kPageSchema)
        throw PageFault("it does not begin with \"schema\": \"" + std::string(kPageSchema) + "\"");
    const PageValue page(from);
    const std::int64_t form = page.at("form").whole();
    const std::string program = page.at("program").text();
    if (form == kPageForm && program == programVersion())
        return {};
    constexpr std::size_t kLongest = 40;
    const auto pair = [](std::int64_t its, std::string_view version) {
        return "form " + std::to_string(its) + " of version " + base::cutText(version, kLongest);
    };
    return base::usageError("the page is in " + pair(form, program) + "; this program reads "
            + pair(kPageForm, programVersion()),
        "use both programs in one version");
}

base::Result<Page> pageOfJson(const json& from)
{
    if (auto known = checkForm(from); !known)
        return known.error();
    const PageValue root(from);
    root.with({"schema", "form", "program", "kind", "title", "subtitle", "blocks", "footer"});
    Page page;
    page.kind = root.at("kind").text();
    page.title = sentenceOf(root.at("title"));
    page.subtitle = sentenceOf(root.at("subtitle"));
    page.blocks = blocksOf(root.at("blocks"), 0);
    page.footer = sentenceOf(root.at("footer"));
    return page;
}

} // namespace

base::Result<Page> pageFromJson(std::string_view text)
{
    const auto notAPage = [](const std::string& why, const base::Location& where = {}) {
        return Error{ErrorCode::NotData, "this is no page that can be drawn: " + why,
            "write one with: cupel audit INPUT -o pdf=PATH", where};
    };
    const auto parsed = parseStored(text);
    if (!parsed)
        return notAPage(parsed.error().message, parsed.error().where);
    try {
        return pageOfJson(*parsed);
    } catch (const PageFault& fault) {
        return notAPage(fault.what());
    }
}

} // namespace cupel::reports
