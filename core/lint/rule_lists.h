#pragma once

#include <vector>

#include "core/lint/rules.h"

namespace cupel::lint {

/// The parts of the list behind rules(), one per family.
std::vector<Rule> croissantRules();
std::vector<Rule> croissantRecordRules();
std::vector<Rule> cardRules();
std::vector<Rule> provenanceRules();

} // namespace cupel::lint
