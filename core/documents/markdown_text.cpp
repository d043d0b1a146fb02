#include "core/documents/markdown_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/code_point.h"
#include "core/documents/markdown_line.h"

namespace cupel::documents {

namespace {

using base::isLetter;
using base::isPunctuation;

/// Bytes that are looked at to judge what stands around a mark; what goes on beyond is refused.
constexpr std::size_t kLongestLook = 1000;

/// What follows the '<' of a tag, a comment, a declaration or an autolink.
bool beginsTag(char next)
{
    return isLetter(next) || next == '/' || next == '!' || next == '?';
}

/// Whether a character acts on what stands around it. Other invisible characters are part of how
/// words of some scripts, and emoji, are written.
bool acts(char32_t c)
{
    const bool isControl = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
    return isControl || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE007F);
}

/// Line ends as line feeds, and what acts as visible escapes.
std::string shown(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
            ++at;
            continue;
        }
        const base::CodePoint point = base::codePointAt(text, at);
        if (!point.isValid || (acts(point.value) && point.value < 0x80))
            result += "\\x" + base::hexDigits(point.value, 2);
        else if (acts(point.value))
            result += "\\u{" + base::hexDigits(point.value, 4) + "}";
        else
            result += text.substr(at, point.bytes);
        at += point.bytes;
    }
    return result;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (true) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return lines;
        text.remove_prefix(end + 1);
    }
}

