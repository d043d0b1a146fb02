#include "core/audits/column_findings.h"

#include "core/audits/judging.h"
#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/findings/rule_registry.h"

#include <algorithm>
#include <array>

namespace cupel::audits {

namespace {

using findings::Finding;
using findings::Level;

constexpr std::array<std::string_view, 12> kTokens{
    "?", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "Null", "null", "#N/A", "-", "--"};
/// Fewer rows make every column look like an identifier.
constexpr std::int64_t kIdentifierRows = 20;
constexpr double kIdentifierLength = 40.0;
constexpr double kIdentifierIntegers = 0.99;
/// Above this share of missing cells any column gets a warning.
constexpr double kMostlyMissing = 0.5;

findings::Subject subjectOf(const counts::ColumnDescription& column)
{
    return {{"column", base::DataText::name(column.name)}};
}

bool isBlank(const std::string& value)
{
    return !value.empty() && value.find_first_not_of(" \t") == std::string::npos;
}

double present(const counts::ColumnDescription& column)
{
    return static_cast<double>(column.profile.rows - column.profile.missing);
}

double distinctShare(const counts::ColumnDescription& column)
{
    return static_cast<double>(column.profile.distinct.value) / present(column);
}

std::optional<Finding> constantColumn(const Facts& facts, const counts::ColumnDescription& column)
{
    const table::ColumnProfile& profile = column.profile;
    const findings::Limit limit = limitOf(facts, "data.constant-column", subjectOf(column));
    const auto values = static_cast<double>(profile.distinct.value);
    if (profile.rows < 2 || profile.missing > 0 || values > limit.value)
        return std::nullopt;
    Finding finding = makeFinding("data.constant-column", subjectOf(column));
    finding.measure = findings::Measure{"different values", values, std::nullopt};
    finding.limit = limit;
    finding.message = sentence("All " + base::groupedDigits(profile.rows) + " rows have "
            + countOf(profile.distinct.value, "value", "different values") + " in ",
        base::DataText::name(column.name), limitWords(limit) + ".");
    finding.remedy = sentence("Document what the column says about the whole dataset, and leave it "
                              "out of the features.");
    return finding;
}

std::optional<Finding> identifierColumn(const Facts& facts, const counts::ColumnDescription& column)
{
    findings::Limit limit = limitOf(facts, "data.identifier-column", subjectOf(column));
    if (limit.origin == findings::kDefaultOrigin)
        limit = usualIdentifierLimit(column);
    if (facts.roles.id == column.name || !looksLikeIdentifier(column, limit))
        return std::nullopt;
    Finding finding = makeFinding("data.identifier-column", subjectOf(column));
    finding.measure
        = findings::Measure{"share of different values", distinctShare(column), std::nullopt};
    finding.limit = limit;
    const std::string about = column.profile.distinct.exact ? "" : "about ";
    finding.message = sentence(base::DataText::name(column.name),
        " has " + about + base::groupedDigits(column.profile.distinct.value)
            + " different values in "
            + base::groupedDigits(column.profile.rows - column.profile.missing) + " cells ("
            + percent(std::min(1.0, distinctShare(column))) + ") and looks like an identifier"
            + shareLimitWords(limit) + ".");
    finding.remedy = sentence("Give it the role id (--id ", base::DataText::name(column.name),
        "), and check whether it identifies persons.");
    return finding;
}

bool takesPartInMetrics(const std::string& role)
{
    return role == "label" || role == "group" || role == "weight" || role == "prediction"
        || role == "score";
}

std::optional<Finding> missingValues(const Facts& facts, const counts::ColumnDescription& column)
{
    const table::ColumnProfile& profile = column.profile;
    const findings::Limit limit = limitOf(facts, "data.missing-values", subjectOf(column));
    if (profile.rows == 0)
        return std::nullopt;
    const double share = static_cast<double>(profile.missing) / static_cast<double>(profile.rows);
    if (!(share > limit.value))
        return std::nullopt;
    const std::string role = facts.roles.roleOf(column.name);
    Finding finding = makeFinding("data.missing-values", subjectOf(column));
    if (share <= kMostlyMissing && !takesPartInMetrics(role))
        finding.level = Level::Note;
    finding.measure = findings::Measure{"share of missing cells", share, std::nullopt};
    finding.limit = limit;
    finding.message = sentence(base::DataText::name(column.name),
        (role.empty() ? std::string() : " (" + role + ")") + " is missing in "
            + countOf(profile.missing, "row", "rows") + " of " + base::groupedDigits(profile.rows)
            + ", " + percent(share) + shareLimitWords(limit) + ".");
    finding.remedy = sentence("Find out why the cells are missing and document it.");
    finding.evidence.push_back(
        {narrowed({}, counts::MissingDim{column.name}, {"missing"}), profile.missing});
    return finding;
}

std::optional<Finding> likelyTokens(const Facts& facts, const counts::ColumnDescription& column)
{
    const std::vector<MissingToken> tokens = likelyMissingTokens(column);
    const findings::Limit limit = limitOf(facts, "data.likely-missing-token", subjectOf(column));
    std::int64_t rows = 0;
    std::vector<base::Sentence> words;
    std::vector<std::string> values;
    for (const MissingToken& token : tokens) {
        rows += token.rows;
        values.push_back(token.token);
        // The words are those of our own list, not cell text that would have to be hidden.
        words.push_back({(isBlank(token.token) ? "blanks" : "\"" + token.token + "\"") + " ("
            + countOf(token.rows, "row", "rows") + ")"});
    }
    if (!(static_cast<double>(rows) > limit.value))
        return std::nullopt;
    Finding finding = makeFinding("data.likely-missing-token", subjectOf(column));
    finding.measure
        = findings::Measure{"rows with such a word", static_cast<double>(rows), std::nullopt};
    finding.limit = limit;
    finding.message = sentence(
        base::DataText::name(column.name), " has words that often stand for a missing value: ");
    append(finding.message, listing(words));
    finding.message.emplace_back(limitWords(limit) + ". They count as values.");
    const std::string& first = tokens.front().token;
    finding.remedy = sentence("If they mean missing, run again with --null \"",
        base::DataText::name(column.name), "=" + first + "\"; if they are values, leave them.");
    finding.evidence.push_back({narrowed({}, counts::ValueDim{column.name}, values), rows});
    return finding;
}

/// Cells of a column with a given type that do not fit it.
std::optional<Finding> notOfType(const counts::ColumnDescription& column)
{
    if (column.profile.notOfType == 0)
        return std::nullopt;
    Finding finding = makeFinding("data.mixed-types", subjectOf(column));
    const double share = 1.0 - static_cast<double>(column.profile.notOfType) / present(column);
    finding.measure = findings::Measure{"share of cells of the given type", share, std::nullopt};
    finding.limit = findings::Limit{"=", 1.0, "flag"};
    finding.message = sentence(countOf(column.profile.notOfType, "cell", "cells") + " of ",
        base::DataText::name(column.name),
        " do not fit the given type " + std::string(table::typeName(column.type))
            + " and are left out of its figures.");
    finding.remedy = sentence("Correct the cells, declare tokens that mean missing with --null, or "
                              "take the type back.");
    finding.evidence.push_back(
        {counts::Filter{{{counts::ValueDim{column.name}, {counts::CellKey::notOfType()}}}},
            column.profile.notOfType});
    return finding;
}

std::optional<Finding> mixedTypes(const Facts& facts, const counts::ColumnDescription& column)
{
    const table::TypeEvidence& evidence = column.evidence;
    if (evidence.overridden)
        return notOfType(column);
    const findings::Limit limit = limitOf(facts, "data.mixed-types", subjectOf(column));
    const auto fitting = static_cast<double>(evidence.likelyRows);
    const double share = fitting / (fitting + static_cast<double>(evidence.misfitRows));
    if (column.type != table::ColumnType::Text || evidence.likely == table::ColumnType::Text
        || evidence.misfitRows == 0 || share < limit.value)
        return std::nullopt;
    const std::vector<MissingToken> tokens = likelyMissingTokens(column);
    std::vector<base::Sentence> misfits;
    for (const std::string& value : evidence.misfits) {
        const bool isToken = std::any_of(tokens.begin(), tokens.end(),
            [&value](const MissingToken& token) { return token.token == value; });
        if (!isToken)
            misfits.push_back({"\"", base::DataText::value(value), "\""});
    }
    if (misfits.empty())
        return std::nullopt;
    Finding finding = makeFinding("data.mixed-types", subjectOf(column));
    finding.measure = findings::Measure{"share of cells of the likely type", share, std::nullopt};
    finding.limit = limit;
    finding.message = sentence(base::DataText::name(column.name),
        " is text, but " + base::groupedDigits(evidence.likelyRows) + " of its "
            + base::groupedDigits(evidence.likelyRows + evidence.misfitRows)
            + " non-missing cells fit the type " + std::string(table::typeName(evidence.likely))
            + ", " + percent(share) + shareLimitWords(limit) + ". Not fitting: ");
    append(finding.message, listing(misfits));
    finding.message.emplace_back(".");
    finding.remedy = sentence("Correct the cells, declare tokens that mean missing with --null, or "
                              "give the type with --type ",
        base::DataText::name(column.name), "=TYPE.");
    return finding;
}

} // namespace

std::vector<MissingToken> likelyMissingTokens(const counts::ColumnDescription& column)
{
    std::vector<MissingToken> tokens;
    const auto isToken = [](const std::string& value) {
        return isBlank(value) || std::find(kTokens.begin(), kTokens.end(), value) != kTokens.end();
    };
    for (const table::ValueCount& value : column.profile.top) {
        if (isToken(value.value))
            tokens.push_back({value.value, value.count});
    }
    // A number column of very many values has no list of the most frequent ones, but its misfits
    // are known; with a single misfit its rows are too.
    const table::TypeEvidence& evidence = column.evidence;
    if (tokens.empty() && evidence.misfits.size() == 1 && isToken(evidence.misfits.front()))
        tokens.push_back({evidence.misfits.front(), evidence.misfitRows});
    return tokens;
}

findings::Limit usualIdentifierLimit(const counts::ColumnDescription& column)
{
    if (column.type == table::ColumnType::Integer)
        return {"<", kIdentifierIntegers, std::string(findings::kDefaultOrigin)};
    return findings::Policy().limit(
        *findings::findRule("data.identifier-column"), {}, subjectOf(column));
}

bool looksLikeIdentifier(const counts::ColumnDescription& column, const findings::Limit& limit)
{
    if (column.profile.rows - column.profile.missing < kIdentifierRows)
        return false;
    const double share = distinctShare(column);
    const bool isAbove = limit.op == "<" ? share >= limit.value : share > limit.value;
    if (column.type == table::ColumnType::Integer)
        return isAbove;
    const auto& lengths = column.profile.lengths;
    const bool isShort
        = lengths && lengths->mean.isDefined() && lengths->mean.value() <= kIdentifierLength;
    return column.type == table::ColumnType::Text && isShort && isAbove;
}

std::vector<Finding> columnFindings(const Facts& facts, const counts::ColumnDescription& column)
{
    std::vector<Finding> all;
    for (std::optional<Finding> found :
        {constantColumn(facts, column), identifierColumn(facts, column),
            missingValues(facts, column), likelyTokens(facts, column), mixedTypes(facts, column)}) {
        if (found)
            all.push_back(std::move(*found));
    }
    return all;
}

} // namespace cupel::audits
