#include "core/reports/chart_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/audits/wording.h"
#include "core/reports/finding_texts.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using audits::ResultTable;
using charts::ChartSpec;

constexpr std::size_t kBars = 15;
constexpr std::size_t kDots = 30;

bool isNumber(const ResultTable::Cell& cell)
{
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

std::optional<double> numberOf(const ResultTable::Cell& cell)
{
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
        return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&cell))
        return *number;
    return std::nullopt;
}

std::string textOf(const ResultTable::Cell& cell, ChartSpec::Unit unit)
{
    const auto* number = std::get_if<double>(&cell);
    const auto* whole = std::get_if<std::int64_t>(&cell);
    if (unit == ChartSpec::Unit::Share && (number || whole))
        return audits::percent(*numberOf(cell));
    if (whole)
        return groupedDigits(*whole);
    return number ? figureText(*number) : std::string("undefined");
}

/// "60.5 % of 3,130", "2,672 (53.4 %)".
std::string withBeside(
    const std::string& value, const ResultTable::Cell& beside, ChartSpec::Unit unit)
{
    if (!numberOf(beside))
        return value;
    return unit == ChartSpec::Unit::Share
        ? value + " of " + textOf(beside, ChartSpec::Unit::Number)
        : value + " (" + textOf(beside, ChartSpec::Unit::Share) + ")";
}

/// Where the columns of a chart stand in its table; size() where there is none.
struct Columns {
    std::size_t labels = 0; ///< the first ones
    std::size_t value;
    std::size_t low;
    std::size_t high;
    std::size_t beside;
};

Columns columnsOf(const ChartSpec& spec, const ResultTable& table)
{
    const auto find = [&table](const std::string& name) {
        return static_cast<std::size_t>(
            std::find(table.columns.begin(), table.columns.end(), name) - table.columns.begin());
    };
    Columns columns{table.columns.size(), table.columns.size(), find(spec.low), find(spec.high),
        find(spec.beside)};
    for (const auto& row : table.rows) {
        const auto number = std::find_if(row.begin(), row.end(), isNumber);
        columns.labels = std::min(columns.labels, static_cast<std::size_t>(number - row.begin()));
    }
    columns.value = spec.value.empty() ? columns.labels : find(spec.value);
    return columns;
}

/// In quotes where a blank at its end would not be seen.
std::string labelOf(const base::DataText& text, const PrivacyView& view)
{
    constexpr std::size_t kLongest = 300;
    std::string label = shortened(view.show(text), kLongest);
    const bool needsQuotes = label.empty() || label.front() == ' ' || label.back() == ' ';
    return needsQuotes ? "\"" + label + "\"" : label;
}

ChartRow rowOf(const std::vector<ResultTable::Cell>& cells, const Columns& columns,
    ChartSpec::Unit unit, const PrivacyView& view)
{
    ChartRow row;
    row.isOther = columns.labels > 0;
    std::string last;
    for (std::size_t i = 0; i < columns.labels && i < cells.size(); ++i) {
        std::string part;
        if (const auto* data = std::get_if<base::DataText>(&cells[i])) {
            part = labelOf(*data, view);
            row.isOther = false;
        } else if (const auto* own = std::get_if<std::string>(&cells[i])) {
            part = *own;
        }
        if (!part.empty() && part != last)
            row.label += (row.label.empty() ? "" : ", ") + part;
        last = std::move(part);
    }
    const auto number = [&cells](std::size_t column) {
        return column < cells.size() ? numberOf(cells[column]) : std::nullopt;
    };
    row.value = number(columns.value);
    row.low = number(columns.low);
    row.high = number(columns.high);
    row.valueText = columns.value < cells.size() ? textOf(cells[columns.value], unit) : "undefined";
    if (columns.beside < cells.size())
        row.valueText = withBeside(row.valueText, cells[columns.beside], unit);
    return row;
}

double orderOf(const ChartRow& row)
{
    return row.value.value_or(-std::numeric_limits<double>::infinity());
}

/// The largest bars, and the rest as one.
void joinSmallBars(ChartRows& chart)
{
    const auto others = std::find_if(
        chart.rows.begin(), chart.rows.end(), [](const ChartRow& row) { return row.isOther; });
    const auto count = static_cast<std::size_t>(others - chart.rows.begin());
    if (count <= kBars)
        return;
    const auto first = chart.rows.begin() + static_cast<std::ptrdiff_t>(kBars - 1);
    ChartRow rest;
    rest.isOther = true;
    chart.leftOut = count - (kBars - 1);
    chart.areJoined = true;
    rest.label = groupedDigits(static_cast<std::int64_t>(chart.leftOut)) + " others together";
    double sum = 0.0;
    for (auto row = first; row != others; ++row)
        sum += row->value.value_or(0.0);
    rest.value = sum;
    rest.valueText = figureText(sum);
    *first = std::move(rest);
    chart.rows.erase(first + 1, others);
}

