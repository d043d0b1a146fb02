#pragma once

#include "core/audits/audit_registry.h"
#include "core/counts/literal_counts.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace cupel::test {

/// A literal table from a line of column names and lines of cells; the empty text is missing.
counts::LiteralTable literalTable(
    const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);

/// Rows that have the same cells: `times` of each.
struct Times {
    std::vector<std::string> cells;
    int times = 1;
};
counts::LiteralTable literalTable(
    const std::vector<std::string>& columns, const std::vector<Times>& rows);

/// What audits know of a source, with roles.
audits::Facts factsOf(const counts::CountSource& source, audits::Roles roles);
audits::LabelRole label(const std::string& column, const std::string& favourable = {});
audits::GroupRole group(const std::string& column, const std::string& reference = {});

/// Ask, answer and judge as the programs do. A failure of the run throws, which fails the test.
audits::AuditResult runAudit(
    const std::string& id, const counts::CountSource& source, const audits::Facts& facts);

/// The metric of an id and variant whose subject has exactly these texts. Throws, naming those
/// there are, where there is not exactly one.
const audits::Metric& metricOf(const audits::AuditResult& result, const std::string& id,
    const std::string& variant, const std::vector<std::pair<std::string, std::string>>& subject);
/// The finding of a rule, or null; throws where there are several.
const findings::Finding* findingOf(const audits::AuditResult& result, const std::string& rule);
/// The table of an id; throws where there is none.
const audits::ResultTable& tableOf(const audits::AuditResult& result, const std::string& id);

/// A sentence as plain text.
std::string plain(const base::Sentence& sentence);
/// A cell of a table as plain text; empty for no value.
std::string plain(const audits::ResultTable::Cell& cell);
/// Every line of a result that a reader could see, for comparing two runs.
std::vector<std::string> lines(const audits::AuditResult& result);

/// Every row that a finding shows as evidence is there: the filter passes as many as it says.
void expectEvidenceHolds(const counts::CountSource& source, const audits::AuditResult& result);

} // namespace cupel::test
