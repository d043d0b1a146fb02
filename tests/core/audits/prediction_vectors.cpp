#include "tests/core/audits/prediction_vectors.h"

#include <nlohmann/json.hpp>

#include "tests/core/audits/audit_run.h"
#include "tests/core/audits/vector_support.h"

#include <gtest/gtest.h>

namespace cupel::test {

using audits::AuditResult;
using nlohmann::json;

audits::Roles predictionRolesOf(const json& oneCase)
{
    const json& params = oneCase.at("params");
    audits::Roles roles;
    const bool isCompas = !params.contains("prediction");
    roles.label = label(isCompas ? "label_value" : cellOf(params.at("label")));
    roles.label->positive = "1";
    roles.prediction = isCompas ? "score" : cellOf(params.at("prediction"));
    roles.groups = {group(
        cellOf(params.at("group")), cellOf(params.at(isCompas ? "reference" : "privileged")))};
    roles.weight = cellOf(params.value("weight", json()));
    return roles;
}

namespace {

using Subject = std::vector<std::pair<std::string, std::string>>;

struct Confusion {
    double tp = 0.0;
    double fp = 0.0;
    double fn = 0.0;
    double tn = 0.0;

    void add(const json& group)
    {
        tp += group.at("tp").get<double>();
        fp += group.at("fp").get<double>();
        fn += group.at("fn").get<double>();
        tn += group.at("tn").get<double>();
    }
    bool hasPositives() const { return tp + fn > 0.0; }
    bool hasNegatives() const { return fp + tn > 0.0; }
    bool hasPredicted() const { return tp + fp > 0.0; }
    bool hasRefused() const { return fn + tn > 0.0; }
};

class Comparer {
public:
    Comparer(const AuditResult& result, const audits::Roles& roles, const json& expected,
        Tolerance tolerance)
        : m_result(result)
        , m_roles(roles)
        , m_expected(expected)
        , m_tolerance(tolerance)
        , m_whole{{"label", roles.label->column}, {"positive", *roles.label->positive},
              {"prediction", roles.prediction}, {"column", roles.groups.front().column}}
    {
        for (const json& one : expected.at("confusion_by_group")) {
            Confusion group;
            group.add(one);
            m_all.add(one);
            (cellOf(one.at("group")) == reference() ? m_reference : m_rest).add(one);
            m_allHavePositives = m_allHavePositives && group.hasPositives();
            m_allHaveNegatives = m_allHaveNegatives && group.hasNegatives();
        }
    }

    int compare()
    {
        compareConfusion();
        compareFairlearn();
        compareAif360();
        if (m_expected.contains("clarify"))
            compareClarify(m_expected.at("clarify"));
        if (m_expected.contains("aequitas"))
            compareAequitas();
        return m_compared;
    }

private:
    std::string reference() const { return *m_roles.groups.front().reference; }

    Subject with(const Subject& more) const
    {
        Subject subject = m_whole;
        subject.insert(subject.end(), more.begin(), more.end());
        return subject;
    }

    const audits::Metric& metric(
        const std::string& id, const std::string& variant, const Subject& more = {}) const
    {
        return metricOf(m_result, id, variant, with(more));
    }

    void check(const std::string& id, const std::string& variant, const json& expected,
        const Subject& more = {})
    {
        SCOPED_TRACE(id + " " + variant + (more.empty() ? "" : " " + more.front().second));
        EXPECT_TRUE(agrees(metric(id, variant, more).value, expected, m_tolerance));
        ++m_compared;
    }

    /// A figure that libraries give with the opposite sign.
    void checkNegated(const std::string& id, const std::string& variant, const json& expected)
    {
        check(id, variant, -expected.get<double>(), {{"reference", reference()}});
    }

    void compareConfusion()
    {
        for (const json& one : m_expected.at("confusion_by_group")) {
            const Subject group{{"group", cellOf(one.at("group"))}};
            check("confusion-count", "true-positive", one.at("tp"), group);
            check("confusion-count", "false-positive", one.at("fp"), group);
            check("confusion-count", "false-negative", one.at("fn"), group);
            check("confusion-count", "true-negative", one.at("tn"), group);
        }
        const audits::Metric& overall = metric("accuracy", "overall");
        EXPECT_EQ(overall.n, m_expected.at("n_used").get<std::int64_t>());
    }

    /// A rate that counts among no row is 0 in fairlearn.
    void compareFairlearn()
    {
        const json& library = m_expected.at("fairlearn");
        const json& overall = library.at("overall");
        check("accuracy", "overall", overall.at("accuracy"));
        check("predicted-positive-rate", "overall", overall.at("selection_rate"));
        if (m_all.hasPositives()) {
            check("true-positive-rate", "overall", overall.at("tpr"));
            check("false-negative-rate", "overall", overall.at("fnr"));
        }
        if (m_all.hasNegatives()) {
            check("false-positive-rate", "overall", overall.at("fpr"));
            check("true-negative-rate", "overall", overall.at("tnr"));
        }
        for (std::size_t i = 0; i < library.at("by_group").size(); ++i) {
            const json& rates = library.at("by_group")[i];
            Confusion counts;
            counts.add(m_expected.at("confusion_by_group")[i]);
            const Subject group{{"group", cellOf(rates.at("group"))}};
            check("accuracy", "", rates.at("accuracy"), group);
            check("predicted-positive-rate", "", rates.at("selection_rate"), group);
            check(
                "true-positive-rate", "", counts.hasPositives() ? rates.at("tpr") : json(), group);
            check(
                "false-negative-rate", "", counts.hasPositives() ? rates.at("fnr") : json(), group);
            check(
                "false-positive-rate", "", counts.hasNegatives() ? rates.at("fpr") : json(), group);
            check(
                "true-negative-rate", "", counts.hasNegatives() ? rates.at("tnr") : json(), group);
        }
        for (const auto& [variant, key] :
            {std::pair{"between-groups", ":between_groups"}, std::pair{"to-overall", ":to_overall"},
                std::pair{"between-groups-mean", ":agg=mean"}})
            compareGaps(library, variant, key);
    }

