#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace cupel::counts {

/// One cell of a Dim. Every Dim has, besides its values, a cell for missing and one for cells that
/// are not of the type the Dim needs. Order: values in code-point order, then NotOfType, Missing.
struct CellKey {
    enum class Kind { Value, NotOfType, Missing };
    Kind kind = Kind::Value;
    std::string text; ///< empty unless Value

    static CellKey value(std::string text) { return {Kind::Value, std::move(text)}; }
    static CellKey missing() { return {Kind::Missing, {}}; }
    static CellKey notOfType() { return {Kind::NotOfType, {}}; }
    bool isValue() const { return kind == Kind::Value; }
    friend auto operator<=>(const CellKey&, const CellKey&) = default;
};

/// Dims: pure functions from a row to a cell. Columns are named by their unique table name; a
/// column of a number type takes part by its number, every other by its exact text. Edges and
/// thresholds are compared with the number rounded to a double. A Dim that needs numbers also
/// serves a column without any value, whatever its type: all its cells are Missing.

/// The cell's value. That of a number is its shortest decimal form, so "1.50" and "1.5" are one
/// value; -0 is 0. Cells of a number type that are no numbers are NotOfType.
struct ValueDim {
    std::string column;
    friend bool operator==(const ValueDim&, const ValueDim&) = default;
};
/// Intervals [e0, e1), …, the last closed, of a number; outside the edges "< e0" and "> en".
/// Labels as in binLabels(). Cells that are no numbers are NotOfType.
struct BinsDim {
    std::string column;
    std::vector<double> edges; ///< ascending, at least 2
    friend bool operator==(const BinsDim&, const BinsDim&) = default;
};
/// "true" when the number is >= threshold, else "false".
struct AtLeastDim {
    std::string column;
    double threshold = 0.0;
    friend bool operator==(const AtLeastDim&, const AtLeastDim&) = default;
};
/// "missing" or "present".
struct MissingDim {
    std::string column;
    friend bool operator==(const MissingDim&, const MissingDim&) = default;
};
/// "same" or "different"; Missing when either is, NotOfType when either is no number in a column
/// of a number type. The values are compared as those of ValueDim, two number columns as numbers
/// (as doubles, unless both are Integer).
struct SameDim {
    std::string first;
    std::string second;
    friend bool operator==(const SameDim&, const SameDim&) = default;
};
/// Values (those of ValueDim) renamed by a table; values outside it become `other`.
struct RecodeDim {
    std::string column;
    std::map<std::string, std::string> labels;
    std::string other;
    friend bool operator==(const RecodeDim&, const RecodeDim&) = default;
};
/// "repeat" when an earlier row of the table has the same key, else "first".
///
/// The key of a row: without key columns, the texts of all its cells as they stand in the source
/// ("1.50" differs from "1.5", and a null token from an empty cell). With key columns, their cells
/// of ValueDim; missing equals missing, and cells that are not of a number type are alike.
struct RepeatsDim {
    std::vector<std::string> keys;
    friend bool operator==(const RepeatsDim&, const RepeatsDim&) = default;
};
/// "conflict" when the rows with the same key (as in RepeatsDim) have at least two different
/// non-missing cells of ValueDim in `column`, else "consistent"; Missing where `column` is missing.
struct ConflictsDim {
    std::vector<std::string> keys;
    std::string column;
    friend bool operator==(const ConflictsDim&, const ConflictsDim&) = default;
};

using Dim = std::variant<ValueDim, BinsDim, AtLeastDim, MissingDim, SameDim, RecodeDim, RepeatsDim,
    ConflictsDim>;

/// Labels of the cells of a BinsDim, in order: "< e0", "[e0, e1)", …, "[en-1, en]", "> en".
std::vector<std::string> binLabels(const std::vector<double>& edges);

