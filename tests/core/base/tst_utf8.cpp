#include <gtest/gtest.h>

#include <string>

#include "core/base/utf8.h"

using cupel::base::firstInvalidUtf8;
using cupel::base::kValidUtf8;

namespace {

std::size_t check(const std::string& text)
{
    return firstInvalidUtf8(text.data(), text.size(), text.size());
}

TEST(Utf8, AcceptsEveryScalarValue)
{
    std::string text;
    for (unsigned code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        if (code < 0x80) {
            text += static_cast<char>(code);
        } else if (code < 0x800) {
            text += static_cast<char>(0xC0 | code >> 6);
            text += static_cast<char>(0x80 | (code & 0x3F));
        } else if (code < 0x10000) {
            text += static_cast<char>(0xE0 | code >> 12);
            text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            text += static_cast<char>(0xF0 | code >> 18);
            text += static_cast<char>(0x80 | (code >> 12 & 0x3F));
            text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    EXPECT_EQ(check(text), kValidUtf8);
}

struct Invalid {
    const char* name;
    std::string bytes;
};
class Utf8Invalid : public testing::TestWithParam<Invalid> { };

TEST_P(Utf8Invalid, IsFoundAtEveryPlace)
{
    for (std::size_t before = 0; before < 140; ++before) {
        const std::string text = std::string(before, 'a') + GetParam().bytes + std::string(70, 'b');
        EXPECT_EQ(check(text), before);
        const std::string last = std::string(before, 'a') + GetParam().bytes;
        EXPECT_EQ(check(last), before);
    }
}

INSTANTIATE_TEST_SUITE_P(Sequences, Utf8Invalid,
    testing::Values(Invalid{"continuation", "\x80"}, Invalid{"latin1", "\xE9z"},
        Invalid{"overlong_two", "\xC0\xAF"}, Invalid{"overlong_three", "\xE0\x80\xAF"},
        Invalid{"overlong_four", "\xF0\x80\x80\xAF"}, Invalid{"surrogate", "\xED\xA0\x80"},
        Invalid{"above_last", "\xF4\x90\x80\x80"}, Invalid{"five_bytes", "\xF8\x88\x80\x80\x80"},
        Invalid{"cut_two", "\xC3"}, Invalid{"cut_three", "\xE2\x82"},
        Invalid{"cut_four", "\xF0\x9F\x98"}),
    [](const auto& entry) { return std::string(entry.param.name); });

TEST(Utf8, SequencesAcrossTheLimitUseWhatFollows)
{
    const std::string text = "ab\xE2\x82\xAC";
    EXPECT_EQ(firstInvalidUtf8(text.data(), 3, 5), kValidUtf8);
    EXPECT_EQ(firstInvalidUtf8(text.data(), 3, 4), 2u);
}

} // namespace