    void compareGaps(const json& library, const std::string& variant, const std::string& key)
    {
        const bool isMean = variant == "between-groups-mean";
        if (!isMean) {
            check("prediction-demographic-parity-difference", variant,
                library.at("demographic_parity_difference" + key));
            check("prediction-demographic-parity-ratio", variant,
                library.at("demographic_parity_ratio" + key));
        }
        if (!m_allHavePositives)
            return;
        const bool hasHits = m_all.tp > 0.0;
        if (!isMean) {
            check("equal-opportunity-difference", variant,
                library.at("equal_opportunity_difference" + key));
            check("equal-opportunity-ratio", variant,
                hasHits ? library.at("equal_opportunity_ratio" + key) : json());
        }
        if (!m_allHaveNegatives)
            return;
        check("equalized-odds-difference", variant, library.at("equalized_odds_difference" + key));
        // Where all false-positive rates are 0 their ratio is 0/0; fairlearn passes over it.
        check("equalized-odds-ratio", variant,
            hasHits && m_all.fp > 0.0 ? library.at("equalized_odds_ratio" + key) : json());
    }

    void compareAif360()
    {
        const json& library = m_expected.at("aif360_privileged_vs_rest");
        const Subject against{{"reference", reference()}};
        check("prediction-statistical-parity-difference", "rest-minus-reference",
            library.at("statistical_parity_difference"), against);
        // x/0 is infinite and 0/0 undefined; AIF360 gives 0 for both.
        if (m_reference.hasPredicted()) {
            check("prediction-disparate-impact-ratio", "rest-over-reference",
                library.at("disparate_impact_ratio"), against);
        }
        const bool hasPositives = m_reference.hasPositives() && m_rest.hasPositives();
        const bool hasNegatives = m_reference.hasNegatives() && m_rest.hasNegatives();
        check("equal-opportunity-difference", "rest-minus-reference",
            hasPositives ? library.at("equal_opportunity_difference") : json(), against);
        check("average-odds-difference", "rest-minus-reference",
            hasPositives && hasNegatives ? library.at("average_odds_difference") : json(), against);
        check("average-odds-error", "rest-minus-reference",
            hasPositives && hasNegatives ? library.at("average_odds_error") : json(), against);
    }

    /// Clarify subtracts the rest from the reference, and takes 0/0 for 0.
    void compareClarify(const json& library)
    {
        checkNegated(
            "prediction-statistical-parity-difference", "rest-minus-reference", library.at("DPPL"));
        if (m_reference.hasPositives() && m_rest.hasPositives())
            checkNegated("equal-opportunity-difference", "rest-minus-reference", library.at("RD"));
        if (m_reference.hasNegatives() && m_rest.hasNegatives()) {
            // TNR of the rest minus TNR of the reference.
            checkNegated(
                "false-positive-rate-difference", "rest-minus-reference", library.at("SD"));
        }
        if (m_reference.hasPredicted() && m_rest.hasPredicted())
            checkNegated("predictive-parity-difference", "rest-minus-reference", library.at("DAR"));
        if (m_reference.hasRefused() && m_rest.hasRefused()) {
            check("negative-predictive-parity-difference", "rest-minus-reference",
                library.at("DRR"), {{"reference", reference()}});
        }
    }

    void compareAequitas()
    {
        const std::vector<std::pair<std::string, std::string>> ids{{"accuracy", "accuracy"},
            {"true-positive-rate", "tpr"}, {"true-negative-rate", "tnr"},
            {"false-omission-rate", "for"}, {"false-discovery-rate", "fdr"},
            {"false-positive-rate", "fpr"}, {"false-negative-rate", "fnr"},
            {"negative-predictive-value", "npv"}, {"positive-predictive-value", "precision"},
            {"predicted-positive-share", "ppr"}, {"predicted-positive-rate", "pprev"},
            {"prevalence", "prev"}};
        const std::vector<std::pair<std::string, std::string>> ratios{
            {"prediction-disparate-impact-ratio", "pprev"}, {"equal-opportunity-ratio", "tpr"},
            {"false-positive-rate-ratio", "fpr"}, {"predictive-parity-ratio", "precision"},
            {"negative-predictive-parity-ratio", "npv"}};
        for (const json& one : m_expected.at("aequitas").at("groups")) {
            const std::string name = cellOf(one.at("group"));
            for (const auto& [id, key] : ids)
                check(id, "", one.at("metrics").at(key), {{"group", name}});
            if (name == reference())
                continue;
            const json& disparities = one.at("disparity_vs_" + reference());
            for (const auto& [id, key] : ratios) {
                // x/0 is capped at 10 in aequitas.
                const json& disparity = disparities.at(key);
                check(id, "group-over-reference", disparity == 10.0 ? json("Infinity") : disparity,
                    {{"group", name}, {"reference", reference()}});
            }
        }
    }

    const AuditResult& m_result;
    const audits::Roles& m_roles;
    const json& m_expected;
    Tolerance m_tolerance;
    Subject m_whole;
    Confusion m_all;
    Confusion m_reference;
    Confusion m_rest;
    bool m_allHavePositives = true;
    bool m_allHaveNegatives = true;
    int m_compared = 0;
};

} // namespace

int comparePredictions(const AuditResult& result, const audits::Roles& roles, const json& expected,
    Tolerance tolerance)
{
    return Comparer(result, roles, expected, tolerance).compare();
}

} // namespace cupel::test
