#include "core/base/hash.h"

#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace cupel::base {

Digest128 digest128(const void* bytes, std::size_t size)
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes, size));
    Digest128 digest{};
    std::memcpy(digest.data(), canonical.digest, digest.size());
    return digest;
}

std::string hex(const Digest128& digest)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string changeHash(const std::vector<Digest128>& leaves)
{
    return "xxh3-128:" + hex(digest128(leaves.data(), leaves.size() * sizeof(Digest128)));
}

} // namespace cupel::base
