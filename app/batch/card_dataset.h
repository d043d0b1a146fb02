#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/batch/arguments.h"
#include "app/batch/audit_options.h"
#include "core/reports/report.h"

namespace cupel::batch {

/// Options of `audit` that say how the data is read and what its columns are.
std::vector<Option> readingOptions(AuditArguments& arguments);

/// What a card must have to be worth writing.
enum class CardNeed {
    Documents, ///< at least one stands beside the data
    Data, ///< what was counted is enough
};

/// Read the one input of the arguments and fill its Data Card; no other audit runs. Where that
/// fails the error has been printed and `code` is the exit code. Outputs of the arguments are left
/// to the caller.
std::optional<reports::DatasetReport> datasetWithCard(
    const AuditArguments& arguments, CardNeed need, reports::PrivacyRule& privacy, int& code);

/// As checkNamedFiles(), for the files that the arguments name and these outputs.
base::Result<void> checkCardFiles(
    const AuditArguments& arguments, const std::vector<std::string>& outputs);
/// The same for the documents that were found beside the data.
base::Result<void> checkDocuments(const AuditArguments& arguments,
    const reports::DatasetReport& dataset, const std::vector<std::string>& outputs);

} // namespace cupel::batch
