#include "core/table/value_kind.h"

#include <string>

#include <gtest/gtest.h>

namespace cupel::table {
namespace {

struct KindCase {
    const char* text;
    ValueKind kind;
};

class ValueKinds : public testing::TestWithParam<KindCase> { };

TEST_P(ValueKinds, IsKnown)
{
    EXPECT_EQ(valueKind(GetParam().text), GetParam().kind) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Texts, ValueKinds,
    testing::Values(KindCase{"0", ValueKind::Integer}, KindCase{"-12", ValueKind::Integer},
        KindCase{"9223372036854775807", ValueKind::Integer},
        KindCase{"-9223372036854775807", ValueKind::Integer},
        KindCase{"-9223372036854775808", ValueKind::Decimal},
        KindCase{"9223372036854775808", ValueKind::Other}, KindCase{"-0", ValueKind::Decimal},
        KindCase{"1.50", ValueKind::Decimal}, KindCase{".5", ValueKind::Decimal},
        KindCase{"1e5", ValueKind::Decimal}, KindCase{"007", ValueKind::Other},
        KindCase{" 7", ValueKind::Other}, KindCase{"+7", ValueKind::Other},
        KindCase{"", ValueKind::Other}, KindCase{"-", ValueKind::Other},
        KindCase{"nan", ValueKind::Other}, KindCase{"true", ValueKind::Boolean},
        KindCase{"FALSE", ValueKind::Boolean}, KindCase{"True", ValueKind::Boolean},
        KindCase{"tRUE", ValueKind::Other}, KindCase{"t", ValueKind::Other},
        KindCase{"false ", ValueKind::Other}));

INSTANTIATE_TEST_SUITE_P(Times, ValueKinds,
    testing::Values(KindCase{"2024-02-29", ValueKind::Date},
        KindCase{"2023-02-29", ValueKind::Other}, KindCase{"2000-02-29", ValueKind::Date},
        KindCase{"1900-02-29", ValueKind::Other}, KindCase{"2024-04-31", ValueKind::Other},
        KindCase{"2024-13-01", ValueKind::Other}, KindCase{"2024-00-01", ValueKind::Other},
        KindCase{"2024-01-00", ValueKind::Other}, KindCase{"2024-1-01", ValueKind::Other},
        KindCase{"20240101", ValueKind::Integer}, KindCase{"2024-01-01T00:00", ValueKind::DateTime},
        KindCase{"2024-01-01 23:59:59", ValueKind::DateTime},
        KindCase{"2024-01-01T12:30:60Z", ValueKind::DateTime},
        KindCase{"2024-01-01T12:30:15.123456+05:30", ValueKind::DateTime},
        KindCase{"2024-01-01T12:30-08:00", ValueKind::DateTime},
        KindCase{"2024-01-01T24:00", ValueKind::Other},
        KindCase{"2024-01-01T12:60", ValueKind::Other},
        KindCase{"2024-01-01T12:30:61", ValueKind::Other},
        KindCase{"2024-01-01T12:30:15.", ValueKind::Other},
        KindCase{"2024-01-01T12:30+0530", ValueKind::Other},
        KindCase{"2024-01-01T12:30ZZ", ValueKind::Other}, KindCase{"2024-01-01T", ValueKind::Other},
        KindCase{"2024-01-01x12:30", ValueKind::Other}, KindCase{"2024-01-01T12", ValueKind::Other},
        KindCase{"2023-02-29T12:30", ValueKind::Other}));

KindRows rowsOf(
    std::int64_t integers, std::int64_t decimals, std::int64_t dates, std::int64_t others)
{
    KindRows rows;
    rows[ValueKind::Integer] = integers;
    rows[ValueKind::Decimal] = decimals;
    rows[ValueKind::Date] = dates;
    rows[ValueKind::Other] = others;
    return rows;
}

TEST(TypeOf, NeedsEveryRow)
{
    EXPECT_EQ(typeOf(rowsOf(3, 0, 0, 0)), ColumnType::Integer);
    EXPECT_EQ(typeOf(rowsOf(3, 1, 0, 0)), ColumnType::Number);
    EXPECT_EQ(typeOf(rowsOf(0, 0, 2, 0)), ColumnType::Date);
    EXPECT_EQ(typeOf(rowsOf(1000, 0, 0, 1)), ColumnType::Text);
    EXPECT_EQ(typeOf(rowsOf(1, 0, 1, 0)), ColumnType::Text);
    EXPECT_EQ(typeOf(rowsOf(0, 0, 0, 0)), ColumnType::Text);
}

TEST(LikelyType, NeedsMostRows)
{
    EXPECT_EQ(likelyType(rowsOf(3, 0, 0, 2)), ColumnType::Integer);
    EXPECT_EQ(likelyType(rowsOf(2, 1, 0, 2)), ColumnType::Number);
    EXPECT_EQ(likelyType(rowsOf(2, 0, 0, 2)), ColumnType::Text);
    EXPECT_EQ(likelyType(rowsOf(1, 0, 5, 3)), ColumnType::Date);
}

} // namespace
} // namespace cupel::table
