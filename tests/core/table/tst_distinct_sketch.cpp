#include "core/table/distinct_sketch.h"

#include <bit>
#include <string>

#include <gtest/gtest.h>

#include "core/table/cell_hash.h"

namespace cupel::table {
namespace {

DistinctSketch sketchOf(std::uint64_t begin, std::uint64_t end)
{
    DistinctSketch sketch;
    for (std::uint64_t i = begin; i < end; ++i)
        sketch.add(std::bit_cast<std::uint64_t>(static_cast<double>(i)));
    return sketch;
}

TEST(DistinctSketch, IsExactToItsLimit)
{
    DistinctSketch sketch = sketchOf(0, 131'072);
    sketch.merge(sketchOf(0, 131'072));
    EXPECT_EQ(sketch.count().value, 131'072);
    EXPECT_TRUE(sketch.count().exact);
    sketch.add(std::bit_cast<std::uint64_t>(0.5));
    EXPECT_FALSE(sketch.count().exact);
}

/// Whole numbers as doubles have few different bits, and those at the top.
TEST(DistinctSketch, EstimatesWithinTwoPercent)
{
    for (const int distinct : {131'073, 200'000, 500'000, 1'000'000, 3'000'000}) {
        const Distinct count = sketchOf(0, static_cast<std::uint64_t>(distinct)).count();
        EXPECT_FALSE(count.exact);
        EXPECT_NEAR(static_cast<double>(count.value), distinct, 0.02 * distinct);
    }
    DistinctSketch texts;
    constexpr int kTexts = 400'000;
    for (int i = 0; i < kTexts; ++i)
        texts.add(cellHash("id-" + std::to_string(i)));
    EXPECT_NEAR(static_cast<double>(texts.count().value), kTexts, 0.02 * kTexts);
}

TEST(DistinctSketch, DoesNotDependOnHowItWasMerged)
{
    const Distinct whole = sketchOf(0, 300'000).count();
    DistinctSketch exactIntoEstimate = sketchOf(0, 200'000);
    exactIntoEstimate.merge(sketchOf(150'000, 300'000 - 50'000));
    exactIntoEstimate.merge(sketchOf(250'000, 300'000));
    EXPECT_EQ(exactIntoEstimate.count().value, whole.value);
    DistinctSketch estimateIntoExact = sketchOf(250'000, 300'000);
    estimateIntoExact.merge(sketchOf(0, 260'000));
    EXPECT_EQ(estimateIntoExact.count().value, whole.value);
    DistinctSketch exactIntoExact = sketchOf(0, 100'000);
    exactIntoExact.merge(sketchOf(100'000, 200'000));
    exactIntoExact.merge(sketchOf(200'000, 300'000));
    EXPECT_EQ(exactIntoExact.count().value, whole.value);
}

TEST(DistinctSketch, EmptyAndZero)
{
    DistinctSketch sketch;
    EXPECT_EQ(sketch.count().value, 0);
    sketch.add(0);
    sketch.add(0);
    EXPECT_EQ(sketch.count().value, 1);
}

} // namespace
} // namespace cupel::table
