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
        Pair{"composed and decomposed", "caf\u00e9", "cafe\u0301", true},
        Pair{"case and composition", "CAF\u00c9", "cafe\u0301", true},
        Pair{"accent or none", "caf\u00e9", "cafe", false},
        Pair{"other accent", "caf\u00e9", "cafe\u0300", false},
        Pair{"two marks in part", "\u1ec7", "\u00ea\u0323", true},
        Pair{"two marks in the other order", "e\u0302\u0323", "e\u0323\u0302", true},
        Pair{"two marks of one class keep their order", "a\u0301\u0302", "a\u0302\u0301", false},
        Pair{"Cyrillic short i", "\u0419", "\u0438\u0306", true},
        Pair{"Greek with two marks", "\u0390", "\u03b9\u0308\u0301", true},
        Pair{"Hangul", "\ud55c\uae00", "\u1112\u1161\u11ab\u1100\u1173\u11af", true},
        Pair{"other Hangul", "\uac00", "\uac01", false}, Pair{"beyond the plane", "👩", "👨", false},
        Pair{"other words", "men", "women", false}));

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
