#include "core/reports/mini_histogram.h"

#include "core/base/number.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

MiniHistogram oneBar(std::int64_t rows, const std::string& what)
{
    MiniHistogram mini;
    mini.counts = {rows};
    mini.summary = what + " in " + base::groupedDigits(rows) + (rows == 1 ? " row" : " rows");
    return mini;
}

} // namespace

MiniHistogram miniHistogramOf(const table::NumberSummary& numbers)
{
    if (numbers.min >= numbers.max)
        return oneBar(numbers.n, "The same number, " + figureText(numbers.min) + ",");
    MiniHistogram mini;
    mini.counts.assign(numbers.counts.begin(), numbers.counts.end());
    mini.summary = "Histogram from " + figureText(numbers.min) + " to " + figureText(numbers.max)
        + ", median " + figureText(numbers.quantiles[2]);
    return mini;
}

MiniHistogram miniHistogramOf(const std::vector<table::ValueCount>& top)
{
    if (top.size() == 1)
        return oneBar(top.front().count, "The same value");
    MiniHistogram mini;
    mini.bars = MiniHistogram::Bars::Values;
    for (const table::ValueCount& one : top)
        mini.counts.push_back(one.count);
    mini.summary = "Rows of the " + base::groupedDigits(static_cast<std::int64_t>(top.size()))
        + " most frequent values, from " + base::groupedDigits(mini.counts.front()) + " to "
        + base::groupedDigits(mini.counts.back());
    return mini;
}

} // namespace cupel::reports
