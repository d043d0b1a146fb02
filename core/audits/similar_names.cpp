#include "core/audits/similar_names.h"

#include "core/audits/letter_marks.h"

#include <cstdint>
#include <map>

namespace cupel::audits {

namespace {

/// Decode one code point of valid UTF-8; a stray byte stands for itself.
char32_t decode(std::string_view text, std::size_t& at)
{
    const auto byte
        = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(at);
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    char32_t code = size == 4 ? first & 0x07U
        : size == 3           ? first & 0x0FU
        : size == 2           ? first & 0x1FU
                              : first;
    for (std::size_t i = 1; i < size; ++i)
        code = code << 6U | (byte(at + i) & 0x3FU);
    at += size;
    return code;
}

bool isBlank(char32_t code)
{
    return code == U' ' || (code >= 0x09 && code <= 0x0D) || code == 0xA0
        || (code >= 0x2000 && code <= 0x200B) || code == 0x3000;
}

/// Simple lower-case mapping of the ranges named in the header.
char32_t lower(char32_t code)
{
    if ((code >= U'A' && code <= U'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7)
        || (code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F))
        return code + 0x20;
    if (code >= 0x400 && code <= 0x40F)
        return code + 0x50;
    // Latin Extended-A pairs upper and lower letters, upper even in some stretches, odd in others.
    const bool upperIsEven
        = (code >= 0x100 && code <= 0x137 && code != 0x130) || (code >= 0x14A && code <= 0x177);
    const bool upperIsOdd = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if ((upperIsEven && code % 2 == 0) || (upperIsOdd && code % 2 == 1))
        return code + 1;
    return code;
}

void encode(char32_t code, std::string& text)
{
    const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | code >> 6);
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | code >> 18);
        add(0x80 | (code >> 12 & 0x3F));
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

} // namespace

std::string foldedName(std::string_view name)
{
    std::u32string letters;
    for (std::size_t at = 0; at < name.size();)
        appendDecomposed(decode(name, at), letters);
    std::string folded;
    bool blankBefore = false;
    for (const char32_t code : letters) {
        if (isBlank(code)) {
            blankBefore = !folded.empty();
            continue;
        }
        if (blankBefore)
            folded += ' ';
        blankBefore = false;
        encode(lower(code), folded);
    }
    return folded;
}

std::vector<std::vector<std::size_t>> similarNames(const std::vector<std::string>& names)
{
    std::map<std::string, std::size_t> groupOf;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto [place, isNew] = groupOf.emplace(foldedName(names[i]), groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(i);
    }
    std::erase_if(groups, [](const std::vector<std::size_t>& group) { return group.size() < 2; });
    return groups;
}

} // namespace cupel::audits
