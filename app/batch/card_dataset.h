#pragma once

#include <optional>
#include <vector>

#include "app/batch/arguments.h"
#include "app/batch/audit_options.h"
#include "core/reports/report.h"

namespace cupel::batch {

/// Options of `audit` that say how the data is read and what its columns are.
std::vector<Option> readingOptions(AuditArguments& arguments);

/// Read the one input of the arguments and fill its Data Card; no other audit runs. Where that
/// fails the error has been printed and `code` is the exit code.
std::optional<reports::DatasetReport> datasetWithCard(
    const AuditArguments& arguments, reports::PrivacyRule& privacy, int& code);

} // namespace cupel::batch
