#include "core/findings/run_settings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/base/number.h"
#include "core/findings/policy_lines.h"
#include "core/findings/rule_registry.h"

namespace cupel::findings {
namespace {

using base::Result;

template <typename T> void dropFlag(std::optional<Setting<T>>& setting)
{
    if (setting && setting->origin == kFlagOrigin)
        setting.reset();
}

bool saysNothing(const RuleSettings& settings)
{
    return !settings.enabled && !settings.level && !settings.limit && !settings.minCount
        && !settings.interval;
}

Result<void> addFlag(Policy& policy, const FlagSetting& flag)
{
    const std::string origin(kFlagOrigin);
    const auto& keys = policyKeys();
    if (std::find(keys.begin(), keys.end(), flag.key) != keys.end())
        return assign(policy, flag.key, flag.value, origin);
    const std::size_t dot = flag.key.rfind('.');
    RuleSettings settings;
    settings.rule = flag.key.substr(0, dot);
    if (dot == std::string::npos || !findRule(settings.rule))
        return base::usageError(
            "'" + flag.key + "' names no setting", "list them: cupel policy show");
    if (auto done = assign(settings, flag.key.substr(dot + 1), flag.value, origin); !done)
        return done;
    policy.rules.push_back(std::move(settings));
    return {};
}

std::string limitMeaning(const Rule& rule)
{
    if (rule.limitOp == "<=")
        return "What is measured passes up to this limit.";
    if (rule.limitOp == "<")
        return "What is measured passes below this limit.";
    return rule.limitOp == ">=" ? "What is measured passes from this limit on."
                                : "What is measured passes above this limit.";
}

std::string minCountMeaning(const Rule& rule)
{
    if (rule.compares == Compares::Classes)
        return "A class with fewer rows is rare whatever its share.";
    return rule.compares == Compares::Splits ? "A split with fewer rows cannot fail the check."
                                             : "A group with fewer rows cannot fail the check.";
}

/// The words of a setting of a rule.
void describe(const Rule& rule, const std::string& setting, RunSetting& to)
{
    if (setting == "level") {
        to.name = "level";
        to.meaning = "The highest level that a finding of this rule has; none switches it off.";
        to.choices = {"error", "warning", "note", "none"};
    } else if (setting == "min-count") {
        to.name = "fewest rows";
        to.meaning = minCountMeaning(rule);
        to.unit = "rows";
    } else if (setting == "interval") {
        to.name = "confidence";
        to.meaning = "The confidence level of the interval that the rule judges by.";
        to.unit = "fraction";
    } else if (setting == "enabled") {
        to.name = "checked";
        to.meaning = "Whether the rule is checked at all.";
        to.choices = {"true", "false"};
    } else {
        to.name = setting == "max" ? "upper limit" : "lower limit";
        to.meaning = limitMeaning(rule);
        to.unit = rule.unit;
    }
}

using Lines = std::map<std::string, PolicyLine>;

/// What holds for everything, by key.
Lines wholeLines(const Policy& policy)
{
    Lines lines;
    for (PolicyLine& line : linesOf(policy)) {
        if (line.scope.isEmpty())
            lines.emplace(line.key, std::move(line));
    }
    return lines;
}

std::map<std::string, std::size_t> countedParts(const Policy& policy)
{
    std::map<std::string, std::size_t> parts;
    for (const PolicyLine& line : linesOf(policy)) {
        if (!line.scope.isEmpty())
            ++parts[line.key];
    }
    return parts;
}

/// What a policy says of everything, without what it says of single columns and the like.
Policy ofEverything(Policy policy)
{
    std::erase_if(
        policy.rules, [](const RuleSettings& settings) { return !settings.scope.isEmpty(); });
    return policy;
}

class SettingList {
public:
    explicit SettingList(const Policy& policy)
        : m_usual(withoutFlags(policy))
        , m_now(ofEverything(policy))
        , m_parts(countedParts(m_usual))
    {
        m_usual = ofEverything(std::move(m_usual));
        m_usualLines = wholeLines(m_usual);
        m_nowLines = wholeLines(m_now);
    }

