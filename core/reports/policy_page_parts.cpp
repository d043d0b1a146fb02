#include "core/reports/policy_page_parts.h"

#include <algorithm>

#include "core/audits/wording.h"
#include "core/findings/policy_lines.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_parts.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using base::DataText;
using findings::PolicyLine;

constexpr std::size_t kSettings = 200;

void addEntries(
    const char* title, const std::vector<Baseline::Entry>& entries, std::size_t most, Page& page)
{
    if (entries.empty())
        return;
    page.add(Paragraph{{std::string(title)}});
    List list;
    for (const Baseline::Entry& entry : entries) {
        if (list.items.size() == most)
            break;
        // The words come from a file, so they are no words of ours.
        list.items.push_back(
            {cutTexts({DataText::document(entry.message), " (", DataText::name(entry.rule), ")"}),
                {}, Tone::Plain, {}});
    }
    const std::size_t rest = entries.size() - list.items.size();
    page.add(std::move(list));
    if (rest > 0)
        page.add(
            Paragraph{{"And " + groupedDigits(static_cast<std::int64_t>(rest)) + " more."}, true});
}

base::Sentence scopeText(const findings::Scope& scope)
{
    base::Sentence text;
    const auto add = [&text](const char* key, DataText value) {
        if (value.raw().empty())
            return;
        text.emplace_back((text.empty() ? "" : ", ") + std::string(key) + " ");
        text.emplace_back(std::move(value));
    };
    add("dataset", DataText::name(scope.dataset));
    add("column", DataText::name(scope.column));
    add("group", DataText::roleValue(scope.group, kEnoughRows));
    add("split", DataText::roleValue(scope.split, kEnoughRows));
    return text.empty() ? base::Sentence{"everything"} : text;
}

Table settingsTable(const std::vector<PolicyLine>& changed)
{
    Table table;
    table.caption = {std::string("Settings that differ from the defaults")};
    for (const char* column : {"Setting", "For", "Value", "Origin"})
        table.columns.push_back({std::string(column)});
    for (const PolicyLine& line : changed) {
        if (table.rows.size() == kSettings)
            break;
        table.rows.push_back({Cell::words(line.key), Cell::text(cutTexts(scopeText(line.scope))),
            Cell::words(findings::valueText(line)),
            Cell::text(cutTexts({DataText::name(line.origin)}))});
    }
    table.leftOut = static_cast<std::int64_t>(changed.size() - table.rows.size());
    return table;
}

std::vector<PolicyLine> changedLines(const findings::Policy& policy)
{
    std::vector<PolicyLine> lines = findings::linesOf(policy);
    std::erase_if(lines, [](const PolicyLine& line) { return line.isDefault; });
    return lines;
}

} // namespace

std::vector<std::string> rulesOff(const Report& report)
{
    std::vector<std::string> off;
    for (const PolicyLine& line : findings::linesOf(report.policy)) {
        if (findings::switchesOff(line)) {
            off.push_back(findings::ruleOf(line) + " (" + (line.scope.isEmpty() ? "" : "in part, ")
                + line.origin + ")");
        }
    }
    return off;
}

std::vector<base::Sentence> policyRemarks(const Report& report)
{
    std::vector<base::Sentence> remarks = report.unmatched;
    for (const DatasetReport& dataset : report.datasets) {
        for (const AuditReport& audit : dataset.audits) {
            if (audit.id != kPolicyAudit)
                continue;
            for (const findings::Finding& finding : audit.result.findings)
                remarks.push_back(finding.message);
        }
    }
    return remarks;
}

base::Sentence waiverText(const findings::Waived& waived)
{
    return audits::sentence(
        "Accepted until " + waived.until + " by ", waived.owner, ": ", waived.reason);
}

void addBaseline(const Report& report, std::size_t most, Page& page)
{
    if (!report.baseline)
        return;
    const BaselineDiff& diff = *report.baseline;
    page.add(Heading{3, {std::string("Since the baseline")}, "baseline"});
    page.add(Paragraph{cutTexts({summaryOf(diff) + " ", DataText::name(diff.file), "."})});
    if (diff.onlyNew)
        page.add(Paragraph{{std::string("Only what is new or worse can fail this run.")}});
    addEntries("Fixed:", diff.fixed, most, page);
    addEntries("In the baseline, not checked again:", diff.notChecked, most, page);
}

void addReview(const Report& report, Page& page)
{
    for (const base::Sentence& change : report.review)
        page.add(Paragraph{cutTexts(change)});
}

void addPolicyNotes(const Report& report, std::size_t most, Page& page)
{
    List list;
    const std::vector<std::string> off = rulesOff(report);
    if (!off.empty()) {
        std::vector<base::Sentence> names;
        names.reserve(off.size());
        for (const std::string& rule : off)
            names.push_back({DataText::name(rule)});
        base::Sentence text = audits::sentence("Rules that are switched off: ");
        audits::append(text, audits::listing(names, most));
        text.emplace_back(".");
        list.items.push_back({cutTexts(text), {}, Tone::Plain, {}});
    }
    const std::vector<base::Sentence> remarks = policyRemarks(report);
    const std::size_t shown = std::min(remarks.size(), most);
    for (std::size_t i = 0; i < shown; ++i)
        list.items.push_back({cutTexts(remarks[i]), {}, Tone::Plain, {}});
    if (shown < remarks.size()) {
        list.items.push_back(
            {{"And " + groupedDigits(static_cast<std::int64_t>(remarks.size() - shown))
                 + " more remarks about the policy."},
                {}, Tone::Plain, {}});
    }
    if (!list.items.empty())
        page.add(std::move(list));
}

void addPolicy(const Report& report, Page& page)
{
    const std::vector<PolicyLine> changed = changedLines(report.policy);
    if (changed.empty() && report.policy.file.empty())
        return;
    page.add(Heading{2, {std::string("Policy")}, "policy"});
    page.add(Paragraph{cutTexts({"Policy: ", DataText::name(policyName(report.policy)), "."})});
    addPolicyNotes(report, 50, page);
    if (!changed.empty())
        page.add(settingsTable(changed));
}

} // namespace cupel::reports
