#include "core/audits/similar_names.h"

#include <gtest/gtest.h>

namespace cupel::audits {
namespace {

struct Pair {
    const char* title;
    const char* first;
    const char* second;
    bool alike;
};

class Folding : public testing::TestWithParam<Pair> { };

TEST_P(Folding, ComparesNames)
{
    const Pair& pair = GetParam();
    EXPECT_EQ(foldedName(pair.first) == foldedName(pair.second), pair.alike) << pair.title;
}

INSTANTIATE_TEST_SUITE_P(Names, Folding,
    testing::Values(Pair{"case", "Female", "female", true},
        Pair{"blank before", " lead", "lead", true}, Pair{"blank behind", "lead\t", "lead", true},
        Pair{"inner run", "a  b", "a b", true}, Pair{"blank or none", "a b", "ab", false},
        Pair{"no-break space", "\u00a0x", "x", true},
        Pair{"ideographic space", "x\u3000y", "x y", true}, Pair{"Latin-1", "ÉTÉ", "été", true},
        Pair{"times sign is no letter", "×", "÷", false},
        Pair{"Latin Extended-A, even upper", "Ān", "ān", true},
        Pair{"Latin Extended-A, odd upper", "Žena", "žena", true},
        Pair{"Greek", "ΕΛΛΆΔΑ", "εΛΛΆΔα", true}, Pair{"Cyrillic", "ЖЕНА", "жена", true},
        Pair{"Cyrillic, second row", "Ёж", "ёж", true},
        Pair{"composed and decomposed", "caf\u00e9", "cafe\u0301", false},
        Pair{"beyond the plane", "👩", "👨", false}, Pair{"other words", "men", "women", false}));

TEST(FoldedName, KeepsOtherTextByteForByte)
{
    EXPECT_EQ(foldedName("女性"), "女性");
    EXPECT_EQ(foldedName("👩‍🦽"), "👩‍🦽");
    EXPECT_EQ(foldedName("   "), "");
}

TEST(SimilarNames, AreGroupedInOrder)
{
    const auto groups = similarNames({"b", "A", "x", "B ", "a", " b"});
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0], (std::vector<std::size_t>{0, 3, 5}));
    EXPECT_EQ(groups[1], (std::vector<std::size_t>{1, 4}));
    EXPECT_TRUE(similarNames({"a", "b"}).empty());
}

} // namespace
} // namespace cupel::audits
