#include "core/audits/gap_findings.h"

#include "core/audits/group_gaps.h"
#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/stats/intervals.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using findings::Finding;
using findings::Kind;
using findings::Level;

/// "10.9 % for Female (1179 of 10771 rows)"; with weights the share is not that of the rows.
base::Sentence rateWords(const Group& group)
{
    const base::Figure rate = stats::baseRate(group.count);
    base::Sentence words{percent(rate.isDefined() ? rate.value() : 0.0) + " for "};
    append(words, group.words());
    const bool weighted = group.squaredWeights != group.count.n;
    words.emplace_back((weighted ? " (weighted; " : " (")
        + base::groupedDigits(group.favourableRows) + " of " + countOf(group.rows, "row", "rows")
        + ")");
    return words;
}

base::Sentence bothRates(const Group& lowest, const Group& highest)
{
    base::Sentence words = rateWords(lowest);
    words.emplace_back(", ");
    append(words, rateWords(highest));
    return words;
}

std::string withInterval(const std::optional<base::Interval>& interval)
{
    return interval ? "; " + intervalWords(interval) : std::string();
}

/// What a rule judges a subject by in this run.
struct Terms {
    findings::Limit limit;
    std::int64_t minCount = 0; ///< of all groups but those with another one
    bool differsByGroup = false; ///< some group has another minimum count
    double level = 0.0; ///< of the interval
    std::vector<Group> large; ///< the groups that reach it
};

Terms termsOf(const Facts& facts, const std::string& rule, const findings::Subject& subject,
    const std::vector<Group>& groups)
{
    Terms terms{limitOf(facts, rule, subject), minimumRows(facts, rule, subject), false,
        intervalLevel(facts, rule, subject), {}};
    for (const Group& group : groups) {
        const std::int64_t its = minimumRows(facts, rule, with(subject, "group", group.text()));
        terms.differsByGroup = terms.differsByGroup || its != terms.minCount;
        if (!isSmall(group, its))
            terms.large.push_back(group);
    }
    return terms;
}

/// Turn a finding into an open one: too few rows to say.
void makeOpen(const Terms& terms, Finding& finding)
{
    finding.kind = Kind::Open;
    finding.level = Level::None;
    finding.message.emplace_back(" Not enough evidence: only groups with "
        + (terms.differsByGroup ? std::string("too few rows")
                                : "under " + std::to_string(terms.minCount) + " rows")
        + " show it.");
    finding.remedy = sentence("Collect more rows of the small groups, or combine groups where that "
                              "makes sense and say so.");
}

std::string measureName(const std::string& name, bool leavesOutSmall, const Terms& terms)
{
    if (!leavesOutSmall)
        return name;
    return name + " of groups with "
        + (terms.differsByGroup ? std::string("enough rows")
                                : std::to_string(terms.minCount) + " rows and more");
}

std::optional<base::Interval> differenceInterval(
    const Terms& terms, const Group& higher, const Group& lower)
{
    const stats::GroupCount a = higher.effectiveCount();
    const stats::GroupCount b = lower.effectiveCount();
    return stats::newcombe(a.favourable, a.n, b.favourable, b.n, terms.level);
}

/// Fewer than two groups are large enough: nothing can be said either way.
JudgedGap unjudged(const Terms& terms, const GapRule& rule, findings::Subject subject)
{
    JudgedGap judged{makeFinding(rule.rule, std::move(subject)), {}, {}};
    Finding& finding = judged.finding;
    finding.kind = Kind::Open;
    finding.level = Level::None;
    finding.limit = terms.limit;
    finding.message = rule.what;
    finding.message.emplace_back(" cannot be compared between groups of ");
    append(finding.message, rule.column);
    finding.message.emplace_back(": fewer than two groups have "
        + (terms.differsByGroup ? std::string("enough rows")
                                : "at least " + std::to_string(terms.minCount) + " rows")
        + ". Not enough evidence.");
    finding.remedy = sentence("Collect more rows, or combine groups where that makes sense and say "
                              "so.");
    return judged;
}

struct Difference {
    std::size_t lowest = 0;
    std::size_t highest = 0;
    double value = 0.0;
};

std::optional<Difference> differenceOf(const std::vector<Group>& groups)
{
    const auto extremes = extremesOf(groups);
    if (!extremes)
        return std::nullopt;
    std::vector<stats::GroupCount> counts;
    for (const Group& group : groups)
        counts.push_back(group.count);
    return Difference{
        extremes->lowest, extremes->highest, stats::largestDifference(counts).value()};
}

JudgedGap describeDifference(const Terms& terms, const GapRule& rule, findings::Subject subject,
    const std::vector<Group>& groups, const Difference& difference, bool leavesOutSmall)
{
    const Group& lowest = groups[difference.lowest];
    const Group& highest = groups[difference.highest];
    const auto interval = differenceInterval(terms, highest, lowest);
    JudgedGap judged{makeFinding(rule.rule, std::move(subject)), lowest, highest};
    Finding& finding = judged.finding;
    finding.limit = terms.limit;
    finding.measure = findings::Measure{
        measureName(rule.measure, leavesOutSmall, terms), difference.value, interval};
    finding.level = interval && interval->low > finding.limit->value ? rule.clear : rule.unclear;
    finding.message = rule.what;
    finding.message.emplace_back(
        " differs by " + shortNumber(difference.value) + " between groups of ");
    append(finding.message, rule.column);
    finding.message.emplace_back(": ");
    append(finding.message, bothRates(lowest, highest));
    finding.message.emplace_back(withInterval(interval) + limitWords(*finding.limit) + ".");
    finding.remedy = sentence(rule.remedy);
    return judged;
}

