#include "core/documents/document_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace cupel::documents {

namespace {

constexpr std::array<std::string_view, 4> kTextEndings{"md", "markdown", "txt", "html"};

struct Name {
    std::string stem; ///< lower case, '_' and '-' alike
    std::string ending; ///< lower case, without the dot
};

Name split(std::string_view fileName)
{
    Name name;
    for (const char c : fileName)
        name.stem += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const std::size_t dot = name.stem.find_last_of('.');
    if (dot != std::string::npos && dot > 0) {
        name.ending = name.stem.substr(dot + 1);
        name.stem.resize(dot);
    }
    return name;
}

bool begins(const std::string& text, std::string_view with)
{
    return text.compare(0, with.size(), with) == 0;
}

bool ends(const std::string& text, std::string_view with)
{
    return text.size() >= with.size()
        && text.compare(text.size() - with.size(), with.size(), with) == 0;
}

/// Place of the ending among those of texts; after them, where it is another one.
int endingRank(const std::string& ending)
{
    if (ending.empty())
        return 0;
    const auto* const found = std::find(kTextEndings.begin(), kTextEndings.end(), ending);
    return 1 + static_cast<int>(found - kTextEndings.begin());
}

std::optional<NameMatch> asCard(const Name& name)
{
    constexpr std::array<std::string_view, 9> kStems{"readme", "dataset-card", "datasetcard",
        "data-card", "datacard", "card", "datasheet", "data-sheet", "dataset-readme"};
    constexpr std::array<std::string_view, 5> kEndings{"md", "markdown", "", "txt", "rst"};
    constexpr int kPerStem = 10;
    const auto* const ending = std::find(kEndings.begin(), kEndings.end(), name.ending);
    if (ending == kEndings.end())
        return std::nullopt;
    const auto endingPlace = static_cast<int>(ending - kEndings.begin());
    const auto* const stem = std::find(kStems.begin(), kStems.end(), name.stem);
    if (stem != kStems.end()) {
        // Without an ending only README is a document for certain.
        if (name.ending.empty() && stem != kStems.begin())
            return std::nullopt;
        const auto place = static_cast<int>(stem - kStems.begin());
        return NameMatch{DocumentKind::Card, place * kPerStem + endingPlace, true};
    }
    if (begins(name.stem, "readme-") || begins(name.stem, "readme.")) {
        return NameMatch{
            DocumentKind::Card, static_cast<int>(kStems.size()) * kPerStem + endingPlace, true};
    }
    return std::nullopt;
}

std::optional<NameMatch> asCroissant(const Name& name)
{
    if (name.ending != "json" && name.ending != "jsonld")
        return std::nullopt;
    if (name.stem == "croissant" || ends(name.stem, "-croissant") || ends(name.stem, ".croissant"))
        return NameMatch{DocumentKind::Croissant, name.stem == "croissant" ? 0 : 1, true};
    return NameMatch{DocumentKind::Croissant, name.stem == "metadata" ? 2 : 3, false};
}

std::optional<NameMatch> asLicense(const Name& name)
{
    constexpr int kPerName = 10;
    constexpr std::array<std::string_view, 8> kCode{
        "py", "js", "ts", "c", "h", "cpp", "csv", "json"};
    if (std::find(kCode.begin(), kCode.end(), name.ending) != kCode.end())
        return std::nullopt;
    const auto match = [&](int place) {
        return NameMatch{DocumentKind::License, place * kPerName + endingRank(name.ending), true};
    };
    const auto isOne = [&](std::initializer_list<std::string_view> stems) {
        return std::find(stems.begin(), stems.end(), name.stem) != stems.end();
    };
    if (isOne({"license", "licence"}))
        return match(0);
    if (isOne({"copying", "copying.lesser", "unlicense"}))
        return match(1);
    if (isOne({"license-data", "licence-data", "data-license", "data-licence"}))
        return match(2);
    for (const std::string_view word : {"license", "licence"}) {
        // LICENSE-x, LICENSE.x.md and x-LICENSE; not a word that goes on, such as "licenses".
        if (begins(name.stem, std::string(word) + "-")
            || begins(name.stem, std::string(word) + "."))
            return match(3);
        if (ends(name.stem, "-" + std::string(word)))
            return match(4);
    }
    if (isOne({"copyright", "copyrights"}))
        return match(5);
    if (isOne({"notice", "notices"}))
        return match(6);
    if (isOne({"terms", "terms-of-use", "terms-of-service", "terms-and-conditions"}))
        return match(7);
    return std::nullopt;
}

} // namespace

std::optional<NameMatch> matchName(std::string_view fileName)
{
    const Name name = split(fileName);
    if (auto license = asLicense(name))
        return license;
    if (auto card = asCard(name))
        return card;
    return asCroissant(name);
}

} // namespace cupel::documents
