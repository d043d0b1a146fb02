#include "core/reports/mini_histogram.h"

#include "core/base/number.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {

MiniHistogram miniHistogramOf(const table::NumberSummary& numbers)
{
    MiniHistogram mini;
    mini.counts.assign(numbers.counts.begin(), numbers.counts.end());
    mini.summary = "Histogram from " + figureText(numbers.min) + " to " + figureText(numbers.max)
        + ", median " + figureText(numbers.quantiles[2]);
    return mini;
}

MiniHistogram miniHistogramOf(const std::vector<table::ValueCount>& top)
{
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
