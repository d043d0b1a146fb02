#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace cupel::base {
namespace {

std::string hashOf(const std::string& text, std::size_t piece)
{
    Sha256 sha256;
    for (std::size_t at = 0; at < text.size(); at += piece)
        sha256.add(text.data() + at, std::min(piece, text.size() - at));
    return sha256.hex();
}

/// Examples that NIST published with FIPS 180.
TEST(Sha256, IsThatOfTheStandard)
{
    EXPECT_EQ(hashOf("", 1), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hashOf("abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 7),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hashOf(std::string(1'000'000, 'a'), 4'097),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

} // namespace
} // namespace cupel::base
