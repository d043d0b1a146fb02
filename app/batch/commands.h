#pragma once

#include <string>

#include "app/batch/audit_options.h"

namespace cupel::batch {

/// The commands. Each returns the program's exit code.
int runAudit(const AuditArguments& arguments);

struct RowsArguments {
    std::string finding;
    std::string report;
    std::string input;
    std::string format = "jsonl"; ///< or "csv"
    bool raw = false; ///< CSV without the guard against formulas
    unsigned threads = 0;
};
int runRows(const RowsArguments& arguments);

int listMetrics(bool json);
int explainMetric(const std::string& id, bool json);
int listRules(bool json);
int explainRule(const std::string& id, bool json);
int printSchema(const std::string& name);

} // namespace cupel::batch
