#include "core/reports/html_page.h"

#include <algorithm>
#include <array>

#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/reports/kept_together.h"
#include "core/reports/style_sheet.h"
#include "core/reports/svg_chart.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

constexpr std::string_view kPolicy
    = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
      "form-action 'none'";

/// Class of the style sheet, and the icon that goes with the word.
struct Look {
    const char* style;
    const char* icon;
};

Look lookOf(Tone tone)
{
    constexpr std::array<Look, 6> kLooks{{{"plain", ""}, {"error", "✖"}, {"warning", "▲"},
        {"note", "●"}, {"good", "✔"}, {"question", "?"}}};
    return kLooks[static_cast<std::size_t>(tone)];
}

bool isFigure(const Cell& cell)
{
    return std::holds_alternative<std::int64_t>(cell.content)
        || std::holds_alternative<double>(cell.content)
        || std::holds_alternative<Cell::Share>(cell.content)
        || std::holds_alternative<Cell::Undefined>(cell.content);
}

class HtmlWriter {
public:
    HtmlWriter(const Page& page, const PrivacyView& view)
        : m_page(page)
        , m_view(view)
    {
    }

    std::string text()
    {
        const std::string title = htmlText(m_view.show(m_page.title));
        m_html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + std::string(kPolicy)
            + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n"
              "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
            + title + "</title>\n<style>\n" + std::string(styleSheet())
            + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the "
              "content</a>\n<header>\n";
        if (!m_page.kind.empty())
            m_html += "<p class=\"kind\">" + htmlText(m_page.kind) + "</p>\n";
        m_html += "<h1>" + words(m_page.title) + "</h1>\n";
        if (!m_page.subtitle.empty())
            m_html += "<p class=\"subtitle\">" + words(m_page.subtitle) + "</p>\n";
        m_html += "</header>\n<div class=\"body\">\n";
        addContents();
        m_html += "<main id=\"main\" tabindex=\"-1\">\n";
        addBlocks(m_page.blocks);
        closePart();
        m_html += "</main>\n</div>\n";
        if (!m_page.footer.empty())
            m_html += "<footer><p>" + words(m_page.footer) + "</p></footer>\n";
        return std::move(m_html) + "</body>\n</html>\n";
    }

private:
    /// A sentence, with text of the data kept apart in its direction of writing.
    std::string words(const base::Sentence& sentence) const
    {
        std::string html;
        for (const base::Span& span : sentence) {
            if (const auto* own = std::get_if<std::string>(&span))
                html += keptTogether(htmlText(*own));
            else
                html += "<bdi>" + htmlText(m_view.show(std::get<base::DataText>(span))) + "</bdi>";
        }
        return html;
    }

    static std::string link(const std::string& target, const std::string& html)
    {
        return target.empty() ? html : "<a href=\"#" + htmlText(target) + "\">" + html + "</a>";
    }

    static std::string idOf(const std::string& anchor)
    {
        return anchor.empty() ? "" : " id=\"" + htmlText(anchor) + "\"";
    }

    static std::string badge(Tone tone, const std::string& word)
    {
        const Look look = lookOf(tone);
        return std::string("<span class=\"badge ") + look.style + "\"><span aria-hidden=\"true\">"
            + look.icon + "</span> " + htmlText(word.empty() ? toneWord(tone) : word) + "</span>";
    }

    /// Contents of more lines than a window shows list the parts only.
    int contentsLevel() const
    {
        constexpr auto kMostLines = 40;
        const auto lines
            = std::count_if(m_page.blocks.begin(), m_page.blocks.end(), [](const Block& block) {
                  const auto* heading = std::get_if<Heading>(&block.content);
                  return heading && heading->level <= 3 && !heading->anchor.empty();
              });
        return lines > kMostLines ? 2 : 3;
    }

