#include "core/reports/baseline.h"

#include "core/findings/policy_lines.h"
#include "core/findings/rule_registry.h"
#include "core/reports/privacy.h"
#include "core/reports/report.h"

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
        if (findings::switchesOff(line))
            baseline.rulesOff.insert(findings::ruleOf(line));
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
    for (const Entry& entry : old.findings) {
        if (diff.states.contains(entry.id))
            continue;
        const bool isChecked = entry.audit == kPolicyAudit
            || (now.completed.contains({entry.dataset, entry.audit})
                && !now.rulesOff.contains(entry.rule));
        (isChecked ? diff.fixed : diff.notChecked).push_back(entry);
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
