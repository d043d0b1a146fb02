#include "core/license/text_markup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"

namespace cupel::license {
namespace {

using base::isDigit;
using base::isLetter;

constexpr std::size_t kMaxFrontMatterLines = 2'000;

bool isSign(char byte)
{
    return byte > ' ' && byte < 0x7F && !isLetter(byte) && !isDigit(byte);
}

bool isBlockTag(std::string_view name)
{
    static constexpr std::array<std::string_view, 24> kNames{"address", "article", "blockquote",
        "body", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "html", "li", "ol", "p", "pre", "table", "ul"};
    return std::binary_search(kNames.begin(), kNames.end(), name) || name == "td" || name == "tr"
        || name == "section" || name == "title";
}

std::string_view tagName(std::string_view inside)
{
    if (!inside.empty() && inside[0] == '/')
        inside.remove_prefix(1);
    std::size_t length = 0;
    while (length < inside.size() && (isLetter(inside[length]) || isDigit(inside[length])))
        ++length;
    return inside.substr(0, length);
}

/// What a named entity stands for, folded. Accents are dropped: &uuml; is a u.
std::string namedEntity(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kEntities{
        {{"aelig", "ae"}, {"amp", "&"}, {"bull", "*"}, {"copy", "(c)"}, {"gt", ">"},
            {"hellip", "..."}, {"lt", "<"}, {"mdash", " - "}, {"ndash", " - "}, {"oelig", "oe"},
            {"shy", ""}, {"szlig", "ss"}, {"zwj", ""}, {"zwnj", ""}}};
    for (const auto& [known, text] : kEntities) {
        if (known == name)
            return std::string(text);
    }
    for (const std::string_view quote : {"quot", "apos", "lsquo", "rsquo", "sbquo", "ldquo",
             "rdquo", "bdquo", "laquo", "raquo", "lsaquo", "rsaquo"}) {
        if (quote == name)
            return "'";
    }
    for (const std::string_view accent :
        {"uml", "acute", "grave", "circ", "tilde", "ring", "cedil", "caron", "slash"}) {
        if (name.size() == accent.size() + 1 && name.substr(1) == accent)
            return std::string(name.substr(0, 1));
    }
    return " ";
}

std::string numberedEntity(std::string_view digits)
{
    const bool isHex = !digits.empty() && digits[0] == 'x';
    if (isHex)
        digits.remove_prefix(1);
    std::uint32_t point = 0;
    for (const char digit : digits) {
        const bool isHexLetter = isHex && digit >= 'a' && digit <= 'f';
        if ((!isDigit(digit) && !isHexLetter) || point > 0x10FFFF)
            return " ";
        point = point * (isHex ? 16 : 10)
            + static_cast<std::uint32_t>(isHexLetter ? digit - 'a' + 10 : digit - '0');
    }
    if (point < 0x20 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return " ";
    std::string utf8;
    if (point < 0x80) {
        utf8 += static_cast<char>(point);
    } else {
        const int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        static constexpr std::array<unsigned, 4> kLead{0, 0xC0, 0xE0, 0xF0};
        utf8 += static_cast<char>(kLead[static_cast<std::size_t>(more)] | (point >> (6 * more)));
        for (int rest = more - 1; rest >= 0; --rest)
            utf8 += static_cast<char>(0x80 | ((point >> (6 * rest)) & 0x3F));
    }
    return foldCharacters(utf8);
}

/// Text of `from` with entities decoded, appended.
void appendDecoded(std::string& to, std::string_view from)
{
    constexpr std::size_t kLongestName = 10;
    for (std::size_t at = 0; at < from.size(); ++at) {
        const std::size_t length = from[at] == '&' ? from.substr(at + 1, kLongestName).find(';')
                                                   : std::string_view::npos;
        if (length == std::string_view::npos || length == 0) {
            to += from[at];
            continue;
        }
        const std::string_view name = from.substr(at + 1, length);
        to += name[0] == '#' ? numberedEntity(name.substr(1)) : namedEntity(name);
        at += length + 1;
    }
}

std::size_t countBlockTags(const std::vector<FoldedLine>& lines)
{
    std::size_t count = 0;
    for (const FoldedLine& line : lines) {
        for (std::size_t at = line.text.find('<'); at != std::string::npos;
             at = line.text.find('<', at + 1))
            count += isBlockTag(tagName(std::string_view(line.text).substr(at + 1))) ? 1U : 0U;
    }
    return count;
}

/// Copies the text of an HTML document and leaves out the rest. The state lives across lines.
class HtmlText {
public:
    void line(const FoldedLine& line)
    {
        m_current = {{}, line.number};
        std::string_view rest = line.text;
        while (!rest.empty())
            rest.remove_prefix(m_until.empty() ? text(rest) : hidden(rest));
        m_lines.push_back(std::move(m_current));
    }
    std::vector<FoldedLine> take() { return std::move(m_lines); }

private:
    std::size_t hidden(std::string_view rest)
    {
        const std::size_t end = rest.find(m_until);
        if (end == std::string_view::npos)
            return rest.size();
        const std::size_t length = end + m_until.size();
        if (m_until == ">")
            closeTag();
        m_until.clear();
        return length;
    }

    std::size_t text(std::string_view rest)
    {
        const std::size_t begin = rest.find('<');
        appendDecoded(m_current.text, rest.substr(0, begin));
        if (begin == std::string_view::npos)
            return rest.size();
        const std::string_view tag = rest.substr(begin + 1);
        const std::string_view name = tagName(tag);
        if (tag.substr(0, 3) == "!--") {
            m_until = "-->";
        } else if ((name == "head" || name == "script" || name == "style") && tag[0] != '/') {
            m_until = "</" + std::string(name);
        } else if (!name.empty() || tag.substr(0, 1) == "!") {
            m_isBlock = isBlockTag(name);
            m_until = ">";
        } else {
            m_current.text += '<';
        }
        return begin + 1 + (m_until.empty() ? 0 : name.size());
    }

    void closeTag()
    {
        if (!m_isBlock)
            return;
        const std::uint32_t number = m_current.number;
        m_lines.push_back(std::move(m_current));
        m_lines.push_back({{}, number});
        m_current = {{}, number};
    }

    std::vector<FoldedLine> m_lines;
    FoldedLine m_current;
    std::string m_until; ///< what ends the part that is left out; empty: text is copied
    bool m_isBlock = false;
};

/// "[text](address)" becomes "text". An address has no blanks and a sensible length.
void removeLinks(std::string& line)
{
    constexpr std::size_t kLongestAddress = 2'000;
    if (line.find("](") == std::string::npos)
        return;
    std::string result;
    std::size_t open = std::string::npos; // of the last '[' in result
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '[')
            open = result.size();
        if (open != std::string::npos && line.compare(at, 2, "](") == 0) {
            const std::string_view address = std::string_view(line).substr(at + 2, kLongestAddress);
            const std::size_t end = address.find_first_of(") ");
            if (end != std::string_view::npos && address[end] == ')') {
                result[open] = ' ';
                open = std::string::npos;
                at += 2 + end;
                continue;
            }
        }
        result += line[at];
    }
    line = std::move(result);
}

constexpr std::array<std::string_view, 10> kCommentMarks{
    "//", "#", "*", ";", "--", "%", "dnl ", "rem ", ".\\'", "!"};

/// Whether a line without blanks around it begins with a mark, or is the mark.
bool beginsWith(std::string_view text, std::string_view mark)
{
    return text.substr(0, mark.size()) == mark
        || (mark.back() == ' ' && text == mark.substr(0, mark.size() - 1));
}

void removeCommentMarks(std::vector<FoldedLine>& lines)
{
    constexpr std::size_t kFewest = 3;
    std::array<std::size_t, kCommentMarks.size()> counts{};
    std::size_t filled = 0;
    for (const FoldedLine& line : lines) {
        const std::string_view text = trimmed(line.text);
        filled += text.empty() ? 0U : 1U;
        for (std::size_t i = 0; i < kCommentMarks.size(); ++i)
            counts[i] += beginsWith(text, kCommentMarks[i]) ? 1U : 0U;
    }
    const std::size_t best
        = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    if (filled < kFewest || counts[best] * 5 < filled * 4)
        return;
    for (FoldedLine& line : lines) {
        const std::string_view text = trimmed(line.text);
        if (beginsWith(text, kCommentMarks[best]))
            line.text = text.substr(std::min(text.size(), kCommentMarks[best].size()));
    }
}

bool looksLikeYaml(std::string_view line)
{
    if (trimmed(line).empty() || line[0] == ' ' || line[0] == '-' || line[0] == '#')
        return true;
    const std::size_t colon = line.find(':');
    return colon != std::string_view::npos
        && line.substr(0, colon).find(' ') == std::string_view::npos;
}

} // namespace

