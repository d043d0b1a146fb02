#include "core/license/folding.h"
#include "core/license/name_steps.h"
#include "core/license/name_tables.h"
#include "core/license/spdx_list.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cupel::license {
namespace {

struct Elements {
    bool by = false, nc = false, nd = false, sa = false;

    bool any() const { return by || nc || nd || sa; }
    bool operator==(const Elements&) const = default;
    /// In the order of the licences: BY, NC, then ND or SA.
    std::string text() const
    {
        std::string joined;
        for (const auto& [isSet, name] : std::array<std::pair<bool, const char*>, 4>{
                 {{by, "BY"}, {nc, "NC"}, {nd, "ND"}, {sa, "SA"}}}) {
            if (isSet)
                joined += (joined.empty() ? "" : "-") + std::string(name);
        }
        return joined;
    }
};

/// What the words of a Creative Commons name say.
struct Name {
    Elements elements;
    bool mentionsCc = false;
    bool hasAttributionWord = false;
    bool isZero = false;
    bool isMark = false;
    std::vector<std::string> versions; ///< different ones
    std::string port; ///< upper case
    std::vector<std::string> others; ///< words that belong to no such name
};

/// Jurisdictions that licences were ported to, by the code and the names that texts use.
constexpr std::array<std::pair<std::string_view, std::string_view>, 92> kPorts{{{"ar", "AR"},
    {"argentina", "AR"}, {"at", "AT"}, {"austria", "AT"}, {"au", "AU"}, {"australia", "AU"},
    {"be", "BE"}, {"belgium", "BE"}, {"bg", "BG"}, {"br", "BR"}, {"brazil", "BR"}, {"ca", "CA"},
    {"canada", "CA"}, {"ch", "CH"}, {"switzerland", "CH"}, {"cl", "CL"}, {"chile", "CL"},
    {"cn", "CN"}, {"china", "CN"}, {"co", "CO"}, {"colombia", "CO"}, {"cr", "CR"}, {"cz", "CZ"},
    {"de", "DE"}, {"germany", "DE"}, {"deutschland", "DE"}, {"dk", "DK"}, {"denmark", "DK"},
    {"ec", "EC"}, {"ee", "EE"}, {"eg", "EG"}, {"es", "ES"}, {"spain", "ES"}, {"fi", "FI"},
    {"finland", "FI"}, {"fr", "FR"}, {"france", "FR"}, {"ge", "GE"}, {"gr", "GR"}, {"greece", "GR"},
    {"gt", "GT"}, {"hk", "HK"}, {"hr", "HR"}, {"hu", "HU"}, {"ie", "IE"}, {"ireland", "IE"},
    {"igo", "IGO"}, {"il", "IL"}, {"in", "IN"}, {"india", "IN"}, {"it", "IT"}, {"italy", "IT"},
    {"jp", "JP"}, {"japan", "JP"}, {"kr", "KR"}, {"korea", "KR"}, {"lu", "LU"}, {"mk", "MK"},
    {"mt", "MT"}, {"mx", "MX"}, {"mexico", "MX"}, {"my", "MY"}, {"nl", "NL"}, {"netherlands", "NL"},
    {"no", "NO"}, {"norway", "NO"}, {"nz", "NZ"}, {"pe", "PE"}, {"ph", "PH"}, {"pl", "PL"},
    {"poland", "PL"}, {"pr", "PR"}, {"pt", "PT"}, {"portugal", "PT"}, {"ro", "RO"}, {"rs", "RS"},
    {"scotland", "SCOTLAND"}, {"se", "SE"}, {"sweden", "SE"}, {"sg", "SG"}, {"si", "SI"},
    {"th", "TH"}, {"tw", "TW"}, {"taiwan", "TW"}, {"ug", "UG"}, {"uk", "UK"}, {"england", "UK"},
    {"us", "US"}, {"usa", "US"}, {"ve", "VE"}, {"vn", "VN"}, {"za", "ZA"}}};

std::string_view portOf(std::string_view word)
{
    for (const auto& [name, port] : kPorts) {
        if (name == word)
            return port;
    }
    return {};
}

bool isVersion(std::string_view version)
{
    return isOneOf(version, {"1.0", "2.0", "2.1", "2.5", "3.0", "4.0"});
}

constexpr std::array<std::string_view, 18> kPieces{"creativecommons", "creativecommon",
    "noncommercial", "noderivatives", "noderivative", "noderivs", "noderiv", "sharealike",
    "attribution", "attributions", "creative", "zero", "cc", "by", "nc", "nd", "sa", "pdm"};

bool take(std::string_view piece, Name& name)
{
    if (isOneOf(piece, {"creativecommons", "creativecommon", "creative", "cc"}))
        name.mentionsCc = true;
    else if (isOneOf(piece, {"attribution", "attributions"}))
        name.elements.by = name.hasAttributionWord = true;
    else if (piece == "by")
        name.elements.by = true;
    else if (isOneOf(piece, {"noncommercial", "nc"}))
        name.elements.nc = true;
    else if (isOneOf(piece, {"noderivatives", "noderivative", "noderivs", "noderiv", "nd"}))
        name.elements.nd = true;
    else if (isOneOf(piece, {"sharealike", "sa"}))
        name.elements.sa = true;
    else if (piece == "zero")
        name.isZero = true;
    else if (piece == "pdm")
        name.isMark = true;
    else
        return false;
    return true;
}

/// Take a word that is written together, such as "ccbyncsa"; false where it is none.
bool takeTogether(std::string_view word, Name& name)
{
    Name with = name;
    std::string_view rest = word;
    if (!rest.starts_with("cc") && !rest.starts_with("by") && !rest.starts_with("creativecommon")
        && !rest.starts_with("attribution"))
        return false;
    while (!rest.empty()) {
        std::string_view longest;
        for (const std::string_view piece : kPieces) {
            if (rest.starts_with(piece) && piece.size() > longest.size())
                longest = piece;
        }
        if (longest.empty() || !take(longest, with))
            return false;
        rest.remove_prefix(longest.size());
    }
    name = with;
    return true;
}

bool saysNothing(std::string_view word)
{
    return isOneOf(word,
        {"license", "licence", "licenses", "licences", "licensed", "public", "international",
            "intl", "unported", "generic", "universal", "legal", "code", "legalcode", "deed", "the",
            "a", "an", "of", "version", "ver", "v", "common", "commons", "domain", "dedication",
            "ccpl", "under", "work", "works", "wales", "states", "data"});
}

/// Join words that are parts of one: "non commercial", "no derivative works", "share alike".
std::vector<Word> joinedWords(const std::vector<Word>& words)
{
    std::vector<Word> joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].text;
        const std::string_view next = i + 1 < words.size() ? words[i + 1].text : std::string_view();
        std::string whole(word);
        if (isOneOf(word, {"non", "not", "no"})
            && isOneOf(next, {"commercial", "commerical", "comercial"}))
            whole = "noncommercial";
        else if (isOneOf(word, {"no", "non"})
            && isOneOf(next, {"derivatives", "derivative", "derivs", "deriv", "derivates"}))
            whole = "noderivatives";
        else if (word == "share" && next == "alike")
            whole = "sharealike";
        else if (word == "united" && next == "states")
            whole = "us";
        i += whole != word;
        joined.push_back({whole, words[i].isNumber, words[i].isGlued});
    }
    return joined;
}

