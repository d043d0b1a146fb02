#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/audits/audit.h"
#include "core/audits/judging.h"
#include "core/charts/chart_spec.h"
#include "core/counts/count_source.h"
#include "core/stats/group_gaps.h"

namespace cupel::audits {

/// One group of a group column, or one subgroup of two columns, among the rows that are used.
struct Group {
    std::vector<std::string> parts; ///< its value in each group column
    std::string name; ///< the parts joined by ","
    std::int64_t rows = 0;
    std::int64_t favourableRows = 0;
    stats::GroupCount count; ///< rows, or weight where the run has weights
    double squaredWeights = 0.0;
    std::vector<double> byLabel; ///< rows (weight) per label value, parallel to GroupCounts::labels
    /// All rows that are known to have the name, where `rows` are only those a rate counts among.
    std::int64_t namedRows = 0;

    /// Rows, or Kish's effective size of weighted rows: the n of intervals and of small groups.
    double effectiveRows() const;
    /// The favourable share as k of n rows, of the effective rows where there are weights.
    stats::GroupCount effectiveCount() const;
    /// The name with its rows, for subjects and sentences.
    base::DataText text() const
    {
        return base::DataText::roleValue(name, std::max(rows, namedRows));
    }
    /// The same for sentences: the parts of a subgroup with "×" between.
    base::Sentence words() const;
};

/// Rows by group and label, as all figures about groups need them.
struct GroupCounts {
    std::vector<std::string> columns; ///< one group column, or two
    std::vector<std::string> labels; ///< values of the label, code-point order
    std::vector<Basis> byLabel; ///< rows with a group, per label value
    std::vector<Group> groups; ///< those with rows, code-point order; bins in their own order
    Group missing; ///< rows with a label and without a group: no parts, no name
    /// Rows with a label and a group, and those left out: a row without a label counts as
    /// "missing-label" only.
    Basis basis;

    std::vector<stats::GroupCount> counts() const;
    std::int64_t favourableRows() const; ///< those without a group among them
    /// Column name of subjects: "sex", or "sex,race".
    std::string columnName() const;
};

/// Some groups as one, without name and labels.
Group pooled(const std::vector<Group>& groups);

/// The role of a group column; columns that are only crossed with others have plain values.
GroupRole groupRole(const Roles& roles, const std::string& column);
/// Whether a column has more values than groups can be compared (rule fairness.too-many-groups).
bool hasTooManyGroups(const Facts& facts, const std::string& column);
/// The groups of a column: its values, or its bins.
counts::Dim groupDim(const GroupRole& role);
/// Rows by label and by the group columns, in this order.
counts::CellsQuestion labelByGroups(const Facts& facts, const std::vector<std::string>& columns);
/// Order and sum the cells of that question. `favourable` is a label value as the counts write it;
/// empty where none is known.
GroupCounts countGroups(const Facts& facts, const std::vector<std::string>& columns,
    const std::string& favourable, const counts::Cells& cells);

/// Rows by group and whether `of` is missing.
counts::CellsQuestion missingByGroup(
    const Facts& facts, const std::string& column, const std::string& of);
/// The same for that question: "favourable" rows are those in which `of` is missing. No labels.
GroupCounts countMissing(const Facts& facts, const std::string& column, const counts::Cells& cells);

/// The chart of a table of rates per group: bins in their own order, values by their rate.
charts::ChartSpec rateChartOf(
    const Facts& facts, const ResultTable& table, const std::vector<std::string>& columns);
/// Group columns for sentences: "sex", or "sex × race".
base::Sentence columnWords(const std::vector<std::string>& columns);
/// Values joined by ","; a comma or backslash inside a value gets a backslash before it, so that
/// different values give different names.
std::string joinedName(const std::vector<std::string>& parts);

} // namespace cupel::audits
