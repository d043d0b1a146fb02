#include "app/batch/exit_code.h"

#include <gtest/gtest.h>

namespace cupel::batch {
namespace {

TEST(StrongerCode, isTheOneThatTellsTheCallerMore)
{
    EXPECT_EQ(stronger(kClean, kFindings), kFindings);
    EXPECT_EQ(stronger(kFindings, kIncomplete), kIncomplete);
    EXPECT_EQ(stronger(kInternal, kCatalog), kInternal);
}

TEST(StrongerCode, ofASignalIsTheStrongest)
{
    for (const int code : {int(kClean), int(kFindings), int(kIncomplete), int(kInternal)}) {
        EXPECT_EQ(stronger(code, 130), 130);
        EXPECT_EQ(stronger(143, code), 143);
    }
}

} // namespace
} // namespace cupel::batch
