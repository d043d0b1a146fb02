#pragma once

#include <vector>

#include "core/audits/audit.h"
#include "core/card/card.h"
#include "core/card/claims.h"

namespace cupel::audits {

/// One finding per claim that the counts contradict, sizes of the table first. `balance` is what
/// claims of balance were checked against.
std::vector<findings::Finding> claimFindings(
    const std::vector<card::CheckedClaim>& claims, const findings::Limit& balance);
/// Core fields without an answer, one finding for all; words that stand in the place
/// of an answer, one finding per place.
std::vector<findings::Finding> fieldFindings(const Facts& facts, const card::Card& card);

} // namespace cupel::audits
