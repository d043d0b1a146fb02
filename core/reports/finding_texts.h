#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/findings/finding.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "core/reports/report.h"

/// How findings are put into words, the same in every format for people.
namespace cupel::reports {

/// "1 row", "2,000 rows".
std::string countedWords(std::int64_t number, const char* singular, const char* plural);

Tone toneOf(const findings::Finding& finding);
/// "waived", "error", "warning", "note", or for the other kinds "for a person to decide", "not
/// enough evidence", "passed", "does not apply", "for information".
std::string wordOf(const findings::Finding& finding);
/// The part of a rule's id that names its field: "fairness", "imbalance", "data"; "license" for
/// LIC-*, "card" for CR-*, HF-* and others in capitals.
std::string areaOf(const std::string& rule);

/// "column age, group [18, 25)".
base::Sentence subjectText(const findings::Subject& subject);
/// "README.md, line 12".
std::string placeText(const findings::DocumentEvidence& place);

/// "0.1924, 95 % interval 0.1638 to 0.2206; limit <= 0.1 (default)", or what was found and
/// expected; empty where nothing was measured.
base::Sentence measureAndLimit(const findings::Finding& finding);

/// A filter as the report may show it: the text, or our own words in its place.
base::Span filterText(
    const findings::RowEvidence& evidence, const DatasetReport& dataset, const PrivacyView& view);

/// Audits of a dataset that did not complete for the same reason.
struct NotRun {
    std::vector<const AuditReport*> audits;
    audits::Outcome outcome = audits::Outcome::NotApplicable;
    std::string reason;
};
/// In the order of the audits.
std::vector<NotRun> notRunOf(const DatasetReport& dataset);
/// "does not apply", "not enough data", "failed", "cancelled".
std::string outcomeWords(audits::Outcome outcome);

/// "1 error, 2 warnings, 1 audit not run"; "no findings", "nothing audited".
std::string verdictLine(const Report& report);

} // namespace cupel::reports
