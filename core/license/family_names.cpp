#include "core/license/folding.h"
#include "core/license/name_steps.h"
#include "core/license/spdx_list.h"

#include <algorithm>

namespace cupel::license {
namespace {

/// What the words of a name of a family say besides the family.
struct Details {
    std::vector<std::string> versions; ///< different ones, as "3.0"
    bool orLater = false;
    bool only = false;
    std::vector<std::string> others; ///< words of no meaning here
};

/// Words of the names of these families.
bool isOfName(std::string_view word)
{
    return isOneOf(word,
        {"gnu", "gpl", "lgpl", "agpl", "gfdl", "fdl", "general", "public", "lesser", "library",
            "affero", "free", "documentation", "license", "licence", "licenses", "licences", "the",
            "version", "ver", "v", "of", "software", "foundation", "apache", "asl", "al", "mozilla",
            "mpl", "eclipse", "epl", "european", "union", "eupl", "community", "data", "agreement",
            "cdla", "permissive", "sharing", "open", "government", "ogl", "uk", "or", "any",
            "later", "newer", "above", "higher", "only", "canada", "ca", "linux", "a", "under",
            "united", "kingdom", "licensed", "artistic", "odc", "bsl", "business", "source", "busl",
            "fsf", "national", "archives", "and", "january", "june", "november"});
}

Details detailsOf(std::string_view text)
{
    Details details;
    for (const Word& word : wordsOf(text)) {
        std::string_view letters = word.text;
        const bool isYear = word.isNumber && word.text.size() == 4
            && (word.text.starts_with("19") || word.text.starts_with("20"));
        if (isYear)
            continue;
        if (word.isNumber) {
            const std::string version = versionText(word.text);
            if (std::find(details.versions.begin(), details.versions.end(), version)
                == details.versions.end())
                details.versions.push_back(version);
            continue;
        }
        if (!isOfName(letters) && letters.ends_with('v'))
            letters.remove_suffix(1);
        if (!isOfName(letters))
            details.others.emplace_back(letters);
    }
    details.orLater = holdsPhrase(text,
                          {"or later", "or any later", "any later version", "or newer", "or above",
                              "or higher", "and later", "and above"})
        || text.find('+') != std::string_view::npos;
    details.only = holdsPhrase(text, {"only"});
    return details;
}

Resolution ambiguous(std::string words, std::vector<std::string> candidates)
{
    Resolution found
        = noted("NOASSERTION", Confidence::Family, "LIC-FAMILY-AMBIGUOUS", std::move(words));
    found.candidates = std::move(candidates);
    return found;
}

/// The ids of the list that begin with a prefix and a version and end with `ending`.
std::vector<std::string> versionsOf(std::string_view prefix, std::string_view ending)
{
    std::vector<std::string> ids;
    for (const SpdxLicense& license : spdxLicenses()) {
        const std::string_view id = license.id;
        if (license.isDeprecated() || !id.starts_with(prefix) || !id.ends_with(ending)
            || id.size() <= prefix.size() + ending.size())
            continue;
        const std::string_view version
            = id.substr(prefix.size(), id.size() - prefix.size() - ending.size());
        if (version.find_first_not_of("0123456789.") == std::string_view::npos)
            ids.push_back(license.id);
    }
    return ids;
}

/// A family of numbered versions: "MPL-" and "", "GPL-" and "-only".
Resolution numbered(const Details& details, const std::string& prefix, bool hasOnly)
{
    const std::string ending = hasOnly ? (details.orLater ? "-or-later" : "-only") : "";
    std::vector<std::string> known = versionsOf(prefix, ending);
    if (details.versions.empty() && known.size() == 1)
        return determined(known.front(), Confidence::High);
    if (details.versions.size() != 1)
        return ambiguous("names a family of licences without its version", std::move(known));
    const SpdxLicense* license = findSpdxLicense(prefix + details.versions.front() + ending);
    if (!license)
        return ambiguous("names a version that does not exist", std::move(known));
    const bool isPlus = details.orLater && !hasOnly;
    return determined(license->id + (isPlus ? "+" : ""), Confidence::High);
}

StepAnswer gnu(std::string_view text, const Details& details)
{
    const auto has = [text](auto... phrases) { return holdsPhrase(text, {phrases...}); };
    // Letters and numbers of "gplv3" are glued.
    const auto begins = [text](std::string_view name) {
        const std::vector<Word> words = wordsOf(text);
        return std::any_of(words.begin(), words.end(), [&](const Word& word) {
            return word.text == name || word.text == std::string(name) + "v";
        });
    };
    if (begins("agpl") || has("affero"))
        return numbered(details, "AGPL-", true);
    if (begins("lgpl") || has("lesser general", "library general", "gnu lesser", "gnu library"))
        return numbered(details, "LGPL-", true);
    if (begins("gfdl") || begins("fdl") || has("free documentation"))
        return numbered(details, "GFDL-", true);
    if (begins("gpl") || (has("general public") && !has("mozilla", "eclipse", "european union")))
        return numbered(details, "GPL-", true);
    return std::nullopt;
}

Resolution berkeley(std::string_view text)
{
    const auto has = [text](auto... phrases) { return holdsPhrase(text, {phrases...}); };
    const std::vector<Word> words = wordsOf(text);
    std::string clauses;
    for (const Word& word : words) {
        if (word.isNumber)
            clauses = clauses.empty() || clauses == word.text ? word.text : "?";
    }
    if (clauses.empty()) {
        if (has("two", "simplified", "freebsd"))
            clauses = "2";
        else if (has("three", "new", "revised", "modified"))
            clauses = "3";
        else if (has("four", "original", "old"))
            clauses = "4";
    }
    if (clauses == "3" && has("clear"))
        return determined("BSD-3-Clause-Clear", Confidence::High);
    if (clauses == "0" || has("zero"))
        return determined("0BSD", Confidence::High);
    if (isOneOf(clauses, {"1", "2", "3", "4"}))
        return determined("BSD-" + clauses + "-Clause", Confidence::High);
    return ambiguous(
        "does not say which of the BSD licences", {"BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause"});
}

Resolution government(std::string_view text, const Details& details)
{
    const bool isUk = holdsPhrase(text, {"uk", "united kingdom", "national archives"});
    const bool isCanada = holdsPhrase(text, {"canada", "ca"});
    if (isCanada) {
        if (details.versions.empty() || details.versions == std::vector<std::string>{"2.0"})
            return determined("OGL-Canada-2.0", Confidence::High);
        return ambiguous("names a version that does not exist", {"OGL-Canada-2.0"});
    }
    std::vector<std::string> known = versionsOf("OGL-UK-", "");
    if (details.versions.empty() && isUk)
        return noted("OGL-UK-3.0", Confidence::Low, "LIC-VERSION-ASSUMED",
            "names no version; the current one, 3.0, is assumed");
    if (details.versions.size() == 1 && (isUk || details.versions.front() != "2.0")) {
        if (findSpdxLicense("OGL-UK-" + details.versions.front()))
            return determined("OGL-UK-" + details.versions.front(), Confidence::High);
    }
    known.emplace_back("OGL-Canada-2.0");
    return ambiguous("does not say which Open Government Licence", std::move(known));
}

StepAnswer dataAgreement(std::string_view text, const Details& details)
{
    if (holdsPhrase(text, {"permissive"}))
        return numbered(details, "CDLA-Permissive-", false);
    if (holdsPhrase(text, {"sharing"}))
        return numbered(details, "CDLA-Sharing-", false);
    return ambiguous("does not say which Community Data License Agreement",
        {"CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0"});
}

} // namespace

StepAnswer familyStep(std::string_view text)
{
    const Details details = detailsOf(text);
    const auto has = [text](auto... phrases) { return holdsPhrase(text, {phrases...}); };
    const std::vector<Word> words = wordsOf(text);
    const auto begins = [&words](std::string_view name) {
        return std::any_of(words.begin(), words.end(), [&](const Word& word) {
            return word.text == name || word.text == std::string(name) + "v";
        });
    };
    if (has("bsd") || begins("bsd") || has("freebsd"))
        return words.size() <= 8 ? StepAnswer(berkeley(text)) : std::nullopt;
    if (has("openrail", "open rail", "rail"))
        return ambiguous("names the OpenRAIL family, not one of its licences",
            {"LicenseRef-BigScience-OpenRAIL-M", "LicenseRef-CreativeML-OpenRAIL-M",
                "LicenseRef-BigCode-OpenRAIL-M-1"});
    if (details.others.size() > 2 || addsTerms(text)
        || (!details.others.empty() && has("not", "except", "but", "exception")))
        return std::nullopt;
    if (begins("eupl") || has("european union public"))
        return numbered(details, "EUPL-", false);
    if (begins("mpl") || has("mozilla public", "mozilla"))
        return numbered(details, "MPL-", false);
    if (begins("epl") || has("eclipse public", "eclipse"))
        return numbered(details, "EPL-", false);
    if (begins("cdla") || has("community data"))
        return dataAgreement(text, details);
    if (begins("ogl") || has("open government licence", "open government license"))
        return details.others.empty() ? StepAnswer(government(text, details)) : std::nullopt;
    if (StepAnswer found = gnu(text, details))
        return found;
    if (begins("apache") || begins("asl") || (begins("al") && !details.versions.empty()))
        return numbered(details, "Apache-", false);
    if (begins("artistic"))
        return numbered(details, "Artistic-", false);
    if (begins("busl") || has("business source"))
        return numbered(details, "BUSL-", false);
    if (begins("bsl"))
        return ambiguous("may be the Boost Software License or the Business Source License",
            {"BSL-1.0", "BUSL-1.1"});
    if (has("open data commons") || text == "odc")
        return ambiguous("names a publisher of licences, not one of them",
            {"PDDL-1.0", "ODC-By-1.0", "ODbL-1.0"});
    return std::nullopt;
}

} // namespace cupel::license
