#include "core/license/resolution.h"

#include "core/license/csv_resource.h"
#include "core/license/expression.h"
#include "core/license/folding.h"
#include "core/license/license_tables.h"
#include "core/license/name_steps.h"
#include "core/license/name_tables.h"
#include "core/license/spdx_list.h"
#include "core/license/terms.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace cupel::license {
namespace {

constexpr int kMaxDepth = 6; ///< of parts within parts
constexpr std::size_t kLongestId = 40; ///< of a text that may be a mistyped id
constexpr int kMaxParts = 300; ///< looked at for one text

enum class Proposals {
    Nearest, ///< the id that an unknown one may be meant to be
    None,
};

/// How deep a part lies, how many parts may still be looked at, and what is proposed for an unknown
/// one, which is done for the whole text only.
struct Nesting {
    int depth = 0;
    int* left = nullptr;
    Proposals proposals = Proposals::None;

    Nesting deeper() const { return {depth + 1, left}; }
};

Resolution resolvePart(std::string_view text, Nesting nesting);

/// Notes that the licences of a valid expression call for.
void noteTerms(const Expression& expression, Resolution& found)
{
    for (const Expression& license : licensesOf(expression)) {
        if (license.id == "CC-PDM-1.0")
            found.notes.push_back(
                {"LIC-PD-MARK", "states that no rights are known and grants nothing"});
        else if (license.id == "LicenseRef-All-Rights-Reserved")
            found.notes.push_back({"LIC-ALL-RIGHTS-RESERVED", "grants nothing"});
        else if (license.id == "LicenseRef-public-domain-unspecified")
            found.notes.push_back({"LIC-PD-UNSPECIFIED",
                "says public domain without the instrument or the legal ground"});
        else if (license.isRef() && termsOf(license).basis == TermsBasis::None)
            found.notes.push_back({"LIC-CUSTOM", "stands for terms of its own"});
    }
}

StepAnswer expressionStep(std::string_view text)
{
    if (text == "NONE" || text == "NOASSERTION")
        return noted(std::string(text), Confidence::Status, "LIC-MISSING",
            text == "NONE" ? "says that there is no licence" : "says that no licence is known");
    const auto read = parseExpression(text);
    if (!read)
        return std::nullopt;
    Resolution found = determined(toText(withSuccessors(*read)), Confidence::Exact);
    bool hasAssumed = false;
    for (const Deprecation& deprecation : deprecationsOf(*read)) {
        std::string successors;
        for (const std::string& one : deprecation.successors)
            successors += (successors.empty() ? "" : " or ") + one;
        found.notes.push_back({"LIC-SPDX-DEPRECATED",
            "is deprecated since version " + deprecation.since + " of the SPDX list"
                + (successors.empty() ? "" : "; its place is taken by " + successors)});
        hasAssumed = hasAssumed || deprecation.successors.size() > 1;
    }
    if (hasAssumed) {
        found.confidence = Confidence::High;
        found.notes.push_back({"LIC-VERSION-ASSUMED",
            "does not say only or or-later; the narrower grant, " + found.expression
                + ", is assumed"});
    }
    noteTerms(*read, found);
    return found;
}

/// "this work is licensed under a …": what comes behind such words.
std::string_view withoutLead(std::string_view text)
{
    constexpr std::array<std::string_view, 14> kLeads{"licensed under ", "released under ",
        "available under ", "distributed under ", "published under ", "provided under ",
        "shared under ", "licenced under ", "under the terms of ",
        "license: ", "licence: ", "license is ", "licence is ", "spdx-license-identifier: "};
    std::string_view rest = text;
    for (const std::string_view lead : kLeads) {
        const std::size_t at = rest.rfind(lead);
        if (at != std::string_view::npos && usePhrase(rest.substr(0, at)).empty())
            rest = rest.substr(at + lead.size());
    }
    for (bool isFirst = true; isFirst || !rest.empty(); isFirst = false) {
        const std::string_view before = rest;
        for (const std::string_view article : {"the ", "a ", "an ", "under ", "terms of ", "is "}) {
            if (rest.starts_with(article))
                rest.remove_prefix(article.size());
        }
        if (rest == before)
            break;
    }
    return rest;
}

/// A part of what is published, such as "the code".
bool isPartOfWork(std::string_view scope)
{
    for (const std::string_view article : {"the ", "all ", "our "}) {
        if (scope.starts_with(article))
            scope.remove_prefix(article.size());
    }
    return isOneOf(scope,
        {"data", "dataset", "code", "software", "text", "texts", "images", "annotations", "content",
            "contents", "documentation", "model", "models", "weights", "metadata", "audio",
            "videos", "labels", "scripts", "source code", "database"});
}

/// "MIT for the code", "code: MIT", "MIT (code)", "MIT, see LICENSE": the licence without what it
/// covers and where it stands.
std::string_view withoutScope(std::string_view text)
{
    const std::size_t behind = text.rfind(" for ");
    if (behind != std::string_view::npos && isPartOfWork(text.substr(behind + 5)))
        return text.substr(0, behind);
    const std::size_t colon = text.find(": ");
    if (colon != std::string_view::npos && isPartOfWork(text.substr(0, colon)))
        return text.substr(colon + 2);
    for (const std::string_view pointer : {" (see ", ", see ", "; see ", " - see "}) {
        const std::size_t at = text.find(pointer);
        if (at != std::string_view::npos && text.find("except", at) == std::string_view::npos)
            return text.substr(0, at);
    }
    const std::size_t open = text.rfind(" (");
    if (open != std::string_view::npos && text.ends_with(')')
        && isPartOfWork(text.substr(open + 2, text.size() - open - 3)))
        return text.substr(0, open);
    return text;
}

/// "Apache License 2.0 (Apache-2.0)", "GNU General Public License (GPLv3)": a name and its
/// abbreviation, which must not disagree.
StepAnswer abbreviationStep(std::string_view text, Nesting nesting)
{
    const std::size_t open = text.find(" (");
    const std::size_t close = text.find(')', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return std::nullopt;
    const Resolution inner = resolvePart(text.substr(open + 2, close - open - 2), nesting.deeper());
    const Resolution outer = resolvePart(
        std::string(text.substr(0, open)) + std::string(text.substr(close + 1)), nesting.deeper());
    const auto holds = [](const Resolution& family, const std::string& id) {
        return family.confidence == Confidence::Family
            && std::find(family.candidates.begin(), family.candidates.end(), id)
            != family.candidates.end();
    };
    const bool agree = inner.expression == outer.expression || holds(inner, outer.expression);
    if (outer.isDetermined() && agree)
        return outer;
    if (inner.isDetermined() && holds(outer, inner.expression))
        return inner;
    return std::nullopt;
}

/// Other spellings of the same: the table, the names of the list without words that say nothing.
StepAnswer nameStep(std::string_view text)
{
    if (const NameEntry* entry = findName(text)) {
        Resolution found = determined(entry->expression, entry->confidence);
        if (!entry->rule.empty())
            found.notes.push_back({entry->rule, entry->words});
        return found;
    }
    const bool isWhole
        = std::count(text.begin(), text.end(), '(') == std::count(text.begin(), text.end(), ')');
    const std::string* id = isWhole ? findByKey(nameKey(text)) : nullptr;
    if (id)
        return determined(*id, Confidence::High);
    return std::nullopt;
}

/// "modified MIT", "MIT-style": not the licence that the rest names.
StepAnswer likenessStep(std::string_view text, Nesting nesting)
{
    constexpr std::array<std::string_view, 14> kWords{"modified", "adapted", "customized",
        "customised", "altered", "amended", "style", "like", "variant", "derived from", "based on",
        "inspired by", "similar to", "based"};
    std::string rest(text);
    bool isLike = false;
    for (const std::string_view word : kWords) {
        if (!holdsPhrase(rest, {word}))
            continue;
        const std::size_t at = rest.find(word);
        rest.replace(at, word.size(), " ");
        isLike = true;
    }
    if (!isLike)
        return std::nullopt;
    std::replace(rest.begin(), rest.end(), '(', ' ');
    std::replace(rest.begin(), rest.end(), ')', ' ');
    std::string bare = folded(rest);
    while (!bare.empty() && (bare.back() == '-' || bare.back() == ' '))
        bare.pop_back();
    if (bare.starts_with("custom "))
        bare.erase(0, 7);
    Resolution named = resolvePart(bare, nesting.deeper());
    if (named.confidence == Confidence::Family)
        return named;
    if (!named.isDetermined())
        return std::nullopt;
    Resolution custom = noted("LicenseRef-Custom", Confidence::None, "LIC-MODIFIED-TEXT",
        "names a changed form of a licence; until its text is compared it is custom");
    custom.candidates.push_back(named.expression);
    return custom;
}

/// Whether the licence that a text names already limits the use so.
bool isLimitedSo(const std::string& expression, std::string_view use)
{
    const auto read = parseExpression(expression);
    if (!read)
        return false;
    const std::vector<Expression> licenses = licensesOf(*read);
    return std::all_of(licenses.begin(), licenses.end(), [use](const Expression& license) {
        const Terms terms = termsOf(license).terms;
        return terms.limits(use)
            || (use == "noncommercial" && terms.commercialUse == Permission::No);
    });
}

/// "CC BY 4.0 (non-commercial only)", "Apache-2.0 with Commons Clause": a licence and a clause.
StepAnswer clauseStep(std::string_view text, Nesting nesting)
{
    for (const std::string_view mark :
        {" (", " with ", ", ", " - ", "; ", " but ", " plus ", " + ", " for ", " and ", " except ",
            " only for ", ": ", " limited to ", " restricted to ", " "}) {
        for (std::size_t at = text.find(mark); at != std::string_view::npos;
             at = text.find(mark, at + 1)) {
            const std::string_view clause = text.substr(at + mark.size());
            const std::string_view use = usePhrase(clause);
            const bool isLimit
                = !use.empty() && (mark != " " || holdsPhrase(clause, {"only", "use", "purposes"}));
            const bool isAdded = addsTerms(clause) && mark != " ";
            if (!isLimit && !isAdded)
                continue;
            Resolution head = resolvePart(text.substr(0, at), nesting.deeper());
            if (!head.isDetermined())
                continue;
            if (isLimit && isLimitedSo(head.expression, use))
                return head;
            Resolution custom = noted("LicenseRef-Custom", Confidence::None,
                isLimit ? "LIC-SELF-CONTRADICTION" : "LIC-ADDITIONAL-TERMS",
                isLimit ? "names a licence and forbids what it allows"
                        : "names a licence and adds terms to it");
            custom.candidates.push_back(head.expression);
            return custom;
        }
    }
    return std::nullopt;
}

struct Joint {
    std::string_view mark;
    bool isChoice;
    const char* rule; ///< empty: the mark says what it means
    const char* words;
};
constexpr std::array<Joint, 10> kJoints{{
    {" or ", true, "", ""},
    {" and ", false, "", ""},
    {" & ", false, "", ""},
    {"; ", false, "LIC-LIST-AMBIGUOUS", "lists licences without AND or OR; all are taken to apply"},
    {", ", false, "LIC-LIST-AMBIGUOUS", "lists licences without AND or OR; all are taken to apply"},
    {",", false, "LIC-LIST-AMBIGUOUS", "lists licences without AND or OR; all are taken to apply"},
    {" + ", false, "LIC-LIST-AMBIGUOUS",
        "lists licences without AND or OR; all are taken to apply"},
    {" | ", false, "LIC-LIST-AMBIGUOUS",
        "lists licences without AND or OR; all are taken to apply"},
    {" / ", true, "LIC-SLASH-AMBIGUOUS",
        "joins licences with a slash; a choice is assumed, by custom"},
    {"/", true, "LIC-SLASH-AMBIGUOUS",
        "joins licences with a slash; a choice is assumed, by custom"},
}};

/// Wikipedia's wording: a Creative Commons licence and "the GFDL", whose later versions apply.
void assumeFreeDocumentation(std::vector<Resolution>& parts)
{
    const bool hasShareAlike = std::any_of(parts.begin(), parts.end(),
        [](const Resolution& part) { return part.expression.starts_with("CC-BY-SA-"); });
    for (Resolution& part : parts) {
        const bool isOpen = part.confidence == Confidence::Family && !part.candidates.empty()
            && part.candidates.front().starts_with("GFDL-");
        if (hasShareAlike && isOpen)
            part = noted("GFDL-1.3-or-later", Confidence::Low, "LIC-VERSION-ASSUMED",
                "names no version of the GFDL; 1.3 or later is assumed");
    }
}

/// The parts of a text as one licence, or none where a part names no licence.
StepAnswer joined(const std::vector<std::string>& pieces, const Joint& joint, Nesting nesting)
{
    std::vector<Resolution> parts;
    for (std::string_view piece : pieces) {
        for (const std::string_view lead :
            {"dual licensed ", "dual-licensed ", "dual ", "either ", "both "}) {
            if (piece.starts_with(lead) && parts.empty())
                piece.remove_prefix(lead.size());
        }
        parts.push_back(resolvePart(withoutScope(piece), nesting.deeper()));
    }
    assumeFreeDocumentation(parts);
    Resolution whole;
    whole.confidence = Confidence::High;
    if (*joint.rule != '\0') {
        whole.confidence = Confidence::Low;
        whole.notes.push_back({joint.rule, joint.words});
    }
    std::vector<Expression> expressions;
    bool areAllExact = true;
    for (const Resolution& part : parts) {
        auto read = parseExpression(part.expression);
        if (!part.isDetermined() || !read)
            return std::nullopt;
        areAllExact = areAllExact && part.confidence == Confidence::Exact;
        if (part.confidence == Confidence::Low)
            whole.confidence = Confidence::Low;
        whole.notes.insert(whole.notes.end(), part.notes.begin(), part.notes.end());
        expressions.push_back(std::move(*read));
    }
    // With operators in one case it would have been an expression.
    if (areAllExact && isOneOf(joint.mark, {" or ", " and "})) {
        whole.confidence = Confidence::Low;
        whole.notes.insert(whole.notes.begin(),
            {"LIC-SPDX-SYNTAX",
                "looks like an SPDX expression and is none: the case of its operators differs"});
    }
    whole.expression = toText(joint.isChoice ? anyOf(expressions) : allOf(expressions));
    return whole;
}

/// "A, B or C": the word before the last part says what the commas mean.
StepAnswer enumeration(std::string_view text, Nesting nesting)
{
    for (const Joint& joint : {Joint{"or ", true, "", ""}, Joint{"and ", false, "", ""}}) {
        std::vector<std::string> pieces = partsOf(text, ", ");
        if (pieces.size() < 2)
            return std::nullopt;
        std::string& last = pieces.back();
        const std::size_t at = last.find(" " + std::string(joint.mark));
        if (last.starts_with(joint.mark)) {
            last.erase(0, joint.mark.size());
        } else if (at != std::string::npos) {
            const std::string before = last.substr(0, at);
            last.erase(0, at + 1 + joint.mark.size());
            pieces.insert(pieces.end() - 1, before);
        } else {
            continue;
        }
        if (StepAnswer found = joined(pieces, joint, nesting))
            return found;
    }
    return std::nullopt;
}

/// Several licences in one text, where every part names one.
StepAnswer jointStep(std::string_view text, Nesting nesting)
{
    if (StepAnswer found = enumeration(text, nesting))
        return found;
    for (const Joint& joint : kJoints) {
        const std::vector<std::string> pieces = partsOf(text, joint.mark);
        if (pieces.size() < 2)
            continue;
        if (StepAnswer found = joined(pieces, joint, nesting))
            return found;
    }
    return std::nullopt;
}

/// What was meant as an expression: an operator or two ids side by side, and an id of the list.
StepAnswer brokenExpressionStep(std::string_view text)
{
    std::size_t ids = 0;
    bool hasOperator
        = text.find('(') != std::string_view::npos || text.find(')') != std::string_view::npos;
    std::size_t words = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" ()"), rest.size());
        std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (word.ends_with('+'))
            word.remove_suffix(1);
        words += !word.empty();
        const bool isOperator = isOneOf(word, {"and", "or", "with"});
        hasOperator = hasOperator || isOperator;
        ids += !isOperator && (findSpdxLicense(word) != nullptr || word.starts_with("licenseref-"));
    }
    if (words > 12 || ids == 0 || !(hasOperator || (ids > 1 && ids == words)))
        return std::nullopt;
    return noted("LicenseRef-Custom", Confidence::None, "LIC-SPDX-SYNTAX",
        "looks like an SPDX expression and is none");
}

