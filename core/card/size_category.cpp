#include "core/card/size_category.h"

#include <algorithm>
#include <array>
#include <limits>

namespace cupel::card {
namespace {

struct Category {
    std::string_view name;
    std::int64_t end; ///< one row more is another category
};
constexpr std::array<Category, 11> kCategories{{
    {"n<1K", 1'000},
    {"1K<n<10K", 10'000},
    {"10K<n<100K", 100'000},
    {"100K<n<1M", 1'000'000},
    {"1M<n<10M", 10'000'000},
    {"10M<n<100M", 100'000'000},
    {"100M<n<1B", 1'000'000'000},
    {"1B<n<10B", 10'000'000'000},
    {"10B<n<100B", 100'000'000'000},
    {"100B<n<1T", 1'000'000'000'000},
    {"n>1T", std::numeric_limits<std::int64_t>::max()},
}};

} // namespace

std::string_view sizeCategory(std::int64_t rows)
{
    return std::find_if(kCategories.begin(), kCategories.end() - 1, [rows](const Category& one) {
        return rows < one.end;
    })->name;
}

bool isSizeCategory(std::string_view name)
{
    return std::any_of(kCategories.begin(), kCategories.end(),
        [name](const Category& one) { return one.name == name; });
}

} // namespace cupel::card
