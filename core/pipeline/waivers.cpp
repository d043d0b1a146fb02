#include "core/pipeline/waivers.h"

#include "core/audits/judging.h"
#include "core/audits/wording.h"
#include "core/findings/rule_registry.h"

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
                if (!waiver.covers(finding, dataset.name))
                    continue;
                if (met.findings++ == 0)
                    met.dataset = &dataset;
                if (holds && !finding.waived) {
                    finding.waived = findings::Waived{base::DataText::document(waiver.reason),
                        base::DataText::document(waiver.owner), base::formatDay(waiver.until)};
                }
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

/// A finding about a waiver, where the policy wants to hear of it.
class Notes {
public:
    Notes(const findings::Policy& policy, const Waiver& waiver)
        : m_policy(policy)
        , m_waiver(waiver)
    {
    }

    void add(reports::DatasetReport& dataset, std::string_view id, const char* measure,
        const std::string& what, const char* remedy) const
    {
        const findings::Rule& rule = *findings::findRule(id);
        Finding finding = audits::makeFinding(
            id, {{"rule", base::DataText::name(m_waiver.rule)}, {"waiver", subjectOf(m_waiver)}});
        finding.measure = findings::Measure{measure, 1.0, std::nullopt};
        finding.limit = m_policy.limit(rule, dataset.name, finding.subject);
        if (!(1.0 > finding.limit->value) || m_policy.isOff(rule, dataset.name, finding.subject))
            return;
        m_policy.apply(finding, dataset.name);
        finding.message = audits::sentence("The waiver of ", base::DataText::name(m_waiver.rule),
            " for ", subjectOf(m_waiver), " (" + m_waiver.origin + ") " + what + ".");
        finding.remedy = audits::sentence(std::string(remedy));
        dataset.audits.back().result.findings.push_back(std::move(finding));
    }

private:
    const findings::Policy& m_policy;
    const Waiver& m_waiver;
};

void note(const findings::Policy& policy, const Waiver& waiver, bool holds, const Met& met)
{
    const Notes notes(policy, waiver);
    reports::DatasetReport& dataset = *met.dataset;
    const std::string covered = audits::countOf(met.findings, "finding", "findings");
    if (!holds) {
        notes.add(dataset, "policy.waiver-expired", "waivers that have ended",
            "ended on " + base::formatDay(waiver.until)
                + (met.findings == 0
                        ? std::string(" and covers nothing")
                        : "; " + covered + (met.findings == 1 ? " counts" : " count") + " again"),
            "Resolve the findings, or let the owner renew the waiver with a new reason.");
    } else if (met.findings == 0) {
        notes.add(dataset, "policy.waiver-unused", "waivers that cover nothing", "covers nothing",
            "Remove the waiver, or correct its rule and subject.");
    }
    if (holds && waiver.isBroad()) {
        notes.add(dataset, "policy.waiver-broad", "waivers with a pattern or without subject",
            "is not about one finding and covers " + covered,
            "Name the rule, the dataset and the column that were meant.");
    }
}

} // namespace

void applyWaivers(const findings::Policy& policy, base::Day today, reports::Report& report)
{
    if (policy.waivers.empty())
        return;
    std::vector<Met> all;
    for (const Waiver& waiver : policy.waivers)
        all.push_back(meet(waiver, today <= waiver.until, report));
    for (reports::DatasetReport& dataset : report.datasets)
        dataset.audits.push_back({"policy", "Waivers of the policy", {}});
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].dataset)
            note(policy, policy.waivers[i], today <= policy.waivers[i].until, all[i]);
    }
}

} // namespace cupel::pipeline
