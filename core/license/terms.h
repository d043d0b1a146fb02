#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/license/expression.h"

namespace cupel::license {

/// What somebody may do, from the widest to the narrowest.
enum class Permission {
    Yes,
    Conditional, ///< within limits that field_of_use names
    Unknown, ///< no grant was seen
    Private, ///< derivatives only: may be made but not shared
    No,
};
/// "yes", "cond", "unknown", "private", "no".
std::string_view permissionName(Permission permission);

/// The conditions of a licence: one record of resources/license/terms.csv, whose README gives the
/// values of each field. A reading of the texts, no advice.
struct Terms {
    std::string id;
    std::string name;
    std::string kind;
    Permission commercialUse = Permission::Unknown;
    Permission derivatives = Permission::Unknown;
    Permission redistribution = Permission::Unknown;
    std::string attribution;
    std::string shareAlike;
    std::string keepNotice;
    bool stateChanges = false;
    bool provideSource = false;
    bool networkUse = false;
    std::string patent;
    std::vector<std::string> fieldOfUse; ///< limits; empty: none
    std::string databaseRight;
    std::string jurisdiction;
    std::string openDefinition;
    std::vector<std::string> hubIds; ///< names on the Hugging Face hub
    std::string url;

    bool limits(std::string_view use) const; ///< whether fieldOfUse names it
    friend bool operator==(const Terms&, const Terms&) = default;
};

/// The table, in its order.
const std::vector<Terms>& allTerms();

/// Where the terms of a licence come from.
enum class TermsBasis {
    Table, ///< a record of its own
    SameText, ///< the record of the same licence under another id: -or-later, a deprecated id
    Elements, ///< of a Creative Commons licence, from its elements and version
    OsiApproved, ///< only that use, change and passing on are allowed, as the Open Source
                 ///< Definition asks
    None, ///< nothing is known
};
/// "table", "same-text", "elements", "osi-approved", "none".
std::string_view termsBasisName(TermsBasis basis);

struct KnownTerms {
    Terms terms; ///< all unknown where the basis is None
    TermsBasis basis = TermsBasis::None;
};
/// The terms of one licence of an expression, or of NOASSERTION, NONE and a family "CC-BY-SA-?". An
/// exception behind WITH is not taken into account: it only adds permissions.
KnownTerms termsOf(const Expression& license);
KnownTerms termsOfId(std::string_view id);

/// The terms of a Creative Commons licence from its id alone, also of a family "CC-BY-SA-?": its
/// elements give all but the database right and the law, which follow version and port. None for
/// other ids.
std::optional<Terms> creativeCommonsTerms(std::string_view id);

/// One word for a reviewer: "commercial", "conditional", "unspecified", "non-commercial",
/// "academic-only".
std::string_view useClass(const Terms& terms);
/// The narrowest of several, as a whole that has them all.
std::string_view useClassOf(const std::vector<Terms>& parts);

} // namespace cupel::license
