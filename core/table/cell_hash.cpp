#include "core/table/cell_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace cupel::table {

std::uint64_t cellHash(std::string_view text)
{
    if (text.size() > 16)
        return XXH3_64bits(text.data(), text.size());
    char bytes[16] = {};
    if (!text.empty())
        std::memcpy(bytes, text.data(), text.size());
    return cellHash({loadLittleEndian(bytes), loadLittleEndian(bytes + 8)}, text.size());
}

} // namespace cupel::table
