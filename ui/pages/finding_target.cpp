#include "ui/pages/finding_target.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/reports/finding_texts.h"

namespace cupel::ui {
namespace {

using findings::Finding;

const base::DataText* memberOf(const Finding& finding, std::string_view key)
{
    const auto found = std::find_if(finding.subject.begin(), finding.subject.end(),
        [key](const auto& member) { return member.first == key; });
    return found == finding.subject.end() ? nullptr : &found->second;
}

/// The column, or the columns that are crossed, whose chart a finding is about; empty: the label.
/// None: no chart shows such a subject.
std::optional<std::string> chartColumn(const Finding& finding)
{
    if (memberOf(finding, "of") || memberOf(finding, "other") || memberOf(finding, "id"))
        return std::nullopt;
    for (const char* key : {"column", "columns"}) {
        if (const base::DataText* column = memberOf(finding, key))
            return column->raw();
    }
    return memberOf(finding, "label") ? std::optional<std::string>("") : std::nullopt;
}

/// The rate whose chart a rule is about; empty: charts do not differ by rate.
std::string_view rateOf(std::string_view rule)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kRates{
        {{"fairness.true-positive-rate-gap", "true-positive-rate"},
            {"fairness.false-positive-rate-gap", "false-positive-rate"},
            {"fairness.prediction-rate-gap", "predicted-positive-rate"},
            {"fairness.predictive-value-gap", "positive-predictive-value"}}};
    const auto* const found = std::find_if(
        kRates.begin(), kRates.end(), [rule](const auto& one) { return one.first == rule; });
    return found == kRates.end() ? std::string_view() : found->second;
}

/// Whether a chart shows a column: its table is named "kind:column", or "kind" where it is about
/// the label.
bool shows(const charts::ChartSpec& chart, const std::string& column, std::string_view rate)
{
    const std::size_t colon = chart.table.find(':');
    const std::string of = colon == std::string::npos ? "" : chart.table.substr(colon + 1);
    return of == column && (rate.empty() || chart.table.substr(0, colon) == rate);
}

using Names = std::set<std::string, std::less<>>;

/// The values that the rows of a finding have in common, and the words that tables use for none.
Names valuesOf(const findings::RowEvidence& evidence)
{
    Names names;
    for (const counts::Filter::Term& term : evidence.filter.terms) {
        const bool isMissing = std::holds_alternative<counts::MissingDim>(term.dim);
        for (const counts::CellKey& cell : term.in) {
            if (cell.isValue())
                names.insert(isMissing && cell.text == "missing" ? "(missing)" : cell.text);
        }
    }
    return names;
}

const std::string* nameOf(const audits::ResultTable::Cell& cell)
{
    if (const auto* data = std::get_if<base::DataText>(&cell))
        return &data->raw();
    return std::get_if<std::string>(&cell);
}

/// The row of a table all of whose names are among these.
std::optional<std::size_t> rowNamed(const audits::ResultTable& table, const Names& names)
{
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::size_t named = 0;
        bool isNamed = true;
        for (const audits::ResultTable::Cell& cell : table.rows[row]) {
            const std::string* const name = nameOf(cell);
            if (!name)
                break;
            ++named;
            isNamed = isNamed && names.count(*name) > 0;
        }
        if (named > 0 && isNamed)
            return row;
    }
    return std::nullopt;
}

std::optional<std::size_t> markOf(
    const reports::AuditReport& audit, const charts::ChartSpec& chart, const Finding& finding)
{
    const auto& tables = audit.result.tables;
    const auto table = std::find_if(tables.begin(), tables.end(),
        [&chart](const audits::ResultTable& one) { return one.id == chart.table; });
    if (table == tables.end())
        return std::nullopt;
    Names names = finding.evidence.empty() ? Names() : valuesOf(finding.evidence.front());
    if (const auto row = rowNamed(*table, names))
        return row;
    for (const char* key : {"group", "class", "split", "favourable"}) {
        if (const base::DataText* value = memberOf(finding, key))
            names.insert(value->raw());
    }
    return rowNamed(*table, names);
}

bool isOf(const reports::AuditReport& audit, const Finding& finding)
{
    const auto& all = audit.result.findings;
    return std::any_of(all.begin(), all.end(), [&finding](const Finding& one) {
        return one.rule == finding.rule && one.subject == finding.subject;
    });
}

std::optional<Target> chartTarget(const OpenDataset& dataset, const Finding& finding)
{
    const auto column = chartColumn(finding);
    if (!column)
        return std::nullopt;
    for (const reports::AuditReport& audit : dataset.dataset().audits) {
        const auto page = chartPageOf(audit.id);
        if (!page || !isOf(audit, finding))
            continue;
        for (const charts::ChartSpec& chart : audit.result.charts) {
            if (shows(chart, *column, rateOf(finding.rule)))
                return Target{*page, audit.id + "/" + chart.id, markOf(audit, chart, finding), {}};
        }
    }
    return std::nullopt;
}

/// The column of the table that shows a finding; empty: none does alone.
std::string shownColumn(const OpenDataset& dataset, const Finding& finding)
{
    for (const base::DataText* column :
        {memberOf(finding, "of"), findings::columnOf(finding.subject)}) {
        if (column && dataset.dataset().description.find(column->raw()))
            return column->raw();
    }
    return {};
}

} // namespace

std::optional<PageId> chartPageOf(std::string_view audit)
{
    if (audit == "class-imbalance" || audit == "split-drift")
        return PageId::Balance;
    if (audit == "group-gaps" || audit == "group-gaps-predictions")
        return PageId::Fairness;
    return std::nullopt;
}

std::optional<Target> targetOf(const OpenDataset& dataset, const Finding& finding)
{
    if (auto chart = chartTarget(dataset, finding))
        return chart;
    if (!finding.evidence.empty())
        return rowsTarget(dataset, finding, 0);
    if (const std::string column = shownColumn(dataset, finding); !column.empty())
        return Target{PageId::Columns, column, {}, {}};
    if (!finding.documents.empty())
        return documentTarget(dataset, finding, 0);
    return std::nullopt;
}

Target rowsTarget(const OpenDataset& dataset, const Finding& finding, std::size_t evidence)
{
    return {PageId::Rows, finding.id(dataset.dataset().name), {},
        RowsQuery{finding.evidence[evidence].filter, shownColumn(dataset, finding)}};
}

Target documentTarget(const OpenDataset& dataset, const Finding& finding, std::size_t document)
{
    const std::string& file = finding.documents[document].file;
    const auto& all = dataset.dataset().documents->documents;
    const auto found = std::find_if(all.begin(), all.end(),
        [&file](const documents::Document& one) { return one.file == file; });
    const bool isLicense = reports::areaOf(finding.rule) == "license"
        || (found != all.end() && found->kind == documents::DocumentKind::License);
    return {isLicense ? PageId::License : PageId::Card, file, {}, {}};
}

} // namespace cupel::ui
