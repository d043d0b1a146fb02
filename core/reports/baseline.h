#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/findings/finding.h"
#include "core/reports/asked.h"
#include "core/reports/privacy_rule.h"

namespace cupel::reports {

struct Report;

/// What a report says that a later one is compared with.
struct Baseline {
    struct Entry {
        std::string id;
        std::string rule;
        std::string dataset;
        std::string audit;
        std::map<std::string, std::string> subject; ///< under the privacy mode of the report
        findings::Kind kind = findings::Kind::Fail;
        findings::Level level = findings::Level::Warning;
        bool isWaived = false;
        std::string measure; ///< name; empty: none
        std::optional<double> value; ///< none: undefined, a text, or no measure
        std::optional<std::pair<double, double>> interval;
        std::string text; ///< of a measure that is a text
        std::string op; ///< of the limit
        std::string message; ///< under the privacy mode of the report
    };

    std::string file; ///< name without folders; empty: the run itself
    PrivacyRule privacy;
    bool isPartial = false;
    std::set<std::string> datasets; ///< names
    std::vector<Entry> findings; ///< failed, for a person to decide, and open ones
    std::set<std::pair<std::string, std::string>> completed; ///< dataset and audit
    std::map<std::string, Coverage> coverage; ///< by dataset; none: the report does not say
    std::set<std::string> rulesOff; ///< whole or in part
    /// Settings of rules that differ from the defaults, as reports write them; those of levels,
    /// which decide nothing about what is found, are left out.
    std::map<std::string, std::set<std::string>> settings;
};

/// Whether findings of a kind are compared: failed ones, and those that wait for a person or for
/// evidence.
bool countsInBaseline(findings::Kind kind);

/// Read a JSON report as a baseline. Fails with Usage: no report, another major version, nested too
/// deeply, or a member that is missing or of another type.
base::Result<Baseline> readBaseline(std::string_view text, const std::string& path);
/// The same of a run.
Baseline baselineOf(const Report& report);
/// Note a setting that differs from the default, as reports write it. Throws
/// nlohmann::json::exception where a member is missing or of another type.
void addSetting(const nlohmann::json& line, Baseline& baseline);

/// Both must be about the same datasets. Fails with Usage, naming what differs.
base::Result<void> checkDatasets(const Baseline& old, const std::set<std::string>& names);

/// What became of a finding. `hasSameTexts`: both were written under one privacy mode.
findings::BaselineState stateOf(
    const Baseline::Entry& old, const Baseline::Entry& now, bool hasSameTexts = true);

/// What changed from one report to another.
struct BaselineDiff {
    std::string file; ///< of the old one
    bool onlyNew = false; ///< the run fails only on what is new or worse
    std::map<std::string, findings::BaselineState> states; ///< by id, of the findings of now
    std::vector<Baseline::Entry> fixed; ///< checked again and gone
    /// Not there, but this run could not have found it: the audit did not complete, the rule is off
    /// or judges by other settings, or the audit was asked something else (isAskedAgain()). What
    /// was said about the policy itself is always checked again.
    std::vector<Baseline::Entry> notChecked;

    std::int64_t count(findings::BaselineState state) const;
};

/// Compare by id, then by measure: a value inside the old interval, or equal, is unchanged, else it
/// is worse or better by the direction of the limit. Where there are no two figures of one name, or
/// texts under two privacy modes, the level decides. What failed and now does not is better, and
/// the other way round worse; so is a waiver that no longer holds.
BaselineDiff compare(const Baseline& old, const Baseline& now);
/// Replace the messages of a report written under `its` by the titles of their rules where `now` is
/// stricter.
void hideMessages(BaselineDiff& diff, const PrivacyRule& its, const PrivacyRule& now);

/// "2 new, 1 worse, 3 fixed since the baseline".
std::string summaryOf(const BaselineDiff& diff);

} // namespace cupel::reports
