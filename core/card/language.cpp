#include "core/card/language.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "core/base/utf8.h"

namespace cupel::card {
namespace {

constexpr int kLeastBytes = 20; ///< of letters; shorter texts are mostly guesses
constexpr int kLeastPercent = 80; ///< of the text in one language

using CodePair = std::pair<std::string_view, std::string_view>;

/// ISO 639-2 and 639-3 codes of languages that have a two-letter code (the commonest).
constexpr std::array<CodePair, 70> kLongCodes{
    {{"afr", "af"}, {"amh", "am"}, {"ara", "ar"}, {"aze", "az"}, {"bel", "be"}, {"ben", "bn"},
        {"bos", "bs"}, {"bul", "bg"}, {"cat", "ca"}, {"ces", "cs"}, {"chi", "zh"}, {"cym", "cy"},
        {"cze", "cs"}, {"dan", "da"}, {"deu", "de"}, {"dut", "nl"}, {"ell", "el"}, {"eng", "en"},
        {"est", "et"}, {"eus", "eu"}, {"fas", "fa"}, {"fin", "fi"}, {"fra", "fr"}, {"fre", "fr"},
        {"ger", "de"}, {"gle", "ga"}, {"glg", "gl"}, {"gre", "el"}, {"guj", "gu"}, {"hau", "ha"},
        {"heb", "he"}, {"hin", "hi"}, {"hrv", "hr"}, {"hun", "hu"}, {"hye", "hy"}, {"ice", "is"},
        {"ind", "id"}, {"isl", "is"}, {"ita", "it"}, {"jpn", "ja"}, {"kan", "kn"}, {"kat", "ka"},
        {"kor", "ko"}, {"lav", "lv"}, {"lit", "lt"}, {"mal", "ml"}, {"mar", "mr"}, {"msa", "ms"},
        {"nld", "nl"}, {"nor", "no"}, {"pan", "pa"}, {"per", "fa"}, {"pol", "pl"}, {"por", "pt"},
        {"ron", "ro"}, {"rum", "ro"}, {"rus", "ru"}, {"slk", "sk"}, {"slv", "sl"}, {"spa", "es"},
        {"srp", "sr"}, {"swa", "sw"}, {"swe", "sv"}, {"tam", "ta"}, {"tel", "te"}, {"tha", "th"},
        {"tur", "tr"}, {"ukr", "uk"}, {"vie", "vi"}, {"zho", "zh"}}};

/// Other names of a language, and languages that short texts do not tell apart.
constexpr std::array<CodePair, 14> kSameKey{{{"bs", "hr"}, {"cmn", "zh"}, {"da", "no"},
    {"fil", "tl"}, {"in", "id"}, {"iw", "he"}, {"ji", "yi"}, {"me", "hr"}, {"ms", "id"},
    {"nb", "no"}, {"nn", "no"}, {"sh", "hr"}, {"sr", "hr"}, {"yue", "zh"}}};

template <std::size_t N>
std::string_view found(const std::array<CodePair, N>& pairs, std::string_view key)
{
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), key,
        [](const CodePair& pair, std::string_view wanted) { return pair.first < wanted; });
    return at != pairs.end() && at->first == key ? at->second : std::string_view();
}

unsigned byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// Whether a letter of a script without blanks begins here: Thai, Lao, Burmese, Khmer, kana, Han.
bool isUnspaced(std::string_view text, std::size_t at)
{
    const unsigned first = byteAt(text, at);
    const unsigned second = byteAt(text, at + 1);
    return (first >= 0xe3 && first <= 0xe9) || (first == 0xe0 && second >= 0xb8)
        || (first == 0xe1 && (second <= 0x82 || second == 0x9e || second == 0x9f));
}

} // namespace

bool isProse(std::string_view text)
{
    constexpr int kLeastWords = 3;
    int words = 0;
    bool isBegin = true;
    for (std::size_t at = 0; at < text.size() && words < kLeastWords; ++at) {
        const unsigned byte = byteAt(text, at);
        const bool isWord = isBegin && ((byte >= 'a' && byte <= 'z') || byte >= 0x80);
        words += isWord || isUnspaced(text, at) ? 1 : 0;
        isBegin = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    }
    return words == kLeastWords;
}

std::optional<std::string> languageOf(std::string_view text)
{
    constexpr std::size_t kMost = std::size_t{1} << 16;
    text = text.substr(0, kMost);
    const std::size_t bad = base::firstInvalidUtf8(text.data(), text.size(), text.size());
    if (bad != base::kValidUtf8) {
        if (text.size() < kMost || bad + 4 < kMost)
            return std::nullopt;
        text = text.substr(0, bad); // the cut went through a character
    }
    const CLD2::CLDHints none{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int letters = 0;
    bool isReliable = false;
    const CLD2::Language language
        = CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &none, 0,
            languages.data(), percents.data(), scores.data(), nullptr, &letters, &isReliable);
    if (!isReliable || letters < kLeastBytes || percents[0] < kLeastPercent
        || language == CLD2::UNKNOWN_LANGUAGE || language != languages[0])
        return std::nullopt;
    std::string code = CLD2::LanguageCode(language);
    return code == "iw" ? "he" : code;
}

std::string languageKey(std::string_view tag)
{
    std::string code;
    for (const char byte : tag.substr(0, tag.find_first_of("-_")))
        code += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    if (code.size() == 3 && found(kSameKey, code).empty())
        code = found(kLongCodes, code);
    if (code.size() < 2 || code.size() > 3)
        return "";
    const std::string_view key = found(kSameKey, code);
    if (!key.empty())
        return std::string(key);
    return CLD2::GetLanguageFromName(code.c_str()) == CLD2::UNKNOWN_LANGUAGE ? "" : code;
}

} // namespace cupel::card