    void addContents()
    {
        const int deepest = contentsLevel();
        std::string items;
        for (const Block& block : m_page.blocks) {
            const auto* heading = std::get_if<Heading>(&block.content);
            if (heading && heading->level <= deepest && !heading->anchor.empty())
                items += std::string("<li class=\"l") + base::formatInteger(heading->level) + "\">"
                    + link(heading->anchor, words(heading->text)) + "</li>\n";
        }
        if (!items.empty())
            m_html += "<nav aria-label=\"Contents\">\n<ul>\n" + items + "</ul>\n</nav>\n";
    }

    void addBlocks(const std::vector<Block>& blocks)
    {
        for (const Block& block : blocks)
            std::visit([this](const auto& content) { add(content); }, block.content);
    }

    void closePart()
    {
        if (m_isInPart)
            m_html += "</section>\n";
        m_isInPart = false;
    }

    void add(const Heading& heading)
    {
        const std::string tag = "h" + base::formatInteger(std::clamp(heading.level, 2, 6));
        if (tag == "h2") {
            closePart();
            m_html += heading.anchor.empty()
                ? "<section>\n"
                : "<section aria-labelledby=\"" + htmlText(heading.anchor) + "\">\n";
            m_isInPart = true;
        }
        m_html += "<" + tag + idOf(heading.anchor) + ">" + words(heading.text) + "</" + tag + ">\n";
    }

    void add(const Paragraph& paragraph)
    {
        m_html += std::string(paragraph.isAside ? "<p class=\"aside\">" : "<p>")
            + words(paragraph.text) + "</p>\n";
    }

    void add(const List& list)
    {
        const char* tag = list.isOrdered ? "ol" : "ul";
        const bool isToned = std::any_of(list.items.begin(), list.items.end(),
            [](const ListItem& item) { return item.tone != Tone::Plain; });
        m_html += std::string("<") + tag + (isToned ? " class=\"toned\">\n" : ">\n");
        for (const ListItem& item : list.items) {
            m_html += "<li>";
            if (item.tone != Tone::Plain)
                m_html += badge(item.tone, {}) + " ";
            m_html += "<span>" + link(item.target, words(item.text));
            if (!item.code.empty())
                m_html += " <code>" + htmlText(item.code) + "</code>";
            m_html += "</span></li>\n";
        }
        m_html += std::string("</") + tag + ">\n";
    }

    static std::string figure(double value, const std::string& shown)
    {
        return "<data value=\"" + base::formatNumber(value) + "\">" + shown + "</data>";
    }

    std::string cellContent(const Cell& cell) const
    {
        if (const auto* sentence = std::get_if<base::Sentence>(&cell.content))
            return words(*sentence);
        if (const auto* whole = std::get_if<std::int64_t>(&cell.content))
            return groupedDigits(*whole);
        if (const auto* number = std::get_if<double>(&cell.content))
            return figure(*number, figureText(*number));
        if (const auto* share = std::get_if<Cell::Share>(&cell.content))
            return figure(share->value, keptTogether(audits::percent(share->value)));
        if (const auto* histogram = std::get_if<MiniHistogram>(&cell.content))
            return svgMini(*histogram);
        const std::string& reason = std::get<Cell::Undefined>(cell.content).reason;
        return reason.empty() ? "–" : "– <span class=\"why\">" + htmlText(reason) + "</span>";
    }

    /// What may be wider than the page, for keyboards too.
    std::string scrolled(const base::Sentence& name) const
    {
        return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
            + htmlText(m_view.show(name)) + "\">\n";
    }

