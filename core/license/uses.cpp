#include "core/license/uses.h"

#include "core/counts/nearest_name.h"

#include <algorithm>
#include <array>

namespace cupel::license {
namespace {

constexpr std::array<std::string_view, kUseCount> kNames{"research", "internal",
    "commercial-product", "train-model", "publish-dataset", "publish-derived-dataset"};

bool isPublishing(Use use)
{
    return use == Use::PublishDataset || use == Use::PublishDerivedDataset;
}

/// Collects what one licence says about one use.
class Reader {
public:
    Reader(const Terms& terms, Use use)
        : m_terms(terms)
        , m_use(use)
    {
        m_found.use = use;
        m_found.verdict = UseVerdict::Allowed;
        m_found.chosen.id = terms.id;
    }

    UseAssessment read()
    {
        readGrant();
        readFieldOfUse();
        if (m_use == Use::CommercialProduct)
            readCommercial();
        if (isPublishing(m_use))
            readPublishing();
        if (isPublishing(m_use) || m_use == Use::CommercialProduct)
            readDutiesOfSharing();
        if (m_terms.networkUse && m_use != Use::Research)
            duty("network_use", "offer the source to users who reach it over a network");
        settle();
        return std::move(m_found);
    }

private:
    void obstacle(std::string field, std::string value, std::string words, UseVerdict verdict)
    {
        m_found.obstacles.push_back(
            {m_terms.id, std::move(field), std::move(value), std::move(words), verdict});
    }
    void duty(std::string field, std::string words)
    {
        m_found.duties.push_back({m_terms.id, std::move(field), std::move(words)});
    }

    /// No grant that anybody has seen allows nothing.
    void readGrant()
    {
        const bool isUnknown = m_terms.commercialUse == Permission::Unknown
            && m_terms.derivatives == Permission::Unknown;
        if (m_terms.limits("reserved"))
            obstacle("field_of_use", "reserved", "grants nothing: all rights are reserved",
                UseVerdict::NotAllowed);
        else if (m_terms.limits("gated"))
            obstacle("field_of_use", "gated", "leaves the terms to a request for access",
                UseVerdict::CannotTell);
        else if (isUnknown)
            obstacle("commercial_use", "unknown", "gives terms that are not known",
                UseVerdict::CannotTell);
    }

    void readFieldOfUse()
    {
        for (const std::string& limit : m_terms.fieldOfUse) {
            if (limit == "research")
                readResearchOnly();
            else if (limit == "members-only" || limit == "competition-only")
                readCircle(limit);
            else if (limit == "noncommercial")
                readNoncommercial();
            else if (limit == "no-derivatives")
                readNoDerivatives();
            else if (limit.starts_with("no-training") || limit.starts_with("no-improving")
                || limit == "no-competing-models")
                readModelLimit(limit);
            else
                readOtherLimit(limit);
        }
    }

    void readResearchOnly()
    {
        if (m_use == Use::Research)
            duty("field_of_use", "use it for research only");
        else
            obstacle("field_of_use", "research", "allows research only", UseVerdict::NotAllowed);
    }

    void readCircle(const std::string& limit)
    {
        const bool isMembers = limit == "members-only";
        obstacle("field_of_use", limit,
            isMembers ? "binds the use to an agreement of members"
                      : "binds the use to a competition",
            m_use == Use::Research || m_use == Use::TrainModel ? UseVerdict::CannotTell
                                                               : UseVerdict::NotAllowed);
    }

    void readNoncommercial()
    {
        if (m_use == Use::Internal)
            obstacle("commercial_use", "no",
                "excludes commercial purposes, which internal use may have",
                UseVerdict::CannotTell);
        else if (m_use == Use::TrainModel)
            duty("commercial_use",
                "keep the training and the model to purposes that are not commercial");
        else if (isPublishing(m_use))
            duty("commercial_use", "publish for no commercial purpose and pass the limit on");
    }

