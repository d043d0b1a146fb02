#include "core/table/buffer.h"

#include <cstdint>
#include <utility>

#include <gtest/gtest.h>

namespace cupel::table {
namespace {

class BufferSizes : public testing::TestWithParam<std::size_t> { };

TEST_P(BufferSizes, IsZeroedAlignedAndPadded)
{
    const Buffer buffer(GetParam());
    EXPECT_EQ(buffer.size(), GetParam());
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(buffer.data()) % 64, 0u);
    for (std::size_t i = 0; i < GetParam() + 64; ++i)
        ASSERT_EQ(buffer.data()[i], std::byte{0}) << i;
}

TEST_P(BufferSizes, IsWritableToItsEnd)
{
    Buffer buffer(GetParam());
    for (std::size_t i = 0; i < GetParam(); ++i)
        buffer.data()[i] = std::byte{1};
    const Buffer moved(std::move(buffer));
    EXPECT_EQ(moved.size(), GetParam());
    EXPECT_EQ(buffer.size(), 0u);
    EXPECT_EQ(buffer.data(), nullptr);
    for (std::size_t i = 0; i < GetParam(); ++i)
        ASSERT_EQ(moved.data()[i], std::byte{1}) << i;
}

constexpr std::size_t kMiB = std::size_t{1} << 20;
INSTANTIATE_TEST_SUITE_P(AroundTheChangeToPages, BufferSizes,
    testing::Values(
        0, 1, 63, 64, 65, kMiB - 1, kMiB, kMiB + 4032, kMiB + 4033, 2 * kMiB, 5 * kMiB + 7));

} // namespace
} // namespace cupel::table
