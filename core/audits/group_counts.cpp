#include "core/audits/group_counts.h"

#include "core/audits/wording.h"
#include "core/base/exact_sum.h"
#include "core/stats/intervals.h"

#include <algorithm>
#include <map>

namespace cupel::audits {

namespace {

/// Sums of the cells of one group.
struct Sums {
    std::int64_t rows = 0;
    std::int64_t favourableRows = 0;
    base::ExactSum weight;
    base::ExactSum favourableWeight;
    base::ExactSum squaredWeights;
    std::map<std::string, double> byLabel;

    void add(const counts::Cells::Cell& cell, const std::string& label, bool favourable)
    {
        rows += cell.rows;
        weight.add(weightOf(cell));
        squaredWeights.add(squaredWeightOf(cell));
        byLabel[label] += weightOf(cell);
        if (favourable) {
            favourableRows += cell.rows;
            favourableWeight.add(weightOf(cell));
        }
    }

    Group group(std::vector<std::string> parts) const
    {
        Group group;
        group.name = joinedName(parts);
        group.parts = std::move(parts);
        group.rows = rows;
        group.favourableRows = favourableRows;
        group.count = {weight.value(), favourableWeight.value(), rows};
        group.squaredWeights = squaredWeights.value();
        return group;
    }
};

/// Position of a group in the order of its columns: bins by their edges, values by code point.
std::vector<std::pair<std::size_t, std::string>> orderOf(
    const std::vector<std::vector<std::string>>& bins, const std::vector<std::string>& parts)
{
    std::vector<std::pair<std::size_t, std::string>> order;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto place = std::find(bins[i].begin(), bins[i].end(), parts[i]);
        order.emplace_back(static_cast<std::size_t>(place - bins[i].begin()), parts[i]);
    }
    return order;
}

bool hasKind(const counts::Cells::Cell& cell, std::size_t from, counts::CellKey::Kind kind)
{
    return std::any_of(cell.keys.begin() + static_cast<std::ptrdiff_t>(from), cell.keys.end(),
        [kind](const counts::CellKey& key) { return key.kind == kind; });
}

/// Sum of all cells by the group keys that begin at `firstGroup`.
class Collector {
public:
    Collector(const Facts& facts, const std::vector<std::string>& columns)
        : m_weighted(!facts.roles.weight.empty())
    {
        m_counts.columns = columns;
        for (const std::string& column : columns) {
            const GroupRole role = groupRole(facts.roles, column);
            m_bins.push_back(
                role.bins.empty() ? std::vector<std::string>{} : counts::binLabels(role.bins));
        }
        m_counts.basis.excluded = {{"missing-group", 0}};
    }

    void excludeFrom(const counts::Cells& cells)
    {
        for (const auto& [reason, rows] : cells.excluded)
            exclude(reason, rows);
    }
    void exclude(const std::string& reason, std::int64_t rows)
    {
        m_counts.basis.excluded[reason] += rows;
    }

    void add(const counts::Cells::Cell& cell, std::size_t firstGroup, const std::string& label,
        bool favourable)
    {
        if (hasKind(cell, firstGroup, counts::CellKey::Kind::Missing)) {
            exclude("missing-group", cell.rows);
            m_missing.add(cell, label, favourable);
        } else if (hasKind(cell, firstGroup, counts::CellKey::Kind::NotOfType)) {
            exclude("invalid-group", cell.rows);
        } else {
            std::vector<std::string> parts;
            for (std::size_t i = firstGroup; i < cell.keys.size(); ++i)
                parts.push_back(cell.keys[i].text);
            m_groups[orderOf(m_bins, parts)].add(cell, label, favourable);
            m_labels[label].add(cell, label, favourable);
        }
    }

    GroupCounts finish(std::vector<std::string> labels)
    {
        m_counts.labels = std::move(labels);
        for (const std::string& label : m_counts.labels)
            m_counts.byLabel.push_back(basisOf(m_labels[label]));
        base::ExactSum weight;
        base::ExactSum squares;
        for (const auto& [order, sums] : m_groups) {
            std::vector<std::string> parts;
            for (const auto& [place, value] : order)
                parts.push_back(value);
            Group group = sums.group(std::move(parts));
            for (const std::string& label : m_counts.labels) {
                const auto found = sums.byLabel.find(label);
                group.byLabel.push_back(found == sums.byLabel.end() ? 0.0 : found->second);
            }
            m_counts.basis.n += group.rows;
            weight.add(group.count.n);
            squares.add(group.squaredWeights);
            m_counts.groups.push_back(std::move(group));
        }
        m_counts.missing = m_missing.group({});
        if (m_weighted)
            m_counts.basis.weights = weightsOf(weight.value(), squares.value());
        return std::move(m_counts);
    }

private:
    Basis basisOf(const Sums& sums) const
    {
        Basis basis{sums.rows, m_counts.basis.excluded, std::nullopt};
        if (m_weighted)
            basis.weights = weightsOf(sums.weight.value(), sums.squaredWeights.value());
        return basis;
    }

    bool m_weighted;
    GroupCounts m_counts;
    std::vector<std::vector<std::string>> m_bins;
    std::map<std::vector<std::pair<std::size_t, std::string>>, Sums> m_groups;
    std::map<std::string, Sums> m_labels;
    Sums m_missing;
};

} // namespace

