#include "core/audits/group_columns.h"

#include "core/audits/group_counts.h"
#include "core/audits/wording.h"

namespace cupel::audits {

std::vector<std::string> groupColumns(const Facts& facts)
{
    std::vector<std::string> columns;
    for (const GroupRole& role : facts.roles.groups) {
        if (!hasTooManyGroups(facts, role.column))
            columns.push_back(role.column);
    }
    return columns;
}

std::vector<std::vector<std::string>> comparisonColumns(const Facts& facts)
{
    std::vector<std::vector<std::string>> all;
    for (const std::string& column : groupColumns(facts))
        all.push_back({column});
    for (const std::vector<std::string>& columns : facts.roles.intersections) {
        bool tooMany = false;
        for (const std::string& column : columns)
            tooMany = tooMany || hasTooManyGroups(facts, column);
        if (!tooMany)
            all.push_back(columns);
    }
    return all;
}

findings::Finding tooManyGroups(const Facts& facts, const std::string& column)
{
    const auto values = static_cast<double>(facts.description.find(column)->profile.distinct.value);
    findings::Finding finding
        = makeFinding("fairness.too-many-groups", {{"column", base::DataText::name(column)}});
    finding.kind = findings::Kind::Open;
    finding.limit = limitOf(facts, finding.rule, finding.subject);
    finding.measure = findings::Measure{"different values", values, std::nullopt};
    finding.message = sentence("The group column ", base::DataText::name(column),
        " has " + shortNumber(values) + " different values" + limitWords(*finding.limit)
            + " and is left out of the comparison.");
    finding.remedy
        = sentence("Give bins for a number (--group COLUMN:0,25,40,60), or another column.");
    return finding;
}

ResultTable labelValues(const Facts& facts)
{
    const std::string& column = facts.roles.label->column;
    ResultTable table{
        "label-values", {"Values of ", base::DataText::name(column)}, {"value", "rows"}, {}};
    if (const counts::ColumnDescription* label = facts.description.find(column)) {
        for (const table::ValueCount& value : label->profile.top) {
            table.rows.push_back(
                {base::DataText::roleValue(value.value, value.count), value.count});
        }
    }
    return table;
}

} // namespace cupel::audits
