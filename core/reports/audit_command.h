#pragma once

#include <string>
#include <vector>

#include "core/audits/roles.h"
#include "core/readers/csv_reader.h"

namespace cupel::reports {

/// What a run over one input was asked.
struct AuditQuestion {
    std::string input; ///< path
    audits::Roles roles;
    std::string where; ///< empty: all rows
    readers::CsvOptions
        options; ///< dialect and names; null tokens and types are those of the roles
    std::string cardFile; ///< path; empty: none was named
    std::string policyFile; ///< name without folders; empty: none
    std::vector<std::string> settings; ///< what --set says: "imbalance.ratio.max=20"
    std::string
        sourceKeptIn; ///< path of the catalog that keeps the bytes of the input; empty: none
};

/// A question as a command line.
struct AuditCommand {
    std::string text; ///< for a POSIX shell
    /// What no option can say, so that the command alone does not come to the same: a sentence
    /// each, in our own words.
    std::vector<std::string> unsaid;
};

/// The command line of `cupel audit` that asks the same.
AuditCommand auditCommand(const AuditQuestion& question);

} // namespace cupel::reports
