#include "core/counts/nearest_name.h"
#include "core/license/folding.h"
#include "core/license/name_steps.h"

#include <algorithm>

namespace cupel::license {
namespace {

bool has(std::string_view text, std::initializer_list<std::string_view> phrases)
{
    return holdsPhrase(text, phrases);
}

Resolution missing(std::string words)
{
    return noted("NOASSERTION", Confidence::Status, "LIC-MISSING", std::move(words));
}

/// A field of a form that nobody filled in: [More Information Needed], {license}, <license>.
bool isPlaceholder(std::string_view text)
{
    if (text.size() < 2)
        return false;
    const char first = text.front();
    const char last = text.back();
    return (first == '[' && last == ']') || (first == '{' && last == '}')
        || (first == '<' && last == '>') || text.starts_with("${")
        || has(text,
            {"more information needed", "needs more information", "fill in", "your license",
                "license here", "insert license"});
}

bool hasWordCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || (static_cast<unsigned char>(c) & 0x80u) != 0;
    });
}

/// "unknown", also mistyped, and what says as much.
bool saysUnknown(std::string_view text)
{
    if (isOneOf(text,
            {"unknown", "n/a", "na", "n.a", "n.a.", "none", "null", "nil", "nan", "tbd", "tba",
                "tbc", "t.b.d.",
                "to"
                "do",
                "missing", "pending", "undefined", "unspecified", "unclear", "unsure", "undecided",
                "noassertion", "no license", "no licence", "not applicable", "empty", "no",
                "nolicense", "unlicensed", "unstated", "undetermined", "undisclosed"}))
        return true;
    if (text.size() >= 6 && text.size() <= 9 && counts::nearestName(text, {"unknown"}).has_value())
        return true;
    return has(text,
        {"not specified", "not stated", "not provided", "not given", "not available", "not found",
            "not known", "not disclosed", "not mentioned", "not declared", "not listed", "not sure",
            "not clear", "not defined", "not set", "not yet", "none given", "none specified",
            "none provided", "none stated", "unavailable", "to be determined", "to be decided",
            "to be added", "to be announced", "to be confirmed", "license unknown",
            "licence unknown", "unknown license", "unknown licence", "no license specified",
            "no licence specified", "no license information", "no licence information",
            "no information", "no license given", "no license found", "no licence found",
            "no license file", "coming later", "is unknown", "is unclear"});
}

/// Points elsewhere and names nothing: "see LICENSE", "please refer to the paper".
bool pointsElsewhere(std::string_view text)
{
    for (const std::string_view lead : {"please ", "kindly "}) {
        if (text.starts_with(lead))
            text.remove_prefix(lead.size());
    }
    for (const std::string_view lead :
        {"see ", "refer to ", "check ", "cf. ", "look at ", "visit ", "consult ", "read ",
            "as stated in ", "as in ", "same as ", "follow ", "license in "}) {
        if (text.starts_with(lead))
            return true;
    }
    return isOneOf(
        text, {"license", "licence", "license.md", "license.txt", "license file", "copying"});
}

bool reservesAll(std::string_view text)
{
    return has(text,
               {"all rights reserved", "proprietary", "confidential", "alle rechte vorbehalten"})
        || text.starts_with("copyright") || text.starts_with("(c) ") || text.starts_with("\u00a9");
}

bool saysCustom(std::string_view text)
{
    const std::string_view head = text.substr(0, text.find_first_of("(:,-"));
    std::string bare(head);
    while (bare.ends_with(' '))
        bare.pop_back();
    return isOneOf(bare,
        {"other", "others", "custom", "various", "varied", "varies", "mixed", "multiple", "several",
            "mix", "special", "own", "own license", "own terms", "custom license", "custom licence",
            "other license", "other licence", "various licenses", "various licences",
            "mixed licenses", "multiple licenses", "multiple licences", "different licenses",
            "depends", "custom terms", "its own license", "specific license", "license varies",
            "licenses vary", "different per source", "composite"});
}

bool saysNoncommercial(std::string_view text)
{
    return has(text,
        {"noncommercial", "non-commercial", "non commercial", "non-commercially", "noncommercially",
            "not for commercial", "no commercial", "not commercial", "not be used commercially",
            "not be used for commercial", "nc", "non-profit", "nonprofit", "not-for-profit",
            "non profit"});
}

