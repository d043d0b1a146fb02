#pragma once

#include <cstdint>
#include <string>

#include "app/batch/arguments.h"
#include "app/batch/audit_options.h"

namespace cupel::batch {

/// The commands. Each returns the program's exit code.
int runAudit(const AuditArguments& arguments);
/// `audit` with its options, which are stored in the arguments.
Command auditCommand(AuditArguments& arguments);

struct RowsArguments {
    std::string finding;
    std::string report;
    std::string input;
    bool csv = false; ///< CSV with a header; otherwise JSON, one row a line
    std::int64_t evidence = 0; ///< which piece, from 1; 0: all
    bool raw = false; ///< CSV without the guard against formulas
    std::int64_t threads = 0; ///< 0: one per core
};
int runRows(const RowsArguments& arguments);

int listMetrics(bool json);
int explainMetric(const std::string& id, bool json);
int listRules(bool json);
int explainRule(const std::string& id, bool json);
int printSchema(const std::string& name);
int printVersion(bool json);

} // namespace cupel::batch
