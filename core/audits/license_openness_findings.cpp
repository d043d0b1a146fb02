#include "core/audits/judging.h"
#include "core/audits/license_findings.h"
#include "core/audits/wording.h"
#include "core/card/prose.h"

#include <algorithm>
#include <array>
#include <optional>

namespace cupel::audits {

namespace {

using card::Passage;
using card::Token;
using findings::Finding;
using license::Permission;

/// Why a licence is not open, or nothing.
std::string whyNotOpen(const license::Terms& terms)
{
    if (terms.openDefinition == "rejected")
        return "the Open Definition rejected it";
    if (terms.commercialUse == Permission::No)
        return "it does not allow commercial use";
    if (terms.derivatives == Permission::No || terms.derivatives == Permission::Private)
        return "it does not allow changed copies to be shared";
    if (terms.redistribution == Permission::No)
        return "it does not allow the data to be passed on";
    return terms.fieldOfUse.empty() ? "" : "it limits the field of use";
}

bool isOneOf(const std::string& word, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char* one) { return word == one; });
}

/// Whether words before it turn "open" round, or ask for it.
bool isDenied(const std::vector<Token>& tokens, std::size_t at)
{
    for (std::size_t i = at - std::min<std::size_t>(at, 4); i < at; ++i) {
        if (isOneOf(tokens[i].text, {"not", "no", "isn't", "never", "without", "neither"}))
            return true;
    }
    return false;
}

/// The words that call the data open: "open data", "openly licensed". Names of licences and
/// portals, written with a capital within a sentence, are no such words.
std::optional<std::string> openWords(const Passage& passage)
{
    const std::vector<Token> tokens = card::tokens(passage.text);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const Token& word = tokens[i];
        const bool isName = i > 0 && passage.text[word.begin] == 'O';
        const std::string& next = tokens[i + 1].text;
        const bool isOpen = word.text == "open"
            && isOneOf(next, {"data", "dataset", "datasets", "license", "licence", "licensed"});
        const bool isOpenly = word.text == "openly"
            && isOneOf(next, {"licensed", "available", "shared", "reusable"});
        const bool isLicenceName = i + 2 < tokens.size()
            && isOneOf(tokens[i + 2].text, {"commons", "portal", "initiative", "institute", "day"});
        if ((isOpen || isOpenly) && !isName && !isLicenceName && !isDenied(tokens, i))
            return passage.text.substr(word.begin, tokens[i + 1].end - word.begin);
    }
    return std::nullopt;
}

/// The texts of a document in which somebody may call the data open.
std::vector<Passage> passagesOf(const documents::Document& document)
{
    if (document.kind == documents::DocumentKind::Card)
        return card::passages(document);
    if (document.kind != documents::DocumentKind::Croissant)
        return {};
    const documents::Node* const text = document.fields.find("description");
    if (!text || text->kind != documents::Node::Kind::Text)
        return {};
    return card::passages(text->text, text->at.line, "description");
}

} // namespace

std::vector<Finding> opennessFindings(
    const license::LicenseStatements& statements, const documents::DocumentSet& documents)
{
    const auto effective = statements.effective();
    if (!effective)
        return {};
    std::string id;
    std::string why;
    for (const license::Expression& one :
        license::licensesOf(license::assess(*effective, license::Use::CommercialProduct).chosen)) {
        why = whyNotOpen(license::termsOf(one).terms);
        id = one.id;
        if (!why.empty())
            break;
    }
    std::vector<Finding> list;
    if (why.empty())
        return list;
    for (const documents::Document& document : documents.documents) {
        for (const Passage& passage : passagesOf(document)) {
            const auto words = openWords(passage);
            if (!words)
                continue;
            Finding finding = makeFinding("LIC-NOT-OPEN",
                {{"document", base::DataText::name(document.file)},
                    {"license", base::DataText::document(id)}});
            finding.documents = {{document.file, passage.line}};
            finding.message = sentence(base::DataText::name(document.file),
                " line " + std::to_string(passage.line) + " says \u201c",
                base::DataText::document(*words), "\u201d; ", base::DataText::document(id),
                " is not open: " + why + ".");
            finding.remedy = sentence("Drop the word, or change the licence.");
            list.push_back(std::move(finding));
            break;
        }
    }
    return list;
}

} // namespace cupel::audits
