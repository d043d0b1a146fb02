#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/batch/arguments.h"
#include "app/batch/audit_options.h"
#include "core/reports/baseline.h"

namespace cupel::batch {

/// The commands. Each returns the program's exit code.
int runAudit(const AuditArguments& arguments);
/// `audit` with its options, which are stored in the arguments.
Command auditCommand(AuditArguments& arguments);

/// `card extract` and `card render`.
std::vector<Command> cardCommands(AuditArguments& arguments);
struct LintArguments {
    std::vector<std::string> paths;
    std::vector<std::string> profiles;
    std::vector<std::string> outputs; ///< "json=PATH"
    std::string failOn; ///< empty: error
    bool json = false;
};
/// `card lint`: exit code 1 where a document has findings at or above the level.
Command cardLintCommand(LintArguments& arguments);

/// `rubric list`, `template`, `check` and `report`.
std::vector<Command> rubricCommands(AuditArguments& arguments);

struct RowsArguments {
    std::string finding;
    std::string report;
    std::string catalog;
    std::string input; ///< of a finding of a report
    bool csv = false; ///< CSV with a header; otherwise JSON, one row a line
    std::int64_t evidence = 0; ///< which piece, from 1; 0: all
    bool raw = false; ///< CSV without the guard against formulas
    std::int64_t threads = 0; ///< 0: one per core
};
int runRows(const RowsArguments& arguments);

struct LicenseArguments {
    std::vector<std::string> expressions;
    std::vector<std::string> accepted; ///< licences that a caller would take
    std::string use; ///< of `license terms`; empty: all uses
    bool json = false;
    bool diff = false; ///< of `license detect`
};
/// `license parse`: exit code 1 where an expression is not valid or not met by the accepted ones.
int parseLicenses(const LicenseArguments& arguments);
/// `license terms`: exit code 1 where a text names no licence, or where the use that was asked for
/// is not allowed or cannot be told.
int showTerms(const LicenseArguments& arguments);

/// `license detect`: findings do not change the exit code.
int detectLicenses(const std::vector<std::string>& paths, bool json, bool withDifferences);

int listMetrics(bool json);
int explainMetric(const std::string& id, bool json);
int listRules(bool json);
int explainRule(const std::string& id, bool json);
/// A report that was written earlier, to compare with. Fails with Usage, also where the file cannot
/// be read: a missing baseline is never an empty one.
base::Result<reports::Baseline> loadBaseline(const std::string& path);
int writeBaseline(const std::string& report, const std::string& to);
int diffBaselines(const std::string& oldPath, const std::string& newPath, bool json);

int initPolicy();
int checkPolicies(const std::vector<std::string>& paths, bool json);
int showPolicy(const PolicyArguments& arguments, bool json);
int printSchema(const std::string& name);
int printVersion(bool json);

} // namespace cupel::batch
