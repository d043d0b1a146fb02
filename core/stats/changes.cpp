#include "core/stats/changes.h"

#include <algorithm>
#include <vector>

namespace cupel::stats {

namespace {

std::vector<double> definedOnes(std::span<const base::Figure> figures)
{
    std::vector<double> values;
    for (const base::Figure& figure : figures) {
        if (figure.isDefined())
            values.push_back(figure.value());
    }
    return values;
}

base::Figure tooFew()
{
    return base::Figure::undefined("the figure is defined in fewer than two splits");
}

} // namespace

base::Figure rangeOf(std::span<const base::Figure> figures)
{
    const std::vector<double> values = definedOnes(figures);
    if (values.size() < 2)
        return tooFew();
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return *most - *least;
}

base::Figure lastMinusFirst(std::span<const base::Figure> figures)
{
    const std::vector<double> values = definedOnes(figures);
    if (values.size() < 2)
        return tooFew();
    return values.back() - values.front();
}

} // namespace cupel::stats
