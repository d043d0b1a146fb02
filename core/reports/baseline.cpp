#include "core/reports/baseline.h"

#include "core/findings/policy_lines.h"
#include "core/findings/rule_registry.h"
#include "core/reports/json_parts.h"
#include "core/reports/privacy.h"
#include "core/reports/report.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace cupel::reports {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using findings::BaselineState;
using findings::Kind;
using findings::Level;
using Entry = Baseline::Entry;

std::string listed(const std::set<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

/// Which of two values of a limit's measure passes it more easily.
BaselineState byDirection(const std::string& op, double old, double now)
{
    if (op == "=")
        return BaselineState::Worse;
    const bool isUpper = op.empty() || op[0] == '<';
    return (now > old) == isUpper ? BaselineState::Worse : BaselineState::Better;
}

BaselineState byLevel(Level old, Level now)
{
    if (old == now)
        return BaselineState::Unchanged;
    return now > old ? BaselineState::Worse : BaselineState::Better;
}

Entry entryOf(const findings::Finding& finding, const std::string& dataset,
    const std::string& audit, const PrivacyView& view)
{
    Entry entry;
    entry.id = finding.id(dataset);
    entry.rule = finding.rule;
    entry.dataset = dataset;
    entry.audit = audit;
    entry.kind = finding.kind;
    entry.level = finding.level;
    entry.isWaived = finding.waived.has_value();
    for (const auto& [key, text] : finding.subject)
        entry.subject[key] = view.show(text);
    if (finding.measure) {
        entry.measure = finding.measure->name;
        if (finding.measure->value.isDefined())
            entry.value = finding.measure->value.value();
        if (finding.measure->interval)
            entry.interval = {finding.measure->interval->low, finding.measure->interval->high};
    }
    if (finding.comparison) {
        entry.measure = finding.comparison->name;
        entry.text = view.show(finding.comparison->found);
    }
    if (finding.limit)
        entry.op = finding.limit->op;
    return entry;
}

Coverage coverageOf(const DatasetReport& dataset, const PrivacyView& view)
{
    Coverage coverage;
    coverage.asked = askedOf(dataset, view);
    for (const counts::ColumnDescription& column : dataset.description.columns)
        coverage.columns.insert(column.name);
    for (const SplitReport& split : dataset.splits)
        coverage.splits.insert(view.show(split.name));
    return coverage;
}

/// What a run looked at, without the group columns that it says it could not compare.
std::map<std::string, Coverage> coverageWithGaps(const Baseline& baseline)
{
    std::map<std::string, Coverage> coverage = baseline.coverage;
    for (const Entry& entry : baseline.findings) {
        const auto its = coverage.find(entry.dataset);
        const auto column = entry.subject.find("column");
        if (entry.rule == kTooManyGroupsRule && its != coverage.end()
            && column != entry.subject.end())
            its->second.leftOut.insert(column->second);
    }
    return coverage;
}

const std::set<std::string>& settingsOf(const Baseline& baseline, const std::string& rule)
{
    static const std::set<std::string> kNone;
    const auto found = baseline.settings.find(rule);
    return found == baseline.settings.end() ? kNone : found->second;
}

/// Whether a rule judges by the same limits in both.
bool isJudgedAlike(const std::string& id, const Baseline& old, const Baseline& now)
{
    const findings::Rule* rule = findings::findRule(id);
    const bool countsRows = rule && rule->compares != findings::Compares::Nothing;
    const std::string smallest(findings::kMinCountRule);
    return settingsOf(old, id) == settingsOf(now, id)
        && (!countsRows || settingsOf(old, smallest) == settingsOf(now, smallest));
}

/// Whether a run that does not have a finding could have had it.
bool isChecked(const Entry& entry, const Baseline& old, const Baseline& now,
    const std::map<std::string, Coverage>& coverage)
{
    if (entry.audit == kPolicyAudit)
        return true;
    const auto before = old.coverage.find(entry.dataset);
    const auto after = coverage.find(entry.dataset);
    return now.completed.contains({entry.dataset, entry.audit})
        && !now.rulesOff.contains(entry.rule) && isJudgedAlike(entry.rule, old, now)
        && before != old.coverage.end() && after != coverage.end()
        && isAskedAgain({entry.audit, entry.rule, entry.subject}, before->second, after->second);
}

} // namespace

bool countsInBaseline(Kind kind)
{
    return kind == Kind::Fail || kind == Kind::Review || kind == Kind::Open;
}

