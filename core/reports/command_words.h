#pragma once

#include <string>

#include "core/audits/roles.h"

namespace cupel::reports {

/// A word of a command line as a POSIX shell needs it: in single quotes unless it is plain.
std::string shellWord(const std::string& text);

/// The flag of `cupel audit` that gives a column the proposed role.
std::string flagOf(const audits::Proposal& proposal);

/// The command that prints the rows behind a finding of a dataset in a catalog.
std::string storedRowsCommand(const std::string& findingId, const std::string& catalog);
/// The same of a report that was written to report.json.
std::string rowsCommand(const std::string& findingId, const std::string& file);

} // namespace cupel::reports
