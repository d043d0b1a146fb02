#include "core/reports/audit_page_parts.h"

#include <algorithm>

#include "core/audits/wording.h"
#include "core/reports/finding_texts.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using base::DataText;
using counts::ColumnDescription;

constexpr std::size_t kColumns = 500; ///< over all datasets
constexpr std::size_t kLeastColumns = 20; ///< of one dataset
constexpr std::size_t kHistograms = 12;

Cell distinctCell(const table::Distinct& distinct)
{
    if (distinct.exact)
        return {distinct.value, {}};
    return Cell::words("about " + groupedDigits(distinct.value));
}

Cell missingCell(const table::ColumnProfile& profile)
{
    if (profile.missing == 0 || profile.rows == 0)
        return {profile.missing, {}};
    return Cell::words(groupedDigits(profile.missing) + " ("
        + audits::percent(static_cast<double>(profile.missing) / static_cast<double>(profile.rows))
        + ")");
}

MiniHistogram miniOf(const table::NumberSummary& numbers)
{
    MiniHistogram mini;
    mini.counts.assign(numbers.counts.begin(), numbers.counts.end());
    mini.summary = "Histogram from " + figureText(numbers.min) + " to " + figureText(numbers.max)
        + ", median " + figureText(numbers.quantiles[2]);
    return mini;
}

const Cell kNothing{Cell::Undefined{}, {}};

std::vector<Cell> columnRow(
    const ColumnDescription& column, const std::string& role, bool showsRange)
{
    const table::ColumnProfile& profile = column.profile;
    std::vector<Cell> row{Cell::text(cutTexts({DataText::name(column.name)})),
        Cell::words(std::string(table::typeName(column.type))),
        role.empty() ? kNothing : Cell::words(role), missingCell(profile),
        distinctCell(profile.distinct)};
    const auto& numbers = profile.numbers;
    if (!numbers) {
        row.resize(row.size() + (showsRange ? 4 : 2), kNothing);
    } else if (showsRange) {
        row.push_back({miniOf(*numbers), {}});
        row.push_back({numbers->min, {}});
        row.push_back(Cell::figure(numbers->mean));
        row.push_back({numbers->max, {}});
    } else {
        row.push_back(Cell::figure(numbers->mean));
        row.push_back(Cell::figure(numbers->std));
    }
    return row;
}

/// The columns to show, in the order of the file: those with a role, then the first others.
std::vector<const ColumnDescription*> shownColumns(const DatasetReport& dataset, std::size_t most)
{
    std::vector<bool> isShown(dataset.description.columns.size(), false);
    std::size_t count = 0;
    for (const bool wantsRole : {true, false}) {
        for (std::size_t i = 0; i < isShown.size() && count < most; ++i) {
            const std::string& name = dataset.description.columns[i].name;
            if (isShown[i] || (wantsRole && dataset.roles.roleOf(name).empty()))
                continue;
            isShown[i] = true;
            ++count;
        }
    }
    std::vector<const ColumnDescription*> shown;
    for (std::size_t i = 0; i < isShown.size(); ++i) {
        if (isShown[i])
            shown.push_back(&dataset.description.columns[i]);
    }
    return shown;
}

Chart histogramOf(const ColumnDescription& column)
{
    const table::NumberSummary& numbers = *column.profile.numbers;
    Chart chart;
    chart.spec = {"histogram:" + column.name, charts::ChartSpec::Kind::Histogram,
        "histogram:" + column.name, "rows"};
    chart.table = {
        chart.spec.table, {"Rows by ", DataText::name(column.name)}, {"low", "high", "rows"}, {}};
    for (std::size_t i = 0; i < numbers.counts.size(); ++i)
        chart.table.rows.push_back({numbers.edges[i], numbers.edges[i + 1], numbers.counts[i]});
    return chart;
}

} // namespace

void addColumns(
    const DatasetReport& dataset, const std::string& prefix, const Report& report, Page& page)
{
    const auto& columns = dataset.description.columns;
    if (columns.empty())
        return;
    const bool showsRange = report.privacy.mode != Privacy::Aggregate;
    const std::size_t datasets = std::max<std::size_t>(report.datasets.size(), 1);
    const auto shown = shownColumns(dataset, std::max(kColumns / datasets, kLeastColumns));
    page.add(Heading{3, {std::string("Columns")}, prefix + "-columns"});
    Table table;
    table.caption = cutTexts({"Columns of ", DataText::name(dataset.input.file)});
    for (const char* name : {"Column", "Type", "Role", "Missing", "Distinct"})
        table.columns.push_back({std::string(name)});
    const std::vector<const char*> figures = showsRange
        ? std::vector<const char*>{"Distribution", "Least", "Mean", "Greatest"}
        : std::vector<const char*>{"Mean", "Std. deviation"};
    for (const char* name : figures)
        table.columns.push_back({std::string(name)});
    for (const ColumnDescription* column : shown)
        table.rows.push_back(columnRow(*column, dataset.roles.roleOf(column->name), showsRange));
    table.leftOut = static_cast<std::int64_t>(columns.size() - shown.size());
    page.add(std::move(table));
    if (!showsRange)
        return;
    Details histograms;
    std::int64_t numberColumns = 0;
    for (const ColumnDescription* column : shown) {
        if (!column->profile.numbers || column->profile.distinct.value < 2)
            continue;
        ++numberColumns;
        if (histograms.blocks.size() < kHistograms)
            histograms.blocks.push_back({histogramOf(*column)});
    }
    const auto drawn = static_cast<std::int64_t>(histograms.blocks.size());
    if (drawn == 0)
        return;
    histograms.summary = {drawn < numberColumns
            ? "Histograms of the first " + groupedDigits(drawn) + " of "
                + countedWords(numberColumns, "number column", "number columns")
            : "Histograms of " + countedWords(drawn, "number column", "number columns")};
    page.add(std::move(histograms));
}

} // namespace cupel::reports
