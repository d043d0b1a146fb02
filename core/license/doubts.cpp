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
constexpr std::size_t kLimitBytes = 200; ///< behind a name, read as a limit of it

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

using Phrases = std::initializer_list<std::string_view>;

/// Whether a word says that something is given out under a licence.
bool isOfGrant(const std::string& word)
{
    return isOneOf(word,
        {"release", "released", "license", "licensed", "licence", "licenced", "publish",
            "published", "distribute", "distributed", "share", "shared", "offered", "available",
            "covered", "governed", "under", "open", "relicense", "relicensed"});
}

/// Whether one of the phrases stands shortly before a word of granting, or before the name.
bool isBeforeGrant(const std::vector<std::string>& before, Phrases phrases)
{
    constexpr std::size_t kNear = 6;
    std::string text;
    for (std::size_t i = before.size(); i > 0; --i) {
        text = before[i - 1] + (text.empty() ? "" : " ") + text;
        const bool begins = std::any_of(phrases.begin(), phrases.end(), [&](std::string_view one) {
            return text.starts_with(one) && (text.size() == one.size() || text[one.size()] == ' ');
        });
        if (!begins)
            continue;
        std::size_t end = i;
        while (end < before.size() && end < i + kNear
            && (before[end] == "," || !partsClauses(before[end])))
            ++end;
        const auto from = before.begin() + static_cast<std::ptrdiff_t>(i);
        const auto to = before.begin() + static_cast<std::ptrdiff_t>(end);
        if (end == before.size() || std::any_of(from, to, isOfGrant))
            return true;
    }
    return false;
}

/// Whether one of the phrases stands among the last words before the name.
bool isRightBefore(const std::vector<std::string>& before, Phrases phrases)
{
    constexpr std::size_t kNear = 5;
    std::string text;
    for (std::size_t i = before.size() - std::min(before.size(), kNear); i < before.size(); ++i)
        text += (text.empty() ? "" : " ") + before[i];
    return holdsPhrase(text, phrases);
}

/// "for members only", "only in Norway"; not "has only text".
bool isNarrowed(const std::vector<std::string>& after)
{
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i] == "only"
            && (i + 1 == after.size() || partsClauses(after[i + 1])
                || isOneOf(after[i + 1],
                    {"for", "in", "within", "to", "if", "when", "with", "by", "at", "inside",
                        "outside", "on", "under", "until"})))
            return true;
    }
    const std::size_t first = !after.empty() && isOneOf(after[0], {",", "("}) ? 1 : 0;
    return first < after.size() && after[first] == "if";
}

/// Whether the words behind a name limit it in a way that the name with them does not resolve. To
/// give credit is what licences ask anyway.
bool isLimited(std::string_view rest, std::string_view named)
{
    const std::string text = folded(rest);
    const std::vector<std::string> after = clauseWords(rest);
    const bool isUsual = holdsPhrase(text,
        {"except where", "unless otherwise", "except as noted", "except in compliance",
            "unless required"});
    const bool isOfCredit
        = holdsPhrase(text, {"credit", "attribution", "attribute", "cite", "citation", "citing"});
    const bool hasLimit = isNarrowed(after)
        || holdsPhrase(text,
            {"limited to", "restricted to", "solely", "excluding", "subject to", "but not",
                "but no"})
        || (!isUsual && holdsPhrase(text, {"except", "unless"}))
        || (!isOfCredit
            && holdsPhrase(
                text, {"provided that", "as long as", "on condition", "on the condition"}));
    const std::string whole = std::string(named) + std::string(rest.substr(0, kLimitBytes));
    return hasLimit && !recogniseLicense(whole).isDetermined();
}

bool isAsked(std::string_view sentence)
{
    const std::size_t last = sentence.find_last_not_of(" \t\r*_)\"");
    return last != std::string_view::npos && sentence[last] == '?';
}

} // namespace

std::string_view doubtAbout(std::string_view sentence, std::size_t begin, std::size_t end)
{
    const std::size_t first = begin > kDoubtBytes ? begin - kDoubtBytes : 0;
    const std::string_view head = sentence.substr(first, begin - first);
    const std::string_view rest = sentence.substr(end, kDoubtBytes);
    const std::string before = folded(head);
    const std::string after = folded(rest);
    const std::string text = before + " " + after;
    const std::vector<std::string> wordsBefore = clauseWords(head);
    if (isDenied(wordsBefore) || isTakenBack(clauseWords(rest))
        || isBeforeGrant(wordsBefore, {"no longer"})
        || isRightBefore(wordsBefore, {"rather than", "instead of", "other than"})
        || holdsPhrase(after, {"no longer", "was revoked", "was withdrawn", "has been withdrawn"}))
        return "names a licence in a sentence that denies it";
    if (isBeforeGrant(wordsBefore,
            {"previously", "formerly", "originally", "used to be", "had been", "in the past"})
        || holdsPhrase(text,
            {"earlier version", "earlier versions", "older version", "older versions",
                "previous version", "previous versions", "prior version", "prior versions",
                "old version"})
        || holdsPhrase(after, {"until", "previously", "formerly", "in the past", "superseded"}))
        return "names a licence in a sentence about the past";
    if (isBeforeGrant(wordsBefore,
            {"plan to", "plans to", "planning to", "planned to", "will", "intend to", "intends to",
                "going to", "hope to", "hopes to", "would", "might", "may be", "could be", "to be",
                "consider", "considering"})
        || holdsPhrase(text,
            {"upon acceptance", "upon publication", "after acceptance", "in the future", "pending",
                "tbd"}))
        return "names a licence in a sentence about a plan";
    if (isOfOther(wordsBefore) || holdsPhrase(before, {"same as", "unlike", "in contrast to"})
        || isRightBefore(wordsBefore,
            {"similar to", "such as", "for example", "e.g", "compatible with", "comparable to"})
        || holdsPhrase(after, {"or similar", "or equivalent"}))
        return "names a licence in a sentence that compares it, or is about another work";
    if (isAsked(sentence)
        || holdsPhrase(text,
            {"unclear", "unsure", "not sure", "probably", "presumably", "maybe", "perhaps",
                "possibly", "seems", "appears to", "we assume", "we believe", "most likely"}))
        return "names a licence in a sentence that is not sure of it";
    if (isLimited(rest, sentence.substr(begin, end - begin))
        || holdsPhrase(before, {"some of the", "parts of the", "portions of"}))
        return "names a licence and limits it in a way that is not understood";
    return {};
}

} // namespace cupel::license