void dropFrom(ChartRows& chart, std::size_t first, std::size_t most)
{
    if (chart.rows.size() <= most)
        return;
    chart.leftOut = chart.rows.size() - most;
    const auto from = chart.rows.begin() + static_cast<std::ptrdiff_t>(first);
    chart.rows.erase(from, from + static_cast<std::ptrdiff_t>(chart.leftOut));
}

void arrange(ChartRows& chart, const ChartSpec& spec)
{
    if (spec.kind == ChartSpec::Kind::Histogram)
        return;
    const bool isBar = spec.kind == ChartSpec::Kind::Bar;
    if (spec.order == ChartSpec::Order::OfTable) {
        const std::size_t most = isBar ? kBars : kDots;
        dropFrom(chart, most, most);
        return;
    }
    std::stable_sort(
        chart.rows.begin(), chart.rows.end(), [isBar](const ChartRow& a, const ChartRow& b) {
            if (a.isOther != b.isOther)
                return b.isOther;
            return isBar ? orderOf(a) > orderOf(b) : orderOf(a) < orderOf(b);
        });
    if (!isBar)
        dropFrom(chart, kDots / 2, kDots);
    else if (spec.unit == ChartSpec::Unit::Share)
        dropFrom(chart, kBars, kBars);
    else
        joinSmallBars(chart);
}

/// Where all rows are named in our own words, none stands apart from the others.
void settleOthers(ChartRows& chart)
{
    const bool areAll = std::all_of(
        chart.rows.begin(), chart.rows.end(), [](const ChartRow& row) { return row.isOther; });
    for (ChartRow& row : chart.rows)
        row.isOther = row.isOther && !areAll;
}

double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * (1.0 + 1e-9))
            return factor * power;
    }
    return 10.0 * power;
}

} // namespace

ChartRows chartRows(const ChartSpec& spec, const ResultTable& table, const PrivacyView& view)
{
    ChartRows chart;
    const Columns columns = columnsOf(spec, table);
    if (!spec.axis.empty())
        chart.valueName = view.show(spec.axis);
    else if (columns.value < table.columns.size())
        chart.valueName = table.columns[columns.value];
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        chart.rows.push_back(rowOf(table.rows[i], columns, spec.unit, view));
        chart.rows.back().tableRow = i;
    }
    settleOthers(chart);
    arrange(chart, spec);
    return chart;
}

std::string chartSummary(const ChartSpec& spec, const ChartRows& chart)
{
    const ChartRow* largest = nullptr;
    const ChartRow* smallest = nullptr;
    for (const ChartRow& row : chart.rows) {
        if (!row.value || (row.isOther && spec.kind != ChartSpec::Kind::Histogram))
            continue;
        if (!largest || *row.value > *largest->value)
            largest = &row;
        if (!smallest || *row.value <= *smallest->value)
            smallest = &row;
    }
    const auto count = static_cast<std::int64_t>(chart.rows.size());
    if (!largest)
        return "Chart of " + chart.valueName + " without any figure to draw.";
    if (spec.kind == ChartSpec::Kind::Histogram) {
        const auto edge
            = [](const std::optional<double>& value) { return figureText(value.value_or(0.0)); };
        return "Histogram from " + edge(chart.rows[0].low) + " to " + edge(chart.rows.back().high)
            + "; the fullest bin, " + edge(largest->low) + " to " + edge(largest->high) + ", holds "
            + largest->valueText + " rows.";
    }
    const bool isBar = spec.kind == ChartSpec::Kind::Bar;
    std::string text = (isBar ? "Bar chart of " : "Chart of intervals of ") + chart.valueName + ", "
        + groupedDigits(count) + (count == 1 ? " row" : " rows") + ": largest " + largest->label
        + " " + largest->valueText;
    if (smallest != largest)
        text += ", smallest " + std::string(isBar && chart.leftOut > 0 ? "shown " : "")
            + smallest->label + " " + smallest->valueText;
    return text + ".";
}

double Axis::at(double value) const
{
    if (value <= low)
        return 0.0;
    if (value >= high)
        return 1.0;
    if (isLog)
        return (std::log10(value) - std::log10(low)) / (std::log10(high) - std::log10(low));
    // Halves, since the difference of two large numbers may be infinite.
    return (value / 2 - low / 2) / (high / 2 - low / 2);
}

Axis roundAxis(double low, double high)
{
    constexpr double kMarks = 5.0;
    constexpr int kMostMarks = 12;
    if (!(low < high)) {
        const double reach = low == 0.0 ? 1.0 : std::fabs(low) / 2;
        return low >= 0.0 ? roundAxis(0.0, low + reach) : roundAxis(low - reach, 0.0);
    }
    const double rough = high / kMarks - low / kMarks;
    const double step = std::isnormal(rough) ? roundStep(rough) : 0.0;
    Axis axis{low, high, {}};
    if (!(step > 0.0) || !std::isfinite(step)) {
        axis.ticks = {low, high};
        return axis;
    }
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    if (!std::isfinite(first * step) || !std::isfinite(last * step)) {
        axis.ticks = {low, high};
        return axis;
    }
    for (double mark = first; mark <= last && axis.ticks.size() < kMostMarks; mark += 1.0)
        axis.ticks.push_back(mark * step == 0.0 ? 0.0 : mark * step);
    axis.low = std::min(low, axis.ticks.front());
    axis.high = std::max(high, axis.ticks.back());
    return axis;
}