std::vector<FoldedLine> withoutHtml(std::vector<FoldedLine> lines)
{
    constexpr std::size_t kFewestBlocks = 3;
    if (countBlockTags(lines) < kFewestBlocks)
        return lines;
    HtmlText html;
    for (const FoldedLine& line : lines)
        html.line(line);
    return html.take();
}

std::size_t frontMatterLines(const std::vector<FoldedLine>& lines)
{
    if (lines.empty() || trimmed(lines[0].text) != "---")
        return 0;
    for (std::size_t i = 1; i < std::min(lines.size(), kMaxFrontMatterLines); ++i) {
        const std::string_view text = trimmed(lines[i].text);
        if (text == "---" || text == "...")
            return i + 1;
        if (!looksLikeYaml(lines[i].text))
            return 0;
    }
    return 0;
}

void removeMarkup(std::vector<FoldedLine>& lines)
{
    const std::size_t front = frontMatterLines(lines);
    for (std::size_t i = 0; i < front; ++i)
        lines[i].text.clear();
    removeCommentMarks(lines);
    for (FoldedLine& line : lines)
        removeLinks(line.text);
}

void removeSeparators(std::string& line)
{
    constexpr std::size_t kRun = 3;
    for (std::size_t begin = 0; begin < line.size();) {
        std::size_t end = begin + 1;
        while (end < line.size() && line[end] == line[begin])
            ++end;
        if (end - begin >= kRun && isSign(line[begin]))
            std::fill(line.begin() + static_cast<std::ptrdiff_t>(begin),
                line.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        begin = end;
    }
}

} // namespace cupel::license
