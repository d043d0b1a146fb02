#include "core/counts/check.h"

#include <algorithm>
#include <cmath>

#include "core/counts/nearest_name.h"

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

/// Collects the first fault of a question.
class Checker {
public:
    explicit Checker(const Description& description)
        : m_description(description)
    {
    }

    void operator()(const ValueDim& dim) { column(dim.column); }
    void operator()(const MissingDim& dim) { column(dim.column); }
    void operator()(const RecodeDim& dim) { column(dim.column); }
    void operator()(const RepeatsDim& dim) { columns(dim.keys); }
    void operator()(const SameDim& dim)
    {
        column(dim.first);
        column(dim.second);
    }
    void operator()(const ConflictsDim& dim)
    {
        columns(dim.keys);
        column(dim.column);
    }
    void operator()(const AtLeastDim& dim)
    {
        numberColumn(dim.column);
        if (!std::isfinite(dim.threshold))
            fail({ErrorCode::Usage, "a threshold of \"" + dim.column + "\" is not finite", "", {}});
    }
    void operator()(const BinsDim& dim)
    {
        numberColumn(dim.column);
        const auto notAscending
            = std::adjacent_find(dim.edges.begin(), dim.edges.end(), std::greater_equal<>());
        const bool areFinite = std::all_of(
            dim.edges.begin(), dim.edges.end(), [](double edge) { return std::isfinite(edge); });
        if (dim.edges.size() < 2 || notAscending != dim.edges.end() || !areFinite)
            fail({ErrorCode::Usage,
                "the bins of \"" + dim.column
                    + "\" need at least two edges, each "
                      "greater than the one before",
                "for example 25,40,60", {}});
    }

    void operator()(const CellsQuestion& question)
    {
        for (const Dim& dim : question.dims)
            std::visit(*this, dim);
        filter(question.filter);
        if (!question.weight.empty())
            numberColumn(question.weight);
        for (const Measure& each : question.measures)
            measure(each, !question.weight.empty());
    }
    void operator()(const GroupedQuestion& question)
    {
        columns(question.keys);
        if (!question.column.empty())
            column(question.column);
        filter(question.filter);
    }
    void operator()(const RowRefsQuestion& question) { filter(question.filter); }

    const std::optional<Error>& fault() const { return m_fault; }

private:
    void measure(const Measure& measure, bool hasWeight)
    {
        using Kind = Measure::Kind;
        const bool isWeight = measure.kind == Kind::Weight || measure.kind == Kind::WeightSquared;
        if ((isWeight || measure.weighted) && !hasWeight)
            fail({ErrorCode::Usage, "a weighted measure needs a weight column", "", {}});
        if (!isWeight)
            numberColumn(measure.x);
        if (measure.kind == Kind::XY || measure.kind == Kind::DifferenceSquared)
            numberColumn(measure.y);
    }
    void filter(const Filter& any)
    {
        for (const Filter::Term& term : any.terms)
            std::visit(*this, term.dim);
    }
    void columns(const std::vector<std::string>& names)
    {
        for (const std::string& name : names)
            column(name);
    }
    const ColumnDescription* column(const std::string& name)
    {
        const ColumnDescription* found = m_description.find(name);
        if (!found)
            fail(unknownColumn(name, m_description));
        return found;
    }
    void numberColumn(const std::string& name)
    {
        const ColumnDescription* found = column(name);
        if (!found || table::isNumeric(found->type)
            || found->profile.missing == found->profile.rows)
            return;
        std::string message = "\"" + name + "\" is no number column: its type is "
            + std::string(table::typeName(found->type));
        if (table::isNumeric(found->evidence.likely))
            message += ", because some of its values are no numbers";
        fail({ErrorCode::Usage, std::move(message),
            "name the texts that mean missing (--null) or give the type (--type " + name
                + "=number)",
            {}});
    }
    void fail(Error error)
    {
        if (!m_fault)
            m_fault = std::move(error);
    }

    const Description& m_description;
    std::optional<Error> m_fault;
};

} // namespace

Error unknownColumn(std::string_view name, const Description& description)
{
    std::vector<std::string> names;
    for (const ColumnDescription& column : description.columns)
        names.push_back(column.name);
    const auto nearest = nearestName(name, names);
    std::string hint;
    if (nearest) {
        hint = "did you mean \"" + *nearest + "\"?";
    } else {
        constexpr std::size_t kShown = 10;
        hint = "the columns are ";
        for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
            hint += (i == 0 ? "" : ", ") + names[i];
        if (names.size() > kShown)
            hint += " and " + std::to_string(names.size() - kShown) + " more";
    }
    return {
        ErrorCode::Usage, "there is no column \"" + std::string(name) + "\"", std::move(hint), {}};
}

Result<void> check(const Question& question, const Description& description)
{
    Checker checker(description);
    std::visit([&checker](const auto& any) { checker(any); }, question);
    if (checker.fault())
        return *checker.fault();
    return {};
}

} // namespace cupel::counts
