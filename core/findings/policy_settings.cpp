#include "core/findings/policy.h"

#include "core/base/number.h"
#include "core/counts/nearest_name.h"
#include "core/findings/rule_registry.h"

#include <algorithm>
#include <cmath>

namespace cupel::findings {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::int64_t kMostRows = 1'000'000'000;

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

Result<Level> levelOf(const Rule& rule, const std::string& text)
{
    if (rule.level == Level::None) {
        return base::usageError(rule.id + " never fails a check, so it has no level",
            "switch it off with enabled: false");
    }
    if (const auto level = levelFromName(text))
        return *level;
    return base::usageError(
        "'" + text + "' is no level", "write error, warning, note, or none for off");
}

Result<std::int64_t> countOf(const std::string& text, std::int64_t least)
{
    const auto number = base::parseNumber(text);
    if (!number || number->kind != base::Number::Kind::Integer || number->i < least
        || number->i > kMostRows) {
        return base::usageError(
            "'" + text + "' is not a whole number from " + std::to_string(least) + " to 1000000000",
            "write a number of rows, such as 30");
    }
    return number->i;
}

Result<double> limitOf(const Rule& rule, std::string_view name, const std::string& text)
{
    const std::string own = limitName(rule);
    if (own.empty())
        return base::usageError(rule.id + " has no limit", "it has " + joined(settingNames(rule)));
    if (name != own) {
        return base::usageError(
            rule.id + " has " + (own == "max" ? "an upper" : "a lower") + " limit",
            "write " + own + " in place of " + std::string(name));
    }
    if (rule.id == kMinCountRule) {
        const auto rows = countOf(text, 0);
        return rows ? Result<double>(static_cast<double>(*rows)) : rows.error();
    }
    const auto number = base::parseNumber(text);
    if (!number || !std::isfinite(number->d))
        return base::usageError("'" + text + "' is no number", "write a number, such as 0.1");
    if (number->d < 0.0)
        return base::usageError("the limit " + text + " is below 0", "write a number from 0 on");
    if (rule.unit == "fraction" && number->d > 1.0)
        return base::usageError(
            "the limit " + text + " is above 1, and it is a fraction: 0.2 for 20 %",
            "write a number from 0 to 1");
    return number->d;
}

Result<double> intervalOf(const std::string& text)
{
    const auto number = base::parseNumber(text);
    if (!number || !(number->d > 0.0) || !(number->d < 1.0))
        return base::usageError(
            "'" + text + "' is no confidence level", "write a number between 0 and 1: 0.95");
    return number->d;
}

template <typename T>
Result<void> store(std::optional<Setting<T>>& to, Result<T> value, std::string origin)
{
    if (!value)
        return value.error();
    to = Setting<T>{std::move(*value), std::move(origin)};
    return {};
}

Result<std::string> oneOf(const std::string& text, const std::vector<std::string>& words)
{
    if (std::find(words.begin(), words.end(), text) != words.end())
        return text;
    const auto nearest = counts::nearestName(text, words);
    return base::usageError("'" + text + "' is unknown here",
        (nearest ? "did you mean " + *nearest + "? " : std::string()) + "known are "
            + joined(words));
}

Error unknownKey(const std::string& key, const std::string& given)
{
    std::vector<std::string> known = policyKeys();
    for (const Rule& rule : rules()) {
        known.push_back(rule.id);
        for (const std::string& name : settingNames(rule))
            known.push_back(rule.id + "." + name);
    }
    const auto nearest = counts::nearestName(key, known);
    return base::usageError("'" + given + "' names no rule and no setting",
        nearest ? "did you mean " + *nearest + "?" : "list them: cupel policy show");
}

} // namespace

std::string limitName(const Rule& rule)
{
    if (!rule.limit || rule.limitOp.empty() || rule.limitOp == "=")
        return {};
    return rule.limitOp[0] == '<' ? "max" : "min";
}

std::vector<std::string> settingNames(const Rule& rule)
{
    std::vector<std::string> names;
    if (rule.level != Level::None)
        names.emplace_back("level");
    if (const std::string limit = limitName(rule); !limit.empty())
        names.push_back(limit);
    if (rule.compares != Compares::Nothing)
        names.emplace_back("min-count");
    if (rule.hasInterval)
        names.emplace_back("interval");
    names.emplace_back("enabled");
    return names;
}

bool isSetByGroup(const Rule& rule, std::string_view setting)
{
    return (rule.compares == Compares::Groups && setting == "min-count")
        || (rule.id == kMinCountRule && setting == limitName(rule));
}

