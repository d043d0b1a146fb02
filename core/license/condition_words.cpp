#include "core/license/condition_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace cupel::license {
namespace {

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& sorted, std::string_view word)
{
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool isNumber(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Distance of Damerau and Levenshtein (neighbours that changed places count one).
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + other});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

/// One sign for signs that scanners mistake for each other.
std::string lookAlikes(std::string_view word)
{
    std::string result;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char next = i + 1 < word.size() ? word[i + 1] : '\0';
        if (word[i] == 'r' && next == 'n') {
            result += 'm';
            ++i;
        } else if (word[i] == '1' || word[i] == 'i') {
            result += 'l';
        } else if (word[i] == '0') {
            result += 'o';
        } else if (word[i] == 'c') {
            result += 'e';
        } else {
            result += word[i] == '5' ? 's' : word[i];
        }
    }
    return result;
}

using Phrase = std::vector<std::string_view>;

/// Phrases that limit, as tokens ("non-commercial" is one word there).
const std::vector<Phrase>& phrases()
{
    static const std::vector<Phrase> list{{"noncommercial"}, {"noncommercially"},
        {"not", "commercial"}, {"no", "commercial"}, {"research", "only"}, {"research", "purposes"},
        {"research", "and", "educational"}, {"academic", "use"}, {"academic", "purposes"},
        {"academic", "research"}, {"academic", "users"}, {"academic", "study"},
        {"educational", "use"}, {"educational", "purposes"}, {"personal", "use"},
        {"internal", "use"}, {"evaluation", "only"}, {"evaluation", "purposes"},
        {"commercial", "use"}, {"commercial", "purposes"}, {"commercial", "license"},
        {"only", "for"}, {"only", "be", "used"}, {"used", "only"}, {"use", "only"}, {"solely"},
        {"may", "not"}, {"must", "not"}, {"shall", "not"}, {"cannot", "be"}, {"not", "be", "used"},
        {"not", "allowed"}, {"not", "permitted"}, {"not", "redistribute"}, {"do", "not", "use"},
        {"prohibited"}, {"prohibits"}, {"forbidden"}, {"no", "redistribution"},
        {"no", "derivative"}, {"no", "derivatives"}, {"noderivatives"}, {"third", "parties"},
        {"does", "not", "include", "the", "right"}, {"sell"}, {"machine", "learning"},
        {"written", "permission"}, {"prior", "permission"}, {"written", "consent"},
        {"request", "access"}, {"all", "copies", "when"}, {"delete"}, {"train"}};
    return list;
}

bool standsAt(
    const Phrase& phrase, const std::vector<Token>& tokens, std::size_t at, std::size_t end)
{
    if (at + phrase.size() > end)
        return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (tokens[at + i].word != phrase[i])
            return false;
    }
    return true;
}

/// "train" is also the name of a split: beside such words it limits nothing.
bool namesSplit(const std::vector<Token>& tokens, std::size_t at)
{
    static constexpr std::array<std::string_view, 14> kBeside{"csv", "data", "dev", "eval", "file",
        "json", "jsonl", "parquet", "set", "split", "test", "tsv", "val", "validation"};
    if (tokens[at].word != "train")
        return false;
    const bool before = at > 0 && holds(kBeside, tokens[at - 1].word);
    std::size_t next = at + 1;
    if (next < tokens.size() && tokens[next].word == "and")
        ++next;
    return before || (next < tokens.size() && holds(kBeside, tokens[next].word));
}

} // namespace

bool limitsPurpose(std::string_view phrase)
{
    static constexpr std::array<std::string_view, 9> kAbout{"commercial", "research", "academic",
        "educational", "personal", "internal", "evaluation", "redistrib", "derivative"};
    return std::any_of(kAbout.begin(), kAbout.end(),
        [&](std::string_view about) { return phrase.find(about) != std::string_view::npos; });
}

bool isConditionWord(std::string_view word)
{
    static constexpr std::array<std::string_view, 51> kWords{"academic", "affero", "cannot",
        "commercial", "commercially", "derivative", "derivatives", "educational", "evaluation",
        "evil", "except", "excluded", "excluding", "field", "fields", "forbidden", "internal",
        "lesser", "library", "machine", "may", "military", "must", "neither", "never", "no",
        "noderivatives", "noncommercial", "noncommercially", "none", "nonprofit", "nor", "not",
        "nuclear", "only", "personal", "profit", "prohibited", "research", "sell", "shall",
        "sharealike", "sold", "solely", "students", "teaching", "training", "unless", "weapon",
        "weapons", "without"};
    return holds(kWords, word);
}

bool hintsAtCondition(std::string_view word)
{
    static constexpr std::array<std::string_view, 24> kWords{"additional", "agree", "agreed",
        "allowed", "applications", "condition", "conditions", "consent", "exclusively", "limited",
        "permission", "permitted", "prohibits", "provided", "purpose", "purposes", "restricted",
        "restriction", "restrictions", "universities", "use", "used", "uses", "using"};
    return isConditionWord(word) || holds(kWords, word);
}

bool isVersionNumber(std::string_view word)
{
    return word.size() == 3 && word[0] >= '1' && word[0] <= '4' && word[1] == '.' && isNumber(word);
}

bool namesParty(std::string_view word)
{
    static constexpr std::array<std::string_view, 68> kWords{"author", "authors", "ave", "avenue",
        "berkeley", "board", "boston", "by", "california", "cambridge", "company", "contributor",
        "contributors", "copyright", "corp", "corporation", "developer", "developers",
        "development", "fifth", "floor", "foundation", "franklin", "free", "group", "holder",
        "holders", "http", "inc", "institute", "institution", "its", "ltd", "ma", "mass",
        "massachusetts", "member", "members", "name", "names", "of", "openldap", "organization",
        "organizations", "owner", "owners", "place", "product", "project", "regents", "respective",
        "s", "software", "st", "street", "suite", "team", "technology", "temple", "the", "their",
        "university", "usa", "w3c", "www", "year", "your", "yyyy"};
    return isNumber(word) || holds(kWords, word);
}

bool isMisspelling(std::string_view word, std::string_view of)
{
    constexpr std::size_t kLong = 8;
    constexpr std::size_t kShort = 3;
    constexpr std::size_t kLongest = 40;
    if (isNumber(word) || isNumber(of) || word.size() > kLongest || of.size() > kLongest)
        return false;
    if (lookAlikes(word) == lookAlikes(of))
        return true;
    return of.size() > kShort && editDistance(word, of) <= (of.size() >= kLong ? 2U : 1U);
}

std::vector<RestrictingPhrase> restrictingPhrases(
    const std::vector<Token>& tokens, TokenRange range)
{
    std::vector<RestrictingPhrase> found;
    for (std::size_t at = range.begin; at < range.end; ++at) {
        for (const Phrase& phrase : phrases()) {
            if (!standsAt(phrase, tokens, at, range.end) || namesSplit(tokens, at))
                continue;
            std::string words;
            for (const std::string_view word : phrase)
                words += (words.empty() ? "" : " ") + std::string(word);
            found.push_back({at, std::move(words)});
            at += phrase.size() - 1;
            break;
        }
    }
    return found;
}

} // namespace cupel::license
