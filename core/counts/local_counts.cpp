#include "core/counts/local_counts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <thread>
#include <utility>

#include "core/counts/check.h"
#include "core/counts/cross_tab.h"
#include "core/counts/parallel.h"
#include "core/counts/table_access.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<std::vector<CompiledTerm>> compile(const Filter& filter, const TableAccess& access)
{
    std::vector<CompiledTerm> terms;
    for (const Filter::Term& term : filter.terms) {
        const auto dim = compile(term.dim, access);
        if (!dim)
            return dim.error();
        terms.push_back(passesOf(*dim, term.in));
    }
    return terms;
}

/// A result as an answer: excluded weights apart, cells named and sorted. Dims are those of the
/// result; with weights the first is the class of the weight.
class CellsBuilder {
public:
    CellsBuilder(const TabResult& result, const std::vector<CompiledDim>& dims, bool hasWeight)
        : m_result(result)
        , m_dims(dims)
        , m_skipped(hasWeight ? 1 : 0)
        , m_names(dims.size())
    {
    }

    Cells build()
    {
        Cells answer;
        for (std::size_t cell = 0; cell < m_result.rows.size(); ++cell) {
            answer.rows += m_result.rows[cell];
            const auto weight
                = m_skipped != 0 ? static_cast<WeightClass>(at(cell, 0)) : WeightClass::Valid;
            if (weight == WeightClass::Valid)
                m_order.push_back(cell);
            else
                answer
                    .excluded[weight == WeightClass::Missing ? "missing-weight" : "invalid-weight"]
                    += m_result.rows[cell];
        }
        for (std::size_t d = m_dims.size(); d-- > m_skipped;)
            sortBy(d);
        const std::size_t sums = m_order.empty() ? 0 : m_result.sums.size() / m_result.rows.size();
        for (const std::size_t cell : m_order) {
            Cells::Cell& named = answer.cells.emplace_back();
            named.rows = m_result.rows[cell];
            for (std::size_t d = m_skipped; d < m_dims.size(); ++d)
                named.keys.push_back(m_names[d].keys[m_names[d].rankOf[at(cell, d)]]);
            const auto first = m_result.sums.begin() + static_cast<std::ptrdiff_t>(cell * sums);
            named.sums.assign(first, first + static_cast<std::ptrdiff_t>(sums));
        }
        return answer;
    }

private:
    std::uint32_t at(std::size_t cell, std::size_t dim) const
    {
        return m_result.cells[cell * m_dims.size() + dim];
    }

    /// Sort by the keys of one dim, keeping the order of equal ones. From the last dim to the
    /// first this sorts by all keys, each of which is made only once.
    void sortBy(std::size_t dim)
    {
        std::vector<std::size_t> count(m_dims[dim].cells);
        for (const std::size_t cell : m_order)
            ++count[at(cell, dim)];
        std::vector<std::pair<CellKey, std::uint32_t>> keys;
        for (std::uint32_t cell = 0; cell < m_dims[dim].cells; ++cell) {
            if (count[cell] > 0)
                keys.emplace_back(m_dims[dim].key(cell), cell);
        }
        std::sort(keys.begin(), keys.end());
        std::size_t begin = 0;
        for (const auto& [key, cell] : keys)
            begin += std::exchange(count[cell], begin);
        std::vector<std::size_t> sorted(m_order.size());
        for (const std::size_t cell : m_order)
            sorted[count[at(cell, dim)]++] = cell;
        m_order = std::move(sorted);
        m_names[dim].rankOf.resize(m_dims[dim].cells);
        for (auto& [key, cell] : keys) {
            m_names[dim].rankOf[cell] = static_cast<std::uint32_t>(m_names[dim].keys.size());
            m_names[dim].keys.push_back(std::move(key));
        }
    }

    /// Keys of the cells of a dim that occur, sorted, and where each cell's is.
    struct Names {
        std::vector<CellKey> keys;
        std::vector<std::uint32_t> rankOf;
    };

    const TabResult& m_result;
    const std::vector<CompiledDim>& m_dims;
    std::size_t m_skipped; ///< dims that are not part of the answer
    std::vector<std::size_t> m_order; ///< cells of the result
    std::vector<Names> m_names; ///< by dim
};

/// Keeps the readers of a plan's sums alive, one per column.
class Readers {
public:
    explicit Readers(const TableAccess& access)
        : m_access(access)
    {
    }

    const NumberReader* of(const std::string& column)
    {
        auto& reader = m_readers[column];
        if (!reader)
            reader = std::make_unique<NumberReader>(m_access.column(column), m_access);
        return reader.get();
    }

private:
    const TableAccess& m_access;
    std::map<std::string, std::unique_ptr<NumberReader>> m_readers;
};

TabPlan::Sum planOf(const Measure& measure, const std::string& weight, Readers& readers)
{
    using Kind = Measure::Kind;
    const bool usesWeight = measure.kind == Kind::Weight || measure.kind == Kind::WeightSquared;
    TabPlan::Sum sum{measure, nullptr, nullptr, nullptr};
    if (!usesWeight)
        sum.x = readers.of(measure.x);
    if (measure.kind == Kind::XY || measure.kind == Kind::DifferenceSquared)
        sum.y = readers.of(measure.y);
    if (usesWeight || measure.weighted)
        sum.weight = readers.of(weight);
    return sum;
}

} // namespace

