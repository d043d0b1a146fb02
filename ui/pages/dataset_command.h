#pragma once

#include "core/reports/audit_command.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// The command line that audits as the open dataset was audited.
reports::AuditCommand commandOf(const OpenDataset& dataset);

} // namespace cupel::ui
