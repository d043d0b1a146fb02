#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cupel::audits {

/// What a metric of the reports is.
struct MetricInfo {
    std::string ref; ///< in the reference list of metrics, "A3"; "-" for those that are not in it
    std::string id; ///< "demographic-parity-difference"
    std::string variant; ///< "between-groups"; empty where there is one form only
    std::string unit; ///< "fraction", "rows", "nats", …
    std::string direction; ///< the best value: "zero", "one", "true"; "none" where there is none
    std::vector<std::string> subject; ///< keys of its subject, in order
    std::string title;
    std::string formula; ///< in words
    std::string range;
    std::string source;
    std::string edgeCases; ///< when it is undefined or infinite, and what departs from others
};

/// All metrics this program can report, in the order of the reference list, its own last. The
/// metrics of imbalance within groups (C13) are C2 to C4 whose subject also has "column" and
/// "group", or "class" and "column"; those of groups within a split (H1) are A1 to A4 whose subject
/// also has "split".
const std::vector<MetricInfo>& metrics();
/// The metric of an id and variant, or null.
const MetricInfo* findMetric(std::string_view id, std::string_view variant);

} // namespace cupel::audits
