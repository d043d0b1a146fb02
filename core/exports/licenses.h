#pragma once

#include <string>
#include <vector>

#include "core/license/claims.h"

namespace cupel::exports {

/// A licence that the documents state for the data.
struct StatedLicense {
    std::string expression; ///< SPDX, determined
    bool isOfCroissant = false; ///< a property of a Croissant file says so too
};

/// Each licence once, in the order of the statements. What is not determined is left out: a grant
/// is never guessed.
std::vector<StatedLicense> statedLicenses(const license::LicenseStatements& statements);

/// All of them in one expression.
std::string joinedLicenses(const std::vector<StatedLicense>& licenses);

/// What is stated beside the licence in the front matter of a card.
struct LicensesBeside {
    std::vector<StatedLicense> licenses; ///< that the front matter does not name
    /// The front matter names licences for certain; false: it has words of its own ("other").
    bool isFrontMatterDetermined = false;
};
LicensesBeside licensesBeside(const license::LicenseStatements& statements);

/// The address of a licence at spdx.org; an expression of several, or with an id that the list does
/// not have, stays as it is.
std::string licenseAddress(const std::string& expression);

/// The id of a licence on the Hugging Face Hub; empty where it has none.
std::string hubLicense(const std::string& expression);

/// What a card that was stored without its documents says about the licence.
license::LicenseStatements statementsOfTexts(const std::vector<std::string>& texts);

} // namespace cupel::exports
