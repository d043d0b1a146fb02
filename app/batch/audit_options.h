#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/batch/arguments.h"
#include "app/batch/policy_options.h"
#include "app/batch/progress.h"
#include "app/batch/report_outputs.h"
#include "core/base/result.h"
#include "core/findings/finding.h"
#include "core/pipeline/audit_run.h"
#include "core/pipeline/catalog_store.h"

namespace cupel::batch {

/// The options of `audit` as texts, before they are understood.
struct AuditArguments {
    std::vector<std::string> inputs;
    std::string label, favourable, positive, prediction, score, threshold, stratum, weight, time,
        id, split;
    std::vector<std::string> groups, intersections, references;
    std::string where, rolesFile, cardFile, baseline, catalog, progress = "auto";
    bool acceptProposed = false, onlyNew = false, requiresReview = false, json = false,
         noHeader = false, quiet = false, verbose = false, memory = false, keepSource = false;
    std::vector<std::string> uses, outputs, types, nulls;
    std::optional<std::string> delimiter;
    std::string names, quote, encoding, paper;
    std::int64_t threads = 0;
    PolicyArguments policy;
};

/// The options of `audit`, which are stored in the arguments.
std::vector<Option> auditOptions(AuditArguments& arguments);

/// The options, understood.
struct AuditOptions {
    pipeline::AuditRequest request;
    std::optional<findings::Level> failOn; ///< none: never
    ReportOutputs outputs;
    ProgressMode progress = ProgressMode::Auto;
    bool requiresReview = false; ///< fails while a person has to decide
    std::string catalog; ///< path; empty: nothing is kept
    pipeline::CatalogStore::Sources sources = pipeline::CatalogStore::Sources::Forget;
};
/// Fails with Usage, naming the option, and reads the roles file.
base::Result<AuditOptions> understand(const AuditArguments& arguments);

} // namespace cupel::batch
