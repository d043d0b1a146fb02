#include "core/audits/audit_registry.h"
#include "core/audits/group_columns.h"
#include "core/audits/split_drift.h"

#include <algorithm>

namespace cupel::audits {

namespace {

/// More splits than this are rather windows of time, or groups.
constexpr std::size_t kMostSplits = 50;

bool hasClasses(const Facts& facts)
{
    return facts.roles.label && whyNoClasses(facts).empty();
}

counts::CellsQuestion labelBySplit(const Facts& facts)
{
    return columnBySplit(facts, counts::ValueDim{facts.roles.label->column});
}

class SplitDriftAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"split-drift", "Differences between splits",
            "How do the label, the columns and the gaps between groups differ between splits?",
            {"split"},
            "Why the splits differ; changes that keep every column's distribution but not how "
            "columns go together.",
            {"Lin, IEEE Transactions on Information Theory 37, 1991, for the Jensen-Shannon "
             "divergence",
                "Credit scoring practice for the population stability index",
                "Newcombe, Statistics in Medicine 17, 1998"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (!splitRefusal(facts).reason.empty())
            return {};
        if (!soFar.contains(splitQuestion(facts)))
            return {splitQuestion(facts)};
        const Splits splits = splitsOf(facts, soFar.cells(splitQuestion(facts)));
        if (splits.splits.size() < 2 || splits.splits.size() > kMostSplits)
            return {};
        std::vector<counts::Question> questions;
        for (const DriftColumn& column : driftColumns(facts).compared)
            questions.emplace_back(columnBySplit(facts, column.dim));
        if (hasClasses(facts)) {
            questions.emplace_back(labelBySplit(facts));
            for (const std::string& column : gapColumns(facts))
                questions.emplace_back(gapsBySplit(facts, column));
        }
        return unanswered(std::move(questions), soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        AuditResult result = splitRefusal(facts);
        if (!result.reason.empty())
            return result;
        const Splits splits = splitsOf(facts, answers.cells(splitQuestion(facts)));
        if (splits.splits.empty())
            return insufficientData("no row has a split");
        if (splits.splits.size() < 2)
            return insufficientData("all rows with a split are in one");
        if (splits.splits.size() > kMostSplits) {
            return notApplicable(
                "the split column has more than " + std::to_string(kMostSplits) + " values");
        }
        setParameters(facts, splits, result);
        if (hasClasses(facts))
            addLabels(facts, answers, splits, result);
        addColumns(facts, answers, splits, result);
        return result;
    }

private:
    /// Gaps need the favourable value.
    static std::vector<std::string> gapColumns(const Facts& facts)
    {
        return facts.roles.label->favourable ? groupColumns(facts) : std::vector<std::string>{};
    }

    static void setParameters(const Facts& facts, const Splits& splits, AuditResult& result)
    {
        result.parameters["split"] = splits.columnText();
        result.parameters["reference"] = splits.splits.front().text();
        result.parameters["reference-origin"] = splits.referenceOrigin;
        result.parameters["minCount"] = minimumRows(facts, findings::kMinCountRule);
        result.parameters["level"] = facts.parameters.level;
        if (!facts.roles.weight.empty())
            result.parameters["weight"] = base::DataText::name(facts.roles.weight);
        ResultTable table{"splits", {"Splits"}, {"split", "rows", "share"}, {}};
        const auto all = static_cast<double>(splits.rows());
        for (const Split& split : splits.splits) {
            table.rows.push_back({split.text(), split.rows, static_cast<double>(split.rows) / all});
        }
        result.tables.push_back(std::move(table));
    }

    static void addLabels(const Facts& facts, const counts::Answers& answers, const Splits& splits,
        AuditResult& result)
    {
        counts::Cells cells = answers.cells(labelBySplit(facts));
        std::map<std::string, std::int64_t> left{{"missing-label", 0}};
        std::erase_if(cells.cells, [&](const counts::Cells::Cell& cell) {
            const counts::CellKey& label = cell.keys[1];
            if (label.isValue())
                return false;
            const bool isMissing = label.kind == counts::CellKey::Kind::Missing;
            if (cell.keys[0].isValue())
                left[isMissing ? "missing-label" : "invalid-label"] += cell.rows;
            return true;
        });
        Distribution label = distributionOf(facts, splits, cells);
        label.excluded.merge(left);
        addLabel(facts, splits, label, result);
        for (findings::Finding& finding : labelFindings(facts, splits, label))
            result.findings.push_back(std::move(finding));
        for (const std::string& column : gapColumns(facts)) {
            addGroupGaps(facts, splits, column, answers.cells(gapsBySplit(facts, column)), result);
        }
    }

    static void addColumns(const Facts& facts, const counts::Answers& answers, const Splits& splits,
        AuditResult& result)
    {
        const DriftColumns columns = driftColumns(facts);
        result.parameters["columns"] = static_cast<std::int64_t>(columns.compared.size());
        result.parameters["columns-skipped"] = static_cast<std::int64_t>(columns.skipped.size());
        ResultTable table{"column-drift", {"Distribution of the columns against the reference"},
            {"column", "split", "js", "tvd", "psi"}, {}};
        for (const DriftColumn& column : columns.compared) {
            const Distribution distribution
                = distributionOf(facts, splits, answers.cells(columnBySplit(facts, column.dim)));
            const std::vector<Metric> metrics
                = driftMetrics(facts, splits, column.name, distribution);
            for (std::size_t i = 0; i + 2 < metrics.size(); i += 3) {
                std::vector<ResultTable::Cell> row{
                    base::DataText::name(column.name), splits.splits[1 + i / 3].text()};
                for (std::size_t k = i; k < i + 3; ++k) {
                    row.push_back(metrics[k].value.isDefined()
                            ? ResultTable::Cell(metrics[k].value.value())
                            : ResultTable::Cell());
                }
                table.rows.push_back(std::move(row));
            }
            result.metrics.insert(result.metrics.end(), metrics.begin(), metrics.end());
            const bool isLabel = hasClasses(facts) && column.name == facts.roles.label->column;
            if (isLabel) // drift.label-shift speaks of it
                continue;
            if (auto finding = columnShift(facts, splits, column, distribution))
                result.findings.push_back(std::move(*finding));
        }
        result.tables.push_back(std::move(table));
        if (columns.skipped.empty())
            return;
        ResultTable skipped{
            "columns-skipped", {"Columns that are not compared"}, {"column", "reason"}, {}};
        for (const SkippedColumn& column : columns.skipped)
            skipped.rows.push_back({base::DataText::name(column.name), column.reason});
        result.tables.push_back(std::move(skipped));
    }
};

} // namespace

std::unique_ptr<Audit> makeSplitDriftAudit()
{
    return std::make_unique<SplitDriftAudit>();
}

} // namespace cupel::audits
