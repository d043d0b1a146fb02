#include "core/counts/literal_counts.h"

#include <algorithm>
#include <set>

#include "core/base/exact_sum.h"
#include "core/base/number.h"
#include "core/counts/check.h"
#include "core/counts/literal_profile.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::ExactSum;
using base::Result;

/// What makes two rows the same to Repeats, Conflicts and grouped().
using RowKey = std::vector<CellKey>;

/// Evaluates the Dims of one question, row by row.
class Evaluator {
public:
    Evaluator(const LiteralTable& table, const Description& description)
        : m_table(table)
        , m_description(description)
    {
    }

    std::size_t column(const std::string& name) const
    {
        return static_cast<std::size_t>(m_description.find(name) - m_description.columns.data());
    }
    CellKey value(std::size_t row, const std::string& name) const
    {
        const std::size_t c = column(name);
        return literalCell(m_table.rows[row][c], m_description.columns[c].type);
    }
    std::optional<double> number(std::size_t row, const std::string& name) const
    {
        const std::size_t c = column(name);
        return literalNumber(m_table.rows[row][c], m_description.columns[c].type);
    }
    RowKey rowKey(std::size_t row, const std::vector<std::string>& keys) const
    {
        RowKey key;
        if (keys.empty()) {
            for (const LiteralTable::Cell& cell : m_table.rows[row])
                key.push_back(CellKey::value(cell.value_or("")));
        }
        for (const std::string& name : keys)
            key.push_back(value(row, name));
        return key;
    }

    CellKey cell(std::size_t row, const Dim& dim)
    {
        return std::visit([this, row](const auto& any) { return cellOf(row, any); }, dim);
    }
    bool passes(std::size_t row, const Filter& filter)
    {
        return std::all_of(filter.terms.begin(), filter.terms.end(), [&](const Filter::Term& term) {
            return std::find(term.in.begin(), term.in.end(), cell(row, term.dim)) != term.in.end();
        });
    }

private:
    CellKey cellOf(std::size_t row, const ValueDim& dim) { return value(row, dim.column); }
    CellKey cellOf(std::size_t row, const BinsDim& dim)
    {
        const auto x = number(row, dim.column);
        if (!x)
            return notANumber(row, dim.column);
        const std::vector<std::string> labels = binLabels(dim.edges);
        if (*x < dim.edges.front())
            return CellKey::value(labels.front());
        if (*x > dim.edges.back())
            return CellKey::value(labels.back());
        for (std::size_t i = 1; i + 1 < dim.edges.size(); ++i) {
            if (*x < dim.edges[i])
                return CellKey::value(labels[i]);
        }
        return CellKey::value(labels[dim.edges.size() - 1]);
    }
    CellKey cellOf(std::size_t row, const AtLeastDim& dim)
    {
        const auto x = number(row, dim.column);
        if (!x)
            return notANumber(row, dim.column);
        return CellKey::value(*x >= dim.threshold ? "true" : "false");
    }
    CellKey cellOf(std::size_t row, const MissingDim& dim)
    {
        const bool isMissing = value(row, dim.column).kind == CellKey::Kind::Missing;
        return CellKey::value(isMissing ? "missing" : "present");
    }
    CellKey cellOf(std::size_t row, const SameDim& dim)
    {
        const CellKey first = value(row, dim.first);
        const CellKey second = value(row, dim.second);
        for (const auto kind : {CellKey::Kind::Missing, CellKey::Kind::NotOfType}) {
            if (first.kind == kind || second.kind == kind)
                return {kind, {}};
        }
        const auto typeOf
            = [this](const std::string& name) { return m_description.find(name)->type; };
        const table::ColumnType a = typeOf(dim.first);
        const table::ColumnType b = typeOf(dim.second);
        const bool asDoubles = table::isNumeric(a) && table::isNumeric(b) && a != b;
        const bool isSame
            = asDoubles ? number(row, dim.first) == number(row, dim.second) : first == second;
        return CellKey::value(isSame ? "same" : "different");
    }
    CellKey cellOf(std::size_t row, const RecodeDim& dim)
    {
        const CellKey plain = value(row, dim.column);
        if (!plain.isValue())
            return plain;
        const auto label = dim.labels.find(plain.text);
        return CellKey::value(label == dim.labels.end() ? dim.other : label->second);
    }
    CellKey cellOf(std::size_t row, const RepeatsDim& dim)
    {
        const std::size_t first = groups(dim.keys).at(rowKey(row, dim.keys)).front();
        return CellKey::value(first == row ? "first" : "repeat");
    }
    CellKey cellOf(std::size_t row, const ConflictsDim& dim)
    {
        if (value(row, dim.column).kind == CellKey::Kind::Missing)
            return CellKey::missing();
        std::set<CellKey> values;
        for (const std::size_t other : groups(dim.keys).at(rowKey(row, dim.keys))) {
            if (const CellKey key = value(other, dim.column); key.kind != CellKey::Kind::Missing)
                values.insert(key);
        }
        return CellKey::value(values.size() > 1 ? "conflict" : "consistent");
    }