void takeNumber(const std::string& number, bool isBehindCc, Name& name)
{
    if (number == "0" && isBehindCc) {
        name.isZero = true;
        return;
    }
    const bool isShort = number.size() == 2 && isOneOf(number, {"10", "20", "25", "30", "40"});
    const std::string version
        = isShort ? number.substr(0, 1) + "." + number.substr(1) : versionText(number);
    if (std::find(name.versions.begin(), name.versions.end(), version) == name.versions.end())
        name.versions.push_back(version);
}

Name readName(std::string_view text)
{
    Name name;
    const std::vector<Word> words = joinedWords(wordsOf(text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i].text;
        const bool isBehindNumber = i > 0 && words[i - 1].isNumber;
        if (words[i].isNumber) {
            takeNumber(word, i > 0 && words[i - 1].text == "cc", name);
        } else if (isBehindNumber && !portOf(word).empty()) {
            name.port = portOf(word);
        } else if (word == "mark" && i > 1 && words[i - 1].text == "domain") {
            name.isMark = true;
        } else if (!take(word, name) && !takeTogether(word, name) && !saysNothing(word)
            && !(i > 0 && !name.port.empty() && word == "and")) {
            name.others.push_back(word);
        }
    }
    // "3.0 Unported (Germany)", "International - DE": the port stands apart from the version.
    if (name.port.empty() && !name.versions.empty() && !name.others.empty()
        && !portOf(name.others.back()).empty() && name.others.back().size() > 2) {
        name.port = portOf(name.others.back());
        name.others.pop_back();
    }
    return name;
}

bool isCreativeCommons(const Name& name)
{
    const bool hasOther = name.elements.nc || name.elements.nd || name.elements.sa;
    return name.mentionsCc || (name.hasAttributionWord && (hasOther || !name.versions.empty()))
        || (name.elements.by && hasOther && name.others.empty());
}

