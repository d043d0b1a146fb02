#include "core/pipeline/waivers.h"

#include "core/audits/judging.h"
#include "core/audits/wording.h"
#include "core/findings/rule_registry.h"

#include <map>
#include <optional>

namespace cupel::pipeline {
namespace {

using findings::Finding;
using findings::Waiver;

/// What a waiver met in the run.
struct Met {
    reports::DatasetReport* dataset = nullptr; ///< the one to speak of it in; null: none it is for
    std::int64_t findings = 0;
};

/// The findings that a waiver covers: all of one that holds, which are marked; of one that has
/// ended those that no other waiver covers.
Met meet(const Waiver& waiver, bool holds, reports::Report& report)
{
    Met met;
    for (reports::DatasetReport& dataset : report.datasets) {
        if (!waiver.coversDataset(dataset.name))
            continue;
        if (!met.dataset)
            met.dataset = &dataset;
        for (reports::AuditReport& audit : dataset.audits) {
            for (Finding& finding : audit.result.findings) {
                if (!waiver.covers(finding, dataset.name) || (!holds && finding.waived))
                    continue;
                if (met.findings++ == 0)
                    met.dataset = &dataset;
                if (holds)
                    waive(finding, waiver.reason, waiver.owner, waiver.until);
            }
        }
    }
    return met;
}

base::DataText subjectOf(const Waiver& waiver)
{
    const std::string text = waiver.subjectText();
    return text.empty() ? base::DataText::name("every subject")
                        : base::DataText::roleValue(text, reports::kEnoughRows);
}

/// Findings about waivers, where the policy wants to hear of them.
class Notes {
public:
    explicit Notes(const findings::Policy& policy)
        : m_policy(policy)
    {
    }

    void add(const Waiver& waiver, reports::DatasetReport& dataset, std::string_view id,
        const findings::Measure& measure, const std::string& what, const char* remedy)
    {
        const findings::Rule& rule = *findings::findRule(id);
        const base::DataText ruleText = base::DataText::name(waiver.rule);
        Finding finding
            = audits::makeFinding(id, {{"rule", ruleText}, {"waiver", subjectOf(waiver)}});
        finding.measure = measure;
        finding.limit = m_policy.limit(rule, dataset.name, finding.subject);
        if (!(measure.value.value() > finding.limit->value)
            || m_policy.isOff(rule, dataset.name, finding.subject))
            return;
        m_policy.apply(finding, dataset.name);
        finding.message = audits::sentence("The waiver of ", ruleText, " for ", subjectOf(waiver),
            " (" + waiver.origin + ") " + what + ".");
        finding.remedy = audits::sentence(std::string(remedy));
        // Waivers may be alike; each finding has an id of its own.
        if (const int number = ++m_seen[finding.id(dataset.name)]; number > 1)
            finding.subject.emplace_back("number", base::DataText::name(std::to_string(number)));
        dataset.audits.back().result.findings.push_back(std::move(finding));
    }

private:
    const findings::Policy& m_policy;
    std::map<std::string, int> m_seen; ///< by id
};

std::string endedWords(const Waiver& waiver, std::int64_t findings)
{
    const std::string ended = "ended on " + base::formatDay(waiver.until);
    if (findings == 0)
        return ended + "; nothing counts again";
    return ended + "; " + audits::countOf(findings, "finding", "findings")
        + (findings == 1 ? " counts" : " count") + " again";
}

void note(const Waiver& waiver, base::Day today, const Met& met, Notes& notes)
{
    reports::DatasetReport& dataset = *met.dataset;
    if (!holdsOn(today, waiver.until)) {
        notes.add(waiver, dataset, "policy.waiver-expired",
            {"waivers that have ended", 1.0, std::nullopt}, endedWords(waiver, met.findings),
            "Resolve the findings, or let the owner renew the waiver with a new reason.");
        return;
    }
    if (met.findings == 0) {
        notes.add(waiver, dataset, "policy.waiver-unused",
            {"waivers that cover nothing", 1.0, std::nullopt}, "covers nothing",
            "Remove the waiver, or correct its rule and subject.");
    }
    if (waiver.isBroad()) {
        notes.add(waiver, dataset, "policy.waiver-broad",
            {"waivers with a pattern or without subject", 1.0, std::nullopt},
            "is not about one finding and covers "
                + audits::countOf(met.findings, "finding", "findings"),
            "Name the rule, the dataset and the column that were meant.");
    }
    const auto days = static_cast<double>((waiver.until - today).count());
    notes.add(waiver, dataset, "policy.waiver-long", {"days until it ends", days, std::nullopt},
        "holds until " + base::formatDay(waiver.until),
        "Give the day on which somebody is to look at the findings again.");
}

} // namespace

void applyWaivers(const findings::Policy& policy, base::Day today, reports::Report& report)
{
    if (policy.waivers.empty())
        return;
    std::vector<Met> all(policy.waivers.size());
    // Those that hold first: what they cover does not count again when another one has ended.
    for (const bool holds : {true, false}) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (holdsOn(today, policy.waivers[i].until) == holds)
                all[i] = meet(policy.waivers[i], holds, report);
        }
    }
    for (reports::DatasetReport& dataset : report.datasets) {
        dataset.audits.push_back({std::string(reports::kPolicyAudit), "Waivers of the policy", {}});
    }
    Notes notes(policy);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].dataset)
            note(policy.waivers[i], today, all[i], notes);
    }
}

bool holdsOn(base::Day today, base::Day until)
{
    return today <= until;
}

bool waive(findings::Finding& finding, const std::string& reason, const std::string& owner,
    base::Day until)
{
    if (finding.waived)
        return false;
    finding.waived = findings::Waived{
        base::DataText::document(reason), base::DataText::document(owner), base::formatDay(until)};
    return true;
}

} // namespace cupel::pipeline