bool saysResearch(std::string_view text)
{
    const bool isResearch = has(text,
        {"research", "academic", "academia", "educational", "education", "scientific", "scholarly",
            "science", "teaching", "university", "researchers", "academics"});
    const bool isLimit = has(text,
        {"only", "purpose", "purposes", "use", "usage", "license", "licence", "non-commercial",
            "noncommercial", "non commercial", "limited", "restricted", "solely", "exclusively"});
    return isResearch
        && (isLimit
            || isOneOf(text,
                {"research", "academic", "educational", "academic research", "research-only"}));
}

StepAnswer publicDomain(std::string_view text)
{
    if (has(text,
            {"us government", "u.s. government", "us federal government", "government work",
                "united states government", "us-pd", "us public domain", "u.s. public domain",
                "usgov", "17 usc 105", "17 u.s.c."}))
        return determined("LicenseRef-US-Government-Work", Confidence::High);
    if (text == "pd"
        || has(text,
            {"public domain", "public-domain", "publicdomain", "domaine public",
                "dominio p\u00fablico", "dominio publico", "dom\u00ednio p\u00fablico",
                "gemeinfrei", "pubblico dominio", "no copyright", "copyright free",
                "copyright-free"}))
        return noted("LicenseRef-public-domain-unspecified", Confidence::Status,
            "LIC-PD-UNSPECIFIED", "says public domain without the instrument or the legal ground");
    return std::nullopt;
}

bool isVague(std::string_view text)
{
    return isOneOf(text,
               {"open", "free", "open access", "open-access", "open source", "open-source",
                   "opensource", "open data", "open-data", "oa", "public", "publicly available",
                   "freely available", "free to use", "free for all", "free use", "freeware",
                   "open license", "open licence", "open source license", "open data license",
                   "free license", "copyleft", "permissive", "permissive license", "royalty-free",
                   "royalty free", "free software", "attribution", "attribution required",
                   "commercial", "commercial use allowed", "community"})
        || has(text,
            {"(commercial)", "osi-approved", "osi approved", "publicly available",
                "freely available", "open access"});
}

} // namespace

std::string_view usePhrase(std::string_view text)
{
    if (saysResearch(text))
        return "research";
    return saysNoncommercial(text) ? "noncommercial" : "";
}

bool addsTerms(std::string_view text)
{
    return has(text,
        {"commons clause", "additional", "restriction", "restrictions", "restricted", "addendum",
            "amendment", "amendments", "extra terms", "rider", "no ai", "no-ai", "no training",
            "prohibited", "not allowed", "may not", "must not", "limitations", "custom terms",
            "with conditions", "without resale", "no resale", "no redistribution", "non-military",
            "ethical", "acceptable use"});
}

StepAnswer statusStep(std::string_view text)
{
    if (!hasWordCharacter(text) && text.find("\u00a9") == std::string_view::npos)
        return missing("is empty");
    if (isPlaceholder(text))
        return missing("is a placeholder");
    if (reservesAll(text))
        return noted("LicenseRef-All-Rights-Reserved", Confidence::Status,
            "LIC-ALL-RIGHTS-RESERVED", "grants nothing");
    if (text.starts_with("404") || text.starts_with("403"))
        return missing("is the message of a failed request");
    if (saysUnknown(text))
        return missing("says that no licence is known");
    if (pointsElsewhere(text))
        return missing("points elsewhere and names no licence");
    return std::nullopt;
}

StepAnswer phraseStep(std::string_view text)
{
    if (StepAnswer found = publicDomain(text))
        return found;
    if (has(text,
            {"on request", "upon request", "by request", "request form", "on application",
                "application required", "registration required", "access request", "gated"}))
        return determined("LicenseRef-Request-Form", Confidence::High);
    const std::string_view use = usePhrase(text);
    if (use == "research")
        return noted("LicenseRef-Research-Only", Confidence::Class, "LIC-CUSTOM",
            "limits the use to research and names no licence");
    if (use == "noncommercial")
        return noted("LicenseRef-Noncommercial-Unspecified", Confidence::Class, "LIC-CUSTOM",
            "excludes commercial use and names no licence");
    if (isVague(text))
        return noted("NOASSERTION", Confidence::Family, "LIC-FAMILY-AMBIGUOUS",
            "names no licence: the word stands for many");
    if (saysCustom(text))
        return noted(
            "LicenseRef-Custom", Confidence::Status, "LIC-CUSTOM", "stands for terms of its own");
    return std::nullopt;
}

} // namespace cupel::license
