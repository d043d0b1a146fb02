#include "core/reports/archive_check.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "core/card/model.h"
#include "core/reports/archive_reader.h"

namespace cupel::reports {
namespace {

void require(bool holds, const std::string& what)
{
    if (!holds)
        throw ArchiveFault(what);
}

/// Whether each item comes before the next one.
template <typename T, typename Order> bool ascends(const std::vector<T>& items, Order isBefore)
{
    return std::adjacent_find(items.begin(), items.end(), [&isBefore](const T& a, const T& b) {
        return !isBefore(a, b);
    }) == items.end();
}

bool isCellBefore(const counts::CellKey& a, const counts::CellKey& b)
{
    return std::tie(a.kind, a.text) < std::tie(b.kind, b.text);
}

void checkFilter(const counts::Filter& filter)
{
    for (const counts::Filter::Term& term : filter.terms) {
        require(ascends(term.in, isCellBefore), "the cells of a filter are out of order");
        if (const auto* bins = std::get_if<counts::BinsDim>(&term.dim)) {
            require(bins->edges.size() >= 2 && ascends(bins->edges, std::less<>()),
                "the edges of bins are out of order");
        }
    }
}

void checkResult(const audits::AuditResult& result)
{
    for (const audits::ResultTable& table : result.tables) {
        for (const auto& row : table.rows) {
            require(row.size() == table.columns.size(),
                "a row of the table \"" + table.id + "\" has more or fewer cells than columns");
        }
    }
    for (const charts::ChartSpec& chart : result.charts) {
        const bool hasTable = std::any_of(result.tables.begin(), result.tables.end(),
            [&chart](const audits::ResultTable& table) { return table.id == chart.table; });
        require(hasTable, "the chart \"" + chart.id + "\" has no table");
    }
    for (const findings::Finding& finding : result.findings) {
        for (const findings::RowEvidence& evidence : finding.evidence)
            checkFilter(evidence.filter);
    }
}

void checkCard(const card::Card& card)
{
    const std::vector<card::Field>& fields = card::model().fields;
    const bool isOfModel = std::equal(card.fields.begin(), card.fields.end(), fields.begin(),
        fields.end(), [](const card::FieldValue& value, const card::Field& field) {
            return value.key == field.key;
        });
    require(isOfModel, "a card does not have the fields of the model");
}

} // namespace

void checkParts(const Report& report)
{
    for (const DatasetReport& dataset : report.datasets) {
        require(dataset.documents && dataset.licenses,
            "a dataset is without its documents, or what they say about the licence");
        checkFilter(dataset.where);
        for (const AuditReport& audit : dataset.audits)
            checkResult(audit.result);
        if (dataset.card)
            checkCard(*dataset.card);
    }
}

} // namespace cupel::reports
