#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace cupel::table {

inline constexpr std::uint64_t kTopBit = std::uint64_t{1} << 63;

/// Whether an element is the sentinel of its kind.
template <typename T> bool isMissing(T value)
{
    if constexpr (std::is_floating_point_v<T>)
        return std::isnan(value);
    else
        return value == std::numeric_limits<T>::min();
}

/// An unsigned number in the order of the values.
template <typename T> std::uint64_t toKey(T value)
{
    if constexpr (std::is_floating_point_v<T>) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        return (bits & kTopBit) != 0 ? ~bits : bits | kTopBit;
    } else {
        return static_cast<std::uint64_t>(std::int64_t{value}) ^ kTopBit;
    }
}

/// The value that toKey() made the key of.
template <typename T> T fromKey(std::uint64_t key)
{
    if constexpr (std::is_floating_point_v<T>)
        return std::bit_cast<T>((key & kTopBit) != 0 ? key ^ kTopBit : ~key);
    else
        return static_cast<T>(static_cast<std::int64_t>(key ^ kTopBit));
}

} // namespace cupel::table
