#pragma once

#include <cstdint>
#include <string_view>

namespace cupel::card {

/// What dataset cards call a number of rows: "10K<n<100K". The lower bound belongs to a category,
/// the upper one to the next.
std::string_view sizeCategory(std::int64_t rows);
bool isSizeCategory(std::string_view name);

} // namespace cupel::card
