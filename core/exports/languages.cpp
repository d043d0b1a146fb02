#include "core/exports/languages.h"

#include <algorithm>

#include "core/card/prose.h"

namespace cupel::exports {

namespace {

bool isLetters(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
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
    return (text.size() == 2 || text.size() == 3) && isLetters(text) && text == card::lowered(text);
}

bool isLanguageTag(std::string_view text)
{
    const std::size_t end = std::min(text.find('-'), text.size());
    if (end < 2 || end > 3 || !isLetters(text.substr(0, end)))
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

std::vector<std::string> languageCodes(const Answer& answer, std::string_view text)
{
    std::vector<std::string> codes;
    const auto add = [&codes](std::string_view one) {
        if (isLanguageTag(one))
            codes.emplace_back(one);
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

} // namespace cupel::exports
