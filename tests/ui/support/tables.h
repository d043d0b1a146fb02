#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/audits/result.h"
#include "core/charts/chart_spec.h"

/// Tables of audits, and the charts of them.
namespace cupel::ui::test {

using Tables = std::shared_ptr<const audits::ResultTable>;

/// Rows per class.
inline Tables countsOf(
    const std::vector<std::pair<std::string, std::int64_t>>& classes, std::int64_t missing = 0)
{
    audits::ResultTable table{"class-counts",
        {std::string("Rows per class of "), base::DataText::name("label")}, {"class", "rows"}, {}};
    for (const auto& [name, rows] : classes)
        table.rows.push_back({base::DataText::roleValue(name, rows), rows});
    if (missing > 0)
        table.rows.push_back({std::string("(missing)"), missing});
    return std::make_shared<const audits::ResultTable>(std::move(table));
}

inline charts::ChartSpec bars()
{
    return {"class-counts", charts::ChartSpec::Kind::Bar, "class-counts"};
}

/// Rates of groups with intervals.
struct Rate {
    std::string group;
    std::int64_t n;
    audits::ResultTable::Cell rate;
    audits::ResultTable::Cell low;
    audits::ResultTable::Cell high;
};
inline Tables ratesOf(const std::vector<Rate>& rates)
{
    audits::ResultTable table{
        "rates", {std::string("Rates")}, {"group", "n", "rate", "low", "high"}, {}};
    for (const Rate& one : rates)
        table.rows.push_back(
            {base::DataText::roleValue(one.group, one.n), one.n, one.rate, one.low, one.high});
    return std::make_shared<const audits::ResultTable>(std::move(table));
}

inline charts::ChartSpec dots()
{
    return charts::rateChart("rates", "95 %", charts::ChartSpec::Order::ByValue);
}

/// Rows per range of numbers.
inline Tables binsOf(const std::vector<std::int64_t>& counts)
{
    audits::ResultTable table{"bins", {std::string("Bins")}, {"low", "high", "rows"}, {}};
    for (std::size_t i = 0; i < counts.size(); ++i)
        table.rows.push_back({static_cast<double>(i), static_cast<double>(i + 1), counts[i]});
    return std::make_shared<const audits::ResultTable>(std::move(table));
}

inline charts::ChartSpec histogram()
{
    return {"bins", charts::ChartSpec::Kind::Histogram, "bins", "rows"};
}

} // namespace cupel::ui::test
