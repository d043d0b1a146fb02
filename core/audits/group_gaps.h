#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/audits/group_counts.h"
#include "core/audits/judging.h"

namespace cupel::audits {

/// The group that others are compared with.
struct Reference {
    std::string name;
    std::optional<std::size_t> index; ///< none where the given group has no rows
    bool given = false; ///< chosen by the user; else the largest group, the first of equal ones
};
Reference referenceOf(const Facts& facts, const GroupCounts& counts);

/// The groups with the lowest and the highest favourable rate, the first of equal ones. None for
/// fewer than two groups with rows.
struct Extremes {
    std::size_t lowest = 0;
    std::size_t highest = 0;
};
std::optional<Extremes> extremesOf(const std::vector<Group>& groups);

/// What the comparison of one group column, or of two crossed ones, is about.
struct Comparison {
    const Facts& facts;
    base::DataText label;
    base::DataText favourable;
    GroupCounts counts;
    Reference reference;

    base::DataText column() const { return base::DataText::name(counts.columnName()); }
    base::DataText referenceText() const;
    Group referenceGroup() const; ///< without rows where it does not occur
    Group rest() const; ///< all groups but the reference
    Basis basisOf(const std::vector<Group>& groups) const; ///< only the rows of some groups
};

/// A1 to A9 and A12 of a comparison, without the overall rate; A11 and A14 where it crosses
/// columns.
std::vector<Metric> comparisonMetrics(const Comparison& comparison);
/// The overall rate (A1) of all comparisons of single columns: one figure where all leave out the
/// same rows, else one per column.
std::vector<Metric> overallRates(const std::vector<Comparison>& comparisons);
/// "group-rates:COLUMN" or "intersection-rates:A,B": a row per group, and one for the rows without.
ResultTable ratesTable(const Comparison& comparison);
/// What the rules fairness.* find in a comparison.
std::vector<findings::Finding> comparisonFindings(const Comparison& comparison);

/// A16 of one group column and one other column: metrics.
std::vector<Metric> missingnessMetricsOf(
    const Facts& facts, const std::string& of, const GroupCounts& counts);
std::optional<findings::Finding> missingnessFinding(
    const Facts& facts, const std::string& of, const GroupCounts& counts);

} // namespace cupel::audits
