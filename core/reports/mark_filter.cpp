#include "core/reports/mark_filter.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/audits/class_imbalance.h"
#include "core/audits/group_counts.h"
#include "core/audits/judging.h"
#include "core/audits/prediction_gaps.h"

namespace cupel::reports {
namespace {

using audits::ResultTable;
using counts::CellKey;
using counts::Filter;
using stats::ConfusionRate;

/// Adds the conditions of one row of a table to a filter, until one cannot be told.
class MarkTerms {
public:
    MarkTerms(const DatasetReport& dataset, const ResultTable& table, std::size_t row)
        : m_dataset(dataset)
        , m_table(table)
        , m_cells(table.rows[row])
        , m_facts(factsOf(dataset))
    {
    }

    std::optional<Filter> filter()
    {
        const std::size_t colon = m_table.id.find(':');
        const std::string_view kind = std::string_view(m_table.id).substr(0, colon);
        const std::string column
            = colon == std::string::npos ? std::string() : m_table.id.substr(colon + 1);
        if (!isOfRows(kind) || !fits(kind, column))
            return std::nullopt;
        // Splits and the values of the label are counted without weights, the latter in all rows.
        if (kind == "splits")
            m_filter = m_dataset.where;
        else if (kind != "label-values")
            m_filter = audits::countedRows(m_facts);
        addAll(kind, column);
        if (m_isUntold)
            return std::nullopt;
        return std::move(m_filter);
    }

private:
    static audits::Facts factsOf(const DatasetReport& dataset)
    {
        audits::Facts facts;
        facts.dataset = dataset.name;
        facts.description = dataset.description;
        facts.roles = dataset.roles;
        facts.where = dataset.where;
        return facts;
    }

    static std::optional<ConfusionRate> rateOf(std::string_view kind)
    {
        for (const ConfusionRate rate : stats::kConfusionRates) {
            if (audits::rateId(rate) == kind)
                return rate;
        }
        return std::nullopt;
    }

    static bool isOfRows(std::string_view kind)
    {
        constexpr std::array<std::string_view, 11> kinds{"splits", "label-values", "class-counts",
            "shot-split", "classes-within", "groups-within", "group-rates", "intersection-rates",
            "classes-by-split", "gaps-by-split", "confusion"};
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end() || rateOf(kind);
    }

    /// Whether the roles are still those that the table needs.
    bool fits(std::string_view kind, const std::string& column) const
    {
        const bool isOfSplits
            = kind == "splits" || kind == "classes-by-split" || kind == "gaps-by-split";
        if (isOfSplits && m_dataset.roles.split.empty())
            return false;
        if (kind != "splits" && !m_dataset.roles.label)
            return false;
        const bool isOfGroups = kind != "splits" && kind != "label-values" && kind != "class-counts"
            && kind != "shot-split" && kind != "classes-by-split";
        return !isOfGroups || !column.empty();
    }

    void addAll(std::string_view kind, const std::string& column)
    {
        if (kind == "splits") {
            add(counts::ValueDim{m_dataset.roles.split}, keyAt(0));
        } else if (kind == "label-values" || kind == "class-counts") {
            add(labelDim(), keyAt(0));
        } else if (kind == "shot-split") {
            addClassesOfShot();
        } else if (kind == "classes-within" || kind == "group-rates") {
            addPresent(labelDim());
            add(groupDim(column), keyAt(0));
        } else if (kind == "groups-within") {
            add(labelDim(), keyAt(0));
            addPresent(groupDim(column));
        } else if (kind == "classes-by-split") {
            add(counts::ValueDim{m_dataset.roles.split}, keyAt(0));
            add(labelDim(), keyAt(1));
        } else if (kind == "gaps-by-split") {
            add(counts::ValueDim{m_dataset.roles.split}, keyAt(0));
            addPresent(labelDim());
            add(groupDim(column), keyAt(1));
        } else if (kind == "intersection-rates") {
            addPresent(labelDim());
            addGroups(true, column);
        } else {
            // "group", "n", … or two columns, "n", …
            const bool isCrossed = m_table.columns.size() > 2 && m_table.columns[2] == "n";
            addPrediction(rateOf(kind).value_or(ConfusionRate::Accuracy));
            addGroups(isCrossed, column);
        }
    }

    bool isColumn(std::size_t index) const
    {
        return m_dataset.description.find(m_table.columns[index]) != nullptr;
    }

    counts::Dim labelDim() const { return counts::ValueDim{m_dataset.roles.label->column}; }
    counts::Dim groupDim(const std::string& column) const
    {
        return audits::groupDim(audits::groupRole(m_dataset.roles, column));
    }

    /// A text of the data is a value; our own word stands for missing cells.
    std::optional<CellKey> keyAt(std::size_t index) const
    {
        if (index >= m_cells.size())
            return std::nullopt;
        if (const auto* value = std::get_if<base::DataText>(&m_cells[index]))
            return CellKey::value(value->raw());
        if (const auto* own = std::get_if<std::string>(&m_cells[index]); own && *own == "(missing)")
            return CellKey::missing();
        return std::nullopt;
    }

    void add(counts::Dim dim, const std::optional<CellKey>& key)
    {
        if (!key)
            m_isUntold = true;
        else
            addAnyOf(std::move(dim), {*key});
    }

    void addAnyOf(counts::Dim dim, std::vector<CellKey> keys)
    {
        std::sort(keys.begin(), keys.end());
        m_filter = counts::conjunction(m_filter, Filter{{{std::move(dim), std::move(keys)}}});
    }

