#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/counts/count_source.h"

namespace cupel::counts {

/// A small table written down cell by cell.
struct LiteralTable {
    struct Column {
        std::string name;
        /// None: Integer or Number when all non-missing cells are, else Text.
        std::optional<table::ColumnType> type;
    };
    using Cell = std::optional<std::string>; ///< none and the empty text are missing

    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< one cell per column each
};

/// Answers questions about a literal table by walking its rows one by one: the reference that the
/// fast source is compared with, and the data of tests of audits. Shares no evaluation with it.
class LiteralCounts final : public CountSource {
public:
    explicit LiteralCounts(LiteralTable table);

    const Description& describe() const override { return m_description; }
    base::Result<Answer> answer(const Question& question) const override;
    /// Line numbers are those of a file with a header and one line per row.
    base::Result<std::vector<table::Row>> rows(
        const std::vector<std::uint64_t>& indexes) const override;

private:
    LiteralTable m_table;
    Description m_description;
};

} // namespace cupel::counts
