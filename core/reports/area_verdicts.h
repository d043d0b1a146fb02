#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/reports/page.h"
#include "core/reports/report.h"

namespace cupel::reports {

/// What a run comes to in one area: the rules that areaOf() gives it, and the audits that judge by
/// them.
struct AreaVerdict {
    std::string area; ///< "fairness"
    std::string title; ///< "Fairness"
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    std::int64_t reviews = 0; ///< a person must decide
    std::int64_t open = 0; ///< not enough evidence
    std::int64_t waived = 0; ///< accepted by a person; not in the counts above
    std::int64_t audits = 0;
    std::int64_t notRun = 0; ///< of these, those that did not complete

    /// The worst that was found; Good only where all audits ran and found nothing.
    Tone tone() const;
    /// "2 errors, 1 warning"; "no findings", "no findings, 1 of 2 audits not run", "not run".
    std::string words() const;
    /// Whether nothing was looked at: no audit ran and nothing was found.
    bool isUnknown() const;
};

/// The areas in which a dataset was audited, in a fixed order: what is said about the data, then
/// the people in it, then its rows. Areas of findings that no audit here knows come last.
std::vector<AreaVerdict> areaVerdicts(const DatasetReport& dataset);
/// An area in words: "Licence" of "license"; one that is not known as it is.
std::string areaTitle(std::string_view area);

} // namespace cupel::reports
