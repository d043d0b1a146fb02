#pragma once

#include <memory>
#include <string>

#include "core/counts/count_source.h"
#include "core/counts/literal_counts.h"

struct sqlite3;

namespace cupel::test {

/// Answers by SQL: a literal table in an in-memory database, Dims and Filters rendered to
/// expressions, cells to GROUP BY. Shows that questions can be answered where data lives, and
/// checks the other sources.
class SqliteCounts final : public counts::CountSource {
public:
    explicit SqliteCounts(counts::LiteralTable table);

    const counts::Description& describe() const override { return m_literal.describe(); }
    base::Result<counts::Answer> answer(const counts::Question& question) const override;
    base::Result<std::vector<table::Row>> rows(
        const std::vector<std::uint64_t>& indexes) const override
    {
        return m_literal.rows(indexes);
    }

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    void load(const counts::LiteralTable& table);

    counts::LiteralCounts m_literal;
    std::unique_ptr<sqlite3, Close> m_database;
};

} // namespace cupel::test
