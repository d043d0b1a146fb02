#include "core/license/references.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/license/expression.h"
#include "core/license/folded_text.h"
#include "core/license/mentions.h"
#include "core/license/resolution.h"
#include "core/license/spdx_list.h"
#include "core/license/telling_words.h"
#include "core/license/text_tokens.h"

namespace cupel::license {
namespace {

constexpr double kSureReference = 0.9;
constexpr double kNamedReference = 0.8;
constexpr std::size_t kMostReferences = 32;

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& byte : result)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    return result;
}

std::string squeezed(const std::vector<std::string>& words)
{
    std::string key;
    for (const std::string& word : words)
        key += word;
    return key;
}

/// Ids by the words of ids and full names.
const std::map<std::string, std::string>& idsByName()
{
    static const std::map<std::string, std::string> ids = [] {
        std::map<std::string, std::string> result;
        for (const SpdxLicense& license : spdxLicenses()) {
            if (license.isDeprecated())
                continue;
            for (const std::string& name : {license.id, license.name})
                result.emplace(squeezed(tellingWords(phraseTokens(name))), license.id);
        }
        result.erase("");
        return result;
    }();
    return ids;
}

std::vector<std::string> idsOf(const Expression& expression)
{
    std::vector<std::string> ids;
    for (const Expression& license : licensesOf(expression))
        ids.push_back(license.id);
    return ids;
}

class ReferenceFinder {
public:
    References run(std::string_view utf8)
    {
        const std::vector<Sentence> sentences = sentencesOf(utf8);
        lookAtFields(utf8);
        for (std::size_t i = 0; i < sentences.size() && m_found.matches.size() < kMostReferences;
             ++i)
            lookAt(sentences, i);
        std::stable_sort(m_found.matches.begin(), m_found.matches.end(),
            [](const TextMatch& a, const TextMatch& b) { return a.firstLine < b.firstLine; });
        m_found.areConflicting = m_statements > 1 && m_found.matches.size() > 1;
        if (m_statements == 1)
            m_found.expression = m_firstExpression;
        else if (m_found.matches.size() == 1)
            m_found.expression = m_found.matches[0].id;
        return std::move(m_found);
    }

private:
    static bool speaksOfLicense(const std::string& text)
    {
        for (const char* const word : {"licens", "licenc", "released under", "available under",
                 "distributed under", "terms of", "released as"}) {
            if (text.find(word) != std::string::npos)
                return true;
        }
        return false;
    }

    void add(const std::vector<std::string>& ids, std::string expression, std::uint64_t first,
        std::uint64_t last, double score)
    {
        bool isNew = false;
        for (const std::string& id : ids) {
            const auto same = [&](const TextMatch& match) { return match.id == id; };
            if (std::any_of(m_found.matches.begin(), m_found.matches.end(), same))
                continue;
            isNew = true;
            m_found.matches.push_back({id, TextClass::Reference, score, first, last, {}});
        }
        if (isNew && ++m_statements == 1)
            m_firstExpression = std::move(expression);
    }

    void addResolved(std::string_view text, std::uint64_t first, std::uint64_t last)
    {
        const Resolution resolution = recogniseLicense(text);
        if (!text.empty() && resolution.isDetermined())
            add(idsOf(expressionOf(resolution)), resolution.expression, first, last,
                kSureReference);
    }

    /// Tags and fields: a line each.
    void lookAtFields(std::string_view utf8)
    {
        for (const FoldedLine& line : splitLines(utf8)) {
            std::string_view text = trimmed(line.text);
            if (const std::size_t at = text.find(kSpdxTag); at != std::string_view::npos) {
                text.remove_prefix(at + kSpdxTag.size());
                for (const std::string_view end : {"*/", "-->"})
                    text = text.substr(0, text.find(end));
                if (const auto expression = parseExpression(trimmed(text)))
                    add(idsOf(*expression), toText(*expression), line.number, line.number,
                        kSureReference);
                continue;
            }
            const std::string small
                = lower(text.substr(0, std::min<std::size_t>(text.size(), 200)));
            const std::size_t colon = small.find(':');
            const std::string name = small.substr(0, colon);
            if (colon == std::string::npos
                || (name != "license" && name != "licence" && name != "license_name"))
                continue;
            std::string_view value = trimmed(text.substr(colon + 1));
            while (!value.empty() && (value.back() == '"' || value.back() == '\''))
                value.remove_suffix(1);
            while (!value.empty() && (value.front() == '"' || value.front() == '\''))
                value.remove_prefix(1);
            addResolved(value, line.number, line.number);
        }
    }

