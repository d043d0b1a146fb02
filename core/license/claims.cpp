#include "core/license/claims.h"

#include "core/license/expression_match.h"
#include "core/license/folding.h"
#include "core/license/mentions.h"

#include <algorithm>
#include <array>

namespace cupel::license {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::Node;

Claim claimOf(const Document& document, Claim::Kind kind, std::uint64_t line)
{
    Claim claim;
    claim.kind = kind;
    claim.document = document.kind;
    claim.source = document.file;
    claim.line = line;
    return claim;
}

/// The texts of a field: a text, a list of texts, or an object with the address of a licence.
void addTexts(const Node& node, std::vector<std::string>& texts)
{
    if (node.isList()) {
        for (const Node& item : node.items)
            addTexts(item, texts);
    } else if (node.isMap()) {
        for (const char* key :
            {"url", "sc:url", "schema:url", "@value", "@id", "id", "name", "sc:name"}) {
            const Node* value = node.find(key);
            if (value && value->isText() && !value->text.empty()) {
                texts.push_back(value->text);
                return;
            }
        }
    } else if (!node.isNull()) {
        texts.push_back(node.text);
    }
}

void addField(
    const Document& document, Claim::Kind kind, const Node& node, std::vector<Claim>& claims)
{
    std::vector<std::string> texts;
    addTexts(node, texts);
    Claim claim = claimOf(document, kind, node.at.line);
    claim.meaning = resolveLicenses(texts);
    for (const std::string& text : texts)
        claim.raw += (claim.raw.empty() ? "" : ", ") + text;
    claims.push_back(std::move(claim));
}

std::string textOf(const Node* node)
{
    return node && node->isScalar() ? node->text : "";
}

bool isLicenseTitle(std::string_view title)
{
    return holdsPhrase(folded(title),
        {"license", "licence", "licenses", "licences", "licensing", "licencing", "copyright",
            "terms of use", "usage terms", "license information"});
}

void addReferences(const Document& document, Claim::Kind kind, std::vector<Reference> references,
    std::vector<Claim>& claims)
{
    for (Reference& reference : references) {
        Claim claim = claimOf(document, kind, reference.line);
        claim.raw = std::move(reference.raw);
        claim.meaning = std::move(reference.meaning);
        claim.covers = std::move(reference.covers);
        claims.push_back(std::move(claim));
    }
}

/// A heading about the licence holds until the next one of its level.
void addSections(const Document& document, std::vector<Claim>& claims)
{
    int level = 0;
    for (const documents::Section& section : document.sections) {
        if (level > 0 && section.level <= level)
            level = 0;
        if (level == 0 && section.level > 0 && isLicenseTitle(section.title))
            level = section.level;
        addReferences(document, Claim::Kind::Statement,
            findReferences(section.body, section.bodyLine,
                level > 0 ? ReferenceContext::License : ReferenceContext::Prose),
            claims);
    }
}

void addCard(const Document& document, std::vector<Claim>& claims)
{
    const Node* license = document.fields.find("license");
    if (!license)
        license = document.fields.find("licence");
    const Node* name = document.fields.find("license_name");
    const Node* link = document.fields.find("license_link");
    if (license) {
        addField(document, Claim::Kind::Field, *license, claims);
        claims.back().name = textOf(name);
        claims.back().link = textOf(link);
    }
    // A name with a known licence says which "other" it is.
    if (license && name && !claims.back().meaning.isDetermined()
        && resolveLicense(textOf(name)).isDetermined())
        addField(document, Claim::Kind::Field, *name, claims);
    addSections(document, claims);
}

void addCroissant(const Document& document, std::vector<Claim>& claims)
{
    for (const Node::Member& member : document.fields.members) {
        const std::string_view key = member.key;
        const std::string_view local = key.substr(key.find_last_of(":/") + 1);
        if (local == "license")
            addField(document, Claim::Kind::Field, member.value, claims);
        else if (local == "sdLicense")
            addField(document, Claim::Kind::Metadata, member.value, claims);
    }
}

void addText(const Document& document, Detection detection, LicenseStatements& statements)
{
    for (const TextMatch& match : detection.matches) {
        Claim claim = claimOf(document, Claim::Kind::Text, match.firstLine);
        claim.meaning.expression = match.id;
        claim.meaning.confidence = Confidence::Exact;
        claim.textClass = match.kind == TextClass::None ? detection.kind : match.kind;
        if (*claim.textClass == TextClass::Partial)
            claim.meaning.confidence = Confidence::None;
        claim.sameText = match.sameText;
        statements.claims.push_back(std::move(claim));
    }
    statements.texts.emplace_back(document.file, std::move(detection));
}

/// A short text as a whole; of a longer one the first lines, where its title stands: licence texts
/// mention other licences.
std::string_view headOf(std::string_view text)
{
    constexpr std::size_t kShortBytes = 4'000;
    constexpr int kTitleLines = 5;
    if (text.size() <= kShortBytes)
        return text;
    std::size_t at = 0;
    for (int lines = 0; lines < kTitleLines && at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines += text.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos;
        at = std::min(end + 1, text.size());
    }
    return text.substr(0, at);
}

bool isComparable(const Claim& claim)
{
    return claim.meaning.isDetermined()
        || (claim.meaning.confidence == Confidence::Family && !claim.meaning.candidates.empty());
}

/// The licences that would meet a claim.
std::vector<Expression> acceptable(const Claim& claim)
{
    std::vector<std::string> texts{claim.meaning.expression};
    texts.insert(texts.end(), claim.sameText.begin(), claim.sameText.end());
    texts.insert(texts.end(), claim.meaning.candidates.begin(), claim.meaning.candidates.end());
    std::vector<Expression> accepted;
    for (const std::string& text : texts) {
        if (const auto read = parseExpression(text)) {
            const std::vector<Expression> licenses = licensesOf(*read);
            accepted.insert(accepted.end(), licenses.begin(), licenses.end());
        }
    }
    return accepted;
}

bool meets(const Claim& claim, const Claim& other)
{
    const std::vector<Expression> accepted = acceptable(other);
    if (claim.meaning.isDetermined())
        return isSatisfiedBy(expressionOf(claim.meaning), accepted);
    const std::vector<Expression> own = acceptable(claim);
    return std::any_of(own.begin(), own.end(),
        [&](const Expression& license) { return isSatisfiedBy(license, accepted); });
}

} // namespace

