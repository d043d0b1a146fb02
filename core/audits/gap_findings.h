#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/audits/group_counts.h"
#include "core/audits/judging.h"

namespace cupel::audits {

/// How a rule judges the difference between the highest and the lowest share of groups.
struct GapRule {
    std::string rule;
    std::string measure; ///< name of the metric
    findings::Level clear; ///< the whole interval is beyond the limit
    findings::Level unclear; ///< only the figure is
    bool openWhenUnjudged = false; ///< report groups that are all too small to judge
    base::Sentence what; ///< "The rate of income = >50K"
    base::Sentence column; ///< the group column, or the crossed ones
    std::string remedy;
};

/// Whether a group has fewer (effective) rows than the minimum count.
bool isSmall(const Group& group, std::int64_t minimumRows);

/// The difference of shares against the limit of the rule. Groups under the minimum count do not
/// turn it red alone: where only they exceed the limit the finding is open. The evidence
/// is left to the caller, who knows the rows of the two groups.
struct JudgedGap {
    findings::Finding finding;
    Group lowest;
    Group highest;
};
std::optional<JudgedGap> judgeDifference(const Facts& facts, const GapRule& rule,
    findings::Subject subject, const std::vector<Group>& groups);

/// A rule about four fifths: the lowest ratio to the highest rate.
std::optional<JudgedGap> judgeFourFifths(const Facts& facts, const std::string& rule,
    const base::Sentence& what, const base::Sentence& column, findings::Subject subject,
    const std::vector<Group>& groups);

} // namespace cupel::audits
