#include "core/license/detection.h"

#include <gtest/gtest.h>

namespace cupel::license {
namespace {

TEST(Detection, NamesTheClassesAsTheContractDoes)
{
    EXPECT_EQ(className(TextClass::Exact), "exact");
    EXPECT_EQ(className(TextClass::High), "high");
    EXPECT_EQ(className(TextClass::Embedded), "embedded");
    EXPECT_EQ(className(TextClass::Modified), "modified");
    EXPECT_EQ(className(TextClass::Partial), "partial");
    EXPECT_EQ(className(TextClass::Multiple), "multiple");
    EXPECT_EQ(className(TextClass::Reference), "reference");
    EXPECT_EQ(className(TextClass::None), "none");
}

TEST(Detection, OnlyAWholeUnchangedTextIsClean)
{
    EXPECT_TRUE(isClean(TextClass::Exact));
    EXPECT_TRUE(isClean(TextClass::High));
    EXPECT_TRUE(isClean(TextClass::Embedded));
    for (const TextClass kind : {TextClass::Modified, TextClass::Partial, TextClass::Multiple,
             TextClass::Reference, TextClass::None})
        EXPECT_FALSE(isClean(kind)) << className(kind);
}

} // namespace
} // namespace cupel::license