    CellKey notANumber(std::size_t row, const std::string& name) const
    {
        const bool isMissing = value(row, name).kind == CellKey::Kind::Missing;
        return isMissing ? CellKey::missing() : CellKey::notOfType();
    }
    const std::map<RowKey, std::vector<std::size_t>>& groups(const std::vector<std::string>& keys)
    {
        const auto [found, isNew] = m_groups.try_emplace(keys);
        for (std::size_t row = 0; isNew && row < m_table.rows.size(); ++row)
            found->second[rowKey(row, keys)].push_back(row);
        return found->second;
    }

    const LiteralTable& m_table;
    const Description& m_description;
    std::map<std::vector<std::string>, std::map<RowKey, std::vector<std::size_t>>> m_groups;
};

/// The exact term that a row adds to a measure; none where it does not contribute.
std::optional<ExactSum> termOf(const Measure& measure, double weight,
    const std::optional<double>& x, const std::optional<double>& y)
{
    using Kind = Measure::Kind;
    std::vector<double> factors;
    switch (measure.kind) {
    case Kind::Weight:
        factors = {weight};
        break;
    case Kind::WeightSquared:
        factors = {weight, weight};
        break;
    case Kind::X:
    case Kind::XSquared:
        if (!x)
            return std::nullopt;
        factors = measure.kind == Kind::X ? std::vector{*x} : std::vector{*x, *x};
        break;
    case Kind::XY:
    case Kind::DifferenceSquared:
        if (!x || !y)
            return std::nullopt;
        factors
            = measure.kind == Kind::XY ? std::vector{*x, *y} : std::vector{(*x - *y) * (*x - *y)};
        break;
    }
    if (measure.weighted)
        factors.push_back(weight);
    ExactSum product;
    product.add(1.0);
    for (const double factor : factors) {
        ExactSum one;
        one.add(factor);
        product = product * one;
    }
    return product;
}

