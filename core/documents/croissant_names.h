#pragma once

#include <string>
#include <string_view>

namespace cupel::documents {

/// Of the names of the vocabulary for responsible AI.
inline constexpr std::string_view kRaiPrefix = "rai:";

/// What a property of a Croissant dataset is called by the specifications.
struct StandardName {
    std::string name; ///< "rai:dataBiases", "conformsTo", "citeAs"
    bool isAsWritten = true; ///< the file says exactly that
};

/// By the plain name of a property (CroissantTerms::plainName()). Names of RAI are known in the
/// spellings that stand in the prose of the specification, in its tool and in the wild, and without
/// their prefix, where a context does not know them; "citation" (0.8) and "sdLicence" mean what
/// citeAs and sdLicense do. Other names are their own.
StandardName standardName(std::string_view plainName);

} // namespace cupel::documents
