#include "core/lint/yaml_strict.h"

#include <algorithm>
#include <utility>

#include "core/documents/text_positions.h"

namespace cupel::lint {

namespace {

using documents::Node;
using documents::Position;

constexpr std::size_t kNone = std::string_view::npos;

/// Reads YAML line by line, just so far as to know where texts begin and end.
class TabScanner {
public:
    std::size_t find(std::string_view yaml)
    {
        for (std::size_t begin = 0; begin < yaml.size();) {
            const std::size_t end = std::min(yaml.find_first_of("\r\n", begin), yaml.size());
            const std::size_t found = scan(yaml.substr(begin, end - begin));
            if (found != kNone)
                return begin + found;
            begin = end + 1;
        }
        return kNone;
    }

private:
    std::size_t scan(std::string_view line)
    {
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        if (m_isInBlock && (indent == line.size() || indent > m_blockIndent))
            return kNone;
        m_isInBlock = false;
        bool isStart = true; // a text may begin here
        for (std::size_t i = m_quote == 0 ? indent : 0; i < line.size(); ++i) {
            const char c = line[i];
            if (m_quote != 0) {
                if (const std::size_t length = escapeLength(line.substr(i)))
                    i += length - 1;
                else if (c == m_quote)
                    m_quote = 0;
                isStart = false;
                continue;
            }
            if (c == '\t')
                return i;
            const bool isBehindBlank = i == 0 || line[i - 1] == ' ';
            if (c == '#' && isBehindBlank)
                return kNone;
            if (isStart && (c == '"' || c == '\'')) {
                m_quote = c;
                continue;
            }
            if (isStart && (c == '|' || c == '>')) {
                m_isInBlock = true;
                m_blockIndent = indent;
                return kNone;
            }
            const bool isBeforeBlank = i + 1 == line.size() || line[i + 1] == ' ';
            const bool isMark = c == '[' || c == '{' || c == ','
                || ((c == '-' || c == '?' || c == ':') && isBeforeBlank);
            isStart = isMark || (isStart && c == ' ');
        }
        return kNone;
    }

    /// Characters to step over so that a quote among them does not end the text.
    std::size_t escapeLength(std::string_view rest) const
    {
        if (m_quote == '"' && rest.front() == '\\')
            return std::min<std::size_t>(2, rest.size());
        if (m_quote == '\'' && rest.substr(0, 2) == "''")
            return 2;
        return 0;
    }

    char m_quote = 0; ///< of the text that is open; 0: none is
    bool m_isInBlock = false;
    std::size_t m_blockIndent = 0;
};

/// Looks at the keys of block maps.
class KeyCheck {
public:
    KeyCheck(std::string_view yaml, std::uint64_t firstLine)
        : m_yaml(yaml)
        , m_positions(yaml)
        , m_firstLine(firstLine)
    {
    }

    std::optional<YamlFault> check(const Node& node) const
    {
        // Flow style has rules of its own, for all that is in it.
        if (!node.isScalar() && (charAt(node.at) == '{' || charAt(node.at) == '['))
            return std::nullopt;
        for (const Node& item : node.items) {
            if (auto fault = check(item))
                return fault;
        }
        for (const Node::Member& member : node.members) {
            if (auto fault = checkMember(member))
                return fault;
            if (auto fault = check(member.value))
                return fault;
        }
        return std::nullopt;
    }

private:
    std::optional<YamlFault> checkMember(const Node::Member& member) const
    {
        const Node& value = member.value;
        const std::string_view line = rest({member.at.line, 1});
        const bool isMarked
            = line.substr(std::min(line.find_first_not_of(" -"), line.size())).substr(0, 1) == "?"
            || hasColon(rest(member.at));
        if (value.isNull() && value.isPlain && !isMarked) {
            return YamlFault{local(member.at), "a line that is no key: it has no colon",
                "put the text in quotes behind its key, or remove it"};
        }
        const bool isBlockList = value.isList() && charAt(value.at) == '-';
        if (!isBlockList && !value.isNull() && value.at.line > member.at.line
            && value.at.column <= member.at.column) {
            return YamlFault{local(value.at), "a value stands as far left as its key",
                "indent it, or put it behind the colon"};
        }
        return std::nullopt;
    }

    /// Whether a colon ends the line or has a blank behind it.
    static bool hasColon(std::string_view line)
    {
        for (std::size_t at = line.find(':'); at != kNone; at = line.find(':', at + 1)) {
            if (at + 1 == line.size() || std::string_view(" \t\r\n").find(line[at + 1]) != kNone)
                return true;
        }
        return false;
    }

    Position local(Position at) const { return {at.line - m_firstLine + 1, at.column}; }

    /// What is left of the line from a place on.
    std::string_view rest(Position at) const
    {
        const std::size_t line = local(at).line;
        std::size_t begin = m_positions.lineStart(line);
        const std::size_t end = m_positions.lineStart(line + 1);
        for (std::uint64_t column = 1; begin < end && column < at.column; ++column) {
            ++begin;
            while (begin < end && (static_cast<unsigned char>(m_yaml[begin]) & 0xC0U) == 0x80U)
                ++begin;
        }
        return m_yaml.substr(begin, end - begin);
    }

    char charAt(Position at) const
    {
        const std::string_view line = rest(at);
        return line.empty() ? '\0' : line.front();
    }

    std::string_view m_yaml;
    documents::TextPositions m_positions;
    std::uint64_t m_firstLine;
};

} // namespace

std::optional<YamlFault> findYamlFault(
    std::string_view yaml, const Node& root, std::uint64_t firstLine)
{
    const std::size_t tab = TabScanner().find(yaml);
    if (tab != kNone) {
        return YamlFault{documents::TextPositions(yaml).at(tab),
            "a tab stands here, which YAML 1.1 does not read", "write blanks"};
    }
    return KeyCheck(yaml, firstLine).check(root);
}

} // namespace cupel::lint
