#pragma once

#include <memory>

#include "core/base/job.h"
#include "core/counts/count_source.h"
#include "core/table/table.h"

namespace cupel::counts {

class TableAccess;

/// Answers questions about a table in memory with kernels over its codes and numbers. The answers
/// do not depend on the number of threads.
///
/// Values of number arrays, values of columns held as a sketch and classes of equal rows are worked
/// out on the first question that needs them and kept. For sketches the rows are read again.
class LocalCounts final : public CountSource {
public:
    /// threads 0: one per core. A job that is cancelled ends running questions with Cancelled; its
    /// progress is not used.
    explicit LocalCounts(
        std::shared_ptr<const table::Table> table, unsigned threads = 0, base::JobContext job = {});
    ~LocalCounts() override;

    const Description& describe() const override { return m_description; }
    base::Result<Answer> answer(const Question& question) const override;
    base::Result<std::vector<table::Row>> rows(
        const std::vector<std::uint64_t>& indexes) const override;

private:
    base::Result<Answer> answerCells(const CellsQuestion& question) const;
    base::Result<Answer> answerGrouped(const GroupedQuestion& question) const;
    base::Result<Answer> answerRowRefs(const RowRefsQuestion& question) const;

    std::unique_ptr<const TableAccess> m_access;
    Description m_description;
};

} // namespace cupel::counts
