#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace cupel::reports {

struct DatasetReport;
class PrivacyView;

/// What a run was asked about a dataset: roles, filter, how to read the file. A text for each,
/// under the privacy mode of the report: "label" -> "y", "group:age" -> "bins 0, 25, 40".
using Asked = std::map<std::string, std::string>;
Asked askedOf(const DatasetReport& dataset, const PrivacyView& view);

/// Its findings name group columns that are not compared.
inline constexpr std::string_view kTooManyGroupsRule = "fairness.too-many-groups";

/// What a run looked at.
struct Coverage {
    Asked asked;
    std::set<std::string> columns; ///< of the file
    std::set<std::string> splits;
    std::set<std::string> leftOut; ///< group columns with too many groups to compare
};

/// What a finding is about and where it comes from.
struct AskedSubject {
    std::string_view audit;
    std::string_view rule;
    const std::map<std::string, std::string>& subject; ///< under the privacy mode of its report
};

/// Whether the audit of a finding was asked the same in both runs, as far as the finding depends on
/// it, and its column and split are still there. What a report hides is not known to be the same.
bool isAskedAgain(const AskedSubject& about, const Coverage& old, const Coverage& now);

} // namespace cupel::reports
