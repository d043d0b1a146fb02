#include "core/license/folded_text.h"

#include <array>
#include <cstddef>

#include "core/base/utf8.h"

namespace cupel::license {
namespace {

/// Base letters of U+00C0 to U+017F; '?': spelled out below, or not a letter with an accent.
constexpr std::string_view kLatin
    = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?lllllll"
      "lllnnnnnnn??oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// Base letters of U+1E00 to U+1EFF.
constexpr std::string_view kLatinAdditional
    = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      "wwwwwwwwwwxxxxyyzzzzzzhtwy?s????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

/// Windows-1252, bytes 0x80 to 0x9F.
constexpr std::array<char32_t, 32> kWindows{0x20AC, 0x20, 0x201A, 0x192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x20, 0x17D, 0x20, 0x20, 0x2018, 0x2019, 0x201C,
    0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x20, 0x17E, 0x178};

void append(std::string& text, char32_t point)
{
    const auto byte = [](char32_t value) { return static_cast<char>(value & 0xFF); };
    if (point < 0x80) {
        text += byte(point);
    } else if (point < 0x800) {
        text += byte(0xC0 | (point >> 6));
        text += byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        text += byte(0xE0 | (point >> 12));
        text += byte(0x80 | ((point >> 6) & 0x3F));
        text += byte(0x80 | (point & 0x3F));
    } else {
        text += byte(0xF0 | (point >> 18));
        text += byte(0x80 | ((point >> 12) & 0x3F));
        text += byte(0x80 | ((point >> 6) & 0x3F));
        text += byte(0x80 | (point & 0x3F));
    }
}

/// The code point at `at` of valid UTF-8; moves `at` behind it.
char32_t next(std::string_view text, std::size_t& at)
{
    const auto byte = [&] { return static_cast<unsigned char>(text[at++]); };
    const char32_t first = byte();
    if (first < 0x80)
        return first;
    int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    char32_t point = first & (0x3FU >> more);
    while (more-- > 0)
        point = point << 6 | (byte() & 0x3F);
    return point;
}

bool within(char32_t point, char32_t first, char32_t last)
{
    return point >= first && point <= last;
}

/// Letters that more than one letter stands for, and signs with a meaning.
const char* spelledOut(char32_t point)
{
    switch (point) {
    case 0xA9:
        return "(c)";
    case 0xC6:
    case 0xE6:
        return "ae";
    case 0x152:
    case 0x153:
        return "oe";
    case 0xDF:
    case 0x1E9E:
        return "ss";
    case 0x132:
    case 0x133:
        return "ij";
    case 0xB9:
        return "1";
    case 0xB2:
        return "2";
    case 0xB3:
        return "3";
    case 0xBC:
        return " 1/4 ";
    case 0xBD:
        return " 1/2 ";
    case 0xBE:
        return " 3/4 ";
    case 0x2026:
        return "...";
    case 0x2022:
    case 0x2023:
    case 0x25E6:
    case 0x25AA:
    case 0x25CF:
    case 0xB7:
        return "*";
    case 0xFB00:
        return "ff";
    case 0xFB01:
        return "fi";
    case 0xFB02:
        return "fl";
    case 0xFB03:
        return "ffi";
    case 0xFB04:
        return "ffl";
    case 0xFB05:
    case 0xFB06:
        return "st";
    default:
        return nullptr;
    }
}

bool isInvisible(char32_t point)
{
    return point == 0xAD || within(point, 0x300, 0x36F) || within(point, 0x200B, 0x200F)
        || within(point, 0x202A, 0x202E) || within(point, 0x2060, 0x206F) || point == 0xFEFF
        || within(point, 0xFE00, 0xFE0F);
}

bool isQuote(char32_t point)
{
    return point == '"' || point == '`' || point == 0xAB || point == 0xBB || point == 0xB4
        || within(point, 0x2018, 0x201F) || within(point, 0x2032, 0x2036) || point == 0x2039
        || point == 0x203A || point == 0x2BC;
}

bool standsApart(char32_t point) // Han, Kana, their extensions
{
    return within(point, 0x3040, 0x30FF) || within(point, 0x3400, 0x4DBF)
        || within(point, 0x4E00, 0x9FFF) || within(point, 0xF900, 0xFAFF)
        || within(point, 0x20000, 0x3FFFF);
}

bool isSign(char32_t point) // punctuation and symbols beyond ASCII
{
    return within(point, 0x80, 0xBF) || point == 0xD7 || point == 0xF7
        || within(point, 0x2000, 0x2BFF) || within(point, 0x3000, 0x303F)
        || within(point, 0xE000, 0xF8FF) || within(point, 0xFE10, 0xFE6F)
        || within(point, 0xFF5F, 0xFF65) || within(point, 0xFFE0, 0xFFFF)
        || within(point, 0x1F000, 0x1FAFF);
}

void fold(std::string& to, char32_t point)
{
    if (within(point, 0xFF01, 0xFF5E)) // full width
        point -= 0xFEE0;
    if (within(point, 'A', 'Z'))
        to += static_cast<char>(point + 32);
    else if (isQuote(point))
        to += '\'';
    else if (point < 0x80)
        to += point == '\n' || point >= ' ' ? static_cast<char>(point) : ' ';
    else if (isInvisible(point))
        return;
    else if (const char* const spelled = spelledOut(point))
        to += spelled;
    else if (point == 0x2010 || point == 0x2011)
        to += '-';
    else if (within(point, 0x2012, 0x2015) || point == 0x2212)
        to += " - ";
    else if (within(point, 0xC0, 0x17F) && kLatin[point - 0xC0] != '?')
        to += kLatin[point - 0xC0];
    else if (within(point, 0x1E00, 0x1EFF) && kLatinAdditional[point - 0x1E00] != '?')
        to += kLatinAdditional[point - 0x1E00];
    else if (point == 0xD0 || point == 0xDE || within(point, 0x391, 0x3A9)
        || within(point, 0x410, 0x42F))
        append(to, point + 32);
    else if (within(point, 0x400, 0x40F))
        append(to, point + 80);
    else if (isSign(point))
        to += ' ';
    else if (standsApart(point)) {
        to += ' ';
        append(to, point);
        to += ' ';
    } else {
        append(to, point);
    }
}

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    std::string text;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (within(point, 0xD800, 0xDBFF) && at + 3 < bytes.size()
            && within(unit(at + 2), 0xDC00, 0xDFFF)) {
            point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        }
        append(text, within(point, 0xD800, 0xDFFF) ? U'\uFFFD' : point);
    }
    return text;
}

std::string fromWindows1252(std::string_view bytes)
{
    std::string text;
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        append(text, within(byte, 0x80, 0x9F) ? kWindows[byte - 0x80] : byte);
    }
    return text;
}

std::string withLineFeeds(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            result += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            result += '\n';
    }
    return result;
}

} // namespace

std::string foldCharacters(std::string_view utf8)
{
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();)
        fold(result, next(utf8, at));
    return result;
}

std::string decodeText(std::string_view bytes)
{
    if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF")
        return withLineFeeds(fromUtf16(bytes, bytes[0] == '\xFE'));
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
        bytes.remove_prefix(3);
    const bool isUtf8
        = base::firstInvalidUtf8(bytes.data(), bytes.size(), bytes.size()) == base::kValidUtf8;
    return isUtf8 ? withLineFeeds(bytes) : withLineFeeds(fromWindows1252(bytes));
}

std::vector<FoldedLine> splitLines(std::string_view text)
{
    std::vector<FoldedLine> lines;
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back({std::string(text.substr(0, end)), ++number});
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
        ? std::string_view()
        : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace cupel::license
