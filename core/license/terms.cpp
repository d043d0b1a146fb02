#include "core/license/terms.h"

#include "core/license/csv_resource.h"
#include "core/license/license_tables.h"
#include "core/license/spdx_list.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace cupel::license {
namespace {

constexpr std::array<std::string_view, 5> kPermissions{"yes", "cond", "unknown", "private", "no"};
constexpr std::array<std::string_view, 5> kUseClasses{
    "commercial", "conditional", "unspecified", "non-commercial", "academic-only"};

Permission permission(std::string_view name)
{
    const auto found = std::find(kPermissions.begin(), kPermissions.end(), name);
    return found == kPermissions.end() ? Permission::Unknown
                                       : static_cast<Permission>(found - kPermissions.begin());
}

Terms termsFrom(const std::vector<std::string>& row)
{
    Terms terms;
    terms.id = row.at(0);
    terms.name = row.at(1);
    terms.kind = row.at(2);
    terms.commercialUse = permission(row.at(3));
    terms.derivatives = permission(row.at(4));
    terms.redistribution = permission(row.at(5));
    terms.attribution = row.at(6);
    terms.shareAlike = row.at(7);
    terms.keepNotice = row.at(8);
    terms.stateChanges = row.at(9) == "yes";
    terms.provideSource = row.at(10) == "yes";
    terms.networkUse = row.at(11) == "yes";
    terms.patent = row.at(12);
    if (row.at(13) != "none")
        terms.fieldOfUse = partsOf(row.at(13), "+");
    terms.databaseRight = row.at(14);
    terms.jurisdiction = row.at(15);
    terms.openDefinition = row.at(16);
    terms.hubIds = partsOf(row.at(17), " ");
    terms.url = row.at(18);
    return terms;
}

const Terms* record(std::string_view id)
{
    const std::string wanted = lowerAscii(id);
    for (const Terms& terms : allTerms()) {
        if (lowerAscii(terms.id) == wanted)
            return &terms;
    }
    return nullptr;
}

Terms unknownTerms(std::string_view id)
{
    Terms terms = *record("LicenseRef-Custom");
    terms.id = std::string(id);
    terms.name.clear();
    terms.url.clear();
    return terms;
}

/// The record of the -only form, which has the same text.
const Terms* sameText(const Expression& license)
{
    std::string id = license.id;
    constexpr std::string_view kLater = "-or-later";
    if (id.ends_with(kLater))
        id.replace(id.size() - kLater.size(), kLater.size(), "-only");
    if (const Terms* found = record(id))
        return found;
    const Expression successor = withSuccessors(license);
    return successor.id == license.id ? nullptr : sameText(successor);
}

Terms openSource(const SpdxLicense& entry)
{
    Terms terms = unknownTerms(entry.id);
    terms.name = entry.name;
    terms.kind = "software";
    terms.commercialUse = terms.derivatives = terms.redistribution = Permission::Yes;
    terms.fieldOfUse.clear();
    return terms;
}

std::size_t rankOf(std::string_view name)
{
    return static_cast<std::size_t>(
        std::find(kUseClasses.begin(), kUseClasses.end(), name) - kUseClasses.begin());
}

} // namespace

std::string_view permissionName(Permission permission)
{
    return kPermissions[static_cast<std::size_t>(permission)];
}

bool Terms::limits(std::string_view use) const
{
    return std::find(fieldOfUse.begin(), fieldOfUse.end(), use) != fieldOfUse.end();
}

const std::vector<Terms>& allTerms()
{
    static const std::vector<Terms> all = [] {
        std::vector<Terms> table;
        for (const std::vector<std::string>& row : rowsOf(termsCsv()))
            table.push_back(termsFrom(row));
        return table;
    }();
    return all;
}

std::string_view termsBasisName(TermsBasis basis)
{
    constexpr std::array<std::string_view, 5> kNames{
        "table", "same-text", "elements", "osi-approved", "none"};
    return kNames[static_cast<std::size_t>(basis)];
}

std::optional<Terms> creativeCommonsTerms(std::string_view id)
{
    if (!id.starts_with("CC-BY"))
        return std::nullopt;
    const std::vector<std::string> parts = partsOf(id, "-");
    std::size_t at = 1;
    bool isNc = false;
    bool isNd = false;
    bool isSa = false;
    for (; at < parts.size() && parts[at].find_first_of("0123456789?") == std::string::npos; ++at) {
        isNc = isNc || parts[at] == "NC";
        isNd = isNd || parts[at] == "ND";
        isSa = isSa || parts[at] == "SA";
    }
    if (at == parts.size())
        return std::nullopt;
    const std::string& version = parts[at];
    const std::string port = at + 1 < parts.size() ? parts[at + 1] : "";
    const bool isFour = version == "4.0";
    const bool isThree = version == "3.0";
    Terms terms;
    terms.id = std::string(id);
    if (const SpdxLicense* entry = findSpdxLicense(id))
        terms.name = entry->name;
    terms.kind = "content";
    terms.commercialUse = isNc ? Permission::No : Permission::Yes;
    terms.derivatives = !isNd ? Permission::Yes : isFour ? Permission::Private : Permission::No;
    terms.redistribution = Permission::Yes;
    terms.attribution = "credit";
    terms.shareAlike = isSa ? "work" : "none";
    terms.keepNotice = "link";
    terms.stateChanges = !isNd && (isThree || isFour);
    terms.patent = isFour ? "excl" : "none";
    if (isNc)
        terms.fieldOfUse.emplace_back("noncommercial");
    if (isNd)
        terms.fieldOfUse.emplace_back("no-derivatives");
    const bool waives = isThree && (port == "DE" || port == "AT");
    terms.databaseRight = isFour ? "licensed"
        : version == "?"         ? "unknown"
        : waives                 ? "waived"
                                 : "silent";
    terms.jurisdiction = !port.empty() ? port
        : isFour                       ? "any"
        : isThree                      ? "unported"
        : version == "?"               ? "unknown"
                                       : "generic";
    terms.openDefinition = isNc || isNd ? "rejected" : isFour ? "approved" : "unverified";
    return terms;
}

KnownTerms termsOf(const Expression& license)
{
    if (const Terms* found = record(license.id))
        return {*found, TermsBasis::Table};
    if (const auto derived = creativeCommonsTerms(license.id))
        return {*derived, TermsBasis::Elements};
    if (const Terms* found = sameText(license))
        return {*found, TermsBasis::SameText};
    const SpdxLicense* entry = findSpdxLicense(license.id);
    if (entry && entry->isOsiApproved)
        return {openSource(*entry), TermsBasis::OsiApproved};
    KnownTerms none{unknownTerms(license.id), TermsBasis::None};
    if (entry)
        none.terms.name = entry->name;
    return none;
}

KnownTerms termsOfId(std::string_view id)
{
    Expression license;
    license.id = std::string(id);
    return termsOf(license);
}

std::string_view useClass(const Terms& terms)
{
    switch (terms.commercialUse) {
    case Permission::Yes:
        return "commercial";
    case Permission::Conditional:
        return "conditional";
    case Permission::No:
        return terms.limits("research") || terms.limits("members-only")
                || terms.limits("competition-only")
            ? "academic-only"
            : "non-commercial";
    case Permission::Unknown:
    case Permission::Private:
        break;
    }
    return "unspecified";
}

std::string_view useClassOf(const std::vector<Terms>& parts)
{
    std::size_t narrowest = 0;
    for (const Terms& part : parts)
        narrowest = std::max(narrowest, rankOf(useClass(part)));
    return parts.empty() ? "unspecified" : kUseClasses[narrowest];
}

} // namespace cupel::license
