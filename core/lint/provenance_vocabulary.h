#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace cupel::lint {

/// What a licence allows and asks for, in the words of the Data Provenance Collection.
struct LicenseUse {
    std::string use; ///< "All", "Unspecified", "NC", "Acad" or "?"
    bool needsAttribution = false; ///< also where that is not known
    bool isShareAlike = false;
};

/// Lists of the Data Provenance Collection.
struct ProvenanceVocabulary {
    /// Values by attribute: "Languages", "Task Categories", "Model Generated", "Creators",
    /// "Format".
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> values;
    std::map<std::string, LicenseUse, std::less<>> licenses; ///< by name
    std::map<std::string, LicenseUse, std::less<>> custom; ///< of the licence Custom, by address
};
const ProvenanceVocabulary& provenanceVocabulary();

/// An attribute of a summary of texts.
struct ProvenanceAttribute {
    enum class Type { Text, Integer, List, Nested };
    std::string_view name;
    Type type = Type::Text;
    bool isRequired = true;
    bool isFilled = false; ///< where it is there, it has to say something
};
extern const std::array<ProvenanceAttribute, 26> kProvenanceAttributes;

/// resources/lint/provenance.json.
extern const std::string_view kProvenanceText;

} // namespace cupel::lint
