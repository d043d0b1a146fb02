#include "core/table/dictionary.h"

#include <string>

#include <gtest/gtest.h>

#include "core/table/column.h"

namespace cupel::table {
namespace {

TEST(Dictionary, GivesBackItsEntries)
{
    const std::string withZero("a\0b", 3);
    const Dictionary dictionary(
        {{"x", 7, std::nullopt}, {withZero, 2, std::nullopt}, {"", 1, 2.5}});
    ASSERT_EQ(dictionary.size(), 3u);
    EXPECT_EQ(dictionary.value(1), "x");
    EXPECT_EQ(dictionary.value(2), withZero);
    EXPECT_EQ(dictionary.value(3), "");
    EXPECT_EQ(dictionary.count(2), 2);
    EXPECT_FALSE(dictionary.number(1).has_value());
    EXPECT_EQ(dictionary.number(3), 2.5);
    EXPECT_EQ(dictionary.find(withZero), 2u);
    EXPECT_FALSE(dictionary.find("a").has_value());
}

TEST(Dictionary, EmptyOneHasNothing)
{
    const Dictionary dictionary({});
    EXPECT_EQ(dictionary.size(), 0u);
    EXPECT_FALSE(dictionary.find("").has_value());
}

TEST(ColumnType, NamesReadBack)
{
    for (const ColumnType type : {ColumnType::Text, ColumnType::Integer, ColumnType::Number,
             ColumnType::Boolean, ColumnType::Date, ColumnType::DateTime})
        EXPECT_EQ(typeFromName(typeName(type)), type);
    EXPECT_EQ(typeName(ColumnType::DateTime), "datetime");
    EXPECT_FALSE(typeFromName("Integer").has_value());
}

} // namespace
} // namespace cupel::table
