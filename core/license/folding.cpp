#include "core/license/folding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"

namespace cupel::license {
namespace {

using base::isDigit;

/// UTF-8 sequences and what stands for them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kReplaced{{
    {"\u2010", "-"},
    {"\u2011", "-"},
    {"\u2012", "-"},
    {"\u2013", "-"},
    {"\u2014", "-"},
    {"\u2015", "-"},
    {"\u2212", "-"},
    {"\ufe58", "-"},
    {"\ufe63", "-"},
    {"\uff0d", "-"},
    {"\u00a0", " "},
    {"\u2002", " "},
    {"\u2003", " "},
    {"\u2009", " "},
    {"\u202f", " "},
    {"\u3000", " "},
    {"\u2018", "'"},
    {"\u2019", "'"},
    {"\u201c", "\""},
    {"\u201d", "\""},
    {"\u201e", "\""},
    {"\u00ad", ""},
    {"\u200b", ""},
    {"\u200c", ""},
    {"\u200d", ""},
    {"\ufeff", ""},
    {"\u00ae", ""},
    {"\u2122", ""},
    {"\u2007", " "},
    {"\u2008", " "},
}};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

std::string replaced(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto* found = kReplaced.end();
        if ((static_cast<unsigned char>(text[at]) & 0x80u) != 0) {
            found = std::find_if(kReplaced.begin(), kReplaced.end(),
                [&](const auto& pair) { return text.substr(at).starts_with(pair.first); });
        }
        if (found == kReplaced.end()) {
            result += text[at++];
        } else {
            result += found->second;
            at += found->first.size();
        }
    }
    return result;
}

} // namespace

std::string folded(std::string_view text)
{
    std::string result;
    for (const char c : replaced(text)) {
        if (isBlank(c)) {
            if (!result.empty() && result.back() != ' ')
                result += ' ';
        } else if (c == '_') {
            result += '-';
        } else {
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (result.ends_with(' '))
        result.pop_back();
    return result;
}

std::vector<Word> wordsOf(std::string_view text)
{
    std::vector<Word> words;
    std::size_t lastEnd = std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        const bool isNumber = isDigit(text[at]);
        if (isNumber) {
            while (end < text.size()
                && (isDigit(text[end])
                    || (text[end] == '.' && end + 1 < text.size() && isDigit(text[end + 1]))))
                ++end;
        } else {
            while (end < text.size() && isLetter(text[end]))
                ++end;
        }
        if (end == at) {
            ++at;
            continue;
        }
        const std::string_view word = text.substr(at, end - at);
        const bool isMinor = isNumber && word.size() == 1 && !words.empty() && words.back().isNumber
            && words.back().text.size() == 1 && lastEnd + 1 == at && text[lastEnd] == '-';
        if (isMinor)
            words.back().text += "." + std::string(word);
        else
            words.push_back({std::string(word), isNumber, lastEnd == at});
        lastEnd = at = end;
    }
    return words;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool holdsPhrase(std::string_view text, std::initializer_list<std::string_view> phrases)
{
    const auto isInner = [&](std::size_t at) {
        return at < text.size() && (isLetter(text[at]) || isDigit(text[at]));
    };
    for (const std::string_view phrase : phrases) {
        for (std::size_t at = text.find(phrase); at != std::string_view::npos;
             at = text.find(phrase, at + 1)) {
            if ((at == 0 || !isInner(at - 1)) && !isInner(at + phrase.size()))
                return true;
        }
    }
    return false;
}

std::string versionText(const std::string& number)
{
    return number.find('.') == std::string::npos ? number + ".0" : number;
}

std::string nameKey(std::string_view text)
{
    std::string key;
    const std::vector<Word> words = wordsOf(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string word = words[i].text;
        if (words[i].isNumber) {
            if (word.ends_with(".0"))
                word.resize(word.size() - 2);
        } else if (isOneOf(word, {"license", "licence", "licensed", "the", "version", "ver"})) {
            continue;
        } else if (i + 1 < words.size() && words[i + 1].isNumber && word.ends_with('v')
            && (words[i + 1].isGlued || word == "v")) {
            word.pop_back();
        }
        key += word;
    }
    // The marks of "gplv3+" and "openrail++" mean something.
    key.append(static_cast<std::size_t>(std::count(text.begin(), text.end(), '+')), '+');
    return key;
}

} // namespace cupel::license
