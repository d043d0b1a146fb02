#include "core/findings/policy_parts.h"

#include "core/base/number.h"
#include "core/counts/nearest_name.h"
#include "core/findings/policy_reader.h"
#include "core/findings/rule_registry.h"

#include <algorithm>

namespace cupel::findings {
namespace {

using documents::Node;

constexpr std::size_t kMostProblems = 100;

std::string didYouMean(const std::string& name, const std::vector<std::string>& known)
{
    const auto nearest = counts::nearestName(name, known);
    return nearest ? "did you mean '" + *nearest + "'?" : std::string();
}

std::string knownNames(const std::vector<std::string>& known)
{
    std::string text;
    for (const std::string& name : known)
        text += (text.empty() ? "known are " : ", ") + name;
    return text;
}

const char* kindName(Node::Kind kind)
{
    switch (kind) {
    case Node::Kind::Null:
        return "nothing";
    case Node::Kind::Bool:
        return "a truth value";
    case Node::Kind::Number:
        return "a number";
    case Node::Kind::Text:
        return "a text";
    case Node::Kind::List:
        return "a list";
    case Node::Kind::Map:
        break;
    }
    return "a map";
}

/// What a setting of a rule is written as.
Node::Kind kindOf(const std::string& setting)
{
    if (setting == "level")
        return Node::Kind::Text;
    return setting == "enabled" ? Node::Kind::Bool : Node::Kind::Number;
}

} // namespace

PolicyParts::PolicyParts(std::string fileName)
    : m_fileName(std::move(fileName))
{
}

void PolicyParts::fail(const documents::Position& at, std::string message, std::string hint)
{
    if (m_problems.size() < kMostProblems) {
        m_problems.push_back({base::ErrorCode::Usage, std::move(message), std::move(hint),
            {m_fileName, at.line, at.column, 0}});
    }
}

void PolicyParts::check(const documents::Position& at, const base::Result<void>& done)
{
    if (!done)
        fail(at, done.error().message, done.error().hint);
}

std::string PolicyParts::originOf(const documents::Position& at) const
{
    return m_fileName.substr(m_fileName.find_last_of('/') + 1) + ":" + std::to_string(at.line);
}

std::string PolicyParts::word(const Node& node, const std::string& what)
{
    if (node.isScalar() && !node.isNull() && !node.text.empty())
        return node.text;
    fail(node.at,
        what + " is a text, not " + (node.isText() ? "an empty one" : kindName(node.kind)),
        "write it like " + what + ": text");
    return {};
}

std::string PolicyParts::pattern(const Node& node, const std::string& what)
{
    std::string text = word(node, what);
    if (text.size() > kMaxPatternBytes) {
        fail(node.at, what + " is longer than " + std::to_string(kMaxPatternBytes) + " bytes",
            "write its beginning and a * for the rest");
    }
    return text;
}

bool PolicyParts::isOneTooMany(
    const documents::Position& at, std::size_t& number, const std::string& what)
{
    if (++number == kMaxPolicyParts + 1) {
        fail(at, "there are more than " + std::to_string(kMaxPolicyParts) + " " + what,
            "join some of them by a pattern, or use a policy for each dataset");
    }
    return number > kMaxPolicyParts;
}

bool PolicyParts::isList(const Node& node, const std::string& what)
{
    if (!node.isList())
        fail(node.at, what + " is a list, not " + kindName(node.kind), "write it like [a, b]");
    return node.isList();
}

std::vector<std::string> PolicyParts::words(const Node& list, const std::string& what)
{
    std::vector<std::string> all;
    if (!isList(list, what))
        return all;
    for (const Node& item : list.items)
        all.push_back(word(item, what));
    return all;
}

bool PolicyParts::eachMember(const Node& map, const std::string& what,
    const std::vector<std::string>& known, const Member& member)
{
    if (!map.isMap()) {
        fail(map.at, what + " is a map, not " + kindName(map.kind), knownNames(known));
        return false;
    }
    bool areKnown = true;
    for (const Node::Member& each : map.members) {
        if (std::find(known.begin(), known.end(), each.key) != known.end()) {
            member(each.key, each.value);
            continue;
        }
        areKnown = false;
        const std::string hint = didYouMean(each.key, known);
        fail(each.at, "unknown key '" + each.key + "' in " + what,
            hint.empty() ? knownNames(known) : hint + " " + knownNames(known));
    }
    return areKnown;
}

void PolicyParts::readRules(const Node& rules, std::vector<RuleSettings>& to)
{
    if (!rules.isMap()) {
        fail(rules.at, std::string("rules is a map, not ") + kindName(rules.kind),
            "write it like imbalance.ratio: {level: warning, max: 10}");
        return;
    }
    std::vector<std::string> known;
    for (const Rule& rule : findings::rules())
        known.push_back(rule.id);
    for (const Node::Member& each : rules.members) {
        if (findRule(each.key)) {
            readRule(each.key, each.value, to);
            continue;
        }
        const std::string hint = didYouMean(each.key, known);
        fail(each.at, "there is no rule '" + each.key + "'",
            hint.empty() ? "list them: cupel rules list" : hint);
    }
}

void PolicyParts::readRule(
    const std::string& id, const Node& settings, std::vector<RuleSettings>& to)
{
    // A limit of the other direction has its own message, so both are let through.
    std::vector<std::string> known = allSettingNames();
    known.emplace_back("for");
    RuleSettings whole;
    whole.rule = id;
    std::vector<RuleSettings> parts;
    eachMember(settings, id, known, [&](const std::string& name, const Node& value) {
        if (name == "for")
            readScoped(id, value, parts);
        else
            readSetting(whole, name, value);
    });
    to.push_back(std::move(whole));
    to.insert(to.end(), parts.begin(), parts.end());
}

void PolicyParts::readScoped(const std::string& id, const Node& list, std::vector<RuleSettings>& to)
{
    if (!isList(list, "for"))
        return;
    std::vector<std::string> known = allSettingNames();
    known.insert(known.end(), {"dataset", "column", "group", "split"});
    for (const Node& item : list.items) {
        if (isOneTooMany(item.at, m_scoped, "parts of for"))
            return;
        const std::size_t before = m_problems.size();
        RuleSettings settings;
        settings.rule = id;
        const auto take = [&](const std::string& name, const Node& value) {
            if (name == "dataset")
                settings.scope.dataset = pattern(value, name);
            else if (name == "column")
                settings.scope.column = pattern(value, name);
            else if (name == "group")
                settings.scope.group = pattern(value, name);
            else if (name == "split")
                settings.scope.split = pattern(value, name);
            else
                readSetting(settings, name, value);
        };
        if (eachMember(item, "for of " + id, known, take)) {
            if (settings.scope.isEmpty())
                fail(item.at, "this part of " + id + " does not say what it is for",
                    "name a dataset, a column, a group or a split");
            else if (!settings.enabled && !settings.level && !settings.limit && !settings.minCount
                && !settings.interval && m_problems.size() == before)
                fail(item.at, "this part of " + id + " sets nothing", "add a setting, such as max");
            checkScope(item, settings);
        }
        to.push_back(std::move(settings));
    }
}

/// A setting that is about all groups or splits together would never be looked up for one of them.
void PolicyParts::checkScope(const Node& part, const RuleSettings& settings)
{
    const Rule& rule = *findRule(settings.rule);
    const auto check = [&](const std::string& scope, const char* key, auto isSetBy) {
        if (scope.empty())
            return;
        std::string possible;
        for (const std::string& name : settingNames(rule)) {
            if (isSetBy(rule, name))
                possible += (possible.empty() ? "" : ", ") + name;
        }
        for (const Node::Member& each : part.members) {
            const std::vector<std::string> names = settingNames(rule);
            const bool isSetting = std::find(names.begin(), names.end(), each.key) != names.end();
            if (isSetting && !isSetBy(rule, each.key)) {
                fail(each.at,
                    each.key + " of " + rule.id + " cannot be another one for a single " + key,
                    possible.empty() ? "name a dataset or a column" : "what can be is " + possible);
            }
        }
    };
    check(settings.scope.group, "group", isSetByGroup);
    check(settings.scope.split, "split", isSetBySplit);
}

void PolicyParts::readSetting(RuleSettings& settings, const std::string& name, const Node& value)
{
    const Node::Kind wanted = kindOf(name);
    if (value.kind != wanted) {
        fail(value.at, name + " is " + kindName(wanted) + ", not " + kindName(value.kind),
            wanted == Node::Kind::Text       ? "write error, warning, note, or none for off"
                : wanted == Node::Kind::Bool ? "write true or false"
                                             : "write a number without quotes");
        return;
    }
    check(value.at, assign(settings, name, value.text, originOf(value.at)));
}

} // namespace cupel::findings
