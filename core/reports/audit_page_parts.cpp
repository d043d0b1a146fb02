#include "core/reports/audit_page_parts.h"

#include <algorithm>

#include "core/audits/metric_registry.h"
#include "core/audits/wording.h"
#include "core/reports/command_words.h"
#include "core/reports/finding_texts.h"
#include "core/reports/policy_page_parts.h"
#include "core/reports/subject_words.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using base::DataText;

constexpr std::size_t kMetrics = 150; ///< of one audit
constexpr std::size_t kPlaces = 10; ///< in documents, of one finding
constexpr std::size_t kOpenRows = 12; ///< of a table that is not folded away

/// Items with semicolons between, since they may hold commas.
base::Sentence joined(const std::vector<base::Sentence>& items, std::size_t most)
{
    base::Sentence whole;
    for (std::size_t i = 0; i < items.size() && i < most; ++i) {
        if (i > 0)
            whole.emplace_back("; ");
        audits::append(whole, items[i]);
    }
    if (items.size() > most)
        whole.emplace_back("; and " + std::to_string(items.size() - most) + " more");
    return whole;
}

base::Sentence splitNames(const DatasetReport& dataset)
{
    std::vector<base::Sentence> items;
    for (const SplitReport& split : dataset.splits)
        items.push_back(cutTexts({split.name, " (" + groupedDigits(split.rows) + ")"}));
    return audits::listing(items, 10);
}

std::string dialectText(const readers::ImportReport& input)
{
    std::string text = input.encoding + ", cells separated by ";
    text += input.dialect.delimiter == "\t" ? std::string("tab")
                                            : "'" + input.dialect.delimiter + "'";
    text += input.dialect.quote == '\0' ? std::string(", no quoting")
                                        : std::string(", quoted with ") + input.dialect.quote;
    return text + (input.dialect.hasHeader ? ", with a header" : ", without a header");
}

void addIf(bool isThere, std::string key, base::Sentence value, KeyValues& facts)
{
    if (isThere)
        facts.rows.push_back({std::move(key), std::move(value), false});
}

Cell optionalFigure(const std::optional<double>& figure)
{
    return figure ? Cell{*figure, {}} : Cell{Cell::Undefined{}, {}};
}

std::string excludedText(const audits::Metric& metric)
{
    std::string text;
    for (const auto& [reason, rows] : metric.excluded) {
        if (rows > 0)
            text += (text.empty() ? "" : ", ") + groupedDigits(rows) + " " + reason;
    }
    return text;
}

std::string intervalText(const std::optional<base::Interval>& interval)
{
    return interval ? figureText(interval->low) + " to " + figureText(interval->high)
                    : std::string();
}

std::vector<Cell> metricRow(const audits::Metric& metric, const audits::Roles& roles)
{
    const audits::MetricInfo* info = audits::findMetric(metric.id, metric.variant);
    std::string name = info ? info->title : metric.id;
    const std::string interval = intervalText(metric.interval);
    const std::string excluded = excludedText(metric);
    return {Cell::words(std::move(name)),
        Cell::text(cutTexts(subjectWords(metric.subject, roles), 100)), Cell::figure(metric.value),
        interval.empty() ? Cell{Cell::Undefined{}, {}} : Cell::words(interval),
        optionalFigure(metric.numerator), optionalFigure(metric.denominator), Cell{metric.n, {}},
        excluded.empty() ? Cell{Cell::Undefined{}, {}} : Cell::words(excluded)};
}

/// Columns of figures that no metric of the table has would take room and say nothing.
void removeEmptyColumns(Table& table)
{
    for (std::size_t column = table.rows.empty() ? 0 : table.columns.size(); column-- > 0;) {
        const auto isEmpty = [column](const std::vector<Cell>& row) {
            const auto* const undefined = std::get_if<Cell::Undefined>(&row[column].content);
            return undefined && undefined->reason.empty();
        };
        if (!std::all_of(table.rows.begin(), table.rows.end(), isEmpty))
            continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.columns.erase(table.columns.begin() + at);
        for (std::vector<Cell>& row : table.rows)
            row.erase(row.begin() + at);
    }
}

Table metricTable(const AuditReport& audit, const audits::Roles& roles)
{
    Table table;
    table.caption = {"Metrics: " + audit.title};
    for (const char* column :
        {"Metric", "Of", "Value", "Interval", "Numerator", "Denominator", "Rows", "Left out"})
        table.columns.push_back({std::string(column)});
    for (const audits::Metric& metric : audit.result.metrics) {
        if (table.rows.size() == kMetrics)
            break;
        table.rows.push_back(metricRow(metric, roles));
    }
    table.leftOut = static_cast<std::int64_t>(audit.result.metrics.size() - table.rows.size());
    removeEmptyColumns(table);
    return table;
}

base::Sentence placesText(const findings::Finding& finding)
{
    std::vector<base::Sentence> places;
    for (const findings::DocumentEvidence& place : finding.documents)
        places.push_back({DataText::name(placeText(place))});
    return cutTexts(joined(places, kPlaces));
}

base::Sentence evidenceText(
    const findings::Finding& finding, const DatasetReport& dataset, const PrivacyView& view)
{
    std::vector<base::Sentence> all;
    for (const findings::RowEvidence& rows : finding.evidence)
        all.push_back(
            {filterText(rows, dataset, view), ": " + countedWords(rows.count, "row", "rows")});
    return cutTexts(joined(all, all.size()));
}