Axis tightAxis(double low, double high)
{
    Axis axis = roundAxis(low, high);
    if (!(low < high))
        return axis;
    axis.low = low;
    axis.high = high;
    std::erase_if(axis.ticks, [&](double tick) { return tick < low || tick > high; });
    return axis;
}

Axis shareAxis(double high)
{
    constexpr double kSmall = 0.5;
    return roundAxis(0.0, high > kSmall ? 1.0 : high);
}

Axis valueAxis(const ChartSpec& spec, const ChartRows& chart)
{
    double low = 0.0;
    double high = 0.0;
    bool isFirst = true;
    for (const ChartRow& row : chart.rows) {
        std::vector<std::optional<double>> drawn{row.value};
        if (spec.kind == ChartSpec::Kind::DotInterval)
            drawn.insert(drawn.end(), {row.low, row.high});
        for (const std::optional<double>& value : drawn) {
            if (!value || !std::isfinite(*value))
                continue;
            low = isFirst ? *value : std::min(low, *value);
            high = isFirst ? *value : std::max(high, *value);
            isFirst = false;
        }
    }
    if (spec.unit == ChartSpec::Unit::Share)
        return shareAxis(high);
    const bool startsAtZero = spec.kind != ChartSpec::Kind::DotInterval || low <= high / 2;
    if (low >= 0.0 && startsAtZero)
        low = 0.0;
    if (high < 0.0 && spec.kind == ChartSpec::Kind::Bar)
        high = 0.0;
    return roundAxis(low, high);
}

std::optional<Axis> logAxis(const ChartSpec& spec, const ChartRows& chart)
{
    if (spec.kind != ChartSpec::Kind::Bar || spec.unit == ChartSpec::Unit::Share
        || chart.rows.size() < 2)
        return std::nullopt;
    double least = std::numeric_limits<double>::infinity();
    double most = 0.0;
    for (const ChartRow& row : chart.rows) {
        if (!row.value || !std::isnormal(*row.value) || *row.value < 0.0)
            return std::nullopt;
        least = std::min(least, *row.value);
        most = std::max(most, *row.value);
    }
    // The shortest bar has a length.
    constexpr double kMostMarks = 8.0;
    const double first = std::ceil(std::log10(least) - 1e-9) - 1.0;
    const double last = std::max(std::ceil(std::log10(most) - 1e-9), first + 1.0);
    if (!std::isnormal(std::pow(10.0, first)) || !std::isfinite(std::pow(10.0, last)))
        return std::nullopt;
    const double step = std::max(1.0, std::ceil((last - first) / kMostMarks));
    Axis axis{std::pow(10.0, first), std::pow(10.0, last), {}, true};
    const int steps = static_cast<int>((last - first) / step);
    for (int i = 0; i <= steps; ++i)
        axis.ticks.push_back(std::pow(10.0, first + i * step));
    return axis;
}

BinAxes binAxes(const ChartRows& chart)
{
    double most = 0.0;
    for (const ChartRow& row : chart.rows)
        most = std::max(most, row.value.value_or(0.0));
    const auto edge = [](const std::optional<double>& its, double otherwise) {
        return its && std::isfinite(*its) ? *its : otherwise;
    };
    const double low = chart.rows.empty() ? 0.0 : edge(chart.rows.front().low, 0.0);
    const double high = chart.rows.empty() ? 1.0 : edge(chart.rows.back().high, 1.0);
    return {tightAxis(low, high), roundAxis(0.0, most)};
}

std::string tickLabel(const ChartSpec& spec, double tick)
{
    return spec.unit == ChartSpec::Unit::Share ? audits::percent(tick) : tickText(tick);
}

std::string axisName(const ChartSpec& spec, const ChartRows& chart)
{
    if (chart.leftOut == 0 || chart.areJoined)
        return chart.valueName;
    const bool isMiddle
        = spec.kind == ChartSpec::Kind::DotInterval && spec.order == ChartSpec::Order::ByValue;
    return chart.valueName + "; "
        + countedWords(static_cast<std::int64_t>(chart.leftOut), "more row", "more rows")
        + (isMiddle ? " between the lowest and the highest" : "") + " in the table only";
}

std::string rowText(const ChartSpec& spec, const ChartRow& row)
{
    if (spec.kind != ChartSpec::Kind::Histogram)
        return row.label + ": " + row.valueText;
    return figureText(row.low.value_or(0.0)) + " to " + figureText(row.high.value_or(0.0)) + ": "
        + row.valueText;
}

} // namespace cupel::reports
