#include "core/audits/audit_registry.h"
#include "core/audits/judging.h"
#include "core/audits/wording.h"
#include "core/base/number.h"

namespace cupel::audits {

namespace {

counts::GroupedQuestion wholeRows(const Facts& facts)
{
    return {{}, {}, facts.where};
}

findings::Finding duplicateFinding(const Facts& facts, const counts::Groups& groups)
{
    const std::int64_t repeated = groups.rows - groups.groups;
    const double share = static_cast<double>(repeated) / static_cast<double>(groups.rows);
    findings::Finding finding = makeFinding("data.duplicate-rows", {});
    finding.measure = findings::Measure{"duplicate-share", share, std::nullopt};
    finding.limit = limitOf(facts, "data.duplicate-rows");
    if (!(share > finding.limit->value))
        finding.level = findings::Level::Note;
    finding.message = sentence(countOf(repeated, "row repeats", "rows repeat")
        + " an earlier row in all columns: " + percent(share) + " of "
        + countOf(groups.rows, "row", "rows") + shareLimitWords(*finding.limit)
        + ". The largest set of equal rows has " + base::groupedDigits(groups.largestGroup) + ".");
    finding.remedy = sentence("Look at the rows; remove copies before splitting, or add the "
                              "identifier that shows that they differ.");
    // Equal rows pass a filter together, so the earlier row is always among the rows looked at.
    finding.evidence.push_back(
        {narrowed(facts.where, counts::RepeatsDim{{}}, {"repeat"}), repeated});
    return finding;
}

class DuplicatesAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"duplicates", "Duplicate rows",
            "Which rows repeat an earlier row in every column?", {},
            "Whether equal rows are copies or different cases that happen to agree; nearly equal "
            "rows "
            "are not looked for.",
            {"Own definition"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (facts.description.rows == 0)
            return {};
        return unanswered({wholeRows(facts)}, soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        if (facts.description.rows == 0)
            return insufficientData("the table has no rows");
        const counts::Groups& groups = answers.groups(wholeRows(facts));
        if (groups.rows == 0)
            return insufficientData("no row passes the filter");
        const Basis basis{groups.rows, {}, std::nullopt};
        const auto repeated = static_cast<double>(groups.rows - groups.groups);
        AuditResult result;
        result.metrics.push_back(makeMetric("duplicate-rows", "", {}, repeated, basis));
        Metric share = makeMetric(
            "duplicate-share", "", {}, repeated / static_cast<double>(groups.rows), basis);
        share.numerator = repeated;
        share.denominator = static_cast<double>(groups.rows);
        result.metrics.push_back(std::move(share));
        result.tables.push_back({"duplicates", {"Equal rows"},
            {"rows", "different-rows", "rows-with-an-equal", "largest-set"},
            {{groups.rows, groups.groups, groups.repeatedRows, groups.largestGroup}}});
        if (groups.rows > groups.groups)
            result.findings.push_back(duplicateFinding(facts, groups));
        return result;
    }
};

} // namespace

std::unique_ptr<Audit> makeDuplicatesAudit()
{
    return std::make_unique<DuplicatesAudit>();
}

} // namespace cupel::audits
