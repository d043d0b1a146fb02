#include "core/license/equivalent_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cupel::license {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Beginnings of words, sorted; endings stay: "favour" covers "favourable".
constexpr std::array<Pair, 38> kBeginnings{{{"acknowledgement", "acknowledgment"},
    {"analogue", "analog"}, {"analyse", "analyze"}, {"artefact", "artifact"},
    {"behaviour", "behavior"}, {"calibre", "caliber"}, {"cancelled", "canceled"},
    {"catalogue", "catalog"}, {"centre", "center"}, {"colour", "color"}, {"defence", "defense"},
    {"endeavour", "endeavor"}, {"favour", "favor"}, {"fulfilment", "fulfillment"},
    {"honour", "honor"}, {"https", "http"}, {"judgement", "judgment"}, {"labelled", "labeled"},
    {"labelling", "labeling"}, {"labour", "labor"}, {"licence", "license"},
    {"licencing", "licensing"}, {"modelled", "modeled"}, {"modelling", "modeling"},
    {"neighbour", "neighbor"}, {"noderivs", "noderivatives"}, {"offence", "offense"},
    {"practise", "practice"}, {"programme", "program"}, {"signalled", "signaled"},
    {"signalling", "signaling"}, {"sublicence", "sublicense"}, {"travelled", "traveled"},
    {"travelling", "traveling"}, {"unfavour", "unfavor"}, {"unlicenced", "unlicensed"},
    {"whilst", "while"}, {"wilful", "willful"}}};

bool endsWith(std::string_view word, std::string_view ending)
{
    return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

} // namespace

std::string oneSpelling(std::string word)
{
    if (word == "fulfil" || word == "fulfils")
        return word.insert(6, "l");
    // The last beginning that is not after the word is the only one it can have.
    const auto after = std::upper_bound(kBeginnings.begin(), kBeginnings.end(), word,
        [](const std::string& text, const Pair& pair) { return text < pair.first; });
    if (after != kBeginnings.begin()) {
        const auto& [british, american] = *std::prev(after);
        if (word.compare(0, british.size(), british) == 0 && word != "programmed"
            && word != "programmer" && word != "programmers")
            word.replace(0, british.size(), american);
    }
    for (const std::string_view ending :
        {"isation", "isations", "ise", "ised", "iser", "isers", "ises", "ising", "isable"}) {
        if (word.size() > ending.size() + 2 && endsWith(word, ending)) {
            word[word.size() - ending.size() + 1] = 'z';
            break;
        }
    }
    return word;
}

JoinedWords joined(std::string_view first, std::string_view second)
{
    if (first == "copyright" && second == "owner")
        return {true, false, "holder"};
    if (first == "copyright" && second == "owners")
        return {true, false, "holders"};
    const bool areOne = (first == "per" && second == "cent")
        || (first == "non" && (second == "commercial" || second == "commercially"))
        || (first == "sub" && second.substr(0, 5) == "licen")
        || (first == "share" && second == "alike") || (first == "no" && second == "derivs");
    if (!areOne)
        return {};
    return {true, true, oneSpelling(std::string(first) + std::string(second))};
}

} // namespace cupel::license
