#include "core/reports/audit_page_parts.h"

#include <algorithm>

#include "core/audits/wording.h"
#include "core/reports/finding_texts.h"
#include "core/reports/mini_histogram.h"
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

const Cell kNothing{Cell::Undefined{}, {}};

/// How the pages of a run show columns.
struct ColumnView {
    const audits::Roles& roles;
    PrivacyView view;
    bool showsRange = true;

    base::DataText textOf(const ColumnDescription& column, const table::ValueCount& one) const
    {
        return roles.roleOf(column.name).empty() ? DataText::value(one.value)
                                                 : DataText::roleValue(one.value, one.count);
    }
    /// The most frequent values that may be shown, unless all differ.
    std::vector<table::ValueCount> topOf(const ColumnDescription& column) const
    {
        std::vector<table::ValueCount> top;
        for (const table::ValueCount& one : column.profile.top) {
            if (one.count > 1 && !view.hides(textOf(column, one)))
                top.push_back(one);
        }
        return top;
    }
};

/// "yes (53.4 %), no (46.6 %)": shares of the cells that are not missing.
Cell frequentValues(const ColumnDescription& column, const ColumnView& how)
{
    constexpr std::size_t kValues = 3;
    const auto present = static_cast<double>(column.profile.rows - column.profile.missing);
    std::vector<base::Sentence> items;
    for (const table::ValueCount& one : how.topOf(column)) {
        base::Sentence item = audits::named(how.textOf(column, one));
        item.emplace_back(" (" + audits::percent(static_cast<double>(one.count) / present) + ")");
        items.push_back(cutTexts(item, 60));
        if (items.size() == kValues)
            break;
    }
    return items.empty() ? kNothing : Cell::text(audits::listing(items, kValues));
}

/// "18 to 84, mean 40.6"; without the ends where they are hidden.
Cell rangeOf(const table::NumberSummary& numbers, const ColumnView& how)
{
    std::string text;
    if (how.showsRange)
        text = figureText(numbers.min) + " to " + figureText(numbers.max);
    const auto add = [&text](const char* name, const base::Figure& figure) {
        if (figure.isDefined())
            text += (text.empty() ? "" : ", ") + std::string(name) + figureText(figure.value());
    };
    add("mean ", numbers.mean);
    if (!how.showsRange)
        add("standard deviation ", numbers.std);
    return Cell::words(std::move(text));
}

/// Rows of the most frequent values side by side; one value alone says nothing of the others.
Cell barsOf(const ColumnDescription& column, const ColumnView& how)
{
    const std::vector<table::ValueCount> top = how.topOf(column);
    if (top.empty() || (top.size() == 1 && column.profile.distinct.value > 1))
        return kNothing;
    return {miniHistogramOf(top), {}};
}

std::vector<Cell> columnRow(const ColumnDescription& column, const ColumnView& how)
{
    const table::ColumnProfile& profile = column.profile;
    const std::string role = how.roles.roleOf(column.name);
    std::vector<Cell> row{Cell::text(cutTexts({DataText::name(column.name)})),
        Cell::words(std::string(table::typeName(column.type))),
        role.empty() ? kNothing : Cell::words(role), missingCell(profile),
        distinctCell(profile.distinct)};
    const auto& numbers = profile.numbers;
    if (how.showsRange)
        row.push_back(numbers ? Cell{miniHistogramOf(*numbers), {}} : barsOf(column, how));
    row.push_back(numbers ? rangeOf(*numbers, how) : frequentValues(column, how));
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
    chart.spec.axis = {DataText::name(column.name)};
    chart.table = {
        chart.spec.table, {"Rows by ", DataText::name(column.name)}, {"low", "high", "rows"}, {}};
    for (std::size_t i = 0; i < numbers.counts.size(); ++i) {
        if (numbers.counts[i] > 0)
            chart.table.rows.push_back({numbers.edges[i], numbers.edges[i + 1], numbers.counts[i]});
    }
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
    if (showsRange)
        table.columns.push_back({std::string("Distribution")});
    table.columns.push_back({std::string("Values")});
    const ColumnView how{dataset.roles, PrivacyView(report.privacy), showsRange};
    for (const ColumnDescription* column : shown)
        table.rows.push_back(columnRow(*column, how));
    table.leftOut = static_cast<std::int64_t>(columns.size() - shown.size());
    page.add(std::move(table));
    if (!showsRange)
        return;
    Details histograms;
    std::int64_t numberColumns = 0;
    for (const ColumnDescription* column : shown) {
        if (!column->profile.numbers || column->profile.distinct.value < 2
            || column->name == dataset.roles.id)
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
