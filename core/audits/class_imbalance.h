#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/audits/group_counts.h"
#include "core/audits/judging.h"
#include "core/stats/imbalance.h"

namespace cupel::audits {

/// One class of the label.
struct LabelClass {
    std::string value;
    std::int64_t rows = 0;
    double weight = 0.0; ///< rows where the run has no weights

    /// For subjects and sentences. A declared class without rows is the user's own word.
    base::DataText text() const
    {
        return rows == 0 ? base::DataText::name(value) : base::DataText::roleValue(value, rows);
    }
};

/// The classes of the label: those that occur and those declared, in code-point order.
struct LabelClasses {
    std::string column;
    std::vector<LabelClass> classes;
    Basis basis;

    stats::ClassCounts counts() const; ///< by weight where the run has weights
    stats::ClassCounts rowCounts() const;
    std::vector<std::string> values() const;
};

/// Rows by label.
counts::CellsQuestion labelQuestion(const Facts& facts);
LabelClasses labelClasses(const Facts& facts, const counts::Cells& cells);

/// C1 to C6 and C9 to C11 of the label.
std::vector<Metric> classMetricsOf(const LabelClasses& classes);
/// C2 to C4 of any counts: of the label inside a group, or of the groups inside a class (C13).
std::vector<Metric> spreadMetrics(
    const stats::ClassCounts& counts, const findings::Subject& subject, const Basis& basis);

/// What the rules imbalance.* find.
std::vector<findings::Finding> classFindings(const Facts& facts, const LabelClasses& classes);

/// C13 for one group column: metrics and the tables "classes-within:COLUMN" and
/// "groups-within:COLUMN".
void addImbalanceWithin(
    const LabelClasses& classes, const GroupCounts& groups, AuditResult& result);

/// Whether a class has many rows, a medium number, few or none, from 0: its row in the table
/// "shot-split".
std::size_t shotOf(std::int64_t rows);

} // namespace cupel::audits
