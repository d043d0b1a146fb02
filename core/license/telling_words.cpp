#include "core/license/telling_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"

namespace cupel::license {
namespace {

using base::isDigit;

bool isFiller(std::string_view word)
{
    static constexpr std::array<std::string_view, 14> kWords{"a", "commons", "creative", "generic",
        "international", "later", "license", "only", "or", "public", "the", "under", "unported",
        "version"};
    return std::binary_search(kWords.begin(), kWords.end(), word);
}

} // namespace

std::vector<std::string> tellingWords(
    const std::vector<std::string>& words, std::vector<std::size_t>* places)
{
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (isFiller(words[i]))
            continue;
        const std::size_t place = i;
        std::string word = words[i];
        if (word.size() == 2 && word[0] == 'v' && isDigit(word[1])) { // "v3.0" is two tokens
            word.erase(0, 1);
            if (i + 1 < words.size() && words[i + 1].size() == 1 && isDigit(words[i + 1][0]))
                word += "." + words[++i];
        }
        if (word.size() == 1 && isDigit(word[0]))
            word += ".0";
        kept.push_back(std::move(word));
        if (places)
            places->push_back(place);
    }
    return kept;
}

std::string nameKeyOf(const std::vector<std::string>& words)
{
    std::string key;
    for (const std::string& word : tellingWords(words))
        key += (key.empty() ? "" : " ") + word;
    return key;
}

} // namespace cupel::license
