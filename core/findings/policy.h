#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/findings/finding.h"
#include "core/findings/waiver.h"

namespace cupel::findings {

inline constexpr std::string_view kDefaultOrigin = "default";
inline constexpr std::string_view kFlagOrigin = "flag";

/// A value and where it came from: "default", "policy.yaml:12", "flag".
template <typename T> struct Setting {
    T value{};
    std::string origin{kDefaultOrigin};
};

/// What a part of a policy is about: patterns (findings::matches) for the dataset, the column, the
/// group and the split. Empty: any.
struct Scope {
    std::string dataset;
    std::string column;
    std::string group;
    std::string split;

    bool isEmpty() const
    {
        return dataset.empty() && column.empty() && group.empty() && split.empty();
    }
    /// Whether a finding of this dataset and subject is meant, or the group or split that a
    /// subject names. The column of a finding is its "column" or "columns", and its "label" where
    /// it has neither.
    bool covers(const std::string& dataset, const Subject& subject) const;
};

/// The column that a finding is about: its "column", else "columns", else "label"; else null.
const base::DataText* columnOf(const Subject& subject);

/// What one place says about a rule. What it does not say, others decide.
struct RuleSettings {
    std::string rule;
    Scope scope;
    std::optional<Setting<bool>> enabled;
    std::optional<Setting<Level>> level; ///< of failed findings; None switches the rule off
    std::optional<Setting<double>> limit;
    std::optional<Setting<std::int64_t>> minCount; ///< rows of a group or split that may fail it
    std::optional<Setting<double>> interval; ///< level of the interval that the rule judges by
};

/// Roles of the columns of the inputs that match.
struct DatasetSelector {
    struct Group {
        std::string column;
        std::optional<std::string> reference;
        std::vector<double> bins; ///< edges for a number column; empty: values
    };

    std::string match; ///< pattern (findings::matchesPath) of the path as it is given
    std::string label;
    std::optional<std::string> favourable;
    std::optional<std::string> positive;
    std::vector<std::string> classes;
    std::vector<Group> groups;
    std::vector<std::vector<std::string>> intersections; ///< two columns each
    std::map<std::string, std::string> columns; ///< by role, one of singleRoles()
    std::vector<std::string> use; ///< intended uses
    std::string origin; ///< "policy.yaml:12"

    /// Roles that one column has: "prediction", "score", "weight", "id", "split", "stratum",
    /// "time".
    static const std::vector<std::string>& singleRoles();
};

/// What the person who answers for a dataset wants: what is reported, from which limit on, how
/// loudly. A policy without anything said is the default of every rule.
///
/// Where several settings cover a finding, a flag wins over the file; then a setting for the group
/// or split wins over one without, then one for the column, then one for the dataset, each time a
/// plain name over a pattern; then the later one. Each value is decided on its own.
class Policy {
public:
    std::string file; ///< name without folders; empty: no policy file
    std::string hash; ///< of its bytes: "xxh3-128:…"
    std::vector<RuleSettings> rules; ///< those of the file in its order, then flags
    std::optional<Setting<std::string>> privacyMode; ///< "full", "masked", "aggregate"
    std::optional<Setting<std::int64_t>> minCell; ///< rows that must hold a value that is shown
    std::optional<Setting<std::string>> failOn; ///< "never", "note", "warning", "error"
    std::vector<DatasetSelector> datasets;
    std::vector<Waiver> waivers;

    /// The roles for an input: the first selector that matches its path; else null.
    const DatasetSelector* datasetFor(const std::string& path) const;

    /// The limit of a rule that has one. A limit that the file states without changing it keeps the
    /// origin "default".
    Limit limit(const Rule& rule, const std::string& dataset, const Subject& subject) const;
    /// The level of the rule's findings at their highest; None: the rule is off.
    Setting<Level> level(
        const Rule& rule, const std::string& dataset, const Subject& subject) const;
    /// Whether findings of the rule are dropped.
    bool isOff(const Rule& rule, const std::string& dataset, const Subject& subject) const;
    /// Rows (effective ones) from which on a group or split can fail the rule: its min-count, else
    /// the rule's, else the limit of fairness.small-group; a flag's before a file's min-count.
    Setting<std::int64_t> minCount(
        const Rule& rule, const std::string& dataset, const Subject& subject) const;
    /// Confidence level of the interval the rule judges by, 0 to 1.
    Setting<double> interval(
        const Rule& rule, const std::string& dataset, const Subject& subject) const;

    /// Give a failed finding its level. Where the audit gave it the rule's own level or a higher
    /// one, it gets that of the policy; a finding that the audit made lower (not clear, below a
    /// second limit) keeps its level, but never exceeds that of the policy.
    void apply(Finding& finding, const std::string& dataset) const;

private:
    template <typename T>
    const Setting<T>* find(std::optional<Setting<T>> RuleSettings::*member, const Rule& rule,
        const std::string& dataset, const Subject& subject) const;
};

/// The rule behind --min-count.
inline constexpr std::string_view kMinCountRule = "fairness.small-group";
inline constexpr double kDefaultInterval = 0.95;
inline constexpr std::int64_t kDefaultMinCell = 5;

/// The names of what can be set for a rule: "level", "max" or "min" (as its limit is an upper or a
/// lower one), "min-count", "interval", "enabled".
std::vector<std::string> settingNames(const Rule& rule);
/// Whether a setting of a rule can be another one for single groups, and for single splits. The
/// other settings are about all that is compared.
bool isSetByGroup(const Rule& rule, std::string_view setting);
bool isSetBySplit(const Rule& rule, std::string_view setting);
/// "max" or "min"; empty for a rule without a limit.
std::string limitName(const Rule& rule);
/// Every name that can be set for some rule.
const std::vector<std::string>& allSettingNames();

/// Set a value by its name and text. Fails with Usage, without a place: the rule has no such
/// setting, or the text is no such value.
base::Result<void> assign(
    RuleSettings& settings, std::string_view name, const std::string& text, std::string origin);
/// The same for "privacy.mode", "privacy.min-cell" and "fail-on".
base::Result<void> assign(
    Policy& policy, std::string_view key, const std::string& text, std::string origin);
/// The names above.
const std::vector<std::string>& policyKeys();

/// What --set KEY=VALUE says: RULE.SETTING=VALUE, RULE=LIMIT, or a name of policyKeys(). Fails with
/// Usage, naming the nearest key.
base::Result<void> setFromFlag(Policy& policy, const std::string& keyAndValue);

} // namespace cupel::findings
