#include "core/documents/yaml_writer.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/code_point.h"
#include "core/documents/yaml_scalar.h"

namespace cupel::documents {

namespace {

using base::isDigit;
using base::isLetter;

constexpr std::size_t kIndent = 2;

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// Whether some version of YAML reads a plain text as a truth value.
bool isTruthWord(std::string_view text)
{
    constexpr std::array<std::string_view, 8> kWords{
        "y", "n", "yes", "no", "on", "off", "true", "false"};
    const std::string word = lowered(text);
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Numbers of YAML 1.1 have digits in groups ("1_000"), base 60 ("1:30") and dates; all of them are
/// made of these characters.
bool isLikeNumber(std::string_view text)
{
    constexpr std::string_view kBytes = "0123456789abcdefABCDEFxXoOtTzZ_.:+- ";
    return isDigit(text.front()) && text.find_first_not_of(kBytes) == std::string_view::npos;
}

/// Whether a text may stand without quotes, by a rule that is stricter than YAML's.
bool isPlain(std::string_view text)
{
    if (text.empty() || (!isLetter(text.front()) && !isDigit(text.front())) || text.back() == ' '
        || text.back() == ':')
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isSafe = isLetter(c) || isDigit(c)
            || std::string_view("_./+<>=()-|; ").find(c) != std::string_view::npos;
        const bool isInnerColon = c == ':' && text[i + 1] != ' ';
        if (!isSafe && !isInnerColon)
            return false;
    }
    return coreKind(text) == Node::Kind::Text && !isTruthWord(text) && !isLikeNumber(text);
}

void addEscaped(std::string& quoted, char32_t value)
{
    switch (value) {
    case '\n':
        quoted += "\\n";
        return;
    case '\t':
        quoted += "\\t";
        return;
    case '\r':
        quoted += "\\r";
        return;
    default:
        if (value > 0xFFFF)
            quoted += "\\U" + base::hexDigits(value, 8);
        else if (value > 0xFF)
            quoted += "\\u" + base::hexDigits(value, 4);
        else
            quoted += "\\x" + base::hexDigits(value, 2);
    }
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::codePointAt(text, at);
        if (!point.isValid)
            result += "\xEF\xBF\xBD";
        else if (point.value == '"' || point.value == '\\')
            result += std::string("\\") + static_cast<char>(point.value);
        else if (base::isHidden(point.value))
            addEscaped(result, point.value);
        else
            result += text.substr(at, point.bytes);
        at += point.bytes;
    }
    return result + "\"";
}

std::string scalarText(const Node& node)
{
    switch (node.kind) {
    case Node::Kind::Null:
        return "null";
    case Node::Kind::Bool:
    case Node::Kind::Number:
        if (coreKind(node.text) == node.kind)
            return node.text;
        break;
    default:
        break;
    }
    return yamlScalar(node.text);
}

class Writer {
public:
    void writeMap(const Node& map, std::size_t indent, bool beginsOnLine)
    {
        bool isFirst = true;
        for (const Node::Member& member : map.members) {
            if (!isFirst || !beginsOnLine)
                m_text.append(indent, ' ');
            isFirst = false;
            m_text += yamlScalar(member.key) + ":";
            writeValue(member.value, indent, " ");
        }
    }

    std::string take() { return std::move(m_text); }

private:
    /// A value behind a key; lists stand as far left as the key does.
    void writeValue(const Node& value, std::size_t indent, const char* blank)
    {
        if (value.isMap() && !value.members.empty()) {
            m_text += "\n";
            writeMap(value, indent + kIndent, false);
        } else if (value.isList() && !value.items.empty()) {
            m_text += "\n";
            writeList(value, indent);
        } else {
            m_text += blank
                + (value.isMap()         ? std::string("{}")
                        : value.isList() ? std::string("[]")
                                         : scalarText(value))
                + "\n";
        }
    }

    void writeList(const Node& list, std::size_t indent)
    {
        for (const Node& item : list.items) {
            m_text.append(indent, ' ');
            m_text += "-";
            if (item.isMap() && !item.members.empty()) {
                m_text += " ";
                writeMap(item, indent + kIndent, true);
            } else if (item.isList() && !item.items.empty()) {
                m_text += "\n";
                writeList(item, indent + kIndent);
            } else {
                writeValue(item, indent, " ");
            }
        }
    }

    std::string m_text;
};

} // namespace

std::string yamlScalar(std::string_view text)
{
    return isPlain(text) ? std::string(text) : quoted(text);
}

std::string yamlText(const Node& map)
{
    Writer writer;
    writer.writeMap(map, 0, true);
    return writer.take();
}

} // namespace cupel::documents