    void readNoDerivatives()
    {
        if (m_use == Use::TrainModel)
            obstacle("derivatives", std::string(permissionName(m_terms.derivatives)),
                "keeps changed copies from being shared; whether a trained model is one is "
                "unsettled",
                UseVerdict::CannotTell);
    }

    void readModelLimit(const std::string& limit)
    {
        if (m_use == Use::TrainModel)
            obstacle("field_of_use", limit, "limits which models may be trained",
                UseVerdict::NotAllowed);
        else if (m_use != Use::Research)
            duty("field_of_use", "keep the limit on models: " + limit);
    }

    void readOtherLimit(const std::string& limit)
    {
        if (limit == "name-prefix-on-trained-models") {
            if (m_use == Use::TrainModel || m_use == Use::CommercialProduct)
                duty("field_of_use", "name trained models as the licence asks");
        } else if (limit == "scale-threshold") {
            if (m_use == Use::CommercialProduct || m_use == Use::Internal)
                duty("field_of_use", "check the limit on the number of users");
        } else if (limit == "behavioural" || limit == "good-not-evil") {
            duty("field_of_use", "keep to the list of excluded uses and pass it on");
        } else if (limit == "computational-use") {
            if (m_use != Use::TrainModel && m_use != Use::Research)
                duty("field_of_use", "use it for computing only and pass the limit on");
        } else if (limit == "no-sale-alone" || limit == "no-standalone-redistribution"
            || limit == "service-source" || limit == "no-competing-service") {
            if (m_use != Use::Research && m_use != Use::Internal)
                duty("field_of_use", "keep the limit: " + limit);
        }
    }

    void readCommercial()
    {
        if (m_terms.commercialUse == Permission::No)
            obstacle(
                "commercial_use", "no", "does not allow commercial use", UseVerdict::NotAllowed);
        else if (m_terms.commercialUse == Permission::Unknown && m_found.obstacles.empty())
            obstacle("commercial_use", "unknown", "does not say whether commercial use is allowed",
                UseVerdict::CannotTell);
        else if (m_terms.commercialUse == Permission::Conditional && m_terms.kind == "terms")
            duty("commercial_use", "keep the terms that the customer of the service accepted");
    }

    void readPublishing()
    {
        if (m_terms.redistribution == Permission::No)
            obstacle("redistribution", "no", "does not allow passing the data on",
                UseVerdict::NotAllowed);
        else if (m_terms.redistribution == Permission::Unknown)
            obstacle("redistribution", "unknown", "does not say whether the data may be passed on",
                UseVerdict::CannotTell);
        else if (m_terms.redistribution == Permission::Conditional)
            duty("redistribution", "pass the data on only as the terms say");
        if (m_use != Use::PublishDerivedDataset)
            return;
        const std::string value(permissionName(m_terms.derivatives));
        if (m_terms.derivatives == Permission::No || m_terms.derivatives == Permission::Private)
            obstacle("derivatives", value, "does not allow sharing changed data",
                UseVerdict::NotAllowed);
        else if (m_terms.derivatives == Permission::Unknown)
            obstacle("derivatives", value, "does not say whether changed data may be shared",
                UseVerdict::CannotTell);
        else if (m_terms.derivatives == Permission::Conditional)
            duty("derivatives", "change the data only as the terms say");
    }

    /// Duties that begin when the data, or what contains it, reaches others.
    void readDutiesOfSharing()
    {
        if (m_terms.attribution == "credit")
            duty("attribution", "credit the creator as the licence says");
        else if (m_terms.attribution == "notice")
            duty("attribution", "keep the notices that are there");
        if (m_terms.keepNotice == "link")
            duty("keep_notice", "link to the licence");
        else if (m_terms.keepNotice == "text")
            duty("keep_notice", "include the text of the licence");
        else if (m_terms.keepNotice == "text+copyright")
            duty("keep_notice", "include the text of the licence and the copyright lines");
        const bool isUnchanged = m_use == Use::PublishDataset;
        if (m_terms.stateChanges && !isUnchanged)
            duty("state_changes", "say what was changed");
        if (m_terms.provideSource)
            duty("provide_source",
                m_terms.kind == "data" ? "offer the derivative database or a file of the changes"
                                       : "offer the source");
        readShareAlike(isUnchanged);
    }