std::size_t runLength(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

/// End of the code span that begins with the backticks at a place, in the same line; none where
/// they close nothing.
std::size_t codeSpanEnd(std::string_view line, std::size_t at)
{
    const std::size_t length = runLength(line, at);
    for (std::size_t next = line.find('`', at + length); next != std::string_view::npos;
         next = line.find('`', next)) {
        const std::size_t run = runLength(line, next);
        if (run == length)
            return next + run;
        next += run;
    }
    return std::string_view::npos;
}

/// Whether the backticks of a line pair within it, whatever stands around the line: escapes before
/// them are read differently by different programs, cells of tables end code, and addresses may
/// swallow them.
bool pairsItsBackticks(std::string_view line)
{
    if (line.find('|') != std::string_view::npos || line.find("\\`") != std::string_view::npos)
        return line.find('`') == std::string_view::npos;
    for (std::size_t at = line.find('`'); at != std::string_view::npos; at = line.find('`', at)) {
        const std::string_view before
            = line.substr(at - std::min(at, kLongestLook), std::min(at, kLongestLook));
        const std::string_view word = before.substr(before.find_last_of(kBlanks) + 1);
        if (word.size() == kLongestLook || word.find_first_of(":@") != std::string_view::npos
            || word.find("www") != std::string_view::npos)
            return false;
        at = codeSpanEnd(line, at);
        if (at == std::string_view::npos)
            return false;
    }
    return true;
}

bool isFenceAtMargin(std::string_view line)
{
    return !line.empty() && (line.front() == '`' || line.front() == '~')
        && markdownLine(line).kind == LineKind::Fence;
}

/// Where the fence of a line begins that may stand in a list or a quotation, or indented; 0 where
/// there is none.
std::size_t fenceBehindPrefix(std::string_view line)
{
    const std::size_t at = std::min(line.find("```"), line.find("~~~"));
    const bool isPrefixed = at != std::string_view::npos && at > 0
        && kBlanks.find(line[at - 1]) != std::string_view::npos
        && line.substr(0, at).find_first_not_of(" \t>-+*.)0123456789") == std::string_view::npos
        && markdownLine(line.substr(at)).kind == LineKind::Fence;
    return isPrefixed ? at : 0;
}

/// The lines with every fence at the margin, where all programs see the same: only a parser knows
/// whether an indented one belongs to a list and ends with it. Those of quotations become text.
std::string withFencesAtMargin(std::string_view text)
{
    std::string result;
    std::optional<MarkdownLine> fence;
    bool isFirst = true;
    for (const std::string_view line : linesOf(text)) {
        result += isFirst ? "" : "\n";
        isFirst = false;
        const std::string_view bare
            = line.substr(std::min(line.find_first_not_of(kBlanks), line.size()));
        const std::size_t at = fence ? 0 : fenceBehindPrefix(line);
        if (fence && closesFence(bare, *fence)) {
            result += bare;
            fence.reset();
        } else if (at > 0 && line.substr(0, at).find('>') != std::string_view::npos) {
            result += std::string(line.substr(0, at)) + "\\" + std::string(line.substr(at));
        } else if (at > 0) {
            fence = markdownLine(line.substr(at));
            const std::string_view prefix = line.substr(0, at);
            const std::size_t last = prefix.find_last_not_of(kBlanks);
            if (last != std::string_view::npos)
                result += std::string(prefix.substr(0, last + 1)) + "\n";
            result += line.substr(at);
        } else {
            if (!fence && isFenceAtMargin(line))
                fence = markdownLine(line);
            result += line;
        }
    }
    if (fence) {
        result
            += (result.ends_with('\n') ? "" : "\n") + std::string(fence->fenceLength, fence->fence);
    }
    return result;
}

/// What of a text is code for certain.
struct CodeLines {
    std::vector<bool> isFenced; ///< by line: in fenced code, or its fence
    std::vector<bool> hasSpans; ///< by line: backticks in it make code spans
};

CodeLines codeOf(const std::vector<std::string_view>& lines)
{
    CodeLines code;
    code.isFenced.resize(lines.size());
    code.hasSpans.resize(lines.size());
    std::optional<MarkdownLine> fence;
    std::size_t paragraph = 0; // where the lines begin that have no blank one between them
    bool isPaired = true;
    const auto finish = [&](std::size_t end) {
        for (; paragraph < end; ++paragraph)
            code.hasSpans[paragraph] = isPaired;
        isPaired = true;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isMargin = isFenceAtMargin(lines[i]);
        if (fence || isMargin) {
            finish(i);
            paragraph = i + 1;
            code.isFenced[i] = true;
            if (fence && closesFence(lines[i], *fence))
                fence.reset();
            else if (!fence)
                fence = markdownLine(lines[i]);
        } else if (lines[i].find_first_not_of(kBlanks) == std::string_view::npos) {
            finish(i);
            paragraph = i + 1;
        } else {
            isPaired = isPaired && pairsItsBackticks(lines[i]);
        }
    }
    finish(lines.size());
    return code;
}

bool beginsWith(std::string_view text, std::string_view word)
{
    return text.size() >= word.size()
        && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
}

/// Whether a link may lead where the text goes on: http, https, mailto or a relative address. An
/// address whose scheme could be hidden behind escapes is refused.
bool isSafeTarget(std::string_view rest)
{
    rest = rest.substr(0, kLongestLook);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n"), rest.size()));
    for (const char* const scheme : {"http://", "https://", "mailto:"}) {
        if (beginsWith(rest, scheme))
            return true;
    }
    const std::string_view first = rest.substr(0, rest.find_first_of("/?#) \t\n"));
    return first.size() < kLongestLook && first.find_first_of(":&\\<") == std::string_view::npos;
}

/// Whether "<https://…>" begins here.
std::size_t autolinkEnd(std::string_view text)
{
    const bool isSafe = beginsWith(text, "<http://") || beginsWith(text, "<https://");
    const std::size_t end = isSafe ? text.find_first_of("<> \t\n", 1) : std::string_view::npos;
    return end != std::string_view::npos && text[end] == '>' ? end + 1 : std::string_view::npos;
}

/// Takes the power from the inline marks of a text.
class InertInlines {
public:
    InertInlines(std::string_view text, std::string& result)
        : m_text(text)
        , m_result(result)
    {
    }

    /// A line of the text, by its place there.
    void write(std::size_t begin, std::size_t end, bool hasSpans)
    {
        for (std::size_t at = begin; at < end;) {
            const char c = m_text[at];
            if (c == '`' && hasSpans) {
                const std::size_t span = codeSpanEnd(m_text.substr(0, end), at);
                const std::size_t stop = span == std::string_view::npos ? end : span;
                m_result += m_text.substr(at, stop - at);
                at = stop;
            } else if (c == '\\' && at + 1 < end && isPunctuation(m_text[at + 1])) {
                // The mark may act in spite of its escape.
                if (!entityFor(at + 1, end).empty())
                    m_result += entityFor(at + 1, end);
                else
                    m_result += m_text.substr(at, 2);
                at += 2;
            } else {
                at = writeMark(at, end);
            }
        }
    }

private:
    /// What stands in the place of a mark that acts; empty where it does not. Entities rather than
    /// escapes: some programs take a backslash behind an address for a part of it.
    std::string_view entityFor(std::size_t at, std::size_t end) const
    {
        const char c = m_text[at];
        const char next = at + 1 < end ? m_text[at + 1] : '\n';
        if (c == '<' && beginsTag(next))
            return "&lt;";
        if (c == '!' && next == '[')
            return "&#33;";
        const bool isTarget = c == ']' && (next == '(' || next == ':');
        return isTarget && !isSafeTarget(m_text.substr(at + 2)) ? "&#93;" : "";
    }

    std::size_t writeMark(std::size_t at, std::size_t end)
    {
        const std::size_t link
            = m_text[at] == '<' ? autolinkEnd(m_text.substr(at, end - at)) : std::string_view::npos;
        if (link != std::string_view::npos) {
            m_result += m_text.substr(at, link);
            return at + link;
        }
        const std::string_view entity = entityFor(at, end);
        if (entity.empty())
            m_result += m_text[at];
        else
            m_result += entity;
        return at + 1;
    }

    std::string_view m_text;
    std::string& m_result;
};

/// Whether letters or digits stand on both sides: then an underscore is no mark.
bool isInsideWord(std::string_view line, std::size_t at)
{
    const auto isPart = [](char c) { return isLetter(c) || (c >= '0' && c <= '9'); };
    return at > 0 && at + 1 < line.size() && isPart(line[at - 1]) && isPart(line[at + 1]);
}

/// A line of plain text with its marks escaped.
std::string escapedLine(std::string_view line)
{
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    std::string result;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const char next = i + 1 < line.size() ? line[i + 1] : '\n';
        const bool followsWord = i > 0 && kBlanks.find(line[i - 1]) == std::string_view::npos;
        const bool isMark = std::string_view("\\`*&~|").find(c) != std::string_view::npos
            || (c == '_' && !isInsideWord(line, i)) || (c == '[' && !followsWord);
        const bool beginsBlock
            = i == 0 && (c == '#' || c == '-' || c == '+' || c == '=' || c == '>');
        const bool isNumber = i == digits && digits > 0 && (c == '.' || c == ')');
        if (c == '<' && beginsTag(next)) {
            result += "&lt;";
        } else if (c == '[' && followsWord) {
            result += "&#91;";
        } else {
            result += isMark || beginsBlock || isNumber ? "\\" : "";
            result += c;
        }
    }
    return result;
}

