#include "core/audits/prediction_counts.h"

#include "core/base/exact_sum.h"
#include "core/base/number.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using stats::ConfusionCell;
using stats::ConfusionRate;

constexpr std::int64_t kMostPredictions = 10'000;

PredictionChoice refused(std::string why)
{
    return {std::nullopt, std::move(why)};
}

PredictionChoice fromColumn(const Facts& facts, const std::string& positive)
{
    const std::string& column = facts.roles.prediction;
    const counts::ColumnDescription* found = facts.description.find(column);
    if (found && found->profile.distinct.value > kMostPredictions) {
        return refused("the prediction has " + base::formatInteger(found->profile.distinct.value)
            + " different values: a score, not classes; pass --score and --threshold");
    }
    return {PredictionSource{column, counts::ValueDim{column},
                cellText(facts.description, column, positive), std::nullopt},
        {}};
}

/// A score of another value than the positive one predicts the positive value where it is low, if
/// the label has no third value.
PredictionChoice fromScore(const Facts& facts, const std::string& positive)
{
    const Roles& roles = facts.roles;
    const double threshold = *roles.threshold;
    PredictionSource source{
        roles.score, counts::AtLeastDim{roles.score, threshold}, "true", threshold};
    const std::string of = roles.scoreOf
        ? cellText(facts.description, roles.label->column, *roles.scoreOf)
        : positive;
    if (of == positive)
        return {std::move(source), {}};
    const counts::ColumnDescription* label = facts.description.find(roles.label->column);
    if (label && label->profile.distinct.value > 2) {
        return refused("the score is one of another value than the positive one, and the label "
                       "has more than two values; name the value of the score with --positive");
    }
    source.positive = "false";
    return {std::move(source), {}};
}

ConfusionCell cellOf(bool isPositive, bool isPredicted)
{
    if (isPositive)
        return isPredicted ? ConfusionCell::TruePositive : ConfusionCell::FalseNegative;
    return isPredicted ? ConfusionCell::FalsePositive : ConfusionCell::TrueNegative;
}

/// Exact sums of one kind of rows.
struct Sums {
    std::int64_t rows = 0;
    base::ExactSum weight;
    base::ExactSum squares;

    void add(const counts::Cells::Cell& cell)
    {
        rows += cell.rows;
        weight.add(weightOf(cell));
        squares.add(squaredWeightOf(cell));
    }
    RowSum value() const { return {rows, weight.value(), squares.value()}; }
};
using ConfusionSums = std::array<Sums, stats::kConfusionCells>;

ConfusionGroup groupOf(std::vector<std::string> parts, const ConfusionSums& sums)
{
    ConfusionGroup group{std::move(parts), {}};
    for (std::size_t i = 0; i < sums.size(); ++i)
        group.cells[i] = sums[i].value();
    return group;
}

RowSum sumOf(const ConfusionGroup& group, const std::array<bool, stats::kConfusionCells>& wanted)
{
    RowSum sum;
    base::ExactSum weight;
    base::ExactSum squares;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i])
            continue;
        sum.rows += group.cells[i].rows;
        weight.add(group.cells[i].weight);
        squares.add(group.cells[i].squaredWeights);
    }
    sum.weight = weight.value();
    sum.squaredWeights = squares.value();
    return sum;
}

/// The kind of the first cell from `first` on that is no value.
std::optional<counts::CellKey::Kind> gapIn(
    const counts::Cells::Cell& cell, std::size_t first, std::size_t last)
{
    std::optional<counts::CellKey::Kind> kind;
    for (std::size_t i = first; i < last; ++i) {
        if (cell.keys[i].kind == counts::CellKey::Kind::Missing)
            return counts::CellKey::Kind::Missing;
        if (!cell.keys[i].isValue())
            kind = cell.keys[i].kind;
    }
    return kind;
}

std::string reasonOf(counts::CellKey::Kind kind, const char* what)
{
    return (kind == counts::CellKey::Kind::Missing ? "missing-" : "invalid-") + std::string(what);
}

