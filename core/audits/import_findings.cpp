#include "core/audits/column_findings.h"
#include "core/audits/judging.h"
#include "core/audits/wording.h"
#include "core/base/number.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using findings::Finding;

/// A finding about the whole file that counts something.
std::optional<Finding> counted(const Facts& facts, const char* rule, const char* measure,
    std::int64_t number, base::Sentence message, const char* remedy)
{
    const findings::Limit limit = limitOf(facts, rule);
    if (!(static_cast<double>(number) > limit.value))
        return std::nullopt;
    Finding finding = makeFinding(rule, {});
    finding.measure = findings::Measure{measure, static_cast<double>(number), std::nullopt};
    finding.limit = limit;
    finding.message = std::move(message);
    finding.message.emplace_back(limitWords(limit) + ".");
    finding.remedy = sentence(remedy);
    return finding;
}

std::optional<Finding> rejectedRows(const Facts& facts)
{
    std::string words
        = countOf(facts.import.rejectedRows, "row", "rows") + " of the file could not be read";
    for (std::size_t i = 0; i < facts.import.rejectedReasons.size(); ++i)
        words += (i == 0 ? ": " : "; ") + facts.import.rejectedReasons[i];
    base::Sentence message = sentence(words);
    return counted(facts, "data.rejected-rows", "rejected rows", facts.import.rejectedRows,
        std::move(message),
        "Look at the lines, correct them or the dialect (--delimiter, --quote), and run again.");
}

std::optional<Finding> strayQuotes(const Facts& facts)
{
    return counted(facts, "data.stray-quotes", "rows with stray quotes", facts.import.toleratedRows,
        sentence(countOf(facts.import.toleratedRows, "row has", "rows have")
            + " a quote where none belongs; it was read as text"),
        "Quote the cells and double the quotes inside them, or choose another quote with --quote.");
}

std::optional<Finding> renamedColumns(const Facts& facts)
{
    std::vector<base::Sentence> changes;
    for (const std::string& change : facts.import.renamedColumns)
        changes.push_back({base::DataText::name(change)});
    const auto number = static_cast<std::int64_t>(changes.size());
    base::Sentence message
        = sentence("The names of " + countOf(number, "column", "columns") + " were changed: ");
    append(message, listing(changes));
    return counted(facts, "data.renamed-column", "changed names", number, std::move(message),
        "Give every column its own name in the file, or with --names.");
}

/// Whether a column's name is one of its values.
bool nameIsValue(const counts::ColumnDescription& column)
{
    const auto& top = column.profile.top;
    const bool isFrequent = std::any_of(top.begin(), top.end(),
        [&column](const table::ValueCount& value) { return value.value == column.name; });
    if (isFrequent)
        return true;
    const auto number = base::parseNumber(column.name);
    const auto& numbers = column.profile.numbers;
    return number && numbers && number->d >= numbers->min && number->d <= numbers->max;
}

std::optional<Finding> headerOfData(const Facts& facts)
{
    const auto& columns = facts.description.columns;
    if (columns.empty() || facts.description.rows == 0)
        return std::nullopt;
    const auto alike = std::count_if(columns.begin(), columns.end(), nameIsValue);
    const double share = static_cast<double>(alike) / static_cast<double>(columns.size());
    const findings::Limit limit = limitOf(facts, "data.header-looks-like-data");
    if (share < limit.value)
        return std::nullopt;
    Finding finding = makeFinding("data.header-looks-like-data", {});
    finding.measure = findings::Measure{"share of names that are values", share, std::nullopt};
    finding.limit = limit;
    finding.message = sentence("The names of " + std::to_string(alike) + " of "
        + countOf(static_cast<std::int64_t>(columns.size()), "column", "columns")
        + " also occur among their values" + limitWords(limit)
        + "; the first line looks like data.");
    finding.remedy = sentence("Run again with --no-header, and name the columns with --names.");
    return finding;
}

} // namespace

std::vector<Finding> importFindings(const Facts& facts)
{
    std::vector<Finding> all;
    for (std::optional<Finding> found :
        {rejectedRows(facts), strayQuotes(facts), renamedColumns(facts), headerOfData(facts)}) {
        if (found)
            all.push_back(std::move(*found));
    }
    return all;
}

} // namespace cupel::audits