    void lookAt(const std::vector<Sentence>& sentences, std::size_t index)
    {
        const Sentence& sentence = sentences[index];
        const std::string small = lower(sentence.text);
        if (small[0] == '#') {
            m_inSection = small.find("licens") != std::string::npos
                || small.find("licenc") != std::string::npos;
        }
        const bool accepted = m_inSection || speaksOfLicense(small)
            || (index > 0 && speaksOfLicense(lower(sentences[index - 1].text)))
            || (index + 1 < sentences.size() && speaksOfLicense(lower(sentences[index + 1].text)));
        if (!accepted || takesBack(sentence.text))
            return;
        lookForAddresses(small, sentence);
        lookForNames(sentence);
    }

    /// Whether a sentence names licences and grants none of them as far as can be told.
    bool takesBack(std::string_view sentence)
    {
        constexpr std::size_t kLongestLook = 1'000; ///< bytes of one sentence
        constexpr std::size_t kMostLooked = 40'000; ///< of all
        if (m_looked > kMostLooked)
            return false;
        sentence = sentence.substr(0, kLongestLook);
        m_looked += sentence.size();
        const std::vector<Reference> named = findReferences(sentence, 1, ReferenceContext::License);
        return !named.empty() && std::none_of(named.begin(), named.end(), [](const Reference& one) {
            return one.meaning.confidence != Confidence::None || one.meaning.notes.empty()
                || one.meaning.notes.front().rule != "LIC-UNRECOGNISED";
        });
    }

    void lookForAddresses(const std::string& small, const Sentence& sentence)
    {
        std::size_t at = 0;
        while ((at = small.find("://", at)) != std::string::npos) {
            const std::size_t end = small.find_first_of(" )>]\"'`", at);
            std::string address = small.substr(at, end == std::string::npos ? end : end - at);
            while (!address.empty() && (address.back() == '.' || address.back() == ','))
                address.pop_back();
            if (!address.empty())
                addResolved("http" + address, sentence.firstLine, sentence.lastLine);
            at += 3;
        }
    }

    void lookForNames(const Sentence& sentence)
    {
        constexpr std::size_t kMostWords = 8;
        std::vector<std::string> words;
        for (Token& token : normalise(sentence.text).tokens)
            words.push_back(std::move(token.word));
        std::vector<std::size_t> places;
        const std::vector<std::string> keys = tellingWords(words, &places);
        for (std::size_t at = 0; at < keys.size(); ++at) {
            std::string key;
            std::size_t longest = 0;
            std::string id;
            for (std::size_t length = 1; length <= kMostWords && at + length <= keys.size();
                 ++length) {
                key += keys[at + length - 1];
                const auto found = idsByName().find(key);
                if (found != idsByName().end()
                    && isPlain(key, words, places[at], places[at + length - 1])) {
                    longest = length;
                    id = found->second;
                }
            }
            if (longest == 0)
                continue;
            add({id}, id, sentence.firstLine, sentence.lastLine, kNamedReference);
            at += longest - 1;
        }
    }

    /// A name without a version counts only beside the word "license": MIT is also a university.
    static bool isPlain(const std::string& key, const std::vector<std::string>& words,
        std::size_t first, std::size_t last)
    {
        if (key.find_first_of("0123456789") != std::string::npos && key.size() > 3)
            return true;
        const bool behind = last + 1 < words.size() && words[last + 1] == "license";
        const bool before = first > 0 && words[first - 1] == "license";
        return behind || before;
    }

    References m_found;
    std::string m_firstExpression;
    std::size_t m_statements = 0;
    bool m_inSection = false;
    std::size_t m_looked = 0; ///< bytes looked at for what they take back
};

} // namespace

References findReferences(std::string_view utf8)
{
    return ReferenceFinder().run(utf8);
}

} // namespace cupel::license
