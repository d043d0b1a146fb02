#include "core/audits/audit_registry.h"
#include "core/audits/judging.h"
#include "core/audits/license_findings.h"
#include "core/audits/wording.h"

#include <iterator>

namespace cupel::audits {

namespace {

using license::UseAssessment;

ResultTable claimsTable(const license::LicenseStatements& statements)
{
    ResultTable table{"license-claims", {"What the documents state"},
        {"document", "line", "kind", "statement", "license", "certainty", "covers"}, {}};
    for (const license::Claim& claim : statements.claims) {
        const std::string certainty = claim.textClass
            ? std::string(license::className(*claim.textClass))
            : std::string(license::confidenceName(claim.meaning.confidence));
        table.rows.push_back({base::DataText::name(claim.source),
            static_cast<std::int64_t>(claim.line), std::string(license::claimKindName(claim.kind)),
            base::DataText::document(claim.raw), base::DataText::document(claim.meaning.expression),
            certainty, claim.covers});
    }
    return table;
}

ResultTable usesTable(const std::vector<UseAssessment>& uses)
{
    ResultTable table{"license-uses", {"What the stated terms indicate"},
        {"use", "verdict", "chosen", "why", "duties"}, {}};
    for (const UseAssessment& found : uses) {
        std::string why;
        for (const license::Obstacle& obstacle : found.obstacles)
            why += (why.empty() ? "" : "; ") + obstacle.license + " " + obstacle.words;
        std::string duties;
        for (const license::Duty& duty : found.duties)
            duties += (duties.empty() ? "" : "; ") + duty.words;
        table.rows.push_back({std::string(license::useName(found.use)),
            std::string(license::verdictName(found.verdict)),
            base::DataText::document(license::toText(found.chosen)), base::DataText::document(why),
            duties});
    }
    return table;
}

class LicenseTermsAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"license-terms", "Licence",
            "Which licence do the documents state, do they agree, and what do its terms indicate "
            "for "
            "the intended use?",
            {},
            "Whether whoever states a licence may grant it, what holds for single rows or sources, "
            "and "
            "what a court would say: it is no legal advice.",
            {"SPDX License List 3.28.0", "SPDX specification 3.0, license expressions",
                "Own reading of the licence texts"}};
        return description;
    }

    std::vector<counts::Question> ask(const Facts&, const counts::Answers&) const override
    {
        return {};
    }

    base::Result<AuditResult> judge(const Facts& facts, const counts::Answers&) const override
    {
        if (facts.documents->documents.empty())
            return withoutDocuments();
        const license::LicenseStatements& statements = *facts.licenses;
        AuditResult result;
        std::vector<UseAssessment> uses;
        std::string names;
        for (const license::Use use : usesOf(facts.roles)) {
            names += (names.empty() ? "" : ", ") + std::string(license::useName(use));
            if (const auto effective = statements.effective())
                uses.push_back(license::assess(*effective, use));
        }
        result.parameters["use"] = names.empty() ? "none stated" : names;
        std::string uncompared;
        for (const auto& [file, found] : statements.texts) {
            if (found.isUncompared)
                uncompared += (uncompared.empty() ? "" : ", ") + file;
        }
        if (!uncompared.empty())
            result.parameters["texts_not_compared"] = base::DataText::name(uncompared);
        for (auto more :
            {conflictFindings(statements), declarationFindings(statements, *facts.documents),
                opennessFindings(statements, *facts.documents), useFindings(statements, uses)})
            std::move(more.begin(), more.end(), std::back_inserter(result.findings));
        result.tables.push_back(claimsTable(statements));
        if (!uses.empty())
            result.tables.push_back(usesTable(uses));
        return result;
    }
};

} // namespace

std::unique_ptr<Audit> makeLicenseTermsAudit()
{
    return std::make_unique<LicenseTermsAudit>();
}

} // namespace cupel::audits