class Collector {
public:
    Collector(const Facts& facts, PredictionCounts& counts)
        : m_counts(counts)
    {
        for (const std::string& column : counts.columns) {
            const GroupRole role = groupRole(facts.roles, column);
            m_bins.push_back(
                role.bins.empty() ? std::vector<std::string>{} : counts::binLabels(role.bins));
        }
    }

    void add(const counts::Cells::Cell& cell)
    {
        constexpr std::array names{"label", "prediction"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (const auto gap = gapIn(cell, i, i + 1)) {
                m_counts.excluded[reasonOf(*gap, names[i])] += cell.rows;
                return;
            }
        }
        const std::string& label = cell.keys[0].text;
        const std::string& prediction = cell.keys[1].text;
        m_counts.labels[label] += cell.rows;
        m_counts.predictions[prediction] += cell.rows;
        const auto place = static_cast<std::size_t>(
            cellOf(label == m_counts.positive, prediction == m_counts.source.positive));
        if (const auto gap = gapIn(cell, 2, cell.keys.size())) {
            m_counts.excluded[reasonOf(*gap, "group")] += cell.rows;
            if (*gap == counts::CellKey::Kind::Missing)
                m_missing[place].add(cell);
            return;
        }
        m_groups[orderOf(cell)][place].add(cell);
    }

    void finish()
    {
        for (const auto& [order, sums] : m_groups) {
            std::vector<std::string> parts;
            for (const auto& [place, value] : order)
                parts.push_back(value);
            m_counts.groups.push_back(groupOf(std::move(parts), sums));
        }
        m_counts.missing = groupOf({}, m_missing);
    }

private:
    using Order = std::vector<std::pair<std::size_t, std::string>>;

    /// Bins by their edges, values by code point.
    Order orderOf(const counts::Cells::Cell& cell) const
    {
        Order order;
        for (std::size_t i = 0; i < m_bins.size(); ++i) {
            const std::string& value = cell.keys[i + 2].text;
            const auto place = std::find(m_bins[i].begin(), m_bins[i].end(), value);
            order.emplace_back(static_cast<std::size_t>(place - m_bins[i].begin()), value);
        }
        return order;
    }

    PredictionCounts& m_counts;
    std::vector<std::vector<std::string>> m_bins;
    std::map<Order, ConfusionSums> m_groups;
    ConfusionSums m_missing;
};

/// Which rows a rate counts among.
enum class Among { All, PositiveLabels, NegativeLabels, PositivePredictions, NegativePredictions };

Among amongOf(ConfusionRate rate)
{
    switch (rate) {
    case ConfusionRate::PredictedPositive:
    case ConfusionRate::Prevalence:
    case ConfusionRate::Accuracy:
        return Among::All;
    case ConfusionRate::TruePositive:
    case ConfusionRate::FalseNegative:
        return Among::PositiveLabels;
    case ConfusionRate::FalsePositive:
    case ConfusionRate::TrueNegative:
        return Among::NegativeLabels;
    case ConfusionRate::PositivePredictiveValue:
    case ConfusionRate::FalseDiscovery:
        return Among::PositivePredictions;
    case ConfusionRate::NegativePredictiveValue:
    case ConfusionRate::FalseOmission:
        break;
    }
    return Among::NegativePredictions;
}

const char* reasonWithout(Among among)
{
    switch (among) {
    case Among::All:
        break;
    case Among::PositiveLabels:
        return "group-without-positive-labels";
    case Among::NegativeLabels:
        return "group-without-negative-labels";
    case Among::PositivePredictions:
        return "group-without-positive-predictions";
    case Among::NegativePredictions:
        return "group-without-negative-predictions";
    }
    return "group-without-rows";
}

} // namespace

