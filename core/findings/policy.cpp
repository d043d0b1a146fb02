#include "core/findings/policy.h"

#include "core/findings/glob.h"
#include "core/findings/rule_registry.h"

#include <algorithm>
#include <array>

namespace cupel::findings {
namespace {

const base::DataText* find(const Subject& subject, std::string_view key)
{
    for (const auto& [name, text] : subject) {
        if (name == key)
            return &text;
    }
    return nullptr;
}

bool fits(const std::string& pattern, const base::DataText* text)
{
    return pattern.empty() || (text && matches(pattern, text->raw()));
}

/// 0: not said, 1: a pattern, 2: a plain name.
int narrowness(const std::string& pattern)
{
    if (pattern.empty())
        return 0;
    return hasWildcard(pattern) ? 1 : 2;
}

std::array<int, 5> precedence(const Scope& scope, const std::string& origin)
{
    return {origin == kFlagOrigin ? 1 : 0, narrowness(scope.group), narrowness(scope.split),
        narrowness(scope.column), narrowness(scope.dataset)};
}

} // namespace

const base::DataText* columnOf(const Subject& subject)
{
    for (const char* key : {"column", "columns", "label"}) {
        if (const base::DataText* text = find(subject, key))
            return text;
    }
    return nullptr;
}

bool Scope::covers(const std::string& name, const Subject& subject) const
{
    return (dataset.empty() || matches(dataset, name)) && fits(column, columnOf(subject))
        && fits(group, find(subject, "group")) && fits(split, find(subject, "split"));
}

const std::vector<std::string>& DatasetSelector::singleRoles()
{
    static const std::vector<std::string> roles{
        "prediction", "score", "weight", "id", "split", "stratum", "time"};
    return roles;
}

const DatasetSelector* Policy::datasetFor(const std::string& path) const
{
    const auto found = std::find_if(datasets.begin(), datasets.end(),
        [&path](const DatasetSelector& one) { return matchesPath(one.match, path); });
    return found == datasets.end() ? nullptr : &*found;
}

template <typename T>
const Setting<T>* Policy::find(std::optional<Setting<T>> RuleSettings::*member, const Rule& rule,
    const std::string& dataset, const Subject& subject) const
{
    const Setting<T>* best = nullptr;
    std::array<int, 5> highest{};
    for (const RuleSettings& settings : rules) {
        const auto& setting = settings.*member;
        if (!setting || settings.rule != rule.id || !settings.scope.covers(dataset, subject))
            continue;
        const auto its = precedence(settings.scope, setting->origin);
        if (!best || its >= highest) {
            best = &*setting;
            highest = its;
        }
    }
    return best;
}

Limit Policy::limit(const Rule& rule, const std::string& dataset, const Subject& subject) const
{
    const double usual = rule.limit.value_or(0.0);
    const Setting<double>* set = find(&RuleSettings::limit, rule, dataset, subject);
    if (!set || (set->value == usual && set->origin != kFlagOrigin))
        return {rule.limitOp, usual, std::string(kDefaultOrigin)};
    return {rule.limitOp, set->value, set->origin};
}

Setting<Level> Policy::level(
    const Rule& rule, const std::string& dataset, const Subject& subject) const
{
    const Setting<Level>* set = find(&RuleSettings::level, rule, dataset, subject);
    return set ? *set : Setting<Level>{rule.level, std::string(kDefaultOrigin)};
}

bool Policy::isOff(const Rule& rule, const std::string& dataset, const Subject& subject) const
{
    const Setting<bool>* enabled = find(&RuleSettings::enabled, rule, dataset, subject);
    const Setting<Level>* level = find(&RuleSettings::level, rule, dataset, subject);
    return (enabled && !enabled->value) || (level && level->value == Level::None);
}

Setting<std::int64_t> Policy::minCount(
    const Rule& rule, const std::string& dataset, const Subject& subject) const
{
    const Setting<std::int64_t>* set = find(&RuleSettings::minCount, rule, dataset, subject);
    if (!set && rule.minCount)
        return {*rule.minCount, std::string(kDefaultOrigin)};
    if (set && (rule.minCount || set->origin == kFlagOrigin))
        return *set;
    const Limit usual = limit(*findRule(kMinCountRule), dataset, subject);
    if (set && usual.origin != kFlagOrigin)
        return *set;
    return {static_cast<std::int64_t>(usual.value), usual.origin};
}

Setting<double> Policy::interval(
    const Rule& rule, const std::string& dataset, const Subject& subject) const
{
    const Setting<double>* set = find(&RuleSettings::interval, rule, dataset, subject);
    return set ? *set : Setting<double>{kDefaultInterval, std::string(kDefaultOrigin)};
}

void Policy::apply(Finding& finding, const std::string& dataset) const
{
    const Rule* rule = findRule(finding.rule);
    if (!rule || finding.kind != Kind::Fail)
        return;
    const Setting<Level>* set = find(&RuleSettings::level, *rule, dataset, finding.subject);
    if (!set)
        return;
    finding.level = finding.level >= rule->level ? set->value : std::min(finding.level, set->value);
}

} // namespace cupel::findings
