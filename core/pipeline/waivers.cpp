#include "core/pipeline/waivers.h"

#include "core/audits/judging.h"
#include "core/audits/wording.h"
#include "core/findings/rule_registry.h"

#include <algorithm>
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

    void add(reports::DatasetReport& dataset, std::string_view id,
        const findings::Measure& measure, const std::string& what, const char* remedy) const
    {
        const findings::Rule& rule = *findings::findRule(id);
        std::vector<Finding>& all = dataset.audits.back().result.findings;
        Finding finding = audits::makeFinding(id, subject());
        finding.measure = measure;
        finding.limit = m_policy.limit(rule, dataset.name, finding.subject);
        if (!(measure.value.value() > finding.limit->value)
            || m_policy.isOff(rule, dataset.name, finding.subject))
            return;
        m_policy.apply(finding, dataset.name);
        finding.message = audits::sentence("The waiver of ", base::DataText::name(m_waiver.rule),
            " for ", subjectOf(m_waiver), " (" + m_waiver.origin + ") " + what + ".");
        finding.remedy = audits::sentence(std::string(remedy));
        const auto alike = std::count_if(all.begin(), all.end(), [&](const Finding& other) {
            return other.rule == finding.rule && other.subject.size() >= 2
                && std::equal(
                    finding.subject.begin(), finding.subject.end(), other.subject.begin());
        });
        if (alike > 0)
            finding.subject.emplace_back("number", base::DataText::name(std::to_string(alike + 1)));
        all.push_back(std::move(finding));
    }

private:
    findings::Subject subject() const
    {
        return {{"rule", base::DataText::name(m_waiver.rule)}, {"waiver", subjectOf(m_waiver)}};
    }

    const findings::Policy& m_policy;
    const Waiver& m_waiver;
};

std::string endedWords(const Waiver& waiver, std::int64_t findings)
{
    const std::string ended = "ended on " + base::formatDay(waiver.until);
    if (findings == 0)
        return ended + "; nothing counts again";
    return ended + "; " + audits::countOf(findings, "finding", "findings")
        + (findings == 1 ? " counts" : " count") + " again";
}

void note(const findings::Policy& policy, const Waiver& waiver, base::Day today, const Met& met)
{
    const Notes notes(policy, waiver);
    reports::DatasetReport& dataset = *met.dataset;
    if (today > waiver.until) {
        notes.add(dataset, "policy.waiver-expired", {"waivers that have ended", 1.0, std::nullopt},
            endedWords(waiver, met.findings),
            "Resolve the findings, or let the owner renew the waiver with a new reason.");
        return;
    }
    if (met.findings == 0) {
        notes.add(dataset, "policy.waiver-unused", {"waivers that cover nothing", 1.0, std::nullopt},
            "covers nothing", "Remove the waiver, or correct its rule and subject.");
    }
    if (waiver.isBroad()) {
        notes.add(dataset, "policy.waiver-broad",
            {"waivers with a pattern or without subject", 1.0, std::nullopt},
            "is not about one finding and covers "
                + audits::countOf(met.findings, "finding", "findings"),
            "Name the rule, the dataset and the column that were meant.");
    }
    const auto days = static_cast<double>((waiver.until - today).count());
    notes.add(dataset, "policy.waiver-long", {"days until it ends", days, std::nullopt},
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
            if ((today <= policy.waivers[i].until) == holds)
                all[i] = meet(policy.waivers[i], holds, report);
        }
    }
    for (reports::DatasetReport& dataset : report.datasets) {
        dataset.audits.push_back(
            {std::string(reports::kPolicyAudit), "Waivers of the policy", {}});
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].dataset)
            note(policy, policy.waivers[i], today, all[i]);
    }
}

} // namespace cupel::pipeline