    /// Rows with a value: neither missing nor, in a number column, no number.
    void addPresent(const counts::Dim& dim)
    {
        if (const auto* bins = std::get_if<counts::BinsDim>(&dim)) {
            std::vector<CellKey> keys;
            for (std::string& label : counts::binLabels(bins->edges))
                keys.push_back(CellKey::value(std::move(label)));
            addAnyOf(dim, std::move(keys));
            return;
        }
        const std::string& column = std::get<counts::ValueDim>(dim).column;
        const counts::ColumnDescription* found = m_dataset.description.find(column);
        if (found && found->profile.notOfType > 0)
            addAnyOf(
                counts::AtLeastDim{column, 0.0}, {CellKey::value("false"), CellKey::value("true")});
        else
            add(counts::MissingDim{column}, CellKey::value("present"));
    }

    /// The classes that have as many rows as those of this row, which stand in another table.
    void addClassesOfShot()
    {
        const ResultTable* const classes = classCounts();
        if (!classes) {
            m_isUntold = true;
            return;
        }
        const auto shot = static_cast<std::size_t>(&m_cells - m_table.rows.data());
        std::vector<CellKey> keys;
        for (const auto& cells : classes->rows) {
            const auto* value = std::get_if<base::DataText>(&cells[0]);
            const auto* rows = std::get_if<std::int64_t>(&cells[1]);
            if (value && rows && audits::shotOf(*rows) == shot)
                keys.push_back(CellKey::value(value->raw()));
        }
        if (keys.empty())
            m_isUntold = true;
        else
            addAnyOf(labelDim(), std::move(keys));
    }

    const ResultTable* classCounts() const
    {
        for (const AuditReport& audit : m_dataset.audits) {
            for (const ResultTable& table : audit.result.tables) {
                if (table.id == "class-counts")
                    return &table;
            }
        }
        return nullptr;
    }

    /// The groups that name the row: the first column, or the first two.
    void addGroups(bool isCrossed, const std::string& column)
    {
        if (!isCrossed) {
            add(groupDim(column), keyAt(0));
            return;
        }
        if (m_table.columns.size() < 2 || !isColumn(0) || !isColumn(1)) {
            m_isUntold = true;
            return;
        }
        const auto first = keyAt(0);
        if (first && first->kind == CellKey::Kind::Missing) {
            addWithoutGroup();
            return;
        }
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}})
            add(groupDim(m_table.columns[i]), keyAt(i));
    }

    /// Rows that lack one group or the other. A filter has no "or", so only one column may have
    /// gaps.
    void addWithoutGroup()
    {
        std::vector<std::string> withGaps;
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
            if (m_dataset.description.find(m_table.columns[i])->profile.missing > 0)
                withGaps.push_back(m_table.columns[i]);
        }
        if (withGaps.size() != 1)
            m_isUntold = true;
        else
            add(groupDim(withGaps.front()), CellKey::missing());
    }

    /// Rows that a rate counts among.
    void addPrediction(ConfusionRate rate)
    {
        const auto positive = audits::positiveLabel(m_facts);
        if (!positive) {
            m_isUntold = true;
            return;
        }
        const audits::PredictionChoice choice = audits::predictionOf(m_facts);
        if (!choice.source) {
            m_isUntold = true;
            return;
        }
        const auto& among = stats::cellsOf(rate).denominator;
        const auto has
            = [&among](stats::ConfusionCell cell) { return among[static_cast<std::size_t>(cell)]; };
        using stats::ConfusionCell;
        const bool hasPositive
            = has(ConfusionCell::TruePositive) || has(ConfusionCell::FalseNegative);
        const bool hasNegative
            = has(ConfusionCell::FalsePositive) || has(ConfusionCell::TrueNegative);
        addSide(labelDim(), *positive, hasPositive, hasNegative);
        const bool hasPredicted
            = has(ConfusionCell::TruePositive) || has(ConfusionCell::FalsePositive);
        const bool hasOther = has(ConfusionCell::FalseNegative) || has(ConfusionCell::TrueNegative);
        addSide(choice.source->dim, choice.source->positive, hasPredicted, hasOther);
    }

    /// Rows on which a dim has one value, another one, or any.
    void addSide(const counts::Dim& dim, const std::string& value, bool hasValue, bool hasOthers)
    {
        if (const auto* atLeast = std::get_if<counts::AtLeastDim>(&dim)) {
            std::vector<CellKey> keys;
            for (const char* key : {"false", "true"}) {
                if (key == value ? hasValue : hasOthers)
                    keys.push_back(CellKey::value(key));
            }
            addAnyOf(*atLeast, std::move(keys));
        } else if (hasValue && hasOthers) {
            addPresent(dim);
        } else if (hasValue) {
            add(dim, CellKey::value(value));
        } else {
            add(counts::RecodeDim{std::get<counts::ValueDim>(dim).column, {{value, "listed"}},
                    "other"},
                CellKey::value("other"));
        }
    }

    const DatasetReport& m_dataset;
    const ResultTable& m_table;
    const std::vector<ResultTable::Cell>& m_cells;
    audits::Facts m_facts;
    Filter m_filter;
    bool m_isUntold = false;
};

} // namespace

std::optional<Filter> markFilter(
    const DatasetReport& dataset, const ResultTable& table, std::size_t row)
{
    if (row >= table.rows.size())
        return std::nullopt;
    return MarkTerms(dataset, table, row).filter();
}

} // namespace cupel::reports
