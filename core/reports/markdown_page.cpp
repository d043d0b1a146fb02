#include "core/reports/markdown_page.h"

#include <algorithm>

#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/reports/chart_rows.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

std::size_t longestRun(std::string_view text, char of)
{
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

bool isPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
}

/// Every character of punctuation as an entity, so that none is markup anywhere.
std::string withEntities(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (isPunctuation(c))
            result += "&#" + base::formatInteger(c) + ";";
        else
            result += c;
    }
    return result;
}

/// Text as a code span (CommonMark 0.30, 6.1), which shows it as it is.
std::string codeSpan(std::string_view text)
{
    const std::string shown = visibleControls(text);
    if (shown.empty())
        return {};
    if (shown.find('|') != std::string::npos)
        return "<code>" + withEntities(shown) + "</code>";
    const std::string fence(longestRun(shown, '`') + 1, '`');
    const bool isBlank = shown.find_first_not_of(' ') == std::string::npos;
    // A span loses one blank at each end where it has one at both; next to a '`' one is needed.
    const bool needsBlanks = !isBlank
        && (shown.front() == '`' || shown.back() == '`'
            || (shown.front() == ' ' && shown.back() == ' '));
    const char* blank = needsBlanks ? " " : "";
    return fence + blank + shown + blank + fence;
}

class MarkdownWriter {
public:
    MarkdownWriter(const Page& page, const PrivacyView& view)
        : m_page(page)
        , m_view(view)
    {
    }

    std::string text()
    {
        m_text = "# " + words(m_page.title) + "\n";
        if (!m_page.subtitle.empty())
            m_text += "\n" + words(m_page.subtitle) + "\n";
        addBlocks(m_page.blocks);
        if (!m_page.footer.empty())
            m_text += "\n---\n\n" + words(m_page.footer) + "\n";
        return std::move(m_text);
    }

private:
    std::string words(const base::Sentence& sentence) const
    {
        std::string text;
        for (const base::Span& span : sentence) {
            if (const auto* own = std::get_if<std::string>(&span)) {
                text += markdownText(*own);
                continue;
            }
            const auto& data = std::get<base::DataText>(span);
            const std::string shown = m_view.show(data);
            text += m_view.hides(data) ? markdownText(shown) : codeSpan(shown);
        }
        return text;
    }

    void addBlocks(const std::vector<Block>& blocks)
    {
        for (const Block& block : blocks)
            std::visit([this](const auto& content) { add(content); }, block.content);
    }

    void add(const Heading& heading)
    {
        m_text += "\n" + std::string(static_cast<std::size_t>(std::clamp(heading.level, 2, 6)), '#')
            + " " + words(heading.text) + "\n";
    }

    void add(const Paragraph& paragraph) { m_text += "\n" + words(paragraph.text) + "\n"; }

    void add(const List& list)
    {
        m_text += "\n";
        std::int64_t number = 0;
        for (const ListItem& item : list.items) {
            m_text += list.isOrdered ? base::formatInteger(++number) + ". " : std::string("- ");
            if (item.tone != Tone::Plain)
                m_text += "**" + std::string(toneWord(item.tone)) + "**: ";
            m_text += words(item.text);
            if (!item.code.empty())
                m_text += " " + codeSpan(item.code);
            m_text += "\n";
        }
    }

    std::string cellText(const Cell& cell) const
    {
        if (const auto* sentence = std::get_if<base::Sentence>(&cell.content))
            return words(*sentence);
        if (const auto* whole = std::get_if<std::int64_t>(&cell.content))
            return groupedDigits(*whole);
        if (const auto* number = std::get_if<double>(&cell.content))
            return figureText(*number);
        if (const auto* share = std::get_if<Cell::Share>(&cell.content))
            return audits::percent(share->value);
        if (const auto* histogram = std::get_if<MiniHistogram>(&cell.content))
            return markdownText(histogram->summary);
        const std::string& reason = std::get<Cell::Undefined>(cell.content).reason;
        return reason.empty() ? "–" : "– " + markdownText(reason);
    }