Cells answerCells(Evaluator& evaluator, std::size_t rows, const CellsQuestion& question)
{
    struct Sums {
        std::int64_t rows = 0;
        std::vector<ExactSum> sums;
    };
    Cells answer;
    std::map<std::vector<CellKey>, Sums> byKeys;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!evaluator.passes(row, question.filter))
            continue;
        ++answer.rows;
        double weight = 1.0;
        if (!question.weight.empty()) {
            const auto number = evaluator.number(row, question.weight);
            const bool isMissing
                = evaluator.value(row, question.weight).kind == CellKey::Kind::Missing;
            if (!number || *number < 0.0) {
                ++answer.excluded[isMissing ? "missing-weight" : "invalid-weight"];
                continue;
            }
            weight = *number;
        }
        std::vector<CellKey> keys;
        for (const Dim& dim : question.dims)
            keys.push_back(evaluator.cell(row, dim));
        Sums& cell = byKeys[keys];
        ++cell.rows;
        cell.sums.resize(question.measures.size());
        for (std::size_t m = 0; m < question.measures.size(); ++m) {
            const Measure& measure = question.measures[m];
            const auto x = measure.x.empty() ? std::nullopt : evaluator.number(row, measure.x);
            const auto y = measure.y.empty() ? std::nullopt : evaluator.number(row, measure.y);
            if (const auto term = termOf(measure, weight, x, y))
                cell.sums[m].merge(*term);
        }
    }
    for (const auto& [keys, sums] : byKeys) {
        Cells::Cell& cell = answer.cells.emplace_back(Cells::Cell{keys, sums.rows, {}});
        for (const ExactSum& sum : sums.sums)
            cell.sums.push_back(sum.value());
    }
    return answer;
}

Groups answerGroups(Evaluator& evaluator, std::size_t rows, const GroupedQuestion& question)
{
    struct Group {
        std::int64_t rows = 0;
        std::int64_t valued = 0;
        std::set<CellKey> values;
    };
    std::map<RowKey, Group> groups;
    Groups answer;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!evaluator.passes(row, question.filter))
            continue;
        ++answer.rows;
        Group& group = groups[evaluator.rowKey(row, question.keys)];
        ++group.rows;
        if (question.column.empty())
            continue;
        const CellKey value = evaluator.value(row, question.column);
        if (value.kind != CellKey::Kind::Missing) {
            ++group.valued;
            group.values.insert(value);
        }
    }
    answer.groups = static_cast<std::int64_t>(groups.size());
    for (const auto& [key, group] : groups) {
        answer.repeatedGroups += group.rows > 1 ? 1 : 0;
        answer.repeatedRows += group.rows > 1 ? group.rows : 0;
        answer.mixedGroups += group.values.size() > 1 ? 1 : 0;
        answer.mixedRows += group.values.size() > 1 ? group.valued : 0;
        answer.largestGroup = std::max(answer.largestGroup, group.rows);
    }
    return answer;
}

RowRefs answerRowRefs(Evaluator& evaluator, std::size_t rows, const RowRefsQuestion& question)
{
    RowRefs answer;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!evaluator.passes(row, question.filter))
            continue;
        if (answer.total < question.limit)
            answer.rows.push_back(row);
        ++answer.total;
    }
    return answer;
}

} // namespace

LiteralCounts::LiteralCounts(LiteralTable table)
    : m_table(std::move(table))
    , m_description(counts::describe(m_table))
{
}

Result<Answer> LiteralCounts::answer(const Question& question) const
{
    if (auto valid = check(question, m_description); !valid)
        return valid.error();
    Evaluator evaluator(m_table, m_description);
    const std::size_t rows = m_table.rows.size();
    if (const auto* cells = std::get_if<CellsQuestion>(&question))
        return Answer(answerCells(evaluator, rows, *cells));
    if (const auto* grouped = std::get_if<GroupedQuestion>(&question))
        return Answer(answerGroups(evaluator, rows, *grouped));
    return Answer(answerRowRefs(evaluator, rows, std::get<RowRefsQuestion>(question)));
}

Result<std::vector<table::Row>> LiteralCounts::rows(const std::vector<std::uint64_t>& indexes) const
{
    std::vector<table::Row> found;
    for (const std::uint64_t index : indexes) {
        if (index >= m_table.rows.size())
            return Error{ErrorCode::Usage,
                "there is no row " + base::formatInteger(static_cast<std::int64_t>(index)), "", {}};
        table::Row row{index, index + 2, {}};
        for (const LiteralTable::Cell& cell : m_table.rows[index])
            row.cells.push_back(cell.value_or(""));
        found.push_back(std::move(row));
    }
    return found;
}

} // namespace cupel::counts
