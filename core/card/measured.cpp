#include "core/card/measured.h"

#include <algorithm>

namespace cupel::card {

std::int64_t MeasuredValues::present() const
{
    std::int64_t sum = 0;
    for (const ValueRows& one : values)
        sum += one.rows;
    return sum;
}

const ValueRows* MeasuredValues::find(const std::string& value) const
{
    const auto found = std::find_if(values.begin(), values.end(),
        [&value](const ValueRows& one) { return one.value == value; });
    return found == values.end() ? nullptr : &*found;
}

bool Measured::hasColumn(const std::string& name) const
{
    return std::any_of(columns.begin(), columns.end(),
        [&name](const MeasuredColumn& column) { return column.name == name; });
}

} // namespace cupel::card
