#include "core/audits/audit_registry.h"
#include "core/audits/column_findings.h"
#include "core/audits/judging.h"

namespace cupel::audits {

namespace {

ResultTable columnTable(const Facts& facts)
{
    ResultTable table{"columns", {"Columns"},
        {"column", "type", "role", "rows", "missing", "distinct", "distinct-exact"}, {}};
    for (const counts::ColumnDescription& column : facts.description.columns) {
        const table::ColumnProfile& profile = column.profile;
        table.rows.push_back(
            {base::DataText::name(column.name), std::string(table::typeName(column.type)),
                facts.roles.roleOf(column.name), profile.rows, profile.missing,
                profile.distinct.value, static_cast<std::int64_t>(profile.distinct.exact ? 1 : 0)});
    }
    return table;
}

class ColumnProfileAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"column-profile", "Columns and import",
            "What is in each column, and what went wrong while reading?", {},
            "Whether the values are true. A filter (--where) does not narrow this audit: it is "
            "about "
            "the whole file.",
            {"RFC 4180"}};
        return description;
    }

    std::vector<counts::Question> ask(const Facts&, const counts::Answers&) const override
    {
        return {}; // the description of the dataset has it all
    }

    base::Result<AuditResult> judge(const Facts& facts, const counts::Answers&) const override
    {
        AuditResult result;
        if (facts.description.rows == 0)
            result = insufficientData("the table has no rows");
        result.findings = importFindings(facts);
        for (const counts::ColumnDescription& column : facts.description.columns) {
            for (findings::Finding& finding : columnFindings(facts, column))
                result.findings.push_back(std::move(finding));
        }
        result.tables.push_back(columnTable(facts));
        return result;
    }
};

} // namespace

std::unique_ptr<Audit> makeColumnProfileAudit()
{
    return std::make_unique<ColumnProfileAudit>();
}

} // namespace cupel::audits
