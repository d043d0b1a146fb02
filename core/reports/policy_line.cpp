#include "core/reports/policy_line.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/utf8.h"
#include "core/documents/yaml_writer.h"
#include "core/findings/policy_reader.h"
#include "core/findings/waiver.h"

namespace cupel::reports {
namespace {

using documents::Node;

/// A text as a pattern that fits nothing else.
std::string patternOf(const std::string& text)
{
    std::string pattern;
    for (const char c : text)
        pattern += c == '*' || c == '?' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return pattern;
}

bool fitsPolicy(const std::string& pattern)
{
    return !pattern.empty() && pattern.size() <= findings::kMaxPatternBytes
        && base::firstInvalidUtf8(pattern.data(), pattern.size(), pattern.size())
        == base::kValidUtf8;
}

void addMember(Node& map, const std::string& key, std::string text)
{
    Node value;
    value.kind = Node::Kind::Text;
    value.text = std::move(text);
    map.members.push_back({key, {}, std::move(value)});
}

/// The lines of a map as an item of a list.
std::string listItem(std::string_view lines)
{
    std::string item;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size() - 1) + 1;
        item += (item.empty() ? "  - " : "    ") + std::string(lines.substr(at, end - at));
        at = end;
    }
    return item;
}

} // namespace

std::optional<std::string> policyLine(
    const findings::Finding& finding, const std::string& dataset, const WaiverWords& words)
{
    Node subject;
    subject.kind = Node::Kind::Map;
    addMember(subject, "dataset", patternOf(dataset));
    for (const auto& [key, value] : finding.subject) {
        const auto& keys = findings::waiverSubjectKeys();
        if (std::find(keys.begin(), keys.end(), key) != keys.end())
            addMember(subject, key, patternOf(value.raw()));
    }
    if (!std::all_of(subject.members.begin(), subject.members.end(),
            [](const Node::Member& member) { return fitsPolicy(member.value.text); }))
        return std::nullopt;

    Node waiver;
    waiver.kind = Node::Kind::Map;
    addMember(waiver, "rule", patternOf(finding.rule));
    waiver.members.push_back({"subject", {}, std::move(subject)});
    addMember(waiver, "reason", words.reason);
    addMember(waiver, "owner", words.owner);
    addMember(waiver, "until", base::formatDay(words.until));
    return listItem(documents::yamlText(waiver));
}

} // namespace cupel::reports