bool isSetBySplit(const Rule& rule, std::string_view setting)
{
    return rule.compares == Compares::Splits && (rule.isOfOneSplit || setting == "min-count");
}

const std::vector<std::string>& allSettingNames()
{
    static const std::vector<std::string> names{
        "level", "max", "min", "min-count", "interval", "enabled"};
    return names;
}

Result<void> assign(
    RuleSettings& settings, std::string_view name, const std::string& text, std::string origin)
{
    const Rule* rule = findRule(settings.rule);
    if (!rule)
        return base::usageError(
            "there is no rule '" + settings.rule + "'", "list them: cupel rules list");
    if (name == "level")
        return store(settings.level, levelOf(*rule, text), std::move(origin));
    if (name == "max" || name == "min")
        return store(settings.limit, limitOf(*rule, name, text), std::move(origin));
    if (name == "min-count" && rule->compares == Compares::Nothing) {
        return base::usageError(
            rule->id + " compares no groups, splits or classes, so it has no min-count",
            "it has " + joined(settingNames(*rule)));
    }
    if (name == "interval" && !rule->hasInterval) {
        return base::usageError(
            rule->id + " does not judge by an interval", "it has " + joined(settingNames(*rule)));
    }
    if (name == "min-count")
        return store(settings.minCount, countOf(text, 0), std::move(origin));
    if (name == "interval")
        return store(settings.interval, intervalOf(text), std::move(origin));
    if (name == "enabled") {
        if (text != "true" && text != "false")
            return base::usageError(
                "'" + text + "' is neither true nor false", "write true or false");
        settings.enabled = Setting<bool>{text == "true", std::move(origin)};
        return {};
    }
    const auto nearest = counts::nearestName(name, settingNames(*rule));
    return base::usageError(rule->id + " has no setting '" + std::string(name) + "'",
        (nearest ? "did you mean " + *nearest + "? " : std::string()) + "it has "
            + joined(settingNames(*rule)));
}

const std::vector<std::string>& policyKeys()
{
    static const std::vector<std::string> keys{"fail-on", "privacy.mode", "privacy.min-cell"};
    return keys;
}

Result<void> assign(
    Policy& policy, std::string_view key, const std::string& text, std::string origin)
{
    if (key == "fail-on") {
        return store(
            policy.failOn, oneOf(text, {"never", "note", "warning", "error"}), std::move(origin));
    }
    if (key == "privacy.mode") {
        return store(
            policy.privacyMode, oneOf(text, {"full", "masked", "aggregate"}), std::move(origin));
    }
    if (key == "privacy.min-cell")
        return store(policy.minCell, countOf(text, 1), std::move(origin));
    return unknownKey(std::string(key), std::string(key));
}

Result<void> setFromFlag(Policy& policy, const std::string& keyAndValue)
{
    const std::size_t equals = keyAndValue.find('=');
    const std::string key = keyAndValue.substr(0, equals);
    if (equals == std::string::npos)
        return base::usageError("'" + keyAndValue + "' is not KEY=VALUE",
            "write it like imbalance.ratio.max=20 or data.duplicate-rows.level=note");
    const std::string text = keyAndValue.substr(equals + 1);
    const std::string origin(kFlagOrigin);
    const auto& keys = policyKeys();
    if (std::find(keys.begin(), keys.end(), key) != keys.end())
        return assign(policy, key, text, origin);
    const Rule* rule = findRule(key);
    std::string name = rule ? limitName(*rule) : std::string();
    if (rule && name.empty())
        return base::usageError(rule->id + " has no limit",
            "write " + rule->id + ".SETTING=VALUE; it has " + joined(settingNames(*rule)));
    if (!rule) {
        const std::size_t dot = key.rfind('.');
        rule = dot == std::string::npos ? nullptr : findRule(std::string_view(key).substr(0, dot));
        name = rule ? key.substr(dot + 1) : std::string();
    }
    if (!rule)
        return unknownKey(key, keyAndValue);
    RuleSettings settings;
    settings.rule = rule->id;
    if (auto done = assign(settings, name, text, origin); !done) {
        if (name.empty() || name != limitName(*rule))
            return done;
        return base::usageError(
            done.error().message, "write --set " + key + "=" + base::formatNumber(*rule->limit));
    }
    policy.rules.push_back(std::move(settings));
    return {};
}

} // namespace cupel::findings
