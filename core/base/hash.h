#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cupel::base {

using Digest128 = std::array<unsigned char, 16>; ///< XXH3-128 in canonical (big-endian) form

/// XXH3-128 of some bytes.
Digest128 digest128(const void* bytes, std::size_t size);
/// Lower-case hexadecimal.
std::string hex(const Digest128& digest);

/// Bytes of a file per leaf of its change hash.
inline constexpr std::size_t kHashLeafBytes = std::size_t{512} << 10;
/// "xxh3-128:" + hex of the digest over the digests of a file's leaves, in order. For telling
/// whether a file changed, not against forgery.
std::string changeHash(const std::vector<Digest128>& leaves);

} // namespace cupel::base
