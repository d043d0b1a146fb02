#include "core/findings/policy_lines.h"

#include "core/base/number.h"
#include "core/findings/rule_registry.h"

#include <algorithm>
#include <optional>

namespace cupel::findings {
namespace {

using Value = decltype(PolicyLine::value);

/// The lines of one setting of one rule.
template <typename T, typename Written>
void add(const Policy& policy, const std::string& rule, const std::string& name,
    std::optional<Setting<T>> RuleSettings::*member, std::optional<T> usual, const Written& written,
    std::vector<PolicyLine>& to)
{
    const std::string key = rule + "." + name;
    std::optional<Setting<T>> whole;
    std::vector<PolicyLine> parts;
    for (const RuleSettings& settings : policy.rules) {
        const auto& setting = settings.*member;
        if (!setting || settings.rule != rule)
            continue;
        if (settings.scope.isEmpty())
            whole = setting;
        else
            parts.push_back({key, settings.scope, written(setting->value), setting->origin, false});
    }
    if (whole || usual) {
        const T value = whole ? whole->value : *usual;
        to.push_back({key, {}, written(value), whole ? whole->origin : std::string(kDefaultOrigin),
            usual && value == *usual});
    }
    if (!whole || whole->origin != kFlagOrigin)
        to.insert(to.end(), parts.begin(), parts.end());
}

template <typename T>
void add(const std::string& key, const std::optional<Setting<T>>& setting, const T& usual,
    std::vector<PolicyLine>& to)
{
    to.push_back({key, {}, Value(setting ? setting->value : usual),
        setting ? setting->origin : std::string(kDefaultOrigin),
        !setting || setting->value == usual});
}

/// Whether a flag says for all rules how many rows a group needs.
bool hasMinCountFlag(const Policy& policy)
{
    return std::any_of(policy.rules.begin(), policy.rules.end(), [](const RuleSettings& settings) {
        return settings.rule == kMinCountRule && settings.limit
            && settings.limit->origin == kFlagOrigin;
    });
}

/// Leave out the min-counts of the file from a line on.
void dropMinCountsOfFile(std::vector<PolicyLine>& lines, std::size_t from)
{
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(from);
    lines.erase(std::remove_if(begin, lines.end(),
                    [](const PolicyLine& line) { return line.origin != kFlagOrigin; }),
        lines.end());
}

} // namespace

std::vector<PolicyLine> linesOf(const Policy& policy)
{
    std::vector<PolicyLine> lines;
    const bool isMinCountOfFlag = hasMinCountFlag(policy);
    const auto number = [](double value) { return Value(value); };
    for (const Rule& rule : rules()) {
        add(
            policy, rule.id, "level", &RuleSettings::level,
            rule.level == Level::None ? std::nullopt : std::optional(rule.level),
            [](Level level) { return Value(std::string(levelName(level))); }, lines);
        if (const std::string name = limitName(rule); !name.empty())
            add(policy, rule.id, name, &RuleSettings::limit, rule.limit, number, lines);
        if (rule.compares != Compares::Nothing) {
            const std::size_t before = lines.size();
            add(
                policy, rule.id, "min-count", &RuleSettings::minCount, rule.minCount,
                [](std::int64_t rows) { return Value(rows); }, lines);
            if (!rule.minCount && isMinCountOfFlag)
                dropMinCountsOfFile(lines, before);
        }
        if (rule.hasInterval) {
            add(policy, rule.id, "interval", &RuleSettings::interval,
                std::optional(kDefaultInterval), number, lines);
        }
        add(
            policy, rule.id, "enabled", &RuleSettings::enabled, std::optional(true),
            [](bool is) { return Value(is); }, lines);
    }
    add("privacy.mode", policy.privacyMode, std::string("masked"), lines);
    add("privacy.min-cell", policy.minCell, kDefaultMinCell, lines);
    add("fail-on", policy.failOn, std::string("error"), lines);
    return lines;
}

std::string ruleOf(const PolicyLine& line)
{
    const std::string rule = line.key.substr(0, line.key.rfind('.'));
    return findRule(rule) ? rule : std::string();
}

bool switchesOff(const PolicyLine& line)
{
    return (line.key.ends_with(".enabled") && line.value == Value(false))
        || (line.key.ends_with(".level") && line.value == Value(std::string("none")));
}

std::string valueText(const PolicyLine& line)
{
    if (const auto* text = std::get_if<std::string>(&line.value))
        return *text;
    if (const auto* number = std::get_if<double>(&line.value))
        return base::formatNumber(*number);
    if (const auto* rows = std::get_if<std::int64_t>(&line.value))
        return base::formatInteger(*rows);
    return std::get<bool>(line.value) ? "true" : "false";
}

} // namespace cupel::findings