/// Names in parentheses repeat the one before them: "Attribution 4.0 International (CC BY 4.0)".
StepAnswer agreeing(std::string_view text)
{
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return std::nullopt;
    const Name outer
        = readName(std::string(text.substr(0, open)) + " " + std::string(text.substr(close + 1)));
    const Name inner = readName(text.substr(open + 1, close - open - 1));
    const bool areBoth = isCreativeCommons(outer) && isCreativeCommons(inner)
        && outer.elements.any() && inner.elements.any();
    const bool agree = outer.elements == inner.elements
        && (outer.versions.empty() || inner.versions.empty() || outer.versions == inner.versions);
    if (!areBoth || agree)
        return std::nullopt;
    return noted("LicenseRef-Custom", Confidence::None, "LIC-SELF-CONTRADICTION",
        "names two different licences");
}

} // namespace

Resolution creativeCommons(
    std::string_view elements, std::string_view version, std::string_view port)
{
    Name name;
    for (const Word& word : joinedWords(wordsOf(folded(elements)))) {
        if (!take(word.text, name))
            return noted("LicenseRef-Custom", Confidence::None, "LIC-UNRECOGNISED",
                "names no Creative Commons licence");
    }
    const Elements& parts = name.elements;
    const auto impossible = [](std::string words) {
        return noted("NOASSERTION", Confidence::Family, "LIC-CC-IMPOSSIBLE", std::move(words));
    };
    if (!parts.any())
        return noted("NOASSERTION", Confidence::Family, "LIC-CC-ELEMENTS-MISSING",
            "names no Creative Commons licence: it may forbid commercial use or changes");
    if (parts.sa && parts.nd)
        return impossible("joins ShareAlike and NoDerivatives, which no licence does");
    if (!version.empty() && !isVersion(version))
        return impossible("names a version that does not exist");
    if (!parts.by && version != "1.0")
        return impossible("leaves Attribution out, which only version 1.0 did");
    const std::string family = "CC-" + parts.text() + "-";
    if (version.empty()) {
        Resolution open = noted(family + "?", Confidence::Family, "LIC-CC-UNVERSIONED",
            "names no version: 4.0 licenses database rights, earlier unported ones do not");
        for (const char* each : {"1.0", "2.0", "2.5", "3.0", "4.0"}) {
            if (const SpdxLicense* known = findSpdxLicense(family + each))
                open.candidates.push_back(known->id);
        }
        return open;
    }
    const std::string base = family + std::string(version);
    if (!port.empty()) {
        if (const SpdxLicense* ported = findSpdxLicense(base + "-" + std::string(port)))
            return determined(ported->id, Confidence::High);
    }
    const SpdxLicense* known = findSpdxLicense(base);
    if (!known && port.empty() && version == "2.1")
        return impossible("names version 2.1, which exists only as ports to some countries");
    if (!known)
        return noted("LicenseRef-Custom", Confidence::None, "LIC-UNRECOGNISED",
            "names a Creative Commons licence without an SPDX id");
    if (!port.empty())
        return noted(known->id, Confidence::Low, "LIC-CC-PORT",
            "names a port that has no SPDX id; the law of the country applies");
    return determined(known->id, Confidence::High);
}

StepAnswer creativeCommonsStep(std::string_view text)
{
    if (StepAnswer contradiction = agreeing(text))
        return contradiction;
    const Name name = readName(text);
    const bool isVague = name.others.size() > 3 || addsTerms(text)
        || holdsPhrase(text, {"not", "except", "only", "but", "unless", "some", "partly", "parts"});
    const bool namesAnother = std::any_of(name.others.begin(), name.others.end(),
        [](const std::string& word) { return findByKey(word) != nullptr; });
    if (namesAnother || (!name.others.empty() && isVague))
        return std::nullopt;
    Resolution found;
    if (name.isMark) {
        found = noted("CC-PDM-1.0", Confidence::High, "LIC-PD-MARK",
            "states that no rights are known and grants nothing");
    } else if (name.isZero && name.mentionsCc && !name.elements.any()) {
        if (!name.versions.empty() && name.versions != std::vector<std::string>{"1.0"})
            found = creativeCommons("by", "0", "");
        else
            found = determined("CC0-1.0", Confidence::High);
    } else if (!isCreativeCommons(name) || name.isZero) {
        return std::nullopt;
    } else if (!name.elements.any()) {
        found = creativeCommons("", "", "");
    } else {
        const bool isClear = name.versions.size() == 1;
        found = creativeCommons(
            name.elements.text(), isClear ? name.versions.front() : "", isClear ? name.port : "");
    }
    if (!name.others.empty() && found.confidence == Confidence::High)
        found.confidence = Confidence::Low;
    return found;
}

} // namespace cupel::license
