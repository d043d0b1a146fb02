#include <optional>
#include <string>

#include "core/catalog/catalog.h"
#include "core/catalog/figure_columns.h"
#include "core/catalog/rows.h"
#include "core/catalog/run_rows.h"

namespace cupel::catalog {
namespace {

using base::Result;
using Text = std::optional<std::string>;

/// Those columns of a finding that may be NULL.
struct OptionalColumns {
    explicit OptionalColumns(const FindingInfo& finding)
        : interval(finding.measure ? finding.measure->interval : std::nullopt)
    {
        if (finding.measure) {
            measureName = finding.measure->name;
            measure = FigureColumns(finding.measure->value);
        }
        if (finding.limit) {
            limitOp = finding.limit->op;
            limit = finding.limit->value;
            limitOrigin = finding.limit->origin;
        }
        if (finding.comparison) {
            compared = finding.comparison->name;
            found = finding.comparison->found;
            expected = finding.comparison->expected;
            comparedOrigin = finding.comparison->origin;
        }
        if (finding.waiver) {
            owner = finding.waiver->owner;
            reason = finding.waiver->reason;
            until = finding.waiver->until;
        }
    }

    Text measureName;
    FigureColumns measure;
    IntervalColumns interval;
    Text limitOp;
    std::optional<double> limit;
    Text limitOrigin;
    Text compared;
    Text found;
    Text expected;
    Text comparedOrigin;
    Text owner;
    Text reason;
    Text until;
};

Result<void> writeFinding(
    Statement& insert, std::int64_t run, std::int64_t position, const FindingInfo& finding)
{
    const OptionalColumns more(finding);
    return insert.run(run, position, finding.version, finding.id, finding.audit, finding.rule,
        finding.kind, finding.level, finding.subject, finding.message, finding.remedy,
        more.measureName, more.measure.value, more.measure.undefined, more.interval.level,
        more.interval.low, more.interval.high, more.interval.method, more.limitOp, more.limit,
        more.limitOrigin, more.compared, more.found, more.expected, more.comparedOrigin,
        finding.evidence, more.owner, more.reason, more.until, finding.baseline);
}

} // namespace

FindingInfo findingOf(const Statement& row)
{
    FindingInfo finding;
    finding.version = row.integer(0);
    finding.id = row.text(1);
    finding.audit = row.text(2);
    finding.rule = row.text(3);
    finding.kind = row.text(4);
    finding.level = row.text(5);
    finding.subject = row.text(6);
    finding.message = row.text(7);
    finding.remedy = row.text(8);
    if (!row.isNull(9))
        finding.measure = FindingInfo::Measure{row.text(9), figureAt(row, 10), intervalAt(row, 12)};
    if (!row.isNull(16))
        finding.limit = FindingInfo::Limit{row.text(16), row.number(17), row.text(18)};
    if (!row.isNull(19))
        finding.comparison
            = FindingInfo::Comparison{row.text(19), row.text(20), row.text(21), row.text(22)};
    finding.evidence = row.text(23);
    if (!row.isNull(24))
        finding.waiver = FindingInfo::Waiver{row.text(24), row.text(25), row.text(26)};
    finding.baseline = row.text(27);
    return finding;
}

Result<void> writeFindings(
    const Database& database, std::int64_t run, const std::vector<FindingInfo>& findings)
{
    Result<Statement> insert
        = database.prepare(std::string("INSERT INTO finding (run, position, ") + kFindingColumns
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    std::int64_t position = 0;
    for (const FindingInfo& finding : findings) {
        if (Result<void> written = writeFinding(*insert, run, position++, finding); !written)
            return written;
    }
    return {};
}

Result<std::vector<FindingInfo>> Catalog::findings(std::int64_t run) const
{
    return rowsOf(m_database,
        std::string("SELECT ") + kFindingColumns + " FROM finding WHERE run = ? ORDER BY position",
        findingOf, run);
}

Result<StoredFinding> Catalog::finding(std::string_view id) const
{
    const auto storedOf = [](const Statement& row) {
        return StoredFinding{row.integer(28), findingOf(row)};
    };
    Result<std::optional<StoredFinding>> found
        = m_database.first(std::string("SELECT ") + kFindingColumns
                + ", run FROM finding WHERE id = ? AND version IN (SELECT version.id FROM version"
                  " JOIN dataset ON dataset.id = version.dataset WHERE removed_at IS NULL)"
                  " ORDER BY run DESC, position LIMIT 1",
            storedOf, id);
    if (!found)
        return found.error();
    if (!*found)
        return base::Error{base::ErrorCode::Usage,
            "no dataset in the catalog has a finding \"" + std::string(id) + "\"",
            "copy the id from a report, for example f-0123456789abcdef", {}};
    return std::move(**found);
}

} // namespace cupel::catalog
