#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::license {

/// The version of the SPDX License List that the table follows; it has six newer ids as well.
inline constexpr std::string_view kSpdxListVersion = "3.28.0";

/// An entry of the SPDX License List.
struct SpdxLicense {
    std::string id;
    std::string name;
    bool isOsiApproved = false;
    std::string fsfFree; ///< "yes", "no", "not-listed", "unknown"
    std::string deprecatedSince; ///< list version; empty: not deprecated
    std::vector<std::string> successors; ///< expressions; none where no single licence replaces it

    bool isDeprecated() const { return !deprecatedSince.empty(); }
};

/// All licences, in the order of the list.
const std::vector<SpdxLicense>& spdxLicenses();
/// Look up an id without regard to case (ASCII); null where there is none.
const SpdxLicense* findSpdxLicense(std::string_view id);
/// The id of an exception as the list spells it, or null.
const std::string* findSpdxException(std::string_view id);

/// The id that a mistyped one most likely means, among those that are not deprecated.
std::optional<std::string> nearestLicenseId(std::string_view id);
std::optional<std::string> nearestExceptionId(std::string_view id);

/// Lower case of the letters A to Z; other bytes stay.
std::string lowerAscii(std::string_view text);

} // namespace cupel::license
