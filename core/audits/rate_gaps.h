#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/audits/group_gaps.h"

namespace cupel::audits {

/// Two groups whose rates are compared.
struct GroupPair {
    const Group& group;
    const Group& other;
};
/// Newcombe's interval of rate(group) - rate(other), and Katz's of the ratio; of the effective rows
/// where there are weights.
std::optional<base::Interval> differenceInterval(const GroupPair& pair, double level);
std::optional<base::Interval> ratioInterval(const GroupPair& pair, double level);
/// A metric with the two rates as numerator and denominator.
Metric withRates(Metric metric, const GroupPair& pair);

/// Ids of the metrics that compare a rate between groups.
struct GapIds {
    const char* difference; ///< rest-minus-reference and group-minus-reference
    const char* spread; ///< between-groups and to-overall
    const char* ratio; ///< rest-over-reference and group-over-reference
    const char* spreadRatio; ///< between-groups and to-overall
};

/// Makes the metrics that compare one rate between the groups of a comparison, with intervals.
class RateGaps {
public:
    /// `about` begins the subject of each metric. `rows` says what the rate counts among ("rows
    /// with a positive label"), for the reasons of undefined figures.
    RateGaps(const Comparison& comparison, const GapIds& ids, findings::Subject about,
        std::string rows = "rows");

    /// The rate of a group (variant ""), and of all groups (variant "overall"), with Wilson's
    /// interval.
    Metric groupRate(const char* id, const Group& group) const;
    Metric overallRate(const char* id) const;
    Metric restDifference() const;
    Metric restRatio() const;
    Metric groupDifference(const Group& group) const;
    Metric groupRatio(const Group& group) const;
    Metric toleranceBand(const char* id, const Group& group) const;
    Metric spread() const;
    Metric spreadToOverall() const;
    Metric spreadRatio() const;
    Metric spreadRatioToOverall() const;
    /// The ratio of each group to the highest rate (A6).
    std::vector<Metric> ratiosToHighest(const char* id) const;

private:
    const std::vector<Group>& groups() const { return m_comparison.counts.groups; }
    findings::Subject subject(
        const std::vector<std::pair<std::string, base::DataText>>& more) const;
    Metric withInterval(Metric rate, const Group& group) const;
    Metric metric(const char* id, const char* variant, findings::Subject subject,
        const base::Figure& value, const Basis& basis) const;

    const Comparison& m_comparison;
    GapIds m_ids;
    findings::Subject m_about;
    std::string m_rows;
    double m_level;
    std::vector<stats::GroupCount> m_counts;
    Group m_reference;
    Group m_rest;
};

} // namespace cupel::audits
