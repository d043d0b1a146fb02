#pragma once

#include "core/reports/audit_command.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// The command line that audits as the open dataset was audited.
reports::AuditCommand commandOf(const OpenDataset& dataset);
/// The same over the rows of another filter; an empty one: all rows.
reports::AuditCommand commandWhere(const OpenDataset& dataset, std::string where);

/// The command line that prints the rows behind a finding: out of its catalog, or after an audit
/// that comes to the same finding.
std::string rowsCommandOf(const OpenDataset& dataset, const std::string& findingId);

} // namespace cupel::ui
