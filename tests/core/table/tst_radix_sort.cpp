#include "core/table/radix_sort.h"

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace cupel::table {
namespace {

template <typename Key> void expectSorted(std::vector<Key> keys)
{
    RadixKeys<Key> radix(keys.size());
    for (const Key key : keys)
        radix.push(key);
    std::sort(keys.begin(), keys.end());
    const std::span<const Key> sorted = radix.sorted(keys.back());
    EXPECT_TRUE(std::equal(sorted.begin(), sorted.end(), keys.begin(), keys.end()));
}

template <typename Key> class RadixSort : public testing::Test {
};
using KeyTypes = testing::Types<std::uint32_t, std::uint64_t>;
TYPED_TEST_SUITE(RadixSort, KeyTypes);

TYPED_TEST(RadixSort, SortsKeysOfEveryWidth)
{
    std::mt19937_64 random(1);
    for (const std::size_t size : {std::size_t{1}, std::size_t{1'000}, std::size_t{3'000}}) {
        for (unsigned shift = 0; shift < sizeof(TypeParam) * 8; shift += 3) {
            std::vector<TypeParam> keys(size);
            for (TypeParam& key : keys)
                key = static_cast<TypeParam>(random()) >> shift;
            expectSorted(keys);
        }
    }
}

/// The highest digits tell such keys not apart.
TYPED_TEST(RadixSort, SortsKeysThatDifferInTheirLowBits)
{
    std::mt19937_64 random(2);
    std::vector<TypeParam> keys{std::numeric_limits<TypeParam>::max()};
    for (std::size_t i = 0; i < 5'000; ++i)
        keys.push_back(static_cast<TypeParam>(random() % 300));
    expectSorted(keys);
}

} // namespace
} // namespace cupel::table