std::string_view claimKindName(Claim::Kind kind)
{
    constexpr std::array<std::string_view, 5> kNames{
        "field", "statement", "tag", "metadata", "text"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<Expression> LicenseStatements::effective() const
{
    const bool hasNamed = std::any_of(claims.begin(), claims.end(),
        [](const Claim& claim) { return claim.isOfData() && claim.meaning.isDetermined(); });
    std::vector<Expression> parts;
    for (const Claim& claim : claims) {
        const Confidence confidence = claim.meaning.confidence;
        const bool saysNothing = confidence == Confidence::Status || confidence == Confidence::None;
        if (claim.isOfData() && !(hasNamed && saysNothing))
            parts.push_back(expressionOf(claim.meaning));
    }
    if (parts.empty())
        return std::nullopt;
    return allOf(parts);
}

Detection detectReferences(std::string_view text)
{
    Detection detection;
    std::vector<Reference> found = findTags(text);
    text = headOf(text);
    std::vector<Reference> named = findReferences(text, 1, ReferenceContext::License);
    found.insert(found.end(), named.begin(), named.end());
    for (const Reference& reference : found) {
        for (const Expression& license : licensesOf(expressionOf(reference.meaning))) {
            TextMatch match;
            match.id = toText(license);
            match.kind = TextClass::Reference;
            match.score = 0.9;
            match.firstLine = match.lastLine = reference.line;
            const bool isKnown = std::any_of(detection.matches.begin(), detection.matches.end(),
                [&](const TextMatch& one) { return one.id == match.id; });
            if (!isKnown && reference.meaning.isDetermined())
                detection.matches.push_back(std::move(match));
        }
    }
    detection.kind = detection.matches.empty() ? TextClass::None : TextClass::Reference;
    return detection;
}

LicenseStatements readStatements(
    const documents::DocumentSet& documents, const TextDetector& detector)
{
    LicenseStatements statements;
    for (const Document& document : documents.documents) {
        switch (document.kind) {
        case DocumentKind::Card:
            addCard(document, statements.claims);
            addReferences(document, Claim::Kind::Tag, findTags(document.text), statements.claims);
            break;
        case DocumentKind::Croissant:
            addCroissant(document, statements.claims);
            break;
        case DocumentKind::License:
            addText(document, detector(document.text), statements);
            break;
        }
    }
    return statements;
}

bool agree(const Claim& a, const Claim& b)
{
    return !isComparable(a) || !isComparable(b) || meets(a, b) || meets(b, a);
}

} // namespace cupel::license