/// Whether a group's ratio to the highest rate is below the limit; at the limit of four fifths the
/// counts are compared without rounding.
bool isBelow(const Group& group, const Group& highest, const findings::Limit& limit)
{
    if (limit.value == 0.8) {
        const base::Figure reaches = stats::reachesFourFifths(group.count, highest.count);
        return reaches.isDefined() && reaches.value() == 0.0;
    }
    const base::Figure ratio = stats::rateRatio(group.count, highest.count);
    return ratio.isDefined() && ratio.value() < limit.value;
}

/// Whether chance is an unlikely reason for a ratio below the limit.
bool isClear(const Terms& terms, const Group& lowest, const Group& highest,
    const std::optional<base::Interval>& interval)
{
    if (interval)
        return interval->high < terms.limit.value;
    // A rate of 0 has no ratio interval; then the difference must be clear of 0.
    const auto difference = differenceInterval(terms, highest, lowest);
    return difference && difference->low > 0.0;
}

} // namespace

bool isSmall(const Group& group, std::int64_t minimumRows)
{
    return group.effectiveRows() < static_cast<double>(minimumRows);
}

std::optional<JudgedGap> judgeDifference(const Facts& facts, const GapRule& rule,
    findings::Subject subject, const std::vector<Group>& groups)
{
    const Terms terms = termsOf(facts, rule.rule, subject, groups);
    const double limit = terms.limit.value;
    const auto all = differenceOf(groups);
    if (!all)
        return std::nullopt;
    const auto judged = differenceOf(terms.large);
    if (judged && judged->value > limit) {
        return describeDifference(terms, rule, std::move(subject), terms.large, *judged,
            terms.large.size() < groups.size());
    }
    if (all->value > limit) {
        JudgedGap open = describeDifference(terms, rule, std::move(subject), groups, *all, false);
        makeOpen(terms, open.finding);
        return open;
    }
    if (!judged && rule.openWhenUnjudged)
        return unjudged(terms, rule, std::move(subject));
    return std::nullopt;
}

std::optional<JudgedGap> judgeFourFifths(const Facts& facts, const std::string& rule,
    const base::Sentence& what, const base::Sentence& column, findings::Subject subject,
    const std::vector<Group>& groups)
{
    const Terms terms = termsOf(facts, rule, subject, groups);
    const findings::Limit& limit = terms.limit;
    const auto find = [&](const std::vector<Group>& some) -> std::optional<Extremes> {
        const auto extremes = extremesOf(some);
        const bool below
            = extremes && isBelow(some[extremes->lowest], some[extremes->highest], limit);
        return below ? extremes : std::nullopt;
    };
    const bool isFail = find(terms.large).has_value();
    const std::vector<Group>& judgedGroups = isFail ? terms.large : groups;
    const auto extremes = find(judgedGroups);
    if (!extremes)
        return std::nullopt;

    JudgedGap judged{makeFinding(rule, std::move(subject)), judgedGroups[extremes->lowest],
        judgedGroups[extremes->highest]};
    const stats::GroupCount a = judged.lowest.effectiveCount();
    const stats::GroupCount b = judged.highest.effectiveCount();
    const auto interval = stats::katz(a.favourable, a.n, b.favourable, b.n, terms.level);
    const base::Figure ratio = stats::rateRatio(judged.lowest.count, judged.highest.count);
    const auto below = std::count_if(judgedGroups.begin(), judgedGroups.end(),
        [&](const Group& group) { return isBelow(group, judged.highest, limit); });
    Finding& finding = judged.finding;
    finding.limit = limit;
    finding.measure = findings::Measure{
        measureName("four-fifths-ratio", isFail && terms.large.size() < groups.size(), terms),
        ratio, interval};
    finding.level
        = isClear(terms, judged.lowest, judged.highest, interval) ? Level::Warning : Level::Note;
    finding.message = what;
    finding.message.emplace_back(" of " + countOf(below, "group", "groups") + " of ");
    append(finding.message, column);
    finding.message.emplace_back(" is under " + shortNumber(limit.value)
        + " of the highest group's; the lowest ratio is " + shortNumber(ratio.value()) + ": ");
    append(finding.message, bothRates(judged.lowest, judged.highest));
    finding.message.emplace_back(withInterval(interval) + limitWords(limit) + ".");
    finding.remedy
        = sentence("Find out how the labels came about. The rule speaks of selection rates "
                   "in employment; elsewhere it is an analogy only.");
    if (!isFail)
        makeOpen(terms, finding);
    return judged;
}

} // namespace cupel::audits