    void add(RunSetting setting, const Rule& rule, std::vector<RunSetting>& to) const
    {
        const auto usual = m_usualLines.find(setting.key);
        const auto now = m_nowLines.find(setting.key);
        if (usual != m_usualLines.end()) {
            setting.usual = valueText(usual->second);
            setting.origin = usual->second.origin;
        } else {
            const Setting<std::int64_t> rows = m_usual.minCount(rule, {}, {});
            setting.usual = base::formatInteger(rows.value);
            setting.origin = rows.origin;
        }
        setting.isFlag = now != m_nowLines.end() && now->second.origin == kFlagOrigin;
        if (now != m_nowLines.end())
            setting.value = valueText(now->second);
        else
            setting.value = base::formatInteger(m_now.minCount(rule, {}, {}).value);
        const auto parts = m_parts.find(setting.key);
        setting.parts = parts == m_parts.end() ? 0 : parts->second;
        to.push_back(std::move(setting));
    }

private:
    Policy m_usual;
    Policy m_now;
    Lines m_usualLines;
    Lines m_nowLines;
    std::map<std::string, std::size_t> m_parts;
};

} // namespace

std::vector<FlagSetting> flagsOf(const Policy& policy)
{
    std::vector<FlagSetting> flags;
    for (const PolicyLine& line : linesOf(policy)) {
        if (line.origin == kFlagOrigin)
            flags.push_back({line.key, valueText(line)});
    }
    return flags;
}

Policy withoutFlags(Policy policy)
{
    std::vector<RuleSettings> rules;
    for (RuleSettings& settings : policy.rules) {
        const bool saidNothing = saysNothing(settings);
        dropFlag(settings.enabled);
        dropFlag(settings.level);
        dropFlag(settings.limit);
        dropFlag(settings.minCount);
        dropFlag(settings.interval);
        // What the file says nothing in is still a place of it.
        if (saidNothing || !saysNothing(settings))
            rules.push_back(std::move(settings));
    }
    policy.rules = std::move(rules);
    dropFlag(policy.privacyMode);
    dropFlag(policy.minCell);
    dropFlag(policy.failOn);
    return policy;
}

Result<Policy> withFlags(Policy policy, const std::vector<FlagSetting>& flags)
{
    policy = withoutFlags(std::move(policy));
    for (const FlagSetting& flag : flags) {
        if (auto done = addFlag(policy, flag); !done)
            return done.error();
    }
    return policy;
}

Result<FlagSetting> checkFlag(const FlagSetting& flag)
{
    Policy policy;
    if (auto done = addFlag(policy, flag); !done)
        return done.error();
    const std::vector<FlagSetting> flags = flagsOf(policy);
    const auto its = std::find_if(flags.begin(), flags.end(),
        [&flag](const FlagSetting& one) { return one.key == flag.key; });
    return its == flags.end() ? flag : *its;
}

std::vector<RunSetting> runSettings(const Policy& policy)
{
    const SettingList list(policy);
    std::vector<RunSetting> all;
    for (const Rule& rule : rules()) {
        for (const std::string& name : settingNames(rule)) {
            RunSetting setting;
            setting.key = rule.id + "." + name;
            setting.rule = rule.id;
            setting.title = rule.title;
            describe(rule, name, setting);
            list.add(std::move(setting), rule, all);
        }
    }
    return all;
}

std::vector<std::string> flagTexts(const Policy& policy)
{
    std::vector<std::string> texts;
    for (const RunSetting& setting : runSettings(policy)) {
        if (setting.isFlag)
            texts.push_back(
                setting.key + " " + setting.value + " in the place of " + setting.usual);
    }
    return texts;
}

} // namespace cupel::findings
