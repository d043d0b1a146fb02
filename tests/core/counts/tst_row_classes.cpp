#include "core/counts/row_classes.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "core/counts/flat_map.h"

namespace cupel::counts {
namespace {

using Classes = std::vector<std::vector<std::uint32_t>>;

/// Some of 1 to 4 rows each, and one that a fifth of all rows are in.
std::vector<std::uint64_t> keysOfRows(std::uint32_t rows)
{
    std::vector<std::uint64_t> keys;
    for (std::uint32_t row = 0; row < rows; ++row)
        keys.push_back(row % 5 == 0 ? 0 : mixBits(row) % (rows / 2));
    return keys;
}

Classes found(const std::vector<std::uint64_t>& keys, unsigned threads, std::uint64_t groupRows)
{
    const HashesOf hashes
        = [&keys](std::uint64_t firstRow, std::size_t rows, std::uint64_t* scratch) {
              for (std::size_t i = 0; i < rows; ++i)
                  scratch[i] = mixBits(keys[firstRow + i]);
              return scratch;
          };
    const SplitCandidates split = [](std::span<const std::uint32_t> rows, RowClasses& classes) {
        classes.add(rows);
        return base::Result<void>();
    };
    const auto classes = findClasses(keys.size(), hashes, threads, split, {}, groupRows);
    Classes sorted;
    for (std::size_t i = 0; classes && i < classes->size(); ++i)
        sorted.emplace_back(classes->at(i).begin(), classes->at(i).end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

Classes expected(const std::vector<std::uint64_t>& keys)
{
    std::map<std::uint64_t, std::vector<std::uint32_t>> byKey;
    for (std::uint32_t row = 0; row < keys.size(); ++row)
        byKey[keys[row]].push_back(row);
    Classes classes;
    for (const auto& [key, rows] : byKey) {
        if (rows.size() > 1)
            classes.push_back(rows);
    }
    std::sort(classes.begin(), classes.end());
    return classes;
}

/// However few rows are in memory at a time, and whoever looks at them.
TEST(RowClasses, AreTheRowsWithEqualHashes)
{
    for (const std::uint32_t rows : {10u, 5'000u, 200'000u}) {
        const std::vector<std::uint64_t> keys = keysOfRows(rows);
        const Classes wanted = expected(keys);
        ASSERT_FALSE(wanted.empty());
        for (const unsigned threads : {1u, 3u}) {
            for (const std::uint64_t groupRows : {std::uint64_t{1}, kGroupRows})
                EXPECT_EQ(found(keys, threads, groupRows), wanted) << rows << " rows";
        }
    }
}

} // namespace
} // namespace cupel::counts
