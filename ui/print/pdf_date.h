#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace cupel::ui {

/// A file of QPdfWriter with this date instead of the time and the time zone it was made in.
/// Everything that lies behind it in the file is found again. `date`: seconds since 1970; none:
/// the file says none.
std::string withDate(std::string pdf, std::optional<std::int64_t> date);

} // namespace cupel::ui
