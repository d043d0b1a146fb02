#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/audits/audit.h"
#include "core/audits/audit_registry.h"
#include "core/audits/role_values.h"
#include "core/base/day.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/readers/csv_reader.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

class TableStore;

/// What to audit and how. The same options hold for every input.
struct AuditRequest {
    std::vector<std::string> inputs; ///< paths; one dataset each
    /// Dialect and names. Null tokens, types and coded columns are added from the roles.
    readers::CsvOptions options;
    /// From options and the roles file; over those that the policy gives to an input.
    audits::Roles roles;
    audits::RoleValues roleValues;
    bool acceptsProposals = false; ///< give the proposed roles to the columns
    /// A card or Croissant file that stands in for those of its kind beside the data; empty: none.
    std::string cardFile;
    bool fillsCard = false; ///< also where no document is there: from what is counted
    std::string where; ///< as counts::parseWhere() reads it; empty: all rows
    audits::Parameters parameters;
    reports::PrivacyRule privacy;
    std::optional<reports::Baseline> baseline; ///< to compare with
    bool onlyNew = false; ///< the run fails only on what is new or worse than in the baseline
    base::Day today; ///< on which waivers of the policy hold or have ended
    /// Gives the tables; null: every input is read.
    TableStore* store = nullptr;
};

using AuditList = std::vector<std::unique_ptr<audits::Audit>>;

/// Read every input, put the questions of all audits, judge the answers and make the report. An
/// audit that fails or throws gets the outcome failed and stops no other. An input that cannot be
/// read is listed in the report, which is then partial, unless nothing is wrong with it but that it
/// is empty. The documents beside each input are read as well. Fails only with Usage (a role, an
/// option or a filter that does not fit an input, a baseline of other datasets), with Cancelled,
/// and where the card that the request names cannot be read. Threads: options.threads; the report
/// does not depend on them.
base::Result<reports::Report> runAudit(const AuditRequest& request, const base::JobContext& job,
    const AuditList& audits = audits::allAudits());

} // namespace cupel::pipeline
