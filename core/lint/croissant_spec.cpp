#include "core/lint/croissant_spec.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/card/card.h"
#include "core/documents/croissant_values.h"

namespace cupel::lint {

namespace {

using documents::CroissantValues;
using documents::Node;

bool saysSomething(const Node& value)
{
    if (value.isNull())
        return false;
    if (value.isScalar())
        return !value.text.empty();
    return !value.items.empty() || !value.members.empty();
}

/// A property that says something, by one of the names that it may have; null where there is none.
const Node* filled(const CroissantValues& values, const Node& node, std::string_view word)
{
    const Node* const value = values.terms().find(node, word);
    return value && saysSomething(*value) ? value : nullptr;
}

/// The node of the dataset, or the root where nothing says that it is one.
const Node& datasetOf(const CroissantValues& values, const Node& root)
{
    return values.dataset() ? *values.dataset() : root;
}

bool isPlainText(const Node& value)
{
    constexpr std::size_t kLeast = 20;
    if (value.isList()) {
        return !value.items.empty()
            && std::all_of(value.items.begin(), value.items.end(), isPlainText);
    }
    const Node* const text = value.isMap() ? value.find("@value") : &value;
    return text && text->isText() && text->text.size() >= kLeast
        && !card::isPlaceholder(text->text);
}

/// An address or id, or a list of them.
bool isOrigin(const Node& value)
{
    if (value.isList()) {
        return !value.items.empty()
            && std::all_of(value.items.begin(), value.items.end(), isOrigin);
    }
    if (value.isMap())
        return value.find("@id") || value.find("url") || value.find("prov:label");
    return value.isText() && value.text.find(':') != std::string::npos;
}

/// Activities with a label.
bool isActivity(const CroissantValues& values, const Node& value)
{
    if (value.isList()) {
        return !value.items.empty()
            && std::all_of(value.items.begin(), value.items.end(),
                [&](const Node& item) { return isActivity(values, item); });
    }
    return value.isMap() && values.terms().isA(value, "prov:Activity")
        && (filled(values, value, "prov:label") || filled(values, value, "label"));
}

} // namespace

void lintSpec(const Node& root, IssueList& issues)
{
    constexpr std::array<const char*, 7> kRequired{
        "description", "license", "name", "url", "creator", "datePublished", "distribution"};
    constexpr std::array<const char*, 7> kRecommended{
        "keywords", "publisher", "version", "dateCreated", "dateModified", "sameAs", "inLanguage"};
    const CroissantValues values(root);
    const Node& dataset = datasetOf(values, root);
    const auto require = [&](const char* word, bool isThere) {
        if (!isThere) {
            issues.add("CR-12", Level::Error, &dataset,
                {std::string("the specification requires ") + word}, {"add it"});
        }
    };
    require("@context", root.find("@context") != nullptr);
    require("@type", values.terms().isA(dataset, "Dataset"));
    require("conformsTo",
        filled(values, dataset, "dct:conformsTo") || filled(values, dataset, "conformsTo"));
    for (const char* word : kRequired)
        require(word, filled(values, dataset, word));
    const auto recommend = [&](const char* word, bool isThere) {
        if (!isThere) {
            issues.add("CR-13", Level::Warning, &dataset,
                {std::string("the specification recommends ") + word}, {"add it where it applies"});
        }
    };
    for (const char* word : kRecommended)
        recommend(word, filled(values, dataset, word));
    recommend(
        "sdLicense", filled(values, dataset, "sdLicense") || filled(values, dataset, "sdLicence"));
}

void lintNeurips(const Node& root, IssueList& issues)
{
    constexpr std::array<const char*, 5> kTexts{"rai:dataLimitations", "rai:dataBiases",
        "rai:personalSensitiveInformation", "rai:dataUseCases", "rai:dataSocialImpact"};
    const CroissantValues values(root);
    const Node& dataset = datasetOf(values, root);
    const auto check = [&](const char* word, const char* form, auto fits) {
        const Node* const value = filled(values, dataset, word);
        if (!value) {
            issues.add("CR-70", Level::Error, &dataset, {std::string(word) + " is missing"},
                {std::string("add it: ") + form});
        } else if (!fits(*value)) {
            issues.add("CR-75", Level::Warning, value, {std::string(word) + " says too little"},
                {std::string("write ") + form});
        }
    };
    for (const char* word : kTexts)
        check(word, "a text of 20 characters or more", isPlainText);
    check("rai:hasSyntheticData", "true or false",
        [](const Node& value) { return value.kind == Node::Kind::Bool; });
    check("prov:wasDerivedFrom", "the address of the origin, or a list of them", isOrigin);
    check("prov:wasGeneratedBy", "a list of prov:Activity, each with a prov:label",
        [&](const Node& value) { return isActivity(values, value); });
}

} // namespace cupel::lint
