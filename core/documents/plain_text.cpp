#include "core/documents/plain_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "core/base/ascii.h"

namespace cupel::documents {

namespace {

using base::isLetter;
using base::isPunctuation;

constexpr std::size_t kMaxParentheses = 32; ///< in the address of a link, as in CommonMark
constexpr std::size_t kMaxTag = 1000; ///< bytes of an HTML tag
constexpr std::string_view kMarks = "*_~"; ///< of emphasis and strikethrough

struct Reference {
    std::string_view name;
    std::string_view text;
};
constexpr std::array<Reference, 7> kReferences{{{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
    {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"}, {"&nbsp;", " "}}};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Marks which bytes of a text are no words, in one pass.
class Inlines {
public:
    explicit Inlines(std::string_view text)
        : m_text(text)
        , m_keeps(text.size(), true)
        , m_lastClosing(text.rfind(')'))
        , m_lastSquare(text.rfind(']'))
    {
        for (std::size_t at = text.find('`'); at != std::string_view::npos;
             at = text.find('`', at)) {
            const std::size_t length = runLength(at);
            m_backticks[length].push_back(at);
            at += length;
        }
    }

    std::string plain()
    {
        for (std::size_t at = 0; at < m_text.size();)
            at = step(at);
        std::string words;
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            if (!m_keeps[at])
                continue;
            const auto entity = m_entities.find(at);
            if (entity != m_entities.end())
                words += entity->second;
            else if (m_text[at] == '\n')
                words += ' ';
            else if (m_text[at] != '\r')
                words += m_text[at];
        }
        return words;
    }

private:
    /// A run of marks that may open emphasis.
    struct Opener {
        std::size_t at;
        std::size_t length;
    };

    std::size_t runLength(std::size_t at) const
    {
        return std::min(m_text.find_first_not_of(m_text[at], at), m_text.size()) - at;
    }

    void drop(std::size_t from, std::size_t to)
    {
        std::fill(m_keeps.begin() + static_cast<std::ptrdiff_t>(from),
            m_keeps.begin() + static_cast<std::ptrdiff_t>(to), false);
    }

    /// Take what begins at a place; returns where it ends.
    std::size_t step(std::size_t at)
    {
        const char c = m_text[at];
        if (c == '\\' && at + 1 < m_text.size() && isPunctuation(m_text[at + 1])) {
            m_keeps[at] = false;
            return at + 2;
        }
        if (c == '`')
            return codeSpan(at);
        if (c == '<')
            return angle(at);
        if (c == '&')
            return entity(at);
        if (c == '[') {
            const bool isImage = at > 0 && m_text[at - 1] == '!' && m_keeps[at - 1];
            m_brackets.push_back(isImage ? at - 1 : at);
            return at + 1;
        }
        if (c == ']')
            return bracketEnd(at);
        if (kMarks.find(c) != std::string_view::npos)
            return marks(at);
        return at + 1;
    }

    std::size_t codeSpan(std::size_t at)
    {
        const std::size_t length = runLength(at);
        const std::vector<std::size_t>& runs = m_backticks[length];
        const auto closing = std::upper_bound(runs.begin(), runs.end(), at);
        if (closing == runs.end())
            return at + length;
        drop(at, at + length);
        drop(*closing, *closing + length);
        return *closing + length;
    }

    /// An autolink keeps its address; a tag or a comment is left out.
    std::size_t angle(std::size_t at)
    {
        if (m_text.substr(at, 4) == "<!--") {
            const std::size_t end
                = at < m_noCommentEnd ? m_text.find("-->", at + 4) : std::string_view::npos;
            if (end == std::string_view::npos) {
                m_noCommentEnd = std::min(m_noCommentEnd, at);
                return at + 1;
            }
            drop(at, end + 3);
            return end + 3;
        }
        const std::string_view rest = m_text.substr(at + 1, kMaxTag);
        const std::size_t end = rest.find('>');
        if (end == std::string_view::npos || rest.empty() || (!isLetter(rest[0]) && rest[0] != '/'))
            return at + 1;
        const std::string_view inner = rest.substr(0, end);
        const bool isAddress = inner.find_first_of(" \t\n\r<") == std::string_view::npos
            && (inner.find(':') != std::string_view::npos
                || inner.find('@') != std::string_view::npos)
            && inner[0] != '/';
        if (isAddress) {
            m_keeps[at] = false;
            m_keeps[at + 1 + end] = false;
        } else {
            drop(at, at + end + 2);
        }
        return at + end + 2;
    }

    std::size_t entity(std::size_t at)
    {
        for (const Reference& one : kReferences) {
            if (m_text.substr(at, one.name.size()) == one.name) {
                m_entities.emplace(at, one.text);
                drop(at + 1, at + one.name.size());
                return at + one.name.size();
            }
        }
        return at + 1;
    }

    /// The brackets of [text](address) and [text][name] go, and the address with them.
    std::size_t bracketEnd(std::size_t at)
    {
        if (m_brackets.empty())
            return at + 1;
        const std::size_t begin = m_brackets.back();
        m_brackets.pop_back();
        const std::size_t end = targetEnd(at + 1);
        if (end == std::string_view::npos)
            return at + 1;
        m_keeps[begin] = false;
        if (m_text[begin] == '!')
            m_keeps[begin + 1] = false;
        drop(at, end);
        return end;
    }

    /// End of the (address) or [name] that begins at a place, or none.
    std::size_t targetEnd(std::size_t at) const
    {
        if (at >= m_text.size())
            return std::string_view::npos;
        if (m_text[at] == '[') {
            if (m_lastSquare == std::string_view::npos || m_lastSquare < at)
                return std::string_view::npos;
            const std::size_t end = m_text.find_first_of("[]", at + 1);
            return end != std::string_view::npos && m_text[end] == ']' ? end + 1
                                                                       : std::string_view::npos;
        }
        if (m_text[at] != '(' || m_lastClosing == std::string_view::npos || m_lastClosing < at)
            return std::string_view::npos;
        std::size_t depth = 0;
        for (; at < m_text.size(); ++at) {
            if (m_text[at] == '\\')
                ++at;
            else if (m_text[at] == '(' && ++depth > kMaxParentheses)
                return std::string_view::npos;
            else if (m_text[at] == ')' && --depth == 0)
                return at + 1;
        }
        return std::string_view::npos;
    }

    /// CommonMark 0.30, section 6.2: a run opens where words follow and closes where words precede;
    /// '_' does neither inside a word. A single '~' is no mark.
    std::size_t marks(std::size_t at)
    {
        const char c = m_text[at];
        const std::size_t length = runLength(at);
        const std::size_t end = at + length;
        const char before = at > 0 ? m_text[at - 1] : ' ';
        const char after = end < m_text.size() ? m_text[end] : ' ';
        const bool left = !isBlank(after)
            && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
        const bool right = !isBlank(before)
            && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
        const bool opens = left && (c != '_' || !right || isPunctuation(before));
        const bool closes = right && (c != '_' || !left || isPunctuation(after));
        if (c == '~' && length == 1)
            return end;
        std::vector<Opener>& openers = m_openers[kMarks.find(c)];
        std::size_t rest = length;
        while (closes && rest > 0 && !openers.empty()) {
            Opener& opener = openers.back();
            const std::size_t pair = std::min(rest, opener.length);
            // The inner marks pair first: the last of the opener with the first that are left.
            drop(opener.at + opener.length - pair, opener.at + opener.length);
            drop(end - rest, end - rest + pair);
            rest -= pair;
            opener.length -= pair;
            if (opener.length == 0)
                openers.pop_back();
        }
        if (opens && rest > 0)
            openers.push_back({end - rest, rest});
        return end;
    }

    std::string_view m_text;
    std::vector<bool> m_keeps;
    std::size_t m_lastClosing; ///< beyond it no search for ')' can succeed
    std::size_t m_lastSquare;
    std::size_t m_noCommentEnd = std::string_view::npos; ///< from here on no comment ends
    std::map<std::size_t, std::vector<std::size_t>> m_backticks; ///< runs by length
    std::map<std::size_t, std::string_view> m_entities;
    std::vector<std::size_t> m_brackets; ///< open ones; of an image the place of its '!'
    std::array<std::vector<Opener>, kMarks.size()> m_openers;
};

} // namespace

std::string plainText(std::string_view markdown)
{
    return Inlines(markdown).plain();
}

} // namespace cupel::documents
