#include "core/audits/judging.h"
#include "core/audits/license_findings.h"
#include "core/audits/wording.h"

#include "core/license/share_alike.h"

#include <algorithm>
#include <set>

namespace cupel::audits {

namespace {

using findings::Finding;
using license::Obstacle;
using license::Use;
using license::UseAssessment;
using license::UseVerdict;

/// The rule that an obstacle breaks; where none speaks of it, that of open questions, or null.
const char* ruleFor(Use use, const Obstacle& obstacle)
{
    const std::string& value = obstacle.value;
    const char* const unsettled
        = obstacle.verdict == UseVerdict::CannotTell ? "license.use-unsettled" : nullptr;
    if (value == "research" || value == "members-only" || value == "competition-only")
        return obstacle.verdict == UseVerdict::NotAllowed ? "LIC-USE-RESEARCH-ONLY" : unsettled;
    if (obstacle.field == "commercial_use" && use == Use::CommercialProduct)
        return value == "no" ? "LIC-USE-NC-IN-COMMERCIAL" : "LIC-USE-UNKNOWN-COMMERCIAL";
    if (obstacle.field == "redistribution" && value == "no")
        return "LIC-USE-NO-REDISTRIBUTION";
    if (obstacle.field == "derivatives" && use == Use::PublishDerivedDataset && value != "unknown")
        return "LIC-USE-ND-DERIVED";
    if (obstacle.field == "field_of_use" && use == Use::TrainModel
        && obstacle.verdict == UseVerdict::NotAllowed && value != "reserved")
        return "LIC-USE-AI-RESTRICTED";
    if (obstacle.field == "field_of_use" && use == Use::CommercialProduct && value == "gated")
        return "LIC-USE-UNKNOWN-COMMERCIAL";
    return unsettled;
}

std::string remedyFor(std::string_view rule)
{
    if (rule == "LIC-USE-NO-REDISTRIBUTION")
        return "Publish ids or a script in place of the data, or get permission.";
    if (rule == "LIC-USE-ND-DERIVED")
        return "Share the data unchanged, or leave that part out.";
    if (rule == "LIC-USE-UNKNOWN-COMMERCIAL")
        return "Clear the unknown terms with the owner before the product uses the data.";
    if (rule == "license.use-unsettled")
        return "Let somebody decide who answers for the use, and record it as a waiver in the "
               "policy.";
    if (rule == "LIC-USE-AI-RESTRICTED")
        return "Take another source, or come to an agreement with the provider.";
    return "Replace the source, or get permission.";
}

/// Where a licence is stated.
std::vector<findings::DocumentEvidence> placesOf(
    const license::LicenseStatements& statements, const std::string& id)
{
    std::vector<findings::DocumentEvidence> places;
    for (const license::Claim& claim : statements.claims) {
        const std::vector<license::Expression> all
            = license::licensesOf(license::expressionOf(claim.meaning));
        const bool names = std::any_of(
            all.begin(), all.end(), [&id](const license::Expression& one) { return one.id == id; });
        if (names && claim.isOfData())
            places.push_back({claim.source, claim.line});
    }
    return places;
}

findings::Subject subjectOf(Use use, const std::string& id)
{
    return {{"use", base::DataText::name(std::string(license::useName(use)))},
        {"license", base::DataText::document(id)}};
}

void addObstacles(const license::LicenseStatements& statements, const UseAssessment& found,
    std::vector<Finding>& list)
{
    std::set<std::string> reported;
    for (const Obstacle& obstacle : found.obstacles) {
        const char* rule = ruleFor(found.use, obstacle);
        // Terms for research only exclude commercial use too: one finding says so.
        const bool isOfResearch = obstacle.field == "commercial_use"
            && std::any_of(found.obstacles.begin(), found.obstacles.end(),
                [&](const Obstacle& other) {
                    return other.license == obstacle.license && other.value == "research";
                })
            && !license::termsOfId(obstacle.license).terms.limits("noncommercial");
        if (!rule || isOfResearch || !reported.insert(rule + obstacle.license).second)
            continue;
        Finding finding = makeFinding(rule, subjectOf(found.use, obstacle.license));
        if (finding.level == findings::Level::None)
            finding.kind = findings::Kind::Review;
        finding.message
            = sentence("The use " + std::string(license::useName(found.use)) + " is stated; ",
                base::DataText::document(obstacle.license),
                " " + obstacle.words + " (" + obstacle.field + ": " + obstacle.value + ").");
        finding.remedy = sentence(remedyFor(rule));
        finding.documents = placesOf(statements, obstacle.license);
        list.push_back(std::move(finding));
    }
}

void addLimits(const license::LicenseStatements& statements, const UseAssessment& found,
    std::vector<Finding>& list)
{
    const bool isScaled = found.use == Use::CommercialProduct || found.use == Use::Internal;
    for (const license::Expression& one : license::licensesOf(found.chosen)) {
        const license::Terms terms = license::termsOf(one).terms;
        const auto add = [&](const char* rule, const char* words, const char* remedy) {
            Finding finding = makeFinding(rule, subjectOf(found.use, terms.id));
            finding.message
                = sentence("The use " + std::string(license::useName(found.use)) + " is stated; ",
                    base::DataText::document(terms.id), words);
            finding.remedy = sentence(remedy);
            finding.documents = placesOf(statements, terms.id);
            list.push_back(std::move(finding));
        };
        if (terms.limits("behavioural"))
            add("LIC-USE-BEHAVIOURAL", " excludes uses by a list (field_of_use: behavioural).",
                "Check the use against the list of the licence, and pass the list on.");
        if (terms.limits("scale-threshold") && isScaled)
            add("LIC-USE-SCALE", " ends above a number of users (field_of_use: scale-threshold).",
                "Check the figure in the licence against yours.");
    }
}

/// What documents declare, against the share-alike licences of the texts beside the data.
void addOutbound(const license::LicenseStatements& statements, std::vector<Finding>& list)
{
    std::set<std::string> reported;
    for (const license::Claim& text : statements.claims) {
        if (text.kind != license::Claim::Kind::Text || !text.meaning.isDetermined())
            continue;
        for (const license::Expression& part :
            license::licensesOf(license::expressionOf(text.meaning))) {
            for (const license::Claim& declared : statements.claims) {
                if (declared.kind == license::Claim::Kind::Text || !declared.isOfData()
                    || !declared.meaning.isDetermined()
                    || license::mayGoOutAs(part.id, license::expressionOf(declared.meaning))
                    || !reported.insert(part.id + declared.meaning.expression).second)
                    continue;
                Finding finding = makeFinding("LIC-USE-SA-OUTBOUND",
                    subjectOf(Use::PublishDerivedDataset, declared.meaning.expression));
                finding.message = sentence(
                    "The use publish-derived-dataset is stated; changed copies of what is under ",
                    base::DataText::document(part.id), " (");
                append(finding.message, placeOf(text));
                append(finding.message,
                    sentence(") may go out under ",
                        base::DataText::document(license::outboundWords(part.id)), ", and "));
                append(finding.message, placeOf(declared));
                append(finding.message,
                    sentence(
                        " declares ", base::DataText::document(declared.meaning.expression), "."));
                finding.remedy = sentence("Publish under ", base::DataText::document(part.id), ".");
                finding.documents = {{declared.source, declared.line}, {text.source, text.line}};
                list.push_back(std::move(finding));
            }
        }
    }
}

} // namespace

std::vector<Finding> useFindings(
    const license::LicenseStatements& statements, const std::vector<UseAssessment>& uses)
{
    std::vector<Finding> list;
    for (const UseAssessment& found : uses) {
        addObstacles(statements, found, list);
        addLimits(statements, found, list);
        if (found.use == Use::PublishDerivedDataset)
            addOutbound(statements, list);
    }
    return list;
}

std::vector<Use> usesOf(const Roles& roles)
{
    std::vector<Use> uses;
    for (const std::string& name : roles.use) {
        const auto use = license::useFromName(name);
        if (use && std::find(uses.begin(), uses.end(), *use) == uses.end())
            uses.push_back(*use);
    }
    return uses;
}

} // namespace cupel::audits
