#include "core/card/prose.h"

#include <algorithm>

namespace cupel::card {
namespace {

/// Take off what only formats: emphasis, code ticks, link targets, HTML tags and comments. Line
/// ends stay, so that places can be found again.
std::string withoutMarks(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '*' || c == '`') {
            continue;
        }
        if (c == '_'
            && (i == 0 || text[i - 1] == ' ' || i + 1 == text.size() || text[i + 1] == ' '))
            continue;
        if (c == ']' && i + 1 < text.size() && text[i + 1] == '(') {
            const std::size_t end = text.find(')', i);
            if (end != std::string_view::npos) {
                plain += ' ';
                plain.append(static_cast<std::size_t>(
                                 std::count(text.begin() + static_cast<std::ptrdiff_t>(i),
                                     text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
                    '\n');
                i = end;
                continue;
            }
        }
        if (c == '[')
            continue;
        plain += c;
    }
    return plain;
}

bool isFence(std::string_view line)
{
    const std::string_view text = trimmed(line);
    return text.starts_with("```") || text.starts_with("~~~");
}

bool isBullet(std::string_view line)
{
    const std::string_view text = trimmed(line);
    if (text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ')
        return true;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return digits > 0 && digits < 4 && digits + 1 < text.size()
        && (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
}

std::vector<std::string> cellsOf(std::string_view row)
{
    row = trimmed(row);
    if (row.starts_with('|'))
        row.remove_prefix(1);
    if (row.ends_with('|'))
        row.remove_suffix(1);
    std::vector<std::string> cells;
    while (true) {
        const std::size_t end = std::min(row.find('|'), row.size());
        cells.emplace_back(trimmed(withoutMarks(row.substr(0, end))));
        if (end == row.size())
            return cells;
        row.remove_prefix(end + 1);
    }
}

bool isRule(std::string_view row)
{
    return row.find('-') != std::string_view::npos
        && row.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

class Splitter {
public:
    explicit Splitter(std::string section)
        : m_section(std::move(section))
    {
    }

    std::vector<Passage> split(std::string_view text, std::uint64_t firstLine)
    {
        bool isCode = false;
        bool isComment = false;
        for (std::uint64_t line = firstLine; !text.empty(); ++line) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view one = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (isFence(one)) {
                endParagraph();
                isCode = !isCode;
                continue;
            }
            if (isCode)
                continue;
            if (!isComment && one.find("<!--") != std::string_view::npos)
                isComment = true;
            if (isComment) {
                endParagraph();
                isComment = one.find("-->") == std::string_view::npos;
                continue;
            }
            addLine(one, line);
        }
        endParagraph();
        return std::move(m_passages);
    }

private:
    void addLine(std::string_view text, std::uint64_t line)
    {
        const std::string_view content = trimmed(text);
        const bool isTable = content.starts_with('|')
            || (content.find(" | ") != std::string_view::npos
                && content.find("||") == std::string_view::npos);
        if (content.empty() || isTable || isBullet(text))
            endParagraph();
        if (content.empty()) {
            m_head.clear();
        } else if (isTable) {
            addRow(content, line);
        } else {
            m_head.clear();
            if (m_paragraph.empty())
                m_line = line;
            else
                m_paragraph += '\n';
            m_paragraph += text;
        }
    }

    void addRow(std::string_view row, std::uint64_t line)
    {
        if (isRule(row))
            return;
        std::vector<std::string> cells = cellsOf(row);
        if (m_head.empty()) {
            m_head = cells;
            return;
        }
        m_passages.push_back({withoutMarks(row), line, m_section, std::move(cells), m_head});
    }

    /// Cut the paragraph into sentences.
    void endParagraph()
    {
        const std::string text = withoutMarks(m_paragraph);
        m_paragraph.clear();
        std::size_t begin = 0;
        std::uint64_t line = m_line;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool isEnd = i + 1 == text.size()
                || ((text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == ';')
                    && (text[i + 1] == ' ' || text[i + 1] == '\n'));
            if (!isEnd)
                continue;
            std::string sentence = text.substr(begin, i + 1 - begin);
            const auto lines
                = static_cast<std::uint64_t>(std::count(sentence.begin(), sentence.end(), '\n'));
            if (!trimmed(sentence).empty())
                m_passages.push_back({std::move(sentence), line, m_section, {}, {}});
            line += lines;
            begin = i + 1;
        }
    }

    std::string m_section;
    std::vector<Passage> m_passages;
    std::string m_paragraph;
    std::uint64_t m_line = 0;
    std::vector<std::string> m_head;
};

} // namespace

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::uint64_t Passage::lineOf(std::size_t offset) const
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return line + static_cast<std::uint64_t>(std::count(text.begin(), end, '\n'));
}

std::vector<Passage> passages(
    std::string_view text, std::uint64_t firstLine, const std::string& section)
{
    return Splitter(section).split(text, firstLine);
}

std::vector<Passage> passages(const documents::Document& card)
{
    std::vector<Passage> all;
    for (const documents::Section& section : card.sections) {
        for (Passage& passage : passages(section.body, section.bodyLine, lowered(section.title)))
            all.push_back(std::move(passage));
    }
    return all;
}

} // namespace cupel::card
