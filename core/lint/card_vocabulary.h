#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::lint {

/// Values that a field of a card's metadata may have.
class Tags {
public:
    Tags() = default;
    explicit Tags(std::vector<std::string> values);

    /// Exactly one of them.
    bool has(std::string_view value) const { return m_values.count(value) > 0; }
    /// As the validator of 2022 compares: a dot in a listed value stands for any character, and a
    /// line end may follow.
    bool matches(std::string_view value) const;

private:
    std::set<std::string, std::less<>> m_values;
    std::vector<std::string> m_patterns; ///< those with a dot
};

/// A section that the body of a card should have.
struct ExpectedSection {
    std::string heading;
    bool isNotEmpty = false; ///< it needs text or subsections
    bool needsText = false; ///< it needs text of its own
    std::vector<ExpectedSection> sections;
};

/// Lists of the last strict validator (2022) and of the Hub as of today.
struct CardVocabulary {
    Tags license;
    Tags taskCategories;
    Tags taskIds;
    Tags sizeCategories;
    Tags annotationsCreators;
    Tags languageCreators;
    Tags multilinguality;
    Tags language;
    ExpectedSection body;
    Tags currentLicense;
    Tags currentTaskCategories;
};
const CardVocabulary& cardVocabulary();

} // namespace cupel::lint
