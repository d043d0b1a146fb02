#pragma once

#include <string>

#include "core/documents/document.h"
#include "core/pipeline/audit_run.h"

namespace cupel::pipeline {

/// An input on its way to a report.
struct DatasetInput {
    std::string path;
    std::string name; ///< of the dataset
    const documents::Document* card = nullptr; ///< that the user named; null: none
};

/// Audit one input. Fails as the reader does, and with Usage where a role or the filter does not
/// fit the input.
base::Result<reports::DatasetReport> runDataset(const DatasetInput& input,
    const AuditRequest& request, const base::JobContext& job, const AuditList& audits);

} // namespace cupel::pipeline
