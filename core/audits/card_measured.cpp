#include "core/audits/card_measured.h"

#include <algorithm>

#include "core/card/fill.h"

namespace cupel::audits {

namespace {

/// A column of more values than this is a measurement or an identifier: no card lists them.
constexpr std::int64_t kMaxValues = 1'000;

bool isListed(const Facts& facts, const std::string& column)
{
    const counts::ColumnDescription* const found = facts.description.find(column);
    return found && found->profile.distinct.value <= kMaxValues;
}

counts::CellsQuestion valuesOf(const std::string& column)
{
    return {{counts::ValueDim{column}}, {}, {}, {}};
}

counts::GroupedQuestion wholeRows()
{
    return {{}, {}, {}};
}

card::MeasuredValues measuredValues(const std::string& column, const counts::Answers& answers)
{
    card::MeasuredValues values;
    values.column = column;
    for (const counts::Cells::Cell& cell : answers.cells(valuesOf(column)).cells) {
        const counts::CellKey& key = cell.keys.front();
        if (key.isValue())
            values.values.push_back({key.text, cell.rows});
        else
            values.missing += cell.rows;
    }
    std::sort(values.values.begin(), values.values.end(),
        [](const card::ValueRows& a, const card::ValueRows& b) {
            return a.rows != b.rows ? a.rows > b.rows : a.value < b.value;
        });
    return values;
}

} // namespace

std::vector<counts::Question> cardQuestions(const Facts& facts)
{
    if (facts.description.rows == 0)
        return {};
    std::vector<counts::Question> questions{wholeRows()};
    std::vector<std::string> columns;
    if (facts.roles.label)
        columns.push_back(facts.roles.label->column);
    for (const GroupRole& group : facts.roles.groups)
        columns.push_back(group.column);
    if (!facts.roles.split.empty())
        columns.push_back(facts.roles.split);
    for (const std::string& column : columns) {
        if (isListed(facts, column))
            questions.emplace_back(valuesOf(column));
    }
    return questions;
}

card::Measured cardMeasures(const Facts& facts, const counts::Answers& answers)
{
    card::Measured measured;
    measured.file = facts.import.file;
    measured.bytes = facts.import.bytes;
    measured.hash = facts.import.hash;
    measured.rows = facts.description.rows;
    measured.languages = facts.languages;
    measured.rejectedRows = facts.import.rejectedRows;
    for (const counts::ColumnDescription& column : facts.description.columns) {
        measured.columns.push_back(
            {column.name, std::string(table::typeName(column.type)), column.profile.missing});
    }
    const Roles& roles = facts.roles;
    for (const std::string& column : roles.columns()) {
        const std::string role = roles.roleOf(column);
        measured.partColumns += role != "group" && role != "stratum";
    }
    if (measured.rows == 0)
        return measured;
    const counts::Groups& groups = answers.groups(wholeRows());
    measured.repeatedRows = groups.rows - groups.groups;
    if (roles.label && isListed(facts, roles.label->column)) {
        measured.label = measuredValues(roles.label->column, answers);
        measured.favourable = roles.label->favourable.value_or("");
    }
    for (const GroupRole& group : roles.groups) {
        if (isListed(facts, group.column))
            measured.groups.push_back(measuredValues(group.column, answers));
    }
    if (!roles.split.empty() && isListed(facts, roles.split))
        measured.splits = measuredValues(roles.split, answers);
    return measured;
}

card::Card datasetCard(const Facts& facts, const counts::Answers& answers)
{
    return card::filledCard(*facts.documents, cardMeasures(facts, answers));
}

} // namespace cupel::audits
