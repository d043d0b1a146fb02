#include "core/audits/audit_registry.h"
#include "core/audits/group_columns.h"
#include "core/audits/group_gaps.h"
#include "core/audits/wording.h"

namespace cupel::audits {

namespace {

/// Columns whose missing cells are compared between the groups of a column.
std::vector<std::string> columnsWithMissing(const Facts& facts, const std::string& groupColumn)
{
    std::vector<std::string> columns;
    for (const counts::ColumnDescription& column : facts.description.columns) {
        if (column.profile.missing > 0 && column.name != groupColumn)
            columns.push_back(column.name);
    }
    return columns;
}

/// Why the audit does not run: a result with a reason; without one where it does.
AuditResult refusal(const Facts& facts)
{
    if (!facts.roles.label)
        return notApplicable("no label column: pass --label");
    if (facts.roles.groups.empty() && facts.roles.intersections.empty())
        return notApplicable("no group column: pass --group");
    if (facts.description.rows == 0)
        return insufficientData("the table has no rows");
    if (const std::string reason = whyNoClasses(facts); !reason.empty())
        return notApplicable(reason);
    if (!facts.roles.label->favourable) {
        AuditResult result = notApplicable(
            "no favourable value: pass --favourable; the table label-values lists the values");
        result.parameters["label"] = base::DataText::name(facts.roles.label->column);
        result.tables.push_back(labelValues(facts));
        return result;
    }
    return {};
}

class GroupGapsAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"group-gaps", "Differences between groups",
            "How does the favourable label differ between groups?",
            {"label", "favourable", "group"},
            "Why the groups differ, and whether a model trained on the data will treat them alike. "
            "Intervals of the highest against the lowest group do not account for having been "
            "chosen.",
            {"fairlearn, AIF360, aequitas and Amazon SageMaker Clarify for the definitions",
                "29 CFR 1607.4(D)", "Foulds et al., ICDE 2020", "Kearns et al., ICML 2018",
                "Newcombe, Statistics in Medicine 17, 1998"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (!refusal(facts).reason.empty())
            return {};
        std::vector<counts::Question> questions;
        for (const std::vector<std::string>& columns : comparisonColumns(facts))
            questions.push_back(labelByGroups(facts, columns));
        for (const std::string& column : groupColumns(facts)) {
            for (const std::string& of : columnsWithMissing(facts, column))
                questions.push_back(missingByGroup(facts, column, of));
        }
        return unanswered(std::move(questions), soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        AuditResult result = refusal(facts);
        if (!result.reason.empty())
            return result;
        const std::vector<Comparison> comparisons = compare(facts, answers);
        bool hasRows = comparisons.empty();
        for (const Comparison& comparison : comparisons)
            hasRows = hasRows || comparison.counts.basis.n > 0;
        if (!hasRows)
            return insufficientData("no row has both a label and a group");

        setParameters(facts, comparisons, result);
        for (const GroupRole& role : facts.roles.groups) {
            if (hasTooManyGroups(facts, role.column))
                result.findings.push_back(tooManyGroups(facts, role.column));
        }
        addComparisons(comparisons, result);
        addMissingness(facts, answers, result);
        return result;
    }

private:
    static std::vector<Comparison> compare(const Facts& facts, const counts::Answers& answers)
    {
        const LabelRole& label = *facts.roles.label;
        const std::string favourable = cellText(facts.description, label.column, *label.favourable);
        std::vector<Comparison> comparisons;
        std::int64_t rows = 0;
        for (const std::vector<std::string>& columns : comparisonColumns(facts)) {
            GroupCounts counts = countGroups(
                facts, columns, favourable, answers.cells(labelByGroups(facts, columns)));
            Reference reference = referenceOf(facts, counts);
            if (comparisons.empty())
                rows = counts.favourableRows();
            comparisons.push_back({facts, base::DataText::name(label.column),
                rows == 0 ? base::DataText::name(favourable)
                          : base::DataText::roleValue(favourable, rows),
                std::move(counts), std::move(reference)});
        }
        return comparisons;
    }

    static void setParameters(
        const Facts& facts, const std::vector<Comparison>& comparisons, AuditResult& result)
    {
        result.parameters["label"] = base::DataText::name(facts.roles.label->column);
        result.parameters["minCount"] = minimumRows(facts, findings::kMinCountRule);
        result.parameters["level"] = facts.parameters.level;
        if (!facts.roles.weight.empty())
            result.parameters["weight"] = base::DataText::name(facts.roles.weight);
        for (const Comparison& comparison : comparisons) {
            const std::string column = comparison.counts.columnName();
            result.parameters["favourable"] = comparison.favourable;
            if (comparison.reference.name.empty())
                continue;
            result.parameters["reference:" + column] = comparison.referenceText();
            result.parameters["reference-origin:" + column]
                = std::string(comparison.reference.given ? "given" : "largest group");
        }
    }

    static void addComparisons(const std::vector<Comparison>& comparisons, AuditResult& result)
    {
        std::vector<Comparison> single;
        for (const Comparison& comparison : comparisons) {
            if (comparison.counts.columns.size() == 1)
                single.push_back(comparison);
        }
        result.metrics = overallRates(single);
        for (const Comparison& comparison : comparisons) {
            for (Metric& metric : comparisonMetrics(comparison))
                result.metrics.push_back(std::move(metric));
            ResultTable table = ratesTable(comparison);
            result.charts.push_back(
                rateChartOf(comparison.facts, table, comparison.counts.columns));
            result.tables.push_back(std::move(table));
            for (findings::Finding& finding : comparisonFindings(comparison))
                result.findings.push_back(std::move(finding));
        }
    }

    static void addMissingness(
        const Facts& facts, const counts::Answers& answers, AuditResult& result)
    {
        for (const std::string& column : groupColumns(facts)) {
            for (const std::string& of : columnsWithMissing(facts, column)) {
                const GroupCounts counts
                    = countMissing(facts, column, answers.cells(missingByGroup(facts, column, of)));
                for (Metric& metric : missingnessMetricsOf(facts, of, counts))
                    result.metrics.push_back(std::move(metric));
                if (auto finding = missingnessFinding(facts, of, counts))
                    result.findings.push_back(std::move(*finding));
            }
        }
    }
};

} // namespace

std::unique_ptr<Audit> makeGroupGapsAudit()
{
    return std::make_unique<GroupGapsAudit>();
}

} // namespace cupel::audits
