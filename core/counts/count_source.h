#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/counts/question.h"
#include "core/table/column.h"
#include "core/table/row_source.h"

namespace cupel::counts {

/// Schema and profile of a dataset: what is known before any question.
struct ColumnDescription {
    std::string name;
    table::ColumnType type = table::ColumnType::Text;
    table::TypeEvidence evidence;
    table::ColumnProfile profile;
};
struct Description {
    std::int64_t rows = 0;
    std::vector<ColumnDescription> columns;

    const ColumnDescription* find(std::string_view name) const;
};

/// Answers questions about one dataset. Audits see nothing else of the data. Implementations are
/// reentrant: answer() may be called from several threads.
class CountSource {
public:
    virtual ~CountSource() = default;
    virtual const Description& describe() const = 0;
    /// Fails with Usage for an unknown column or a Dim that the column's type cannot serve, with
    /// Cancelled, and with InputUnreadable where the source is gone.
    virtual base::Result<Answer> answer(const Question& question) const = 0;
    /// The rows' texts, in the order asked.
    virtual base::Result<std::vector<table::Row>> rows(
        const std::vector<std::uint64_t>& indexes) const = 0;
};

/// Answers by question. cells(), groups() and rowRefs() return what was answered to exactly this
/// question; wanting one that was not asked is a bug and throws std::logic_error.
class Answers {
public:
    void add(const Question& question, Answer answer);
    bool contains(const Question& question) const;
    const Cells& cells(const CellsQuestion& question) const;
    const Groups& groups(const GroupedQuestion& question) const;
    const RowRefs& rowRefs(const RowRefsQuestion& question) const;

private:
    std::map<std::string, Answer> m_byText;
};

} // namespace cupel::counts