constexpr std::array<std::pair<std::string_view, char>, 8> kEntities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#33;", '!'},
        {"&#91;", '['}, {"&#93;", ']'}}};

std::string unescapedLine(std::string_view line)
{
    std::string result;
    std::set<std::size_t> unpaired; // lengths of runs of backticks that no later one closes
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        const std::size_t run = c == '`' ? runLength(line, at) : 0;
        const std::size_t span
            = run > 0 && !unpaired.contains(run) ? codeSpanEnd(line, at) : std::string_view::npos;
        if (run > 0 && span == std::string_view::npos) {
            unpaired.insert(run);
            result += line.substr(at, run);
            at += run;
            continue;
        }
        if (span != std::string_view::npos) {
            result += line.substr(at, span - at);
            at = span;
            continue;
        }
        const auto entity = std::find_if(kEntities.begin(), kEntities.end(),
            [&](const auto& one) { return line.substr(at, one.first.size()) == one.first; });
        if (c == '&' && entity != kEntities.end()) {
            result += entity->second;
            at += entity->first.size();
            continue;
        }
        if (c == '\\' && at + 1 < line.size() && isPunctuation(line[at + 1]))
            ++at;
        result += line[at++];
    }
    return result;
}

} // namespace

std::string markdownOf(std::string_view plain)
{
    std::string result;
    for (const std::string_view line : linesOf(plain))
        result += escapedLine(line) + "\n";
    result.pop_back();
    return shown(result);
}

std::string withoutEscapes(std::string_view markdown)
{
    const std::vector<std::string_view> lines = linesOf(markdown);
    std::string result;
    std::optional<MarkdownLine> fence;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        result += i > 0 ? "\n" : "";
        const bool isMargin = isFenceAtMargin(lines[i]);
        result += fence || isMargin ? std::string(lines[i]) : unescapedLine(lines[i]);
        if (fence && closesFence(lines[i], *fence))
            fence.reset();
        else if (!fence && isMargin)
            fence = markdownLine(lines[i]);
    }
    return result;
}

std::string inertMarkdown(std::string_view markdown)
{
    const std::string text = withFencesAtMargin(shown(markdown));
    const std::vector<std::string_view> lines = linesOf(text);
    const CodeLines code = codeOf(lines);
    std::string result;
    InertInlines inlines(text, result);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t end = begin + lines[i].size();
        if (i > 0)
            result += '\n';
        if (code.isFenced[i])
            result += lines[i];
        else
            inlines.write(begin, end, code.hasSpans[i]);
        begin = end + 1;
    }
    return result;
}

std::string inertMarkdownLine(std::string_view markdown)
{
    std::string text = shown(markdown);
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::string result;
    InertInlines(text, result).write(0, text.size(), pairsItsBackticks(text));
    return result;
}

} // namespace cupel::documents
