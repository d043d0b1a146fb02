#include "core/documents/markdown_line.h"

#include <algorithm>
#include <array>
#include <string>

namespace cupel::documents {

namespace {

constexpr std::string_view kEndsTagName = " \t/>";
constexpr std::size_t kCodeIndent = 4;

struct HtmlBlock {
    std::string_view begin;
    std::string_view end;
};
/// Kinds 1 to 5 of CommonMark's HTML blocks, which blank lines do not end.
constexpr std::array<HtmlBlock, 8> kHtmlBlocks{{{"<script", "</script>"}, {"<pre", "</pre>"},
    {"<style", "</style>"}, {"<textarea", "</textarea>"}, {"<!--", "-->"}, {"<?", "?>"},
    {"<![cdata[", "]]>"}, {"<!", ">"}}};
/// Kind 6: these begin a block wherever they begin a line, and end at a blank line.
constexpr std::array<std::string_view, 62> kBlockTags{"address", "article", "aside", "base",
    "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol",
    "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "track", "ul"};

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string_view trimmedEnd(std::string_view text)
{
    return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

/// Columns of the white space a line begins with; a tab goes to the next multiple of four.
std::size_t indentOf(std::string_view line)
{
    std::size_t columns = 0;
    for (const char c : line) {
        if (c == ' ')
            ++columns;
        else if (c == '\t')
            columns += kCodeIndent - columns % kCodeIndent;
        else
            break;
    }
    return columns;
}

std::string_view afterIndent(std::string_view line)
{
    return line.substr(std::min(line.find_first_not_of(kBlanks), line.size()));
}

std::size_t runLength(std::string_view text)
{
    return text.empty() ? 0 : std::min(text.find_first_not_of(text.front()), text.size());
}

bool asHeading(std::string_view text, MarkdownLine& line)
{
    const std::size_t level = text.front() == '#' ? runLength(text) : 0;
    const std::string_view rest = text.substr(level);
    if (level < 1 || level > 6 || (!rest.empty() && kBlanks.find(rest[0]) == rest.npos))
        return false;
    std::string_view title = trimmedEnd(afterIndent(rest));
    // A closing run of # stands apart from the title.
    const std::size_t last = title.find_last_not_of('#');
    if (last == title.npos)
        title = {};
    else if (last + 1 < title.size() && kBlanks.find(title[last]) != title.npos)
        title = trimmedEnd(title.substr(0, last + 1));
    line.kind = LineKind::Heading;
    line.level = static_cast<int>(level);
    line.title = title;
    return true;
}

bool asFence(std::string_view text, MarkdownLine& line)
{
    const char c = text.front();
    const std::size_t length = runLength(text);
    if ((c != '`' && c != '~') || length < 3)
        return false;
    if (c == '`' && text.find('`', length) != text.npos)
        return false; // a code span
    line.kind = LineKind::Fence;
    line.fence = c;
    line.fenceLength = length;
    return true;
}

bool asHtml(std::string_view text, MarkdownLine& line)
{
    if (text.front() != '<')
        return false;
    constexpr std::size_t kLongestBegin = 16;
    const std::string begin = lower(text.substr(0, kLongestBegin));
    for (const HtmlBlock& block : kHtmlBlocks) {
        const std::size_t size = block.begin.size();
        const bool isTag = block.begin[1] >= 'a';
        if (begin.compare(0, size, block.begin) == 0
            && (!isTag || size == begin.size() || kEndsTagName.find(begin[size]) != text.npos)) {
            line.kind = LineKind::Html;
            line.htmlEnd = block.end;
            return true;
        }
    }
    const std::size_t from = begin.size() > 1 && begin[1] == '/' ? 2 : 1;
    const std::size_t to = begin.find_first_of(kEndsTagName, from);
    const std::string name = begin.substr(from, to == begin.npos ? begin.npos : to - from);
    if (std::find(kBlockTags.begin(), kBlockTags.end(), name) == kBlockTags.end())
        return false;
    line.kind = LineKind::Html;
    return true;
}

/// "===", "---", "***", "- - -": what they mean depends on the line before.
bool asRule(std::string_view text, MarkdownLine& line)
{
    const char c = text.front();
    const std::string_view whole = trimmedEnd(text);
    const bool isUnbroken = runLength(whole) == whole.size();
    if (c == '=' && isUnbroken) {
        line.level = 1;
        return true; // stays text where nothing precedes
    }
    if (c != '-' && c != '*' && c != '_')
        return false;
    if (whole.find_first_not_of(std::string{c, ' ', '\t'}) != whole.npos)
        return false;
    if (c == '-' && isUnbroken)
        line.level = 2;
    if (std::count(whole.begin(), whole.end(), c) >= 3)
        line.kind = LineKind::Rule;
    return line.kind == LineKind::Rule || line.level > 0;
}

bool isContainer(std::string_view text)
{
    if (text.front() == '>')
        return true;
    std::size_t mark = 0;
    if (text.front() == '-' || text.front() == '*' || text.front() == '+') {
        mark = 1;
    } else {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits < 1 || digits > 9 || digits == text.size()
            || (text[digits] != '.' && text[digits] != ')'))
            return false;
        mark = digits + 1;
    }
    return mark == text.size() || kBlanks.find(text[mark]) != kBlanks.npos;
}

} // namespace

MarkdownLine markdownLine(std::string_view text)
{
    MarkdownLine line;
    const std::string_view rest = afterIndent(text);
    if (rest.empty()) {
        line.kind = LineKind::Blank;
        return line;
    }
    if (indentOf(text) >= kCodeIndent) {
        line.kind = LineKind::Code;
        return line;
    }
    if (asHeading(rest, line) || asFence(rest, line) || asHtml(rest, line) || asRule(rest, line))
        return line;
    if (isContainer(rest))
        line.kind = LineKind::Container;
    return line;
}

bool closesFence(std::string_view line, const MarkdownLine& opening)
{
    if (indentOf(line) >= kCodeIndent)
        return false;
    const std::string_view text = trimmedEnd(afterIndent(line));
    return !text.empty() && text.front() == opening.fence && runLength(text) == text.size()
        && text.size() >= opening.fenceLength;
}

bool endsHtml(std::string_view line, std::string_view htmlEnd)
{
    if (htmlEnd.empty())
        return afterIndent(line).empty();
    return lower(line).find(htmlEnd) != std::string::npos;
}

} // namespace cupel::documents
