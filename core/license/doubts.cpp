#include "core/license/doubts.h"

#include "core/license/csv_resource.h"
#include "core/license/folding.h"
#include "core/license/resolution.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cupel::license {
namespace {

constexpr std::size_t kDoubtBytes = 2'000; ///< looked at on each side of a name

/// The words of a text, folded, and marks that part clauses as words of their own.
std::vector<std::string> clauseWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (const char sign : folded(text)) {
        if (std::string_view(" \t\r\n*_`\"<>|[]").find(sign) != std::string_view::npos) {
            finish();
        } else if (std::string_view(",;:()!?").find(sign) != std::string_view::npos) {
            finish();
            words.emplace_back(1, sign);
        } else {
            word += sign;
        }
    }
    finish();
    for (std::string& one : words) {
        while (one.size() > 1 && one.back() == '.')
            one.pop_back();
    }
    return words;
}

bool isNegation(const std::string& word)
{
    return isOneOf(word, {"not", "never", "cannot", "neither", "nor"}) || word.ends_with("n't");
}

bool partsClauses(const std::string& word)
{
    return isOneOf(word, {",", ";", ":", "(", ")", "!", "?", "and", "but", "so", "-"});
}

/// Whether a negation before the name is about the licence: "is not released under the", not "not
/// for commercial use;".
bool isDenied(const std::vector<std::string>& before)
{
    for (std::size_t i = before.size(); i > 0; --i) {
        const std::string& word = before[i - 1];
        if (partsClauses(word))
            return false;
        const bool isUsedUnder
            = isOneOf(word, {"use", "used"}) && i < before.size() && before[i] == "under";
        if (isOneOf(word, {"commercial", "commercially", "purposes", "use", "used", "uses"})
            && !isUsedUnder)
            return false;
        if (isNegation(word))
            return i == before.size() || before[i] != "only";
    }
    return false;
}

/// Whether what follows the name takes it back: "does not apply".
bool isTakenBack(const std::vector<std::string>& after)
{
    bool isNegated = false;
    for (const std::string& word : after) {
        if (word == ";")
            return false;
        isNegated = isNegated || isNegation(word);
        if (isNegated
            && isOneOf(word,
                {"apply", "applies", "applicable", "valid", "granted", "cover", "covers", "covered",
                    "extend", "hold", "holds", "ours", "it"}))
            return true;
    }
    return false;
}

/// "SQuAD, which is": of another work, unless the word before is about the dataset or the licence.
bool isOfOther(const std::vector<std::string>& before)
{
    for (std::size_t i = 1; i + 1 < before.size(); ++i) {
        const bool isClause = before[i] == "whose"
            || (before[i] == "which" && isOneOf(before[i + 1], {"is", "are", "was", "were"}));
        if (!isClause)
            continue;
        const std::string& of = before[i - 1] == "," && i > 1 ? before[i - 2] : before[i - 1];
        if (!isOneOf(of,
                {"data", "dataset", "datasets", "corpus", "work", "collection", "database",
                    "benchmark", "repository", "license", "licence", "files", "under", "of"}))
            return true;
    }
    return false;
}

/// Whether the words behind a name limit it in a way that the name with them does not resolve.
bool isLimited(std::string_view rest, std::string_view named, const std::string& text)
{
    const bool isUsual = holdsPhrase(text, {"except where", "unless otherwise", "except as noted"});
    const std::vector<std::string> words = clauseWords(rest);
    const bool hasOnly = std::find(words.begin(), words.end(), "only") != words.end();
    const bool hasLimit = hasOnly
        || holdsPhrase(folded(rest),
            {"limited to", "restricted to", "solely", "excluding", "provided that", "as long as",
                "on condition", "on the condition", "subject to", "but not", "but no", "if"})
        || (!isUsual && holdsPhrase(folded(rest), {"except", "unless"}));
    return hasLimit && !resolveLicense(std::string(named) + std::string(rest)).isDetermined();
}

} // namespace

std::string_view doubtAbout(std::string_view sentence, std::size_t begin, std::size_t end)
{
    const std::size_t first = begin > kDoubtBytes ? begin - kDoubtBytes : 0;
    const std::string_view head = sentence.substr(first, begin - first);
    const std::string_view rest = sentence.substr(end, kDoubtBytes);
    const std::string text = folded(sentence.substr(first, end - first + rest.size()));
    const std::vector<std::string> before = clauseWords(head);
    if (isDenied(before) || isTakenBack(clauseWords(rest))
        || holdsPhrase(text, {"no longer", "rather than", "instead of", "other than"}))
        return "names a licence in a sentence that denies it";
    if (holdsPhrase(text,
            {"previously", "formerly", "former", "used to be", "originally", "in the past",
                "earlier version", "earlier versions", "older version", "older versions",
                "previous version", "previous versions", "prior version", "prior versions",
                "old version", "had been", "until", "superseded", "revoked", "withdrawn",
                "expired"}))
        return "names a licence in a sentence about the past";
    if (holdsPhrase(text,
            {"plan to", "plans to", "planning to", "planned", "will be", "will release",
                "intend to", "intends to", "intended to be", "going to", "hope to", "aim to",
                "would be", "upon acceptance", "upon publication", "after acceptance",
                "in the future", "soon", "consider", "considering", "might", "may be released",
                "may be licensed", "could be", "to be released", "proposed", "pending", "tbd"}))
        return "names a licence in a sentence about a plan";
    if (isOfOther(before)
        || holdsPhrase(folded(head),
            {"same as", "like", "unlike", "similar to", "in contrast", "whereas", "compared",
                "compatible with", "such as", "for example", "e.g"})
        || holdsPhrase(folded(rest), {"or similar", "or equivalent"}))
        return "names a licence in a sentence that compares it, or is about another work";
    if (sentence.find('?', begin) != std::string_view::npos
        || holdsPhrase(text,
            {"unclear", "unsure", "not sure", "probably", "presumably", "maybe", "perhaps",
                "possibly", "seems", "appears to", "we assume", "we believe", "likely"}))
        return "names a licence in a sentence that is not sure of it";
    if (isLimited(rest, sentence.substr(begin, end - begin), text)
        || holdsPhrase(folded(head), {"some of", "part of the", "parts of the", "portions of"}))
        return "names a licence and limits it in a way that is not understood";
    return {};
}

} // namespace cupel::license
