#pragma once

#include <string>

#include "core/reports/report.h"

/// Formats for programs that show findings beside code and jobs. All of them are written under the
/// privacy mode of the report; text of the data is visible text without control characters.
namespace cupel::reports {

/// JUnit XML as build services read it: a suite for each dataset and area with a case for each
/// rule and subject, and a suite with a case for each audit. What can fail the run (gates()) is a
/// failure; what is waived, not new where only news count, for a person to decide or without enough
/// evidence is skipped; an audit that failed is an error. All times are 0.
std::string junitReport(const Report& report);

/// Workflow commands of GitHub Actions: the ten worst findings of each level, as many as are shown,
/// and a notice with the totals. What is waived is only counted; where only news can fail the run,
/// what is not new is a notice.
std::string githubAnnotations(const Report& report);

/// GitLab's code quality report, a JSON list. Error is critical, warning major, note minor, the
/// rest info. What is waived is left out; what is new GitLab finds by the fingerprints.
std::string codeQualityReport(const Report& report);

/// All findings as CSV (RFC 4180) with one header line, for spreadsheets: texts that could be taken
/// for formulas get a leading "'".
std::string findingsCsv(const Report& report);

} // namespace cupel::reports
