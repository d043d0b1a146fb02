#include "core/audits/audit_registry.h"
#include "core/audits/group_columns.h"
#include "core/audits/judging.h"
#include "core/audits/prediction_gaps.h"

namespace cupel::audits {

namespace {

using stats::ConfusionRate;

/// Why the audit does not run: a result with a reason; without one where it does.
AuditResult predictionsRefusal(const Facts& facts)
{
    if (!facts.roles.label)
        return notApplicable("no label column: pass --label");
    if (facts.roles.groups.empty() && facts.roles.intersections.empty())
        return notApplicable("no group column: pass --group");
    if (facts.roles.prediction.empty() && facts.roles.score.empty())
        return notApplicable("no prediction: pass --prediction, or --score and --threshold");
    if (facts.description.rows == 0)
        return insufficientData("the table has no rows");
    if (const std::string reason = whyNoClasses(facts); !reason.empty())
        return notApplicable(reason);
    if (!positiveLabel(facts)) {
        AuditResult result = notApplicable("no positive value: pass --positive or --favourable; "
                                           "the table label-values lists the values");
        result.parameters["label"] = base::DataText::name(facts.roles.label->column);
        result.tables.push_back(labelValues(facts));
        return result;
    }
    if (const PredictionChoice choice = predictionOf(facts); !choice.source)
        return notApplicable(choice.whyNot);
    return {};
}

class GroupGapsPredictionsAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"group-gaps-predictions",
            "Differences of predictions between groups",
            "How do a model's hits and errors differ between groups?",
            {"label", "positive", "prediction", "group"},
            "Whether the label is right, why the groups differ, and how the model behaves on other "
            "data; rows that it was trained on flatter it. Most of these differences cannot all be "
            "zero where the groups' labels differ.",
            {"fairlearn, AIF360, aequitas and Amazon SageMaker Clarify for the definitions",
                "Hardt, Price and Srebro, NeurIPS 2016, for equalized odds",
                "Chouldechova, Big Data 5, 2017, for predictive parity",
                "Newcombe, Statistics in Medicine 17, 1998"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (!predictionsRefusal(facts).reason.empty())
            return {};
        const PredictionSource source = *predictionOf(facts).source;
        std::vector<counts::Question> questions;
        for (const std::vector<std::string>& columns : comparisonColumns(facts))
            questions.push_back(predictionsByGroups(facts, source, columns));
        return unanswered(std::move(questions), soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        AuditResult result = predictionsRefusal(facts);
        if (!result.reason.empty())
            return result;
        const PredictionSource source = *predictionOf(facts).source;
        std::vector<PredictionComparison> comparisons;
        bool hasRows = false;
        for (const std::vector<std::string>& columns : comparisonColumns(facts)) {
            comparisons.push_back(comparePredictions(facts, source, columns,
                answers.cells(predictionsByGroups(facts, source, columns))));
            hasRows = hasRows || comparisons.back().counts.rows() > 0;
        }
        if (comparisons.empty())
            return notApplicable("every group column has too many values to compare groups");
        if (!hasRows)
            return insufficientData("no row has a label, a prediction and a group");

        setParameters(facts, comparisons, result);
        if (auto finding = strangePredictions(comparisons.front()))
            result.findings.push_back(std::move(*finding));
        for (const PredictionComparison& comparison : comparisons)
            add(comparison, result);
        return result;
    }

private:
    static void setParameters(const Facts& facts,
        const std::vector<PredictionComparison>& comparisons, AuditResult& result)
    {
        const PredictionComparison& first = comparisons.front();
        result.parameters["label"] = first.label();
        result.parameters["positive"] = first.positive();
        result.parameters["minCount"] = minimumRows(facts, findings::kMinCountRule);
        result.parameters["level"] = facts.parameters.level;
        if (!facts.roles.weight.empty())
            result.parameters["weight"] = base::DataText::name(facts.roles.weight);
        if (first.counts.source.threshold) {
            result.parameters["score"] = first.prediction();
            result.parameters["threshold"] = *first.counts.source.threshold;
        } else {
            result.parameters["prediction"] = first.prediction();
        }
        for (const PredictionComparison& comparison : comparisons) {
            if (comparison.reference.name.empty())
                continue;
            const std::string column = joinedName(comparison.counts.columns);
            result.parameters["reference:" + column]
                = comparison.of(ConfusionRate::PredictedPositive).referenceText();
            result.parameters["reference-origin:" + column]
                = std::string(comparison.reference.given ? "given" : "largest group");
        }
    }

    static void add(const PredictionComparison& comparison, AuditResult& result)
    {
        for (Metric& metric : predictionMetricsOf(comparison))
            result.metrics.push_back(std::move(metric));
        result.tables.push_back(confusionTable(comparison));
        for (const ConfusionRate rate :
            {ConfusionRate::PredictedPositive, ConfusionRate::TruePositive,
                ConfusionRate::FalsePositive, ConfusionRate::PositivePredictiveValue}) {
            ResultTable table = rateTable(comparison, rate);
            result.charts.push_back(
                rateChartOf(comparison.facts, table, comparison.counts.columns));
            result.tables.push_back(std::move(table));
        }
        for (findings::Finding& finding : predictionFindings(comparison))
            result.findings.push_back(std::move(finding));
    }
};

} // namespace

std::unique_ptr<Audit> makeGroupGapsPredictionsAudit()
{
    return std::make_unique<GroupGapsPredictionsAudit>();
}

} // namespace cupel::audits
