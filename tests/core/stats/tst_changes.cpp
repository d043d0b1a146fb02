#include "core/stats/changes.h"

#include <gtest/gtest.h>

#include <vector>

namespace cupel::stats {
namespace {

using base::Figure;

TEST(Changes, RangeAndLastMinusFirst)
{
    const std::vector<Figure> figures{0.5, 0.25, 1.0, 0.25};
    EXPECT_EQ(rangeOf(figures).value(), 0.75);
    EXPECT_EQ(lastMinusFirst(figures).value(), -0.25);
}

TEST(Changes, UndefinedOnesArePassedOverNotFilledIn)
{
    const Figure none = Figure::undefined("no rows");
    const std::vector<Figure> figures{none, -0.5, none, 0.25, none};
    EXPECT_EQ(rangeOf(figures).value(), 0.75);
    EXPECT_EQ(lastMinusFirst(figures).value(), 0.75);
}

TEST(Changes, FewerThanTwoAreUndefined)
{
    const Figure none = Figure::undefined("no rows");
    for (const std::vector<Figure>& figures :
        {std::vector<Figure>{}, std::vector<Figure>{none, 0.5}, std::vector<Figure>{none, none}}) {
        EXPECT_FALSE(rangeOf(figures).isDefined());
        EXPECT_EQ(
            lastMinusFirst(figures).reason(), "the figure is defined in fewer than two splits");
    }
}

} // namespace
} // namespace cupel::stats