LocalCounts::LocalCounts(
    std::shared_ptr<const table::Table> table, unsigned threads, base::JobContext job)
{
    m_description.rows = static_cast<std::int64_t>(table->rows);
    for (const table::Column& column : table->columns)
        m_description.columns.push_back(
            {column.name, column.type, column.evidence, column.profile});
    const unsigned used = threads > 0 ? threads : std::max(std::thread::hardware_concurrency(), 1u);
    m_access = std::make_unique<const TableAccess>(std::move(table), used, std::move(job));
}

LocalCounts::~LocalCounts() = default;

Result<Answer> LocalCounts::answer(const Question& question) const
{
    if (auto valid = check(question, m_description); !valid)
        return valid.error();
    if (const auto* cells = std::get_if<CellsQuestion>(&question))
        return answerCells(*cells);
    if (const auto* grouped = std::get_if<GroupedQuestion>(&question))
        return answerGrouped(*grouped);
    return answerRowRefs(std::get<RowRefsQuestion>(question));
}

Result<Answer> LocalCounts::answerCells(const CellsQuestion& question) const
{
    const bool hasWeight = !question.weight.empty();
    TabPlan plan;
    plan.rows = m_access->table().rows;
    plan.threads = m_access->threads();
    if (hasWeight) {
        auto weight = compileWeightClass(m_access->column(question.weight), *m_access);
        if (!weight)
            return weight.error();
        plan.dims.push_back(std::move(*weight));
    }
    for (const Dim& dim : question.dims) {
        auto compiled = compile(dim, *m_access);
        if (!compiled)
            return compiled.error();
        plan.dims.push_back(std::move(*compiled));
    }
    auto terms = compile(question.filter, *m_access);
    if (!terms)
        return terms.error();
    plan.terms = std::move(*terms);
    Readers readers(*m_access);
    for (const Measure& measure : question.measures)
        plan.sums.push_back(planOf(measure, question.weight, readers));

    auto result = crossTabulate(plan, m_access->job());
    if (!result)
        return result.error();
    return Answer(CellsBuilder(*result, plan.dims, hasWeight).build());
}

Result<Answer> LocalCounts::answerGrouped(const GroupedQuestion& question) const
{
    const auto terms = compile(question.filter, *m_access);
    if (!terms)
        return terms.error();
    const auto classes = m_access->classes(m_access->keyColumns(question.keys));
    if (!classes)
        return classes.error();
    std::optional<ValueView> values;
    if (!question.column.empty()) {
        auto view = m_access->values(m_access->column(question.column));
        if (!view)
            return view.error();
        values = std::move(*view);
    }
    std::vector<bool> passes(m_access->table().rows);
    Groups answer;
    forEachPassing(*terms, 0, m_access->table().rows, [&](std::uint64_t row) {
        passes[row] = true;
        ++answer.rows;
    });
    std::int64_t rowsInClasses = 0;
    for (std::size_t i = 0; i < (*classes)->size(); ++i) {
        std::int64_t rows = 0;
        std::int64_t valued = 0;
        std::uint64_t first = ValueView::kMissing;
        bool isMixed = false;
        for (const std::uint32_t row : (*classes)->at(i)) {
            if (!passes[row])
                continue;
            ++rows;
            const std::uint64_t value = values ? values->at(row) : ValueView::kMissing;
            if (value == ValueView::kMissing)
                continue;
            ++valued;
            isMixed = isMixed || (first != ValueView::kMissing && value != first);
            first = value;
        }
        rowsInClasses += rows;
        answer.groups += rows > 0 ? 1 : 0;
        answer.repeatedGroups += rows > 1 ? 1 : 0;
        answer.repeatedRows += rows > 1 ? rows : 0;
        answer.mixedGroups += isMixed ? 1 : 0;
        answer.mixedRows += isMixed ? valued : 0;
        answer.largestGroup = std::max(answer.largestGroup, rows);
    }
    const std::int64_t alone = answer.rows - rowsInClasses;
    answer.groups += alone;
    answer.largestGroup = std::max<std::int64_t>(answer.largestGroup, alone > 0 ? 1 : 0);
    return Answer(answer);
}

Result<Answer> LocalCounts::answerRowRefs(const RowRefsQuestion& question) const
{
    const auto terms = compile(question.filter, *m_access);
    if (!terms)
        return terms.error();
    RowRefs answer;
    forEachPassing(*terms, 0, m_access->table().rows, [&](std::uint64_t row) {
        if (answer.total < question.limit)
            answer.rows.push_back(row);
        ++answer.total;
    });
    return Answer(std::move(answer));
}

Result<std::vector<table::Row>> LocalCounts::rows(const std::vector<std::uint64_t>& indexes) const
{
    std::vector<table::Row> found;
    for (const std::uint64_t index : indexes) {
        auto row = m_access->table().source->row(index);
        if (!row)
            return row.error();
        found.push_back(std::move(*row));
    }
    return found;
}

} // namespace cupel::counts