double Group::effectiveRows() const
{
    const base::Figure size = stats::kishSize(count.n, squaredWeights);
    return size.isDefined() ? size.value() : 0.0;
}

stats::GroupCount Group::effectiveCount() const
{
    if (squaredWeights == count.n) // all weights 1
        return count;
    const base::Figure rate = stats::baseRate(count);
    const double n = effectiveRows();
    return {n, rate.isDefined() ? rate.value() * n : 0.0, rows};
}

Group pooled(const std::vector<Group>& groups)
{
    Group all;
    std::vector<stats::GroupCount> counts;
    base::ExactSum squares;
    for (const Group& group : groups) {
        all.rows += group.rows;
        all.favourableRows += group.favourableRows;
        counts.push_back(group.count);
        squares.add(group.squaredWeights);
    }
    all.count = stats::pooled(counts);
    all.squaredWeights = squares.value();
    return all;
}

std::int64_t GroupCounts::favourableRows() const
{
    std::int64_t rows = missing.favourableRows;
    for (const Group& group : groups)
        rows += group.favourableRows;
    return rows;
}

std::vector<stats::GroupCount> GroupCounts::counts() const
{
    std::vector<stats::GroupCount> all;
    for (const Group& group : groups)
        all.push_back(group.count);
    return all;
}

std::string GroupCounts::columnName() const
{
    return joinedName(columns);
}

GroupRole groupRole(const Roles& roles, const std::string& column)
{
    for (const GroupRole& role : roles.groups) {
        if (role.column == column)
            return role;
    }
    return {column, std::nullopt, {}};
}

bool hasTooManyGroups(const Facts& facts, const std::string& column)
{
    const counts::ColumnDescription* found = facts.description.find(column);
    return found && groupRole(facts.roles, column).bins.empty()
        && static_cast<double>(found->profile.distinct.value) > limitOf(facts,
               "fairness.too-many-groups",
               {{"column", base::DataText::name(column)}}).value;
}

counts::Dim groupDim(const GroupRole& role)
{
    if (role.bins.empty())
        return counts::ValueDim{role.column};
    return counts::BinsDim{role.column, role.bins};
}

counts::CellsQuestion labelByGroups(const Facts& facts, const std::vector<std::string>& columns)
{
    std::vector<counts::Dim> dims{counts::ValueDim{facts.roles.label->column}};
    for (const std::string& column : columns)
        dims.push_back(groupDim(groupRole(facts.roles, column)));
    return weightedCells(facts, std::move(dims));
}

GroupCounts countGroups(const Facts& facts, const std::vector<std::string>& columns,
    const std::string& favourable, const counts::Cells& cells)
{
    Collector collector(facts, columns);
    collector.exclude("missing-label", 0);
    collector.excludeFrom(cells);
    std::vector<std::string> labels;
    for (const counts::Cells::Cell& cell : cells.cells) {
        const counts::CellKey& label = cell.keys.front();
        if (label.kind == counts::CellKey::Kind::Missing) {
            collector.exclude("missing-label", cell.rows);
        } else if (label.kind == counts::CellKey::Kind::NotOfType) {
            collector.exclude("invalid-label", cell.rows);
        } else {
            if (labels.empty() || labels.back() != label.text)
                labels.push_back(label.text);
            collector.add(cell, 1, label.text, label.text == favourable);
        }
    }
    return collector.finish(std::move(labels));
}

counts::CellsQuestion missingByGroup(
    const Facts& facts, const std::string& column, const std::string& of)
{
    return weightedCells(facts, {groupDim(groupRole(facts.roles, column)), counts::MissingDim{of}});
}

GroupCounts countMissing(const Facts& facts, const std::string& column, const counts::Cells& cells)
{
    Collector collector(facts, {column});
    collector.excludeFrom(cells);
    for (counts::Cells::Cell cell : cells.cells) {
        const bool isMissing = cell.keys.back().text == "missing";
        cell.keys.pop_back();
        collector.add(cell, 0, {}, isMissing);
    }
    return collector.finish({});
}

base::Sentence Group::words() const
{
    std::vector<base::DataText> texts;
    for (const std::string& part : parts)
        texts.push_back(base::DataText::roleValue(part, std::max(rows, namedRows)));
    return crossed(texts);
}

charts::ChartSpec rateChartOf(
    const Facts& facts, const ResultTable& table, const std::vector<std::string>& columns)
{
    using Order = charts::ChartSpec::Order;
    const bool areBins
        = columns.size() == 1 && !groupRole(facts.roles, columns.front()).bins.empty();
    return charts::rateChart(
        table.id, percent(facts.parameters.level), areBins ? Order::OfTable : Order::ByValue);
}

base::Sentence columnWords(const std::vector<std::string>& columns)
{
    std::vector<base::DataText> names;
    for (const std::string& column : columns)
        names.push_back(base::DataText::name(column));
    return crossed(names);
}

std::string joinedName(const std::vector<std::string>& parts)
{
    if (parts.size() == 1)
        return parts.front();
    std::string name;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            name += ',';
        for (const char c : parts[i]) {
            if (c == ',' || c == '\\')
                name += '\\';
            name += c;
        }
    }
    return name;
}

} // namespace cupel::audits
