#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/audits/audit.h"

namespace cupel::audits {

/// The rows behind a figure.
struct Basis {
    std::int64_t n = 0;
    std::map<std::string, std::int64_t> excluded;
    std::optional<Metric::Weights> weights;
};

/// A metric of the registry. The reference is looked up; an id and variant that are not registered
/// are a bug and end the program.
Metric makeMetric(std::string_view id, std::string_view variant, findings::Subject subject,
    base::Figure value, const Basis& basis);

/// The limit of a rule in this run for findings of a subject: the one that the policy gives, or the
/// default, with its origin. For rules that have one. Give the subject of the finding wherever it
/// has one: a policy may speak of single columns.
findings::Limit limitOf(
    const Facts& facts, std::string_view rule, const findings::Subject& subject = {});
/// Rows (or effective rows) from which on the group or split that the subject names can fail a
/// rule; without one the number for all of them.
std::int64_t minimumRows(
    const Facts& facts, std::string_view rule, const findings::Subject& subject = {});
/// Confidence level of the interval that a rule judges a subject by.
double intervalLevel(
    const Facts& facts, std::string_view rule, const findings::Subject& subject = {});
/// A subject with one more member.
findings::Subject with(findings::Subject subject, const char* key, base::DataText text);
/// " (limit 0.1, default)" as sentences end.
std::string limitWords(const findings::Limit& limit);
/// The same for the limit of a share: " (limit 5 %, default)".
std::string shareLimitWords(const findings::Limit& limit);

/// A finding of a registered rule, with its default level. A rule that is not registered is a bug
/// and ends the program.
findings::Finding makeFinding(std::string_view rule, findings::Subject subject);

/// What a metric says of its weights: their sum and Kish's effective size, 0 without weight.
Metric::Weights weightsOf(double sum, double sumOfSquares);

/// Those of the questions that have no answer yet.
std::vector<counts::Question> unanswered(
    std::vector<counts::Question> questions, const counts::Answers& answers);

/// Outcomes other than completed.
AuditResult notApplicable(std::string reason);
AuditResult insufficientData(std::string reason);
/// That of an audit of documents where there are none.
AuditResult withoutDocuments();

/// Why the values of the label are no classes: a column of more than 10,000 different values is a
/// measurement or an identifier. Empty where they may be.
std::string whyNoClasses(const Facts& facts);

/// A value as the counts write it: in a number column "1.0" and "1" are the same value, written
/// "1"; everywhere else the text itself.
std::string cellText(
    const counts::Description& description, const std::string& column, const std::string& value);

/// The rows that weightedCells() counts: those of the run's filter, with weights only those whose
/// weight is a number of at least 0.
counts::Filter countedRows(const Facts& facts);
/// A filter narrowed to rows whose cell of a dim is one of `values`.
counts::Filter narrowed(
    const counts::Filter& filter, counts::Dim dim, const std::vector<std::string>& values);

/// A question in rows, or with a weight column also in sums of weights and of squared weights.
counts::CellsQuestion weightedCells(const Facts& facts, std::vector<counts::Dim> dims);
/// Sum of weights of a cell of weightedCells(); its rows where the run has no weights.
double weightOf(const counts::Cells::Cell& cell);
/// Sum of squared weights of such a cell; its rows where the run has no weights.
double squaredWeightOf(const counts::Cells::Cell& cell);

} // namespace cupel::audits
