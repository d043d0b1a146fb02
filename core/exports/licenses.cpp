#include "core/exports/licenses.h"

#include <algorithm>

#include "core/license/expression.h"
#include "core/license/spdx_list.h"
#include "core/license/terms.h"

namespace cupel::exports {

namespace {

bool isOfFrontMatter(const license::Claim& claim)
{
    return claim.kind == license::Claim::Kind::Field
        && claim.document == documents::DocumentKind::Card;
}

} // namespace

std::vector<StatedLicense> statedLicenses(const license::LicenseStatements& statements)
{
    std::vector<StatedLicense> stated;
    for (const license::Claim& claim : statements.claims) {
        if (!claim.isOfData() || !claim.meaning.isDetermined())
            continue;
        const bool isOfCroissant = claim.document == documents::DocumentKind::Croissant;
        const auto known = std::find_if(stated.begin(), stated.end(),
            [&](const StatedLicense& one) { return one.expression == claim.meaning.expression; });
        if (known == stated.end())
            stated.push_back({claim.meaning.expression, isOfCroissant});
        else
            known->isOfCroissant |= isOfCroissant;
    }
    return stated;
}

std::string joinedLicenses(const std::vector<StatedLicense>& licenses)
{
    std::vector<license::Expression> parts;
    for (const StatedLicense& one : licenses) {
        if (const auto part = license::parseExpression(one.expression))
            parts.push_back(*part);
    }
    return parts.empty() ? std::string() : license::toText(license::allOf(parts));
}

LicensesBeside licensesBeside(const license::LicenseStatements& statements)
{
    LicensesBeside beside;
    std::vector<const license::Claim*> named;
    bool areDetermined = true;
    license::LicenseStatements others;
    for (const license::Claim& claim : statements.claims) {
        if (isOfFrontMatter(claim) && claim.meaning.isDetermined())
            named.push_back(&claim);
        else if (isOfFrontMatter(claim))
            areDetermined = false;
    }
    for (const license::Claim& claim : statements.claims) {
        const bool isSaid = std::any_of(named.begin(), named.end(),
            [&claim](const license::Claim* one) { return license::agree(claim, *one); });
        if (!isOfFrontMatter(claim) && !isSaid)
            others.claims.push_back(claim);
    }
    beside.licenses = statedLicenses(others);
    beside.isFrontMatterDetermined = areDetermined && !named.empty();
    return beside;
}

std::string licenseAddress(const std::string& expression)
{
    const license::SpdxLicense* const known = license::findSpdxLicense(expression);
    return known ? "https://spdx.org/licenses/" + known->id + ".html" : expression;
}

std::string hubLicense(const std::string& expression)
{
    for (const license::Terms& terms : license::allTerms()) {
        if (terms.id == expression && !terms.hubIds.empty())
            return terms.hubIds.front();
    }
    return {};
}

license::LicenseStatements statementsOfTexts(const std::vector<std::string>& texts)
{
    documents::Document card;
    card.kind = documents::DocumentKind::Card;
    std::uint64_t line = 1;
    for (const std::string& text : texts) {
        card.sections.push_back({2, "License", {line, 1}, text + "\n", line + 1});
        line += 2 + static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    }
    return license::readStatements({{std::move(card)}});
}

} // namespace cupel::exports
