#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/day.h"
#include "core/findings/finding.h"

namespace cupel::findings {

/// Findings that a named person accepts until a day.
struct Waiver {
    std::string rule; ///< pattern (findings::matches) of rule ids
    /// Patterns of the members of a finding's subject, in the order of the file; "dataset" is the
    /// dataset, "column" what findings::columnOf() says. None: every subject.
    std::vector<std::pair<std::string, std::string>> subject;
    std::string reason;
    std::string owner;
    base::Day until; ///< the last day on which it holds
    std::string origin; ///< "policy.yaml:12"

    bool coversDataset(const std::string& dataset) const;
    bool covers(const Finding& finding, const std::string& dataset) const;
    /// Whether it may cover findings that nobody had in mind: a pattern in place of a name, or
    /// no subject.
    bool isBroad() const;
    /// "dataset = loans, column = income"; empty without subject.
    std::string subjectText() const;
};

/// The members that a waiver's subject may have: "dataset", and those of the subjects of findings.
const std::vector<std::string>& waiverSubjectKeys();

} // namespace cupel::findings
