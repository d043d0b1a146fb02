#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/audits/result.h"
#include "core/audits/roles.h"
#include "core/base/result.h"
#include "core/card/measured.h"
#include "core/counts/count_source.h"
#include "core/documents/document.h"
#include "core/findings/policy.h"
#include "core/license/claims.h"

namespace cupel::audits {

/// What reading the file told beyond its cells; counts only, no row text.
struct ImportFacts {
    std::string file; ///< without directories
    std::uint64_t bytes = 0;
    std::string hash; ///< change hash
    std::int64_t rejectedRows = 0;
    std::vector<std::string> rejectedReasons; ///< first few: "line 7: 2 cells, expected 4"
    std::int64_t toleratedRows = 0; ///< rows with a quote where none belongs, read as text
    std::vector<std::string>
        renamedColumns; ///< "column 3 has no name", "second 'age' read as 'age_2'"
};

/// Limits and switches of a run, each with its default and where its value came from.
struct Parameters {
    double level = findings::kDefaultInterval; ///< of every interval of a metric
    findings::Policy policy; ///< what rules judge by
};

/// Everything an audit may know before it asks.
struct Facts {
    std::string dataset;
    counts::Description description;
    Roles roles;
    counts::Filter where; ///< ANDed to every question
    ImportFacts import;
    Parameters parameters;
    /// What was found beside the data; never null.
    std::shared_ptr<const documents::DocumentSet> documents
        = std::make_shared<const documents::DocumentSet>();
    /// What these documents say about the licence; never null.
    std::shared_ptr<const license::LicenseStatements> licenses
        = std::make_shared<const license::LicenseStatements>();
    /// Of the text columns, where documents name languages.
    std::vector<card::MeasuredLanguages> languages;
};

struct AuditDescription {
    std::string id; ///< "class-imbalance"
    std::string title;
    std::string question; ///< the question it answers, as a person asks it
    std::vector<std::string> needs; ///< roles without which it does not apply
    std::string cannotTell; ///< what it does not show
    std::vector<std::string> sources; ///< papers and standards
};

/// Answer one question about one dataset. Implementations hold no state and never touch rows or
/// files: they ask a CountSource through ask() and judge the answers.
class Audit {
public:
    virtual ~Audit() = default;
    virtual const AuditDescription& description() const = 0;
    /// Questions of the next round given the answers so far; none when it has all it needs. Called
    /// at most kMaxRounds times.
    virtual std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const = 0;
    /// Fails only for a defect of the run; a defect of the dataset is a Finding.
    virtual base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const = 0;
};
inline constexpr int kMaxRounds = 3;

} // namespace cupel::audits
