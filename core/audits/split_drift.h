#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audits/group_gaps.h"
#include "core/audits/splits.h"

namespace cupel::audits {

/// A column whose distribution is compared between splits: by its values, or a number column of
/// many values in bins.
struct DriftColumn {
    std::string name;
    counts::Dim dim;
};
/// A column that is not compared.
struct SkippedColumn {
    std::string name;
    std::string reason;
};
struct DriftColumns {
    std::vector<DriftColumn> compared;
    std::vector<SkippedColumn> skipped;
};
/// All but the split, id and weight columns. Number columns of more than 20 different values are
/// cut at the 5, 25, 50, 75 and 95 % quantiles of all rows. Texts of more than 1,000 different
/// values are skipped, and dates, which a split by time changes by its nature.
DriftColumns driftColumns(const Facts& facts);

/// Rows by split and by the cells of a column.
counts::CellsQuestion columnBySplit(const Facts& facts, const counts::Dim& dim);
/// Rows by split, label and group column.
counts::CellsQuestion gapsBySplit(const Facts& facts, const std::string& column);

/// How a column is distributed in each split; missing cells are a cell of their own.
struct Distribution {
    std::vector<counts::CellKey> cells; ///< of any split, sorted
    struct Part {
        std::vector<double> counts; ///< rows (weight) per cell
        std::vector<std::int64_t> rowsOf; ///< rows per cell
        std::int64_t rows = 0;
        double weight = 0.0;
        double squaredWeights = 0.0;

        double effectiveRows() const; ///< rows, or Kish's size of weighted rows
    };
    std::vector<Part> parts; ///< one per split
    std::map<std::string, std::int64_t> excluded;
};
Distribution distributionOf(const Facts& facts, const Splits& splits, const counts::Cells& cells);
/// Rows from which on a split can fail a rule about a subject, one number per split.
std::vector<std::int64_t> minimumsOf(const Facts& facts, const Splits& splits,
    std::string_view rule, const findings::Subject& subject);
/// Whether a split has fewer (effective) rows.
bool isSmall(const Distribution::Part& part, std::int64_t minimumRows);

/// H3 of one column: metrics against the reference split.
std::vector<Metric> driftMetrics(const Facts& facts, const Splits& splits,
    const std::string& column, const Distribution& distribution);
/// Rule drift.column-shift.
std::optional<findings::Finding> columnShift(const Facts& facts, const Splits& splits,
    const DriftColumn& column, const Distribution& distribution);

/// The label by split, without rows whose label is missing: base rates (where the favourable value
/// is known), their changes (H2), and the table "classes-by-split".
void addLabel(
    const Facts& facts, const Splits& splits, const Distribution& label, AuditResult& result);
/// Rules drift.label-shift and drift.class-absent.
std::vector<findings::Finding> labelFindings(
    const Facts& facts, const Splits& splits, const Distribution& label);

/// H1 of one group column: A1 to A4 in each split, their changes (H2), and the table
/// "gaps-by-split:COLUMN".
void addGroupGaps(const Facts& facts, const Splits& splits, const std::string& column,
    const counts::Cells& cells, AuditResult& result);

/// H2 of a figure over the splits in order: the range, and last minus first.
void addChanges(const std::string& id, const findings::Subject& subject,
    const std::vector<base::Figure>& perSplit, const Basis& basis, AuditResult& result);

} // namespace cupel::audits