    void readShareAlike(bool isUnchanged)
    {
        const std::string& scope = m_terms.shareAlike;
        if (scope == "restrictions")
            duty("share_alike", "pass the use limits on");
        else if (scope != "none" && scope != "unknown")
            duty("share_alike",
                isUnchanged ? "keep this licence"
                            : "share what is derived under this licence (scope: " + scope + ")");
    }

    void settle()
    {
        if (!m_found.duties.empty())
            m_found.verdict = UseVerdict::AllowedWithDuties;
        for (const Obstacle& obstacle : m_found.obstacles)
            m_found.verdict = std::max(m_found.verdict, obstacle.verdict);
    }

    const Terms& m_terms;
    Use m_use;
    UseAssessment m_found;
};

UseAssessment assessAll(const Expression& expression, Use use)
{
    UseAssessment whole;
    whole.use = use;
    whole.verdict = UseVerdict::Allowed;
    std::vector<Expression> chosen;
    for (const Expression& part : expression.parts) {
        const UseAssessment one = assess(part, use);
        whole.verdict = std::max(whole.verdict, one.verdict);
        whole.duties.insert(whole.duties.end(), one.duties.begin(), one.duties.end());
        whole.obstacles.insert(whole.obstacles.end(), one.obstacles.begin(), one.obstacles.end());
        whole.hadChoice = whole.hadChoice || one.hadChoice;
        chosen.push_back(one.chosen);
    }
    whole.chosen = allOf(chosen);
    return whole;
}

UseAssessment assessAny(const Expression& expression, Use use)
{
    std::vector<UseAssessment> branches;
    for (const Expression& part : expression.parts)
        branches.push_back(assess(part, use));
    const auto best = std::min_element(
        branches.begin(), branches.end(), [](const UseAssessment& a, const UseAssessment& b) {
            return a.verdict != b.verdict ? a.verdict < b.verdict
                                          : a.duties.size() < b.duties.size();
        });
    best->hadChoice = true;
    return *best;
}

} // namespace

std::string_view useName(Use use)
{
    return kNames[static_cast<std::size_t>(use)];
}

std::vector<Use> allUses()
{
    std::vector<Use> all;
    for (std::size_t i = 0; i < kUseCount; ++i)
        all.push_back(static_cast<Use>(i));
    return all;
}

base::Result<Use> useFromName(std::string_view name)
{
    if (name == "commercial")
        return Use::CommercialProduct;
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found != kNames.end())
        return static_cast<Use>(found - kNames.begin());
    const auto nearest = counts::nearestName(name, {kNames.begin(), kNames.end()});
    std::string all;
    for (const std::string_view known : kNames)
        all += (all.empty() ? "" : ", ") + std::string(known);
    return base::Error{base::ErrorCode::Usage, "there is no use '" + std::string(name) + "'",
        nearest ? "did you mean " + *nearest + "?" : "the uses are: " + all, {}};
}

std::string_view verdictName(UseVerdict verdict)
{
    constexpr std::array<std::string_view, 4> kVerdicts{
        "allowed", "allowed-with-duties", "cannot-tell", "not-allowed"};
    return kVerdicts[static_cast<std::size_t>(verdict)];
}

UseAssessment assess(const Terms& terms, Use use)
{
    return Reader(terms, use).read();
}

UseAssessment assess(const Expression& expression, Use use)
{
    switch (expression.kind) {
    case Expression::Kind::And:
        return assessAll(expression, use);
    case Expression::Kind::Or:
        return assessAny(expression, use);
    case Expression::Kind::License:
        break;
    }
    KnownTerms known = termsOf(expression);
    UseAssessment one = assess(known.terms, use);
    one.chosen = expression;
    return one;
}

} // namespace cupel::license
