#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/figure.h"
#include "core/base/text.h"
#include "core/charts/chart_spec.h"
#include "core/findings/finding.h"

namespace cupel::audits {

enum class Outcome { Completed, NotApplicable, InsufficientData, Failed, Cancelled };

/// A measured figure with everything needed to check it. `ref`, `id` and `variant` are those of the
/// metric registry (core/audits/metric_registry.h).
struct Metric {
    std::string ref;
    std::string id;
    std::string variant;
    findings::Subject subject;
    base::Figure value = 0.0; ///< booleans are 1 and 0
    std::optional<double> numerator;
    std::optional<double> denominator;
    std::int64_t n = 0; ///< rows used
    std::map<std::string, std::int64_t> excluded; ///< reason -> rows left out
    std::optional<base::Interval> interval;
    /// Present when the run is weighted.
    struct Weights {
        double sum = 0.0;
        double effectiveN = 0.0; ///< Kish: (sum w)^2 / sum w^2
    };
    std::optional<Weights> weights;
};

/// A table for people and programs: no formatting, no rounding.
struct ResultTable {
    using Cell = std::variant<std::monostate, std::int64_t, double, base::DataText, std::string>;
    std::string id;
    std::vector<base::Span> title;
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
};

struct AuditResult {
    Outcome outcome = Outcome::Completed;
    std::string reason; ///< empty only when completed
    using Parameter = std::variant<std::int64_t, double, std::string, base::DataText>;
    std::map<std::string, Parameter> parameters;
    std::vector<Metric> metrics;
    std::vector<ResultTable> tables;
    std::vector<charts::ChartSpec> charts;
    std::vector<findings::Finding> findings;
};

} // namespace cupel::audits
