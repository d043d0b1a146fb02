#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/figure.h"
#include "core/base/text.h"
#include "core/counts/question.h"

namespace cupel::findings {

/// The six words of SARIF 2.1.0 (3.27.9). Only Fail can gate.
enum class Kind { Fail, Review, Open, Pass, NotApplicable, Informational };
enum class Level { None, Note, Warning, Error };
std::string_view kindName(
    Kind kind); ///< "fail", "review", "open", "pass", "notApplicable", "informational"
std::string_view levelName(Level level); ///< "none", "note", "warning", "error"
std::optional<Level> levelFromName(std::string_view name);

/// What a metric or finding is about: keys in the order of the metric registry ("label", "column",
/// "group", …) with the data's own texts.
using Subject = std::vector<std::pair<std::string, base::DataText>>;

struct Measure {
    std::string name;
    base::Figure value = 0.0;
    std::optional<base::Interval> interval;
};
struct Limit {
    std::string op; ///< "<=", ">=", "=", "<", ">"
    double value = 0.0;
    std::string origin; ///< "default", "policy.yaml:12", "flag"
};
/// A text that was found where another one was expected; stands in the place of measure and limit.
struct TextComparison {
    std::string name; ///< of what was compared: "declared license"
    base::DataText found;
    base::DataText expected;
    std::string origin; ///< where the expected text stands: "LICENSE:1"
};
/// A place in a document that shows the finding.
struct DocumentEvidence {
    std::string file; ///< as documents::Document names it
    std::uint64_t line = 0; ///< 0: the document as a whole
};
/// A person accepts the finding until a day.
struct Waived {
    base::DataText reason;
    base::DataText owner;
    std::string until; ///< the last day: "2027-03-31"
};
/// What became of a finding since an earlier report.
enum class BaselineState { New, Worse, Better, Unchanged };
std::string_view baselineStateName(BaselineState state); ///< "new", "worse", "better", "unchanged"
/// Rows that show the finding: a filter and how many rows pass it.
struct RowEvidence {
    counts::Filter filter;
    std::int64_t count = 0;
};

struct Finding {
    std::string rule;
    Kind kind = Kind::Fail;
    Level level = Level::Warning;
    Subject subject;
    std::optional<Measure> measure;
    std::optional<Limit> limit;
    std::optional<TextComparison> comparison;
    base::Sentence message;
    base::Sentence remedy;
    std::vector<RowEvidence> evidence;
    std::vector<DocumentEvidence> documents;
    std::optional<Waived> waived; ///< counted as waived only, and never gates
    std::optional<BaselineState> baseline; ///< where the run was compared with a report

    /// Stable fingerprint "f-" + 16 hex digits of rule and subject (never of values or counts).
    std::string id(const std::string& dataset) const;
};

/// What a rule compares with each other. A policy can set how many rows each needs (min-count):
/// groups and splits with fewer cannot fail the rule, a class with fewer is rare.
enum class Compares { Nothing, Groups, Splits, Classes };

/// A rule: what it checks, its default level and limit, and the page that explains it. The level is
/// the highest that its failed findings have; a rule whose findings never fail has None.
struct Rule {
    std::string id; ///< kebab-case area.name; of documents as their pages name it: "LIC-MISSING"
    std::string title;
    Level level = Level::Warning;
    std::optional<double> limit;
    std::string limitOp;
    std::string unit; ///< of the limit
    std::string explanation; ///< what is measured, why it matters, what to do; plain text
    std::string source; ///< paper, standard or our own recommendation
    Compares compares = Compares::Nothing;
    /// The min-count without a policy; none: the limit of fairness.small-group.
    std::optional<std::int64_t> minCount = std::nullopt;
    bool hasInterval = false; ///< judges by one, so that a policy can set its confidence level
    bool isOfOneSplit = false; ///< each finding is about one split, so that all settings can be
};

} // namespace cupel::findings
