#include "core/audits/gap_findings.h"
#include "core/audits/group_gaps.h"
#include "core/audits/similar_names.h"
#include "core/audits/wording.h"
#include "core/base/number.h"

#include <algorithm>
#include <map>

namespace cupel::audits {

namespace {

using findings::Finding;
using findings::Subject;

Subject comparisonSubject(const Comparison& comparison)
{
    return {{"label", comparison.label}, {"favourable", comparison.favourable},
        {"column", comparison.column()}};
}

/// The rows that have a label. Where all have one the filter need not say so.
counts::Filter labelledRows(const Comparison& comparison)
{
    const counts::Filter counted = countedRows(comparison.facts);
    const std::string& label = comparison.label.raw();
    const auto& excluded = comparison.counts.basis.excluded;
    if (excluded.count("invalid-label") != 0)
        return narrowed(counted, counts::ValueDim{label}, comparison.counts.labels);
    if (excluded.at("missing-label") > 0)
        return narrowed(counted, counts::MissingDim{label}, {"present"});
    return counted;
}

/// The rows of a group that the comparison uses.
findings::RowEvidence rowsOf(const Comparison& comparison, const Group& group)
{
    counts::Filter filter = labelledRows(comparison);
    for (std::size_t i = 0; i < group.parts.size(); ++i) {
        filter = narrowed(filter,
            groupDim(groupRole(comparison.facts.roles, comparison.counts.columns[i])),
            {group.parts[i]});
    }
    return {std::move(filter), group.rows};
}

void addGap(
    const Comparison& comparison, std::optional<JudgedGap> judged, std::vector<Finding>& all)
{
    if (!judged)
        return;
    for (const Group* group : {&judged->lowest, &judged->highest}) {
        if (group->rows > 0)
            judged->finding.evidence.push_back(rowsOf(comparison, *group));
    }
    all.push_back(std::move(judged->finding));
}

base::Sentence rateOf(const Comparison& comparison)
{
    return sentence("The rate of ", comparison.label, " = ", comparison.favourable);
}

void addGaps(const Comparison& comparison, std::vector<Finding>& all)
{
    const bool crossed = comparison.counts.columns.size() > 1;
    GapRule rule;
    rule.rule = crossed ? "fairness.intersection-gap" : "fairness.base-rate-gap";
    rule.measure = "demographic-parity-difference";
    rule.clear = crossed ? findings::Level::Warning : findings::Level::Error;
    rule.unclear = crossed ? findings::Level::Note : findings::Level::Warning;
    rule.openWhenUnjudged = true;
    rule.what = rateOf(comparison);
    rule.column = columnWords(comparison.counts.columns);
    rule.remedy = "Find out how the labels came about, compare like with like, document the "
                  "difference, and assess predictions per group.";
    const std::vector<Group>& groups = comparison.counts.groups;
    addGap(comparison,
        judgeDifference(comparison.facts, rule, comparisonSubject(comparison), groups), all);
    if (!crossed) {
        addGap(comparison,
            judgeFourFifths(comparison.facts, "fairness.four-fifths", rule.what, rule.column,
                comparisonSubject(comparison), groups),
            all);
    }
}

std::optional<Finding> smallGroups(const Comparison& comparison)
{
    std::vector<base::Sentence> names;
    const Subject subject{{"column", comparison.column()}};
    const findings::Limit usual = limitOf(comparison.facts, findings::kMinCountRule, subject);
    findings::Limit limit = usual; // of the smallest group
    std::int64_t smallest = 0;
    std::int64_t rows = 0;
    std::vector<std::string> values;
    for (const Group& group : comparison.counts.groups) {
        const findings::Limit its = limitOf(
            comparison.facts, findings::kMinCountRule, with(subject, "group", group.text()));
        if (!isSmall(group, static_cast<std::int64_t>(its.value)))
            continue;
        base::Sentence name = group.words();
        name.emplace_back(" (" + countOf(group.rows, "row", "rows")
            + (its.value == usual.value ? ")" : ", limit " + shortNumber(its.value) + ")"));
        names.push_back(std::move(name));
        values.push_back(group.name);
        if (rows == 0 || group.rows < smallest) {
            smallest = group.rows;
            limit = its;
        }
        rows += group.rows;
    }
    if (names.empty())
        return std::nullopt;
    Finding finding = makeFinding(findings::kMinCountRule, subject);
    finding.measure
        = findings::Measure{"smallest group-count", static_cast<double>(smallest), std::nullopt};
    finding.limit = limit;
    finding.message
        = sentence(countOf(static_cast<std::int64_t>(names.size()), "group", "groups") + " of ",
            comparison.column(), " with too few rows to judge" + limitWords(usual) + ": ");
    append(finding.message, listing(names));
    finding.message.emplace_back(".");
    finding.remedy
        = sentence("Collect more rows of these groups, or combine groups where that makes "
                   "sense and say so.");
    finding.evidence.push_back(
        {narrowed(labelledRows(comparison),
             groupDim(groupRole(comparison.facts.roles, comparison.counts.columns.front())),
             values),
            rows});
    return finding;
}

std::optional<Finding> missingGroups(const Comparison& comparison)
{
    const std::int64_t missing = comparison.counts.missing.rows;
    if (missing == 0)
        return std::nullopt;
    const std::int64_t labelled = comparison.counts.basis.n + missing;
    const double share = static_cast<double>(missing) / static_cast<double>(labelled);
    Finding finding = makeFinding("fairness.missing-group", {{"column", comparison.column()}});
    finding.limit = limitOf(comparison.facts, finding.rule, finding.subject);
    finding.measure = findings::Measure{"share of rows without a group", share, std::nullopt};
    if (!(share > finding.limit->value))
        finding.level = findings::Level::Note;
    finding.message = sentence("The group of " + countOf(missing, "row", "rows") + " of "
            + base::groupedDigits(labelled) + " (" + percent(share) + ") is missing in ",
        comparison.column(),
        shareLimitWords(*finding.limit) + "; they are in no group and in no comparison.");
    finding.remedy
        = sentence("Find out why the group is missing, and compare the line (missing) of "
                   "the table of rates with the rest.");
    finding.evidence.push_back(
        {narrowed(labelledRows(comparison), counts::MissingDim{comparison.counts.columns.front()},
             {"missing"}),
            missing});
    return finding;
}

std::optional<Finding> similarGroups(const Comparison& comparison)
{
    const std::vector<Group>& groups = comparison.counts.groups;
    std::vector<std::string> names;
    for (const Group& group : groups)
        names.push_back(group.name);
    std::vector<base::Sentence> pairs;
    std::vector<std::string> values;
    std::int64_t rows = 0;
    for (const std::vector<std::size_t>& alike : similarNames(names)) {
        base::Sentence pair;
        for (const std::size_t index : alike) {
            const Group& group = groups[index];
            pair.emplace_back(pair.empty() ? "\"" : " and \"");
            pair.emplace_back(group.text());
            pair.emplace_back("\" (" + countOf(group.rows, "row", "rows") + ")");
            values.push_back(group.name);
            rows += group.rows;
        }
        pairs.push_back(std::move(pair));
    }
    const Subject subject{{"column", comparison.column()}};
    const findings::Limit limit
        = limitOf(comparison.facts, "fairness.similar-group-names", subject);
    if (!(static_cast<double>(pairs.size()) > limit.value))
        return std::nullopt;
    Finding finding = makeFinding("fairness.similar-group-names", subject);
    finding.limit = limit;
    finding.measure = findings::Measure{
        "names spelled in several ways", static_cast<double>(pairs.size()), std::nullopt};
    finding.message = sentence("Groups of ", comparison.column(),
        " differ only by letter case, blanks or how accents are coded: ");
    append(finding.message, listing(pairs));
    finding.message.emplace_back(limitWords(*finding.limit) + ".");
    finding.remedy = sentence("Correct the spelling in the data; nothing is merged silently.");
    finding.evidence.push_back({narrowed(labelledRows(comparison),
                                    counts::ValueDim{comparison.counts.columns.front()}, values),
        rows});
    return finding;
}

/// The first few pairs of values that no row has.
std::vector<base::Sentence> absentPairs(const std::vector<Group>& groups, std::size_t limit)
{
    std::map<std::string, std::int64_t> first;
    std::map<std::string, std::int64_t> second;
    std::map<std::vector<std::string>, bool> present;
    for (const Group& group : groups) {
        first[group.parts[0]] += group.rows;
        second[group.parts[1]] += group.rows;
        present[group.parts] = true;
    }
    std::vector<base::Sentence> absent;
    for (const auto& [a, rowsA] : first) {
        for (const auto& [b, rowsB] : second) {
            if (absent.size() == limit)
                return absent;
            if (present.count({a, b}) == 0) {
                base::Sentence pair = named(base::DataText::roleValue(a, rowsA));
                pair.emplace_back(" with ");
                append(pair, named(base::DataText::roleValue(b, rowsB)));
                absent.push_back(std::move(pair));
            }
        }
    }
    return absent;
}

std::optional<Finding> emptyIntersections(const Comparison& comparison)
{
    constexpr std::size_t kNamed = 5;
    const std::vector<Group>& groups = comparison.counts.groups;
    std::map<std::string, int> first;
    std::map<std::string, int> second;
    for (const Group& group : groups) {
        first[group.parts[0]] = 1;
        second[group.parts[1]] = 1;
    }
    const std::size_t possible = first.size() * second.size();
    const auto absent = static_cast<std::int64_t>(possible - groups.size());
    const Subject subject{{"columns", comparison.column()}};
    const findings::Limit limit = limitOf(comparison.facts, "fairness.empty-intersection", subject);
    if (!(static_cast<double>(absent) > limit.value))
        return std::nullopt;
    Finding finding = makeFinding("fairness.empty-intersection", subject);
    finding.limit = limit;
    finding.measure
        = findings::Measure{"subgroups without rows", static_cast<double>(absent), std::nullopt};
    finding.message
        = sentence(std::to_string(absent) + " of " + std::to_string(possible) + " subgroups of ");
    append(finding.message, columnWords(comparison.counts.columns));
    finding.message.emplace_back(" without rows: ");
    append(finding.message, listing(absentPairs(groups, kNamed)));
    const std::string more = absent > static_cast<std::int64_t>(kNamed) ? ", …" : "";
    finding.message.emplace_back(more + limitWords(limit) + ".");
    finding.remedy = sentence("Collect rows, or document that the dataset does not cover these "
                              "subgroups.");
    return finding;
}

} // namespace

std::vector<Finding> comparisonFindings(const Comparison& comparison)
{
    std::vector<Finding> all;
    addGaps(comparison, all);
    const auto add = [&all](std::optional<Finding> finding) {
        if (finding)
            all.push_back(std::move(*finding));
    };
    if (comparison.counts.columns.size() > 1) {
        add(emptyIntersections(comparison));
        return all;
    }
    add(smallGroups(comparison));
    add(missingGroups(comparison));
    // Bins are named by this program.
    if (groupRole(comparison.facts.roles, comparison.counts.columns.front()).bins.empty())
        add(similarGroups(comparison));
    return all;
}

} // namespace cupel::audits