    void add(const Table& table)
    {
        if (!table.caption.empty())
            m_text += "\n" + words(table.caption) + "\n";
        m_text += "\n|";
        for (const base::Sentence& column : table.columns)
            m_text += " " + words(column) + " |";
        m_text += "\n|";
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            m_text += isNumeric(table, i) ? "---:|" : "---|";
        m_text += "\n";
        for (const std::vector<Cell>& row : table.rows) {
            m_text += "|";
            for (const Cell& cell : row)
                m_text += " " + cellText(cell) + " |";
            m_text += "\n";
        }
        if (table.leftOut > 0)
            m_text += "\nNot shown: " + groupedDigits(table.leftOut)
                + (table.leftOut == 1 ? " more row.\n" : " more rows.\n");
    }

    static bool isNumeric(const Table& table, std::size_t column)
    {
        return !table.rows.empty()
            && std::all_of(
                table.rows.begin(), table.rows.end(), [column](const std::vector<Cell>& row) {
                    return column < row.size()
                        && (std::holds_alternative<std::int64_t>(row[column].content)
                            || std::holds_alternative<double>(row[column].content)
                            || std::holds_alternative<Cell::Share>(row[column].content)
                            || std::holds_alternative<Cell::Undefined>(row[column].content));
                });
    }

    /// Code from words and data together, in one span.
    std::string factText(const KeyValues::Row& row) const
    {
        return row.isCode ? codeSpan(m_view.show(row.value)) : words(row.value);
    }

    void add(const KeyValues& values)
    {
        m_text += "\n";
        for (const KeyValues::Row& row : values.rows)
            m_text += "- " + markdownText(row.key) + ": " + factText(row) + "\n";
    }

    void add(const Callout& callout)
    {
        m_text += "\n- **"
            + markdownText(callout.word.empty() ? toneWord(callout.tone) : callout.word) + "** "
            + words(callout.text);
        if (!callout.label.empty())
            m_text += " (" + codeSpan(callout.label) + ")";
        m_text += "\n";
        for (const KeyValues::Row& row : callout.facts)
            m_text += "  - " + markdownText(row.key) + ": " + factText(row) + "\n";
    }

    void add(const Tiles& tiles)
    {
        std::string line;
        for (const Tiles::Tile& tile : tiles.tiles)
            line += (line.empty() ? "" : ", ") + groupedDigits(tile.value) + " "
                + markdownText(tile.label);
        m_text += "\n**" + line + "**\n";
    }

    void add(const Chart& chart)
    {
        m_text += "\n" + plainSummary(chart) + "\n";
        add(tableOf(chart.table));
    }

    std::string plainSummary(const Chart& chart) const
    {
        // The sentence holds labels of the data among our words.
        return codeSpan(chartSummary(chart.spec, chartRows(chart.spec, chart.table, m_view)));
    }

    void add(const Verbatim& verbatim)
    {
        const std::string text = visibleControls(m_view.showWhole(verbatim.text), KeepLines::Yes);
        const std::string fence(std::max<std::size_t>(longestRun(text, '`') + 1, 3), '`');
        if (!verbatim.caption.empty())
            m_text += "\n" + words(verbatim.caption) + "\n";
        m_text
            += "\n" + fence + "text\n" + text + (text.ends_with('\n') ? "" : "\n") + fence + "\n";
    }

    void add(const Details& details)
    {
        m_text += "\n" + words(details.summary) + ":\n";
        addBlocks(details.blocks);
    }

    const Page& m_page;
    const PrivacyView& m_view;
    std::string m_text;
};

} // namespace

std::string markdownPage(const Page& page, const PrivacyView& view)
{
    return MarkdownWriter(page, view).text();
}

} // namespace cupel::reports
