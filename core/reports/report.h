#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audits/audit.h"
#include "core/audits/result.h"
#include "core/audits/roles.h"
#include "core/base/result.h"
#include "core/card/card.h"
#include "core/card/measured.h"
#include "core/counts/count_source.h"
#include "core/documents/document.h"
#include "core/findings/finding.h"
#include "core/findings/policy.h"
#include "core/license/claims.h"
#include "core/readers/csv_reader.h"
#include "core/reports/baseline.h"
#include "core/reports/privacy_rule.h"

namespace cupel::reports {

struct AuditReport {
    std::string id;
    std::string title;
    audits::AuditResult result;
};

/// The audit that holds what is to be said about the policy itself.
inline constexpr std::string_view kPolicyAudit = "policy";

struct SplitReport {
    base::DataText name;
    std::int64_t rows = 0;
};

/// One dataset, or why it could not be read.
struct DatasetReport {
    std::string name;
    readers::ImportReport input;
    readers::CsvOptions options; ///< how the input was read, enough to read it again
    std::string cardFile; ///< that the user named, without folders; empty: none
    std::string whereText; ///< as the user wrote it; empty: all rows
    counts::Filter where;
    std::int64_t whereRows = 0; ///< rows that pass
    counts::Description description;
    audits::Roles roles;
    std::vector<SplitReport> splits;
    std::vector<audits::Proposal> proposals;
    std::vector<AuditReport> audits;
    /// The documents beside the data; never null.
    std::shared_ptr<const documents::DocumentSet> documents
        = std::make_shared<const documents::DocumentSet>();
    /// What the documents say about the licence; never null.
    std::shared_ptr<const license::LicenseStatements> licenses
        = std::make_shared<const license::LicenseStatements>();
    std::optional<card::Card> card; ///< where there are documents
    card::Measured measured; ///< what the card was filled with; only beside a card

    /// What the user wrote is shown as the values of roles are.
    base::DataText whereData() const { return base::DataText::roleValue(whereText, kEnoughRows); }
};

/// An input that could not be read; the run went on without it.
struct UnreadInput {
    std::string path; ///< as it was given
    base::Error error;
};

/// What the whole run comes to.
struct Verdict {
    findings::Level level = findings::Level::None; ///< the highest of the failed findings
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    std::int64_t reviews = 0; ///< a person must decide
    std::int64_t open = 0; ///< not enough evidence
    std::int64_t notRun = 0; ///< audits that did not complete
    std::int64_t waived = 0; ///< accepted by a person; not in the counts above
    std::vector<base::Sentence> sentences; ///< the ones that matter, worst first
};

/// The neutral tree that every format is made from. It holds data as DataText; renderers see it
/// only through PrivacyView.
struct Report {
    PrivacyRule privacy;
    findings::Policy policy; ///< what the findings were judged by
    std::vector<std::string> reasons; ///< why it is partial; empty: it is complete
    Verdict verdict;
    std::vector<DatasetReport> datasets;
    std::vector<UnreadInput> unread;
    /// What the program will end with, unless a report cannot be written.
    std::optional<int> exitCode;
    bool acceptedProposals = false; ///< the proposals of the datasets were used
    std::optional<BaselineDiff> baseline; ///< what changed since an earlier report
    /// Parts of the policy that are about nothing in the run: a sentence each.
    std::vector<base::Sentence> unmatched;
    /// What a review by people changed in what the run found: a sentence each. The archive of a
    /// report does not hold it, since reviews go on.
    std::vector<base::Sentence> review{};
};

/// Whether a finding can fail the run: it failed, nobody accepts it and, where the run fails on
/// news only, it is new or worse.
bool gates(const findings::Finding& finding, const Report& report);
/// Whether a person still has to decide about a finding; where the run fails on news only,
/// whether that is new.
bool waitsForPerson(const findings::Finding& finding, const Report& report);

/// All findings of a dataset, worst first: failed ones by level, then those for a person to decide,
/// then those without enough evidence, then waived ones; in the order of the audits where these are
/// equal. What is new or worse than in the baseline stands before all others.
std::vector<const findings::Finding*> rankedFindings(const DatasetReport& dataset);
/// A finding with the dataset it is about.
struct PlacedFinding {
    const DatasetReport* dataset = nullptr;
    const findings::Finding* finding = nullptr;
};
/// All findings of all datasets, ranked as those of one; datasets in their order where equal.
std::vector<PlacedFinding> rankedFindings(const std::vector<DatasetReport>& datasets);
/// Failed findings of level error and warning over all datasets that nobody accepts: what is new or
/// worse than in the baseline, then contradictions between documents and data, then the worst
/// first.
std::vector<PlacedFinding> findingsThatMatter(const std::vector<DatasetReport>& datasets);
/// Count the findings and choose the sentences.
Verdict judge(const std::vector<DatasetReport>& datasets);

/// "completed", "not-applicable", "insufficient-data", "failed", "cancelled".
std::string_view outcomeName(audits::Outcome outcome);

} // namespace cupel::reports