Baseline baselineOf(const Report& report)
{
    Baseline baseline;
    baseline.privacy = report.privacy;
    const PrivacyView view(report.privacy);
    for (const DatasetReport& dataset : report.datasets) {
        baseline.datasets.insert(dataset.name);
        baseline.coverage[dataset.name] = coverageOf(dataset, view);
        for (const AuditReport& audit : dataset.audits) {
            if (audit.result.outcome == audits::Outcome::Completed)
                baseline.completed.emplace(dataset.name, audit.id);
            for (const findings::Finding& finding : audit.result.findings) {
                if (countsInBaseline(finding.kind))
                    baseline.findings.push_back(entryOf(finding, dataset.name, audit.id, view));
            }
        }
    }
    for (const findings::PolicyLine& line : findings::linesOf(report.policy)) {
        if (!line.isDefault)
            addSetting(policyLineJson(line, view), baseline);
    }
    return baseline;
}

Result<void> checkDatasets(const Baseline& old, const std::set<std::string>& names)
{
    if (old.datasets == names)
        return {};
    return Error{ErrorCode::Usage,
        "the baseline " + old.file + " is about other datasets: " + listed(old.datasets)
            + "; here it is " + listed(names),
        "compare with a report of the same files, or write a new baseline", {}};
}

BaselineState stateOf(const Entry& old, const Entry& now, bool hasSameTexts)
{
    const bool isAcceptedNoMore = old.isWaived && !now.isWaived;
    if (now.kind == Kind::Review && (old.kind == Kind::Open || isAcceptedNoMore))
        return BaselineState::Worse;
    if (now.kind != Kind::Fail)
        return old.kind == Kind::Fail ? BaselineState::Better : BaselineState::Unchanged;
    if (old.kind != Kind::Fail || isAcceptedNoMore)
        return BaselineState::Worse;
    if (old.measure != now.measure)
        return byLevel(old.level, now.level);
    if (hasSameTexts && (!old.text.empty() || !now.text.empty()))
        return old.text == now.text ? BaselineState::Unchanged : BaselineState::Worse;
    if (!old.value || !now.value)
        return byLevel(old.level, now.level);
    const bool isInside
        = old.interval && *now.value >= old.interval->first && *now.value <= old.interval->second;
    if (isInside || *old.value == *now.value)
        return BaselineState::Unchanged;
    return byDirection(now.op, *old.value, *now.value);
}

std::int64_t BaselineDiff::count(BaselineState state) const
{
    return std::count_if(states.begin(), states.end(),
        [state](const auto& finding) { return finding.second == state; });
}

BaselineDiff compare(const Baseline& old, const Baseline& now)
{
    BaselineDiff diff;
    diff.file = old.file;
    const bool hasSameTexts = leastRowsShown(old.privacy) == leastRowsShown(now.privacy);
    std::map<std::string, const Entry*> before;
    for (const Entry& entry : old.findings)
        before.emplace(entry.id, &entry);
    for (const Entry& entry : now.findings) {
        const auto found = before.find(entry.id);
        diff.states[entry.id] = found == before.end()
            ? BaselineState::New
            : stateOf(*found->second, entry, hasSameTexts);
    }
    const std::map<std::string, Coverage> coverage = coverageWithGaps(now);
    for (const Entry& entry : old.findings) {
        if (diff.states.contains(entry.id))
            continue;
        (isChecked(entry, old, now, coverage) ? diff.fixed : diff.notChecked).push_back(entry);
    }
    return diff;
}

void hideMessages(BaselineDiff& diff, const PrivacyRule& its, const PrivacyRule& now)
{
    if (leastRowsShown(its) >= leastRowsShown(now))
        return;
    for (std::vector<Entry>* entries : {&diff.fixed, &diff.notChecked}) {
        for (Entry& entry : *entries) {
            const findings::Rule* rule = findings::findRule(entry.rule);
            entry.message = rule ? rule->title : entry.rule;
        }
    }
}

std::string summaryOf(const BaselineDiff& diff)
{
    std::string text;
    const auto add = [&text](std::int64_t number, const char* what) {
        if (number > 0)
            text += (text.empty() ? "" : ", ") + std::to_string(number) + " " + what;
    };
    add(diff.count(BaselineState::New), "new");
    add(diff.count(BaselineState::Worse), "worse");
    add(diff.count(BaselineState::Better), "better");
    add(static_cast<std::int64_t>(diff.fixed.size()), "fixed");
    add(static_cast<std::int64_t>(diff.notChecked.size()), "not checked again");
    return (text.empty() ? "nothing changed" : text) + " since the baseline";
}

} // namespace cupel::reports
