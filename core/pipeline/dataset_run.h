#pragma once

#include <string>

#include "core/pipeline/audit_run.h"

namespace cupel::pipeline {

/// Audit one input as a dataset of the given name. Fails as the reader does, and with Usage where a
/// role or the filter does not fit the input.
base::Result<reports::DatasetReport> runDataset(const std::string& path, const std::string& name,
    const AuditRequest& request, const base::JobContext& job, const AuditList& audits);

} // namespace cupel::pipeline
