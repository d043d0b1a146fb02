#include "core/exports/languages.h"

#include <algorithm>
#include <array>

#include "core/card/prose.h"

namespace cupel::exports {

namespace {

bool isLetters(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// The codes of ISO 639-1 with those that were withdrawn, parted by blanks.
constexpr std::string_view kCodes
    = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs "
      "cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha "
      "he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv ka kg ki kj kk "
      "kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt "
      "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw "
      "sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to "
      "tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Words of three letters that stand where a language should, though languages have them as codes.
constexpr std::array<std::string_view, 12> kWords{
    "all", "and", "any", "etc", "mix", "nil", "non", "not", "see", "tba", "tbd", "yes"};

/// A list of two-letter codes is short; ISO 639-3 has 7,900 of three letters.
bool isSubtag(std::string_view text)
{
    if (text != card::lowered(text) || !isLetters(text))
        return false;
    if (text.size() == 2)
        return kCodes.find(text) != std::string_view::npos;
    return text.size() == 3 && std::find(kWords.begin(), kWords.end(), text) == kWords.end();
}

bool isWord(std::string_view text)
{
    return !text.empty() && text.size() <= 8 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

} // namespace

bool isLanguageCode(std::string_view text)
{
    return isSubtag(text);
}

bool isLanguageTag(std::string_view text)
{
    const std::size_t end = std::min(text.find('-'), text.size());
    if (!isSubtag(text.substr(0, end)))
        return false;
    text.remove_prefix(end);
    while (!text.empty()) {
        text.remove_prefix(1);
        const std::size_t next = std::min(text.find('-'), text.size());
        if (!isWord(text.substr(0, next)))
            return false;
        text.remove_prefix(next);
    }
    return true;
}

std::vector<std::string> languageCodes(
    const Answer& answer, std::string_view text, std::vector<std::string>* others)
{
    std::vector<std::string> codes;
    const auto add = [&codes, others](std::string_view one) {
        if (isLanguageTag(one))
            codes.emplace_back(one);
        else if (others)
            others->emplace_back(one);
    };
    if (!answer.value || !answer.value->isList()) {
        add(text);
        return codes;
    }
    for (const documents::Node& item : answer.value->items) {
        const documents::Node* const name = item.find("name");
        add(name ? name->text : item.text);
    }
    return codes;
}

void noteWords(AnswerBook& book, std::vector<std::string> words)
{
    std::string all;
    for (const std::string& word : withoutRepeats(std::move(words)))
        all += (all.empty() ? "" : ", ") + word;
    if (!all.empty())
        book.note("identity.languages", "no codes of languages: " + all);
}

} // namespace cupel::exports
