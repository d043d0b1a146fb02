#include "core/lint/card_block.h"

#include <array>
#include <regex>
#include <string>
#include <utility>

#include "core/lint/yaml_strict.h"

namespace cupel::lint {

namespace {

constexpr std::string_view kDashes = "---";
constexpr std::string_view kWhite = " \t\n\r\f\v";

/// Bytes of the line end that a text begins with: 0, 1 or 2.
std::size_t lineEndLength(std::string_view text)
{
    if (text.substr(0, 2) == "\r\n")
        return 2;
    return !text.empty() && (text.front() == '\n' || text.front() == '\r') ? 1 : 0;
}

/// Where the line end stands behind which the closing dashes come; npos: there are none.
std::size_t findClosing(std::string_view text, std::size_t begin)
{
    for (std::size_t end = text.find_first_of("\r\n", begin); end != std::string_view::npos;
         end = text.find_first_of("\r\n", end + 1)) {
        std::size_t after = end + lineEndLength(text.substr(end));
        if (text.substr(after, kDashes.size()) != kDashes)
            continue;
        after = text.find_first_not_of(" \t", after + kDashes.size());
        if (after == std::string_view::npos || text[after] == '\n'
            || text.substr(after, 2) == "\r\n")
            return end;
    }
    return std::string_view::npos;
}

} // namespace

std::vector<CardLine> cardLines(std::string_view text)
{
    std::vector<CardLine> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        lines.push_back({text.substr(begin, end - begin), lines.size() + 1, begin});
        begin = end + lineEndLength(text.substr(end));
    }
    return lines;
}

CardBlock strictBlock(std::string_view text)
{
    CardBlock block;
    const std::vector<CardLine> lines = cardLines(text);
    block.begins = !lines.empty() && lines.front().text == kDashes;
    for (std::size_t i = 1; block.begins && i < lines.size(); ++i) {
        if (lines[i].text != kDashes)
            continue;
        block.isFound = true;
        block.line = 2;
        block.yaml = text.substr(lines[1].begin, lines[i].begin - lines[1].begin);
        break;
    }
    return block;
}

CardBlock clientBlock(std::string_view text)
{
    CardBlock block;
    const std::size_t opening = std::min(text.find_first_not_of(kWhite), text.size());
    const std::size_t behind = std::min(opening + kDashes.size(), text.size());
    const std::size_t newline = lineEndLength(text.substr(behind));
    block.begins = text.substr(opening, kDashes.size()) == kDashes && newline > 0;
    // The LF of a CR LF may also be the line end before the closing dashes: nothing is between
    // then.
    for (std::size_t begin = behind + newline; block.begins && begin > behind; --begin) {
        const std::size_t end = findClosing(text, begin);
        if (end == std::string_view::npos)
            continue;
        block.isFound = true;
        block.line = cardLines(text.substr(0, begin)).size() + 1;
        block.yaml = text.substr(begin, end - begin);
        break;
    }
    return block;
}

base::Result<documents::Node> readBlock(
    const CardBlock& block, std::vector<documents::RepeatedKey>& repeated)
{
    documents::YamlOptions options;
    options.firstLine = block.line;
    options.repeatedKeys = &repeated;
    // Python takes a lone CR for a line end; in its place LF changes no position.
    std::string text(block.yaml);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))
            text[i] = '\n';
    }
    auto fields = documents::readYaml(text, options);
    if (!fields)
        return fields;
    if (auto fault = findYamlFault(text, *fields, block.line)) {
        fault->at.line += block.line - 1;
        return documents::readerError(
            options, fault->at, std::move(fault->message), std::move(fault->fix));
    }
    return fields;
}

bool isYamlText(const documents::Node& scalar)
{
    if (!scalar.isScalar() || scalar.isNull())
        return false;
    if (!scalar.isPlain)
        return scalar.isText();
    if (scalar.kind == documents::Node::Kind::Bool)
        return false;
    // The resolver of PyYAML's SafeLoader. Longer texts match none of it but for endless digits.
    static const std::regex kOther(
        "yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|<<|="
        "|[-+]?[0-9][0-9_]*\\.[0-9_]*([eE][-+][0-9]+)?|\\.[0-9][0-9_]*([eE][-+][0-9]+)?"
        "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
        "|[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
        "|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+"
        "|[0-9]{4}-[0-9]{2}-[0-9]{2}"
        "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?"
        "([ \\t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?");
    constexpr std::size_t kLongest = 100;
    return scalar.text.size() > kLongest || !std::regex_match(scalar.text, kOther);
}

} // namespace cupel::lint