    void add(const Table& table)
    {
        std::vector<bool> isRight(table.columns.size(), !table.rows.empty());
        for (const std::vector<Cell>& row : table.rows) {
            for (std::size_t i = 0; i < row.size() && i < isRight.size(); ++i)
                isRight[i] = isRight[i] && isFigure(row[i]);
        }
        m_html += scrolled(table.caption) + "<table>\n<caption>" + words(table.caption)
            + "</caption>\n<thead><tr>";
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            m_html += std::string("<th scope=\"col\"") + (isRight[i] ? " class=\"num\"" : "") + ">"
                + words(table.columns[i]) + "</th>";
        m_html += "</tr></thead>\n<tbody>\n";
        for (const std::vector<Cell>& row : table.rows) {
            m_html += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i) {
                const bool isHead = i == 0 && table.hasRowHeaders;
                m_html += std::string(isHead ? "<th scope=\"row\"" : "<td")
                    + (i < isRight.size() && isRight[i] ? " class=\"num\">" : ">")
                    + link(row[i].target, cellContent(row[i])) + (isHead ? "</th>" : "</td>");
            }
            m_html += "</tr>\n";
        }
        m_html += "</tbody>\n</table>\n</div>\n";
        if (table.leftOut > 0)
            m_html += "<p class=\"aside\">" + groupedDigits(table.leftOut)
                + (table.leftOut == 1 ? " more row is" : " more rows are")
                + " not shown here.</p>\n";
    }

    void addFacts(const std::vector<KeyValues::Row>& rows)
    {
        if (rows.empty())
            return;
        m_html += "<dl>\n";
        for (const KeyValues::Row& row : rows) {
            const std::string value = words(row.value);
            m_html += "<div><dt>" + htmlText(row.key) + "</dt><dd>"
                + (row.isCode ? "<code>" + value + "</code>" : value) + "</dd></div>\n";
        }
        m_html += "</dl>\n";
    }

    void add(const KeyValues& values) { addFacts(values.rows); }

    void add(const Callout& callout)
    {
        m_html += "<article class=\"callout " + std::string(lookOf(callout.tone).style) + "\""
            + idOf(callout.anchor) + ">\n<p class=\"top\">" + badge(callout.tone, callout.word);
        if (!callout.label.empty())
            m_html += " <span class=\"label\">" + htmlText(callout.label) + "</span>";
        m_html += "</p>\n<p class=\"text\">" + words(callout.text) + "</p>\n";
        addFacts(callout.facts);
        m_html += "</article>\n";
    }

    void add(const Tiles& tiles)
    {
        m_html += "<ul class=\"tiles\">\n";
        for (const Tiles::Tile& tile : tiles.tiles) {
            const Look look = lookOf(tile.tone);
            m_html += std::string("<li class=\"") + look.style + "\"><span class=\"value\">"
                + groupedDigits(tile.value) + "</span> <span class=\"what\">";
            if (*look.icon)
                m_html += std::string("<span aria-hidden=\"true\">") + look.icon + "</span> ";
            m_html += htmlText(tile.label) + "</span></li>\n";
        }
        m_html += "</ul>\n";
    }

    void add(const Chart& chart)
    {
        const std::string id = "chart-" + base::formatInteger(++m_charts);
        const base::Sentence title = cutTexts(chart.table.title);
        m_html += "<figure>\n<figcaption>" + words(title) + "</figcaption>\n" + scrolled(title)
            + svgChart(chart.spec, chart.table, m_view, id) + "\n</div>\n";
        add(Details{{std::string("The figures as a table")}, {Block{tableOf(chart.table)}}});
        m_html += "</figure>\n";
    }

    void add(const Verbatim& verbatim)
    {
        m_html += "<figure class=\"verbatim\">\n";
        if (!verbatim.caption.empty())
            m_html += "<figcaption>" + words(verbatim.caption) + "</figcaption>\n";
        m_html += "<pre tabindex=\"0\">" + htmlLines(m_view.showWhole(verbatim.text))
            + "</pre>\n</figure>\n";
    }

    void add(const Details& details)
    {
        m_html += "<details>\n<summary>" + words(details.summary) + "</summary>\n";
        addBlocks(details.blocks);
        m_html += "</details>\n";
    }

    const Page& m_page;
    const PrivacyView& m_view;
    std::string m_html;
    bool m_isInPart = false;
    std::int64_t m_charts = 0;
};

} // namespace

std::string htmlPage(const Page& page, const PrivacyView& view)
{
    return HtmlWriter(page, view).text();
}

} // namespace cupel::reports
