#include "core/audits/audit_registry.h"
#include "core/audits/card_findings.h"
#include "core/audits/card_measured.h"
#include "core/audits/judging.h"
#include "core/card/claims.h"
#include "core/card/completeness.h"

namespace cupel::audits {

namespace {

void addCompleteness(const card::Card& card, AuditResult& result)
{
    const card::Completeness score = card::completeness(card);
    result.metrics.push_back(makeMetric("card-completeness", "", {}, score.card, {}));
    for (const card::Score& scope : score.scopes) {
        Metric metric = makeMetric("card-completeness", scope.id, {}, scope.value(), {});
        metric.numerator = scope.answered;
        metric.denominator = scope.possible;
        result.metrics.push_back(std::move(metric));
    }
    result.metrics.push_back(makeMetric("card-derived-share", "", {}, score.derivedShare, {}));
    ResultTable table{"card-completeness", {std::string("Completeness of the Data Card")},
        {"part", "weight", "fields", "answered", "by-the-program", "completeness"}, {}};
    for (const card::Score& group : score.groups) {
        std::vector<ResultTable::Cell> row{group.id, std::int64_t{group.weight},
            std::int64_t{group.fields}, std::int64_t{group.present}, std::int64_t{group.derived},
            {}};
        if (const base::Figure value = group.value(); value.isDefined())
            row.back() = value.value();
        table.rows.push_back(std::move(row));
    }
    result.tables.push_back(std::move(table));
    charts::ChartSpec chart{
        "card-completeness", charts::ChartSpec::Kind::Bar, "card-completeness", "completeness"};
    chart.unit = charts::ChartSpec::Unit::Share;
    chart.order = charts::ChartSpec::Order::OfTable;
    result.charts.push_back(std::move(chart));
}

void addClaims(const std::vector<card::CheckedClaim>& claims, AuditResult& result)
{
    ResultTable table{"claims", {std::string("What the documents say, beside the counts")},
        {"claim", "about", "said", "verdict", "file", "line"}, {}};
    for (const card::CheckedClaim& claim : claims) {
        const bool agrees = claim.verdict == card::Verdict::Agrees;
        table.rows.push_back(
            {std::string(kindName(claim.kind)), base::DataText::document(claim.subject), claim.said,
                std::string(agrees ? "agrees" : "contradicts"),
                base::DataText::name(claim.places.front().file),
                static_cast<std::int64_t>(claim.places.front().line)});
    }
    result.tables.push_back(std::move(table));
}

class CardAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"data-card", "Documentation",
            "What do the documents leave out, and what do the counts contradict?", {},
            "Whether an answer is true or good where no count can check it; claims in words that "
            "this program does not read are not checked.",
            {"Pushkarna et al., Data Cards, FAccT 2022",
                "Gebru et al., Datasheets for Datasets, "
                "CACM 2021"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (facts.documents->documents.empty())
            return {};
        return unanswered(cardQuestions(facts), soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        if (facts.documents->documents.empty())
            return withoutDocuments();
        AuditResult result;
        const findings::Limit balance = limitOf(facts, "card.claim-contradicted");
        card::ClaimLimits limits;
        limits.balance = balance.value;
        const std::vector<card::CheckedClaim> claims
            = card::checkClaims(*facts.documents, cardMeasures(facts, answers), limits);
        const card::Card card = datasetCard(facts, answers);
        addCompleteness(card, result);
        addClaims(claims, result);
        result.findings = claimFindings(claims, balance);
        for (findings::Finding& finding : fieldFindings(facts, card))
            result.findings.push_back(std::move(finding));
        return result;
    }
};

} // namespace

std::unique_ptr<Audit> makeCardAudit()
{
    return std::make_unique<CardAudit>();
}

} // namespace cupel::audits