Resolution unrecognised()
{
    return noted("LicenseRef-Custom", Confidence::None, "LIC-UNRECOGNISED",
        "names no licence that is known");
}

/// Marks around a text: quotes, code ticks, a full stop.
std::string_view bare(std::string_view text)
{
    while (!text.empty()
        && std::string_view(" \t\r\n\"'`*.,;:").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    while (!text.empty()
        && std::string_view(" \t\r\n\"'`*").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    return text;
}

Resolution resolvePart(std::string_view given, Nesting nesting)
{
    const std::string_view text = bare(given);
    if (nesting.depth > kMaxDepth || text.size() > kMaxNameBytes || --*nesting.left < 0)
        return unrecognised();
    if (StepAnswer found = expressionStep(text))
        return *found;
    const std::string name = folded(text);
    if (StepAnswer found = nameStep(name))
        return *found;
    if (StepAnswer found = addressStep(
            name, [nesting](std::string_view part) { return resolvePart(part, nesting.deeper()); }))
        return *found;
    const std::string shorter(bare(withoutScope(withoutLead(name))));
    if (shorter != name && !shorter.empty()) {
        const Resolution found = resolvePart(shorter, nesting.deeper());
        if (found.confidence != Confidence::None)
            return found;
    }
    for (const auto step : {jointStep, abbreviationStep}) {
        if (StepAnswer found = step(name, nesting))
            return *found;
    }
    if (StepAnswer found = likenessStep(name, nesting))
        return *found;
    if (StepAnswer found = clauseStep(name, nesting))
        return *found;
    for (const auto step :
        {creativeCommonsStep, familyStep, statusStep, phraseStep, brokenExpressionStep}) {
        if (StepAnswer found = step(name))
            return *found;
    }
    Resolution none = unrecognised();
    if (nesting.proposals == Proposals::Nearest && text.size() <= kLongestId) {
        if (const auto nearest = nearestLicenseId(text))
            none.candidates.push_back(*nearest);
    }
    return none;
}

/// "[CC BY 4.0](https://…)": the address where it says which, else the text.
Resolution resolveLink(std::string_view text, Proposals proposals)
{
    int left = kMaxParts;
    const Nesting nesting{0, &left, proposals};
    const std::size_t middle = text.find("](");
    if (text.starts_with('[') && text.ends_with(')') && middle != std::string_view::npos) {
        const Resolution address
            = resolvePart(text.substr(middle + 2, text.size() - middle - 3), nesting);
        return address.isDetermined() ? address : resolvePart(text.substr(1, middle - 1), nesting);
    }
    return resolvePart(text, nesting);
}

} // namespace

std::string_view confidenceName(Confidence confidence)
{
    constexpr std::array<std::string_view, 7> kNames{
        "exact", "high", "low", "family", "class", "status", "none"};
    return kNames[static_cast<std::size_t>(confidence)];
}

Resolution determined(std::string expression, Confidence confidence)
{
    Resolution found;
    found.expression = std::move(expression);
    found.confidence = confidence;
    return found;
}

Resolution noted(std::string expression, Confidence confidence, std::string rule, std::string words)
{
    Resolution found = determined(std::move(expression), confidence);
    found.notes.push_back({std::move(rule), std::move(words)});
    return found;
}

Expression expressionOf(const Resolution& resolution)
{
    if (auto read = parseExpression(resolution.expression))
        return *read;
    Expression leaf;
    leaf.id = resolution.expression;
    return leaf;
}

Resolution resolveLicense(std::string_view text)
{
    return resolveLink(text, Proposals::Nearest);
}

Resolution recogniseLicense(std::string_view text)
{
    return resolveLink(text, Proposals::None);
}

Resolution resolveLicenses(const std::vector<std::string>& texts)
{
    if (texts.empty())
        return resolveLicense("");
    if (texts.size() == 1)
        return resolveLicense(texts.front());
    Resolution whole;
    std::vector<Expression> expressions;
    whole.confidence = Confidence::Low;
    whole.notes.push_back({"LIC-LIST-AMBIGUOUS",
        "is a list, which does not say whether all apply or one may be chosen; all are taken to "
        "apply"});
    for (const std::string& text : texts) {
        const Resolution part = resolveLicense(text);
        whole.notes.insert(whole.notes.end(), part.notes.begin(), part.notes.end());
        whole.confidence = std::max(whole.confidence, part.confidence);
        if (auto read = parseExpression(part.expression))
            expressions.push_back(std::move(*read));
        else
            whole.confidence = std::max(whole.confidence, Confidence::Family);
    }
    whole.expression = whole.isDetermined() ? toText(allOf(expressions)) : "NOASSERTION";
    return whole;
}

} // namespace cupel::license