/// Rows for which every Dim falls into one of its cells. Cells that no row has are harmless.
struct Filter {
    struct Term {
        Dim dim;
        std::vector<CellKey> in; ///< sorted, unique
        friend bool operator==(const Term&, const Term&) = default;
    };
    std::vector<Term> terms; ///< none: all rows
    friend bool operator==(const Filter&, const Filter&) = default;
};

/// What is summed per cell besides the rows. Columns of x and y have a number type; rows whose x
/// or y is missing or no number do not contribute. With `weighted` the term is multiplied by the
/// question's weight: the measures Weight and WeightSquared, and every weighted one, need one. Sums
/// of W, W2, X, X2, XY are exact and rounded once; (x-y)^2 is rounded per row before the exact sum.
struct Measure {
    enum class Kind { Weight, WeightSquared, X, XSquared, XY, DifferenceSquared };
    Kind kind = Kind::Weight;
    std::string x;
    std::string y;
    bool weighted = false;
    friend bool operator==(const Measure&, const Measure&) = default;
};

/// Cross-tabulation. With a weight column, rows whose weight is missing, no number or negative are
/// left out of the cells and counted in `excluded` ("missing-weight", "invalid-weight").
struct CellsQuestion {
    std::vector<Dim> dims; ///< none: one cell, the total
    Filter filter;
    std::vector<Measure> measures;
    std::string weight; ///< empty: none
    friend bool operator==(const CellsQuestion&, const CellsQuestion&) = default;
};
struct Cells {
    struct Cell {
        std::vector<CellKey> keys; ///< one per dim
        std::int64_t rows = 0;
        std::vector<double> sums; ///< one per measure
    };
    std::vector<Cell> cells; ///< those with rows, sorted by keys
    std::map<std::string, std::int64_t> excluded; ///< reason -> rows
    std::int64_t rows = 0; ///< rows that pass the filter, excluded ones among them
};

/// Groups of rows with the same key (as in RepeatsDim, any cardinality) among those that pass the
/// filter, and how the values of `column` spread inside them. Candidates are verified cell by
/// cell: the answer is exact.
struct GroupedQuestion {
    std::vector<std::string> keys;
    std::string column; ///< may be empty: only the sizes are asked
    Filter filter;
    friend bool operator==(const GroupedQuestion&, const GroupedQuestion&) = default;
};
struct Groups {
    std::int64_t rows = 0; ///< rows that pass the filter
    std::int64_t groups = 0; ///< distinct keys
    std::int64_t repeatedGroups = 0; ///< groups of two or more rows
    std::int64_t repeatedRows = 0; ///< rows in them
    std::int64_t mixedGroups
        = 0; ///< groups with two or more different non-missing values of column
    std::int64_t mixedRows = 0; ///< rows in them whose column is not missing
    std::int64_t largestGroup = 0;
};

/// Row numbers (0-based, ascending) that pass the filter, the first `limit` of them.
struct RowRefsQuestion {
    Filter filter;
    std::int64_t limit = 0;
    friend bool operator==(const RowRefsQuestion&, const RowRefsQuestion&) = default;
};
struct RowRefs {
    std::vector<std::uint64_t> rows;
    std::int64_t total = 0; ///< all rows that pass
};

using Question = std::variant<CellsQuestion, GroupedQuestion, RowRefsQuestion>;
using Answer = std::variant<Cells, Groups, RowRefs>;

/// AND of a and b; a term that both have appears once.
Filter conjunction(const Filter& a, const Filter& b);

/// Canonical JSON of a question: equal questions have equal texts. The planner's key, the evidence
/// in reports, and the form in which a filter is stored and read back.
nlohmann::json toJson(const Dim& dim);
nlohmann::json toJson(const Filter& filter);
std::string toText(const Question& question);
/// Fail with Usage and a message that names the member.
base::Result<Dim> dimFromJson(const nlohmann::json& json);
base::Result<Filter> filterFromJson(const nlohmann::json& json);
/// A filter as a person reads it: sex = 'Female' and age >= 40. "all rows" without terms.
std::string describe(const Filter& filter);

} // namespace cupel::counts
