#include <gtest/gtest.h>

#include <vector>

#include "core/base/hash.h"

using namespace cupel::base;

TEST(Hash, IsXxh3InCanonicalForm)
{
    // The digest of no bytes, as the reference program prints it: xxhsum -H2 /dev/null.
    EXPECT_EQ(hex(digest128("", 0)), "99aa06d3014798d86001c324468d497f");
}

TEST(Hash, ChangeHashDependsOnEveryLeafAndTheirOrder)
{
    const Digest128 a = digest128("a", 1);
    const Digest128 b = digest128("b", 1);
    EXPECT_EQ(changeHash({a, b}).substr(0, 9), "xxh3-128:");
    EXPECT_EQ(changeHash({a, b}).size(), 41u);
    EXPECT_NE(changeHash({a, b}), changeHash({b, a}));
    EXPECT_NE(changeHash({a}), changeHash({a, b}));
}
