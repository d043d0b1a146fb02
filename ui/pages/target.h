#pragma once

#include <optional>
#include <string>

#include "core/counts/question.h"

namespace cupel::ui {

enum class PageId {
    Overview,
    Findings,
    Columns,
    Balance,
    Fairness,
    License,
    Card,
    Rubric,
    Rows,
    Compare,
    History
};

/// Rows to look at, and why.
struct RowsQuery {
    counts::Filter filter; ///< no terms: all rows
    std::string column = {}; ///< whose cells show it; empty: all of them
};

/// A place in the window that something leads to. It can be gone back to, so it says everything
/// that is needed to show it again.
struct Target {
    PageId page = PageId::Overview;
    /// What to bring into view there: id of a finding, name of a column, "audit/chart", key of a
    /// card field, file of a document. Empty: the page as it stands.
    std::string item = {};
    std::optional<std::size_t> mark = {}; ///< row of the chart's table to point out
    std::optional<RowsQuery> rows = {};
};

} // namespace cupel::ui
