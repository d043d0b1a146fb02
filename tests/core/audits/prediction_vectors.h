#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/audits/audit.h"
#include "tests/support/json_file.h"

namespace cupel::test {

/// Label, positive value 1, prediction, group, reference and weight of the parameters of a case of
/// vector 02, or of the COMPAS audits of vector 13.
audits::Roles predictionRolesOf(const nlohmann::json& oneCase);

/// Compare a result of group-gaps-predictions with the expected values of a case, where this
/// program follows the library: what a library makes of a rate that counts among no row is left
/// out. Return how many figures were compared.
int comparePredictions(const audits::AuditResult& result, const audits::Roles& roles,
    const nlohmann::json& expected, Tolerance tolerance);

} // namespace cupel::test
