#include "core/license/corpus_builder.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/license/corpus.h"
#include "core/license/telling_words.h"
#include "core/license/text_tokens.h"

namespace cupel::license {
namespace {

enum class Part { Before, From };
/// Where an optional part of a licence's text ends or begins. The published texts have no marks of
/// these parts; the list follows the XML of the SPDX list.
struct OptionalPart {
    std::string_view ids; ///< what its ids begin with
    Part part;
    std::string_view phrase; ///< the first words behind, or of, the part
};
constexpr OptionalPart kOptionalParts[] = {
    {"CC-BY", Part::Before, "By exercising the Licensed Rights (defined below)"},
    {"CC-BY", Part::Before, "THE WORK (AS DEFINED BELOW) IS PROVIDED UNDER THE TERMS"},
    {"CC-SA", Part::Before, "THE WORK (AS DEFINED BELOW) IS PROVIDED UNDER THE TERMS"},
    {"CC-BY", Part::From, "Creative Commons is not a party"},
    {"CC-SA", Part::From, "Creative Commons is not a party"},
    {"CC0", Part::Before, "Statement of Purpose"},
    {"Apache-2.0", Part::From, "END OF TERMS AND CONDITIONS"},
    {"ECL-2.0", Part::From, "APPENDIX: How to apply"},
    {"GPL-", Part::From, "END OF TERMS AND CONDITIONS"},
    {"LGPL-2", Part::From, "END OF TERMS AND CONDITIONS"},
    {"LGPL-3", Part::From, "GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007 Everyone"},
    {"AGPL-", Part::From, "END OF TERMS AND CONDITIONS"},
    {"GFDL-", Part::From, "ADDENDUM: How to use this License"},
    {"MPL-2.0", Part::From, "Exhibit A - Source Code Form License Notice"},
    {"EPL-2.0", Part::From, "Exhibit A - Form of Secondary Licenses Notice"},
    {"OFL-", Part::Before, "SIL OPEN FONT LICENSE Version"},
};

struct Prepared {
    std::vector<std::pair<std::string, std::string>> idsAndNames;
    std::vector<std::string> words;
    std::vector<TokenRange> optional;
};

/// Where a phrase begins in words, or npos. The last place where it stands twice.
std::size_t placeOf(const std::vector<std::string>& phrase, const std::vector<std::string>& words)
{
    const auto found = std::find_end(words.begin(), words.end(), phrase.begin(), phrase.end());
    return found == words.end() ? std::string::npos
                                : static_cast<std::size_t>(found - words.begin());
}

std::vector<TokenRange> optionalParts(
    const std::string& id, const std::string& name, const std::vector<std::string>& words)
{
    std::vector<TokenRange> ranges;
    for (const OptionalPart& part : kOptionalParts) {
        if (id.rfind(part.ids, 0) != 0)
            continue;
        const std::size_t at = placeOf(phraseTokens(part.phrase), words);
        if (at == std::string::npos || at == 0)
            continue;
        ranges.push_back(
            part.part == Part::Before ? TokenRange{0, at} : TokenRange{at, words.size()});
    }
    const std::vector<std::string> title = phraseTokens(name);
    const bool hasTitle
        = title.size() < words.size() && std::equal(title.begin(), title.end(), words.begin());
    const auto begins = [](const TokenRange& range) { return range.begin == 0; };
    if (hasTitle && std::none_of(ranges.begin(), ranges.end(), begins))
        ranges.push_back({0, title.size()});
    std::sort(ranges.begin(), ranges.end(),
        [](const TokenRange& a, const TokenRange& b) { return a.begin < b.begin; });
    return ranges;
}

/// The plainest id first: the shortest, then by its letters.
bool isPlainer(const std::string& a, const std::string& b)
{
    return std::pair(a.size(), a) < std::pair(b.size(), b);
}

} // namespace

std::string buildCorpus(const std::string& name, std::vector<PublishedText> texts)
{
    std::sort(texts.begin(), texts.end(),
        [](const PublishedText& a, const PublishedText& b) { return isPlainer(a.id, b.id); });
    std::vector<Prepared> prepared;
    std::map<std::vector<std::string>, std::size_t> known;
    std::map<std::string, WordId> vocabulary;
    for (const PublishedText& text : texts) {
        std::vector<std::string> words;
        for (Token& token : normalise(text.text).tokens)
            words.push_back(std::move(token.word));
        if (words.empty())
            continue;
        const auto [entry, isNew] = known.emplace(words, prepared.size());
        if (isNew) {
            prepared.push_back({{}, words, optionalParts(text.id, text.name, words)});
            for (const std::string& word : words)
                vocabulary.emplace(word, 0);
        }
        prepared[entry->second].idsAndNames.emplace_back(text.id, text.name);
    }
    std::vector<std::string> words;
    for (auto& [word, id] : vocabulary) {
        id = static_cast<WordId>(words.size());
        words.push_back(word);
    }
    std::vector<CorpusText> result;
    for (const Prepared& each : prepared) {
        CorpusText text;
        for (const auto& [id, fullName] : each.idsAndNames) {
            text.ids.push_back(id);
            text.names.push_back(fullName);
            text.nameKeys.push_back(nameKeyOf(phraseTokens(fullName)));
        }
        for (const std::string& word : each.words)
            text.words.push_back(vocabulary[word]);
        text.optional = each.optional;
        result.push_back(std::move(text));
    }
    return corpusBytes(name, words, result);
}

} // namespace cupel::license
