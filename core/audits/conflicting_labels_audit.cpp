#include "core/audits/audit_registry.h"
#include "core/audits/judging.h"
#include "core/audits/wording.h"

#include <algorithm>

namespace cupel::audits {

namespace {

/// All columns but those that are no description of the case.
std::vector<std::string> featureColumns(const Facts& facts)
{
    const Roles& roles = facts.roles;
    const std::vector<std::string> others{
        roles.label->column, roles.prediction, roles.score, roles.weight, roles.id, roles.split};
    std::vector<std::string> features;
    for (const counts::ColumnDescription& column : facts.description.columns) {
        if (std::find(others.begin(), others.end(), column.name) == others.end())
            features.push_back(column.name);
    }
    return features;
}

counts::GroupedQuestion sameFeatures(const Facts& facts)
{
    return {featureColumns(facts), facts.roles.label->column, facts.where};
}

counts::CellsQuestion missingLabels(const Facts& facts)
{
    return {{counts::MissingDim{facts.roles.label->column}}, facts.where, {}, {}};
}

counts::Filter conflicts(const Facts& facts)
{
    return narrowed(facts.where,
        counts::ConflictsDim{featureColumns(facts), facts.roles.label->column}, {"conflict"});
}

/// A filter can hide one of two conflicting rows, which still conflict in the whole table; then
/// the evidence has rows of its own.
counts::CellsQuestion evidenceRows(const Facts& facts)
{
    return {{}, conflicts(facts), {}, {}};
}

std::int64_t rowsOf(const counts::Cells& cells, const std::string& key)
{
    for (const counts::Cells::Cell& cell : cells.cells) {
        if (cell.keys.front().text == key)
            return cell.rows;
    }
    return 0;
}

findings::Finding conflictFinding(
    const Facts& facts, const counts::Groups& groups, double share, std::int64_t evidence)
{
    const base::DataText label = base::DataText::name(facts.roles.label->column);
    findings::Finding finding = makeFinding("data.conflicting-labels", {{"label", label}});
    finding.measure = findings::Measure{"conflicting-share", share, std::nullopt};
    finding.limit = limitOf(facts, finding.rule, finding.subject);
    if (!(share > finding.limit->value))
        finding.level = findings::Level::Note;
    finding.message = sentence(countOf(groups.mixedRows, "row", "rows") + " in "
            + countOf(groups.mixedGroups, "set", "sets")
            + " of equal features have different values of ",
        label,
        ": " + percent(share) + " of the rows with a label" + shareLimitWords(*finding.limit)
            + ".");
    finding.remedy = sentence("Look at the rows, correct or aggregate the labels, or record the "
                              "columns that tell the cases apart.");
    finding.evidence.push_back({conflicts(facts), evidence});
    return finding;
}

class ConflictingLabelsAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"conflicting-labels", "Conflicting labels",
            "Do rows with the same features have different labels?", {"label"},
            "Which label is right. With few features, conflicts are natural.", {"Own definition"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (!refusal(facts).reason.empty())
            return {};
        std::vector<counts::Question> questions{sameFeatures(facts), missingLabels(facts)};
        if (!facts.where.terms.empty())
            questions.push_back(evidenceRows(facts));
        return unanswered(std::move(questions), soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        AuditResult result = refusal(facts);
        if (!result.reason.empty())
            return result;
        const counts::Cells& labels = answers.cells(missingLabels(facts));
        const counts::Groups& groups = answers.groups(sameFeatures(facts));
        const Basis basis{rowsOf(labels, "present"), {{"missing-label", rowsOf(labels, "missing")}},
            std::nullopt};
        if (basis.n == 0)
            return insufficientData("no row has a label");

        const base::DataText label = base::DataText::name(facts.roles.label->column);
        const auto rows = static_cast<double>(groups.mixedRows);
        const auto labelled = static_cast<double>(basis.n);
        result.parameters["label"] = label;
        result.parameters["features"] = static_cast<std::int64_t>(featureColumns(facts).size());
        result.metrics.push_back(
            makeMetric("conflicting-rows", "", {{"label", label}}, rows, basis));
        Metric share
            = makeMetric("conflicting-share", "", {{"label", label}}, rows / labelled, basis);
        share.numerator = rows;
        share.denominator = labelled;
        result.metrics.push_back(std::move(share));
        if (groups.mixedRows > 0) {
            result.findings.push_back(conflictFinding(
                facts, groups, rows / labelled, evidenceCount(facts, answers, groups)));
        }
        return result;
    }

private:
    static AuditResult refusal(const Facts& facts)
    {
        if (!facts.roles.label)
            return notApplicable("no label column: pass --label");
        if (facts.description.rows == 0)
            return insufficientData("the table has no rows");
        // No keys would mean all columns.
        if (featureColumns(facts).empty())
            return notApplicable("no column is left to be a feature");
        return {};
    }

    static std::int64_t evidenceCount(
        const Facts& facts, const counts::Answers& answers, const counts::Groups& groups)
    {
        if (facts.where.terms.empty())
            return groups.mixedRows;
        const counts::Cells& cells = answers.cells(evidenceRows(facts));
        return cells.cells.empty() ? 0 : cells.cells.front().rows;
    }
};

} // namespace

std::unique_ptr<Audit> makeConflictingLabelsAudit()
{
    return std::make_unique<ConflictingLabelsAudit>();
}

} // namespace cupel::audits