const audits::ResultTable* findTable(const audits::AuditResult& result, const std::string& id)
{
    const auto found = std::find_if(result.tables.begin(), result.tables.end(),
        [&id](const audits::ResultTable& table) { return table.id == id; });
    return found == result.tables.end() ? nullptr : &*found;
}

bool isCharted(const audits::AuditResult& result, const audits::ResultTable& table)
{
    return std::any_of(result.charts.begin(), result.charts.end(),
        [&table](const charts::ChartSpec& chart) { return chart.table == table.id; });
}

} // namespace

base::Sentence fileName(const DatasetReport& dataset)
{
    return cutTexts({DataText::name(dataset.input.file)});
}

KeyValues inputFacts(const DatasetReport& dataset)
{
    const readers::ImportReport& input = dataset.input;
    const auto count
        = [](std::uint64_t number) { return groupedDigits(static_cast<std::int64_t>(number)); };
    KeyValues facts;
    facts.rows.push_back({"Rows", {count(input.rows)}, false});
    facts.rows.push_back({"Columns", {count(dataset.description.columns.size())}, false});
    addIf(input.rejectedRows > 0, "Rejected rows", {count(input.rejectedRows)}, facts);
    addIf(!dataset.whereText.empty(), "Only rows where",
        {dataset.whereData(), " (" + groupedDigits(dataset.whereRows) + ")"}, facts);
    addIf(dataset.splits.size() > 1, "Splits", splitNames(dataset), facts);
    facts.rows.push_back({"Read", {count(input.bytes) + " bytes; " + dialectText(input)}, false});
    facts.rows.push_back({"Hash", {input.hash}, true});
    return facts;
}

Callout findingBlock(
    const findings::Finding& finding, const DatasetReport& dataset, const PrivacyView& view)
{
    Callout block;
    block.tone = toneOf(finding);
    block.word = wordOf(finding);
    block.text = cutTexts(finding.message);
    block.label = finding.rule;
    block.anchor = finding.id(dataset.name);
    if (finding.waived)
        block.facts.push_back({"Waived", cutTexts(waiverText(*finding.waived)), false});
    if (finding.baseline)
        block.facts.push_back({"Since the baseline",
            {std::string(findings::baselineStateName(*finding.baseline))}, false});
    if (base::Sentence measured = measureAndLimit(finding); !measured.empty())
        block.facts.push_back({"Measured", cutTexts(measured), false});
    if (!finding.remedy.empty())
        block.facts.push_back({"What to do", cutTexts(finding.remedy), false});
    if (!finding.documents.empty()) {
        const bool isOne = finding.documents.size() == 1;
        block.facts.push_back({isOne ? "Document" : "Documents", placesText(finding), false});
    }
    if (!finding.evidence.empty()) {
        block.facts.push_back({"Evidence", evidenceText(finding, dataset, view), false});
        block.facts.push_back({"Rows",
            cutTexts({DataText::name(rowsCommand(block.anchor, dataset.input.file))}), true});
    }
    return block;
}

void addAudit(
    const AuditReport& audit, const audits::Roles& roles, const std::string& prefix, Page& page)
{
    const audits::AuditResult& result = audit.result;
    const bool showsOwnColumns = audit.id == "column-profile"; // addColumns() has shown them
    const bool isEmpty = result.charts.empty() && result.metrics.empty()
        && (showsOwnColumns || result.tables.empty());
    if (isEmpty)
        return;
    page.add(Heading{3, {audit.title}, prefix + "-" + makeAnchor(audit.id)});
    if (result.outcome != audits::Outcome::Completed)
        page.add(Paragraph{cutTexts({"Not run: " + result.reason + "."})});
    for (const charts::ChartSpec& chart : result.charts) {
        if (const audits::ResultTable* table = findTable(result, chart.table))
            page.add(Chart{chart, *table});
    }
    for (const audits::ResultTable& table : result.tables) {
        if (isCharted(result, table) || showsOwnColumns)
            continue;
        if (result.charts.empty() && table.rows.size() <= kOpenRows)
            page.add(tableOf(table));
        else
            page.add(Details{cutTexts(table.title), {Block{tableOf(table)}}});
    }
    addMetrics(audit, roles, page);
}

void addMetrics(const AuditReport& audit, const audits::Roles& roles, Page& page)
{
    const auto count = static_cast<std::int64_t>(audit.result.metrics.size());
    if (count > 0)
        page.add(Details{{"All " + countedWords(count, "metric", "metrics") + " of this audit"},
            {Block{metricTable(audit, roles)}}});
}

std::string privacyNote(const PrivacyRule& privacy)
{
    switch (privacy.mode) {
    case Privacy::Full:
        return "Privacy mode full: values of all columns may be shown.";
    case Privacy::Aggregate:
        return "Privacy mode aggregate: names, counts and metrics; values of the data are replaced "
               "by <hidden>.";
    case Privacy::Masked:
        break;
    }
    return "Privacy mode masked: of the data only names, counts, metrics, ranges of number "
           "columns, "
           "and values of columns with a role that at least "
        + groupedDigits(privacy.minCell) + " rows hold are shown; other values are replaced.";
}

} // namespace cupel::reports
