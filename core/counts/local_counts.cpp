#include "core/counts/local_counts.h"

#include <algorithm>
#include <memory>
#include <thread>

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

/// The cells of a dim in the order of their keys.
struct DimKeys {
    std::vector<CellKey> keys; ///< sorted
    std::vector<std::uint32_t> rankOf; ///< by cell
};

/// Order and name the cells of one dim that occur.
DimKeys keysOf(const CompiledDim& dim, std::vector<std::uint32_t> cells)
{
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    std::vector<std::pair<CellKey, std::uint32_t>> named;
    for (const std::uint32_t cell : cells)
        named.emplace_back(dim.key(cell), cell);
    std::sort(named.begin(), named.end());
    DimKeys keys {{}, std::vector<std::uint32_t>(dim.cells)};
    for (auto& [key, cell] : named) {
        keys.rankOf[cell] = static_cast<std::uint32_t>(keys.keys.size());
        keys.keys.push_back(std::move(key));
    }
    return keys;
}

/// Cells with keys, sorted.
std::vector<Cells::Cell> named(TabResult&& result, const std::vector<CompiledDim>& dims)
{
    std::vector<DimKeys> keys;
    for (std::size_t d = 0; d < dims.size(); ++d) {
        std::vector<std::uint32_t> cells;
        for (const TabResult::Cell& cell : result.cells)
            cells.push_back(cell.cells[d]);
        keys.push_back(keysOf(dims[d], std::move(cells)));
    }
    for (TabResult::Cell& cell : result.cells) {
        for (std::size_t d = 0; d < dims.size(); ++d)
            cell.cells[d] = keys[d].rankOf[cell.cells[d]];
    }
    std::sort(result.cells.begin(), result.cells.end(),
        [](const auto& a, const auto& b) { return a.cells < b.cells; });
    std::vector<Cells::Cell> cells;
    for (const TabResult::Cell& counted : result.cells) {
        Cells::Cell& cell = cells.emplace_back();
        cell.rows = counted.rows;
        for (std::size_t d = 0; d < dims.size(); ++d)
            cell.keys.push_back(keys[d].keys[counted.cells[d]]);
        for (const base::ExactSum& sum : counted.sums)
            cell.sums.push_back(sum.value());
    }
    return cells;
}

/// Take the cells whose first cell is not a valid weight out of a result, and that cell off the
/// others.
std::map<std::string, std::int64_t> takeExcluded(TabResult& result)
{
    std::map<std::string, std::int64_t> excluded;
    std::vector<TabResult::Cell> kept;
    for (TabResult::Cell& cell : result.cells) {
        const auto weight = static_cast<WeightClass>(cell.cells.front());
        if (weight != WeightClass::Valid) {
            excluded[weight == WeightClass::Missing ? "missing-weight" : "invalid-weight"] += cell.rows;
            continue;
        }
        cell.cells.erase(cell.cells.begin());
        kept.push_back(std::move(cell));
    }
    result.cells = std::move(kept);
    return excluded;
}

/// Keeps the readers of a plan's sums alive, one per column.
class Readers {
public:
    explicit Readers(const TableAccess& access) : m_access(access) {}

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
    TabPlan::Sum sum {measure, nullptr, nullptr, nullptr};
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
    Cells answer;
    for (const TabResult::Cell& cell : result->cells)
        answer.rows += cell.rows;
    if (hasWeight) {
        answer.excluded = takeExcluded(*result);
        plan.dims.erase(plan.dims.begin());
    }
    answer.cells = named(std::move(*result), plan.dims);
    return Answer(std::move(answer));
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
