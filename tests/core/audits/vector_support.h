#pragma once

#include "core/audits/audit.h"
#include "tests/support/json_file.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace cupel::test {

/// The ids of the cases of a vector file that have all of some expected keys; none where the
/// shared folder is absent.
std::vector<std::string> caseIds(const std::string& file, const std::vector<std::string>& keys);
/// A case by its id; `file` also gets the whole file.
nlohmann::json vectorCase(const std::string& file, const std::string& id, nlohmann::json& whole);
/// A test name of a case id: letters and digits only.
std::string testName(const std::string& id);

/// A value of a JSON column as the text of a cell; empty for null.
std::string cellOf(const nlohmann::json& value);

/// Label, favourable value, group, reference and weight of the parameters of a case; an
/// intersection where it expects one.
audits::Roles rolesOf(const nlohmann::json& oneCase);

/// Compare a result of group-gaps with the expected values of a case: every one that the contract
/// maps, and those of the intersection. Return how many were compared.
int compareGroupGaps(const audits::AuditResult& result, const nlohmann::json& params,
    const nlohmann::json& expected, Tolerance tolerance);

/// The same for class-imbalance of a label's column, whose rows per class are given.
int compareImbalance(const audits::AuditResult& result, const std::string& label,
    const std::map<std::string, std::int64_t>& counts, const nlohmann::json& expected,
    Tolerance tolerance);

} // namespace cupel::test