std::optional<std::string> positiveLabel(const Facts& facts)
{
    const LabelRole& label = *facts.roles.label;
    const std::optional<std::string>& given = label.positive ? label.positive : label.favourable;
    if (!given)
        return std::nullopt;
    return cellText(facts.description, label.column, *given);
}

PredictionChoice predictionOf(const Facts& facts)
{
    const std::string positive = *positiveLabel(facts);
    if (!facts.roles.prediction.empty())
        return fromColumn(facts, positive);
    if (facts.roles.score.empty())
        return refused("no prediction: pass --prediction, or --score and --threshold");
    if (!facts.roles.threshold)
        return refused("no prediction, and a score without a threshold: pass --threshold");
    return fromScore(facts, positive);
}

RowSum ConfusionGroup::all() const
{
    return sumOf(*this, {true, true, true, true});
}

std::int64_t PredictionCounts::rows() const
{
    std::int64_t rows = 0;
    for (const ConfusionGroup& group : groups)
        rows += group.all().rows;
    return rows;
}

std::int64_t PredictionCounts::positiveRows() const
{
    const auto found = labels.find(positive);
    return found == labels.end() ? 0 : found->second;
}

counts::CellsQuestion predictionsByGroups(
    const Facts& facts, const PredictionSource& source, const std::vector<std::string>& columns)
{
    std::vector<counts::Dim> dims{counts::ValueDim{facts.roles.label->column}, source.dim};
    for (const std::string& column : columns)
        dims.push_back(groupDim(groupRole(facts.roles, column)));
    return weightedCells(facts, std::move(dims));
}

PredictionCounts countPredictions(const Facts& facts, const PredictionSource& source,
    const std::vector<std::string>& columns, const counts::Cells& cells)
{
    PredictionCounts counts;
    counts.columns = columns;
    counts.source = source;
    counts.positive = *positiveLabel(facts);
    counts.weighted = !facts.roles.weight.empty();
    counts.excluded = {{"missing-group", 0}, {"missing-label", 0}, {"missing-prediction", 0}};
    for (const auto& [reason, rows] : cells.excluded)
        counts.excluded[reason] += rows;
    Collector collector(facts, counts);
    for (const counts::Cells::Cell& cell : cells.cells)
        collector.add(cell);
    collector.finish();
    return counts;
}

GroupCounts rateCounts(const PredictionCounts& counts, ConfusionRate rate)
{
    const stats::RateCells cells = stats::cellsOf(rate);
    const auto view = [&](const ConfusionGroup& from) {
        const RowSum counted = sumOf(from, cells.numerator);
        const RowSum among = sumOf(from, cells.denominator);
        Group group;
        group.parts = from.parts;
        group.name = joinedName(from.parts);
        group.rows = among.rows;
        group.favourableRows = counted.rows;
        group.count = {among.weight, counted.weight, among.rows};
        group.squaredWeights = among.squaredWeights;
        group.namedRows = from.all().rows;
        return group;
    };
    GroupCounts rates;
    rates.columns = counts.columns;
    rates.basis.excluded = counts.excluded;
    for (const ConfusionGroup& group : counts.groups) {
        rates.groups.push_back(view(group));
        if (!(rates.groups.back().count.n > 0.0))
            rates.basis.excluded[reasonWithout(amongOf(rate))] += group.all().rows;
    }
    rates.missing = view(counts.missing);
    const Group all = pooled(rates.groups);
    rates.basis.n = all.rows;
    if (counts.weighted)
        rates.basis.weights = weightsOf(all.count.n, all.squaredWeights);
    return rates;
}

std::string rowsOfRate(ConfusionRate rate)
{
    switch (amongOf(rate)) {
    case Among::All:
        break;
    case Among::PositiveLabels:
        return "rows with a positive label";
    case Among::NegativeLabels:
        return "rows with a negative label";
    case Among::PositivePredictions:
        return "rows with a positive prediction";
    case Among::NegativePredictions:
        return "rows with a negative prediction";
    }
    return "rows";
}

} // namespace cupel::audits
