#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/reports/baseline.h"

namespace cupel::reports {

/// A column that two reports describe differently.
struct ColumnChange {
    enum class What { Added, Removed, Type, Role };
    What what = What::Added;
    std::string column;
    std::string before; ///< type or role; empty: none
    std::string after;
};

/// A column of which both reports say what it holds, and not the same.
struct ContentsChange {
    struct Side {
        std::int64_t rows = 0;
        std::int64_t missing = 0;
        std::int64_t distinct = 0;
        bool isExact = true; ///< that is the number of distinct values, else about that
    };
    std::string column;
    Side before;
    Side after;
};

/// A figure that both reports have with different values. Undefined is a value.
struct MetricChange {
    std::string audit;
    std::string id;
    std::string variant;
    std::string subject; ///< "column sex,race, group Female,Arven"
    std::string words; ///< the same for people: "column sex × race, group Female × Arven"
    std::optional<double> before; ///< none: undefined
    std::optional<double> after;
    std::int64_t nBefore = 0; ///< rows used
    std::int64_t nAfter = 0;
};

/// What changed in a dataset that both reports are about.
struct DatasetChange {
    std::string name;
    std::string hashBefore;
    std::string hashAfter;
    std::int64_t rowsBefore = 0;
    std::int64_t rowsAfter = 0;
    std::vector<ColumnChange> columns; ///< in the order of the new report, removed ones last
    std::vector<ContentsChange> contents; ///< in the order of the new report
    std::int64_t metricsCompared = 0; ///< that both have
    std::int64_t metricsOnlyBefore = 0;
    std::int64_t metricsOnlyAfter = 0;
    std::vector<MetricChange> metrics; ///< largest change first
};

struct ReportChanges {
    std::vector<DatasetChange> datasets;
    Baseline now; ///< findings of the new report
    BaselineDiff findings; ///< what became of them
};

/// Bytes of the largest JSON report that is read.
inline constexpr std::uint64_t kLargestReport = 256u << 20;

/// Compare two JSON reports of the same datasets. The size of a change is the difference where both
/// values lie between -1 and 1, as shares do, and else the difference as a share of the larger
/// value. Fails with Usage: no report, another major version, or other datasets.
base::Result<ReportChanges> compareReports(std::string_view old, const std::string& oldName,
    std::string_view now, const std::string& nowName);

/// For people: what is new, worse, better, fixed.
std::string findingChangesText(const BaselineDiff& diff, const Baseline& now);
nlohmann::ordered_json findingChangesJson(const BaselineDiff& diff, const Baseline& now);

/// For people: what changed most; `mostMetrics` figures for each dataset.
std::string changesText(const ReportChanges& changes, std::size_t mostMetrics = 12);
/// All of it.
nlohmann::ordered_json changesJson(const ReportChanges& changes);

} // namespace cupel::reports
