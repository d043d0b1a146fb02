#pragma once

#include <vector>

#include "core/findings/finding.h"

namespace cupel::findings {

/// The parts of the list behind rules(), one per area.
std::vector<Rule> cardRules();
std::vector<Rule> dataRules();
std::vector<Rule> documentRules();
std::vector<Rule> fairnessRules();
std::vector<Rule> imbalanceRules();
std::vector<Rule> predictionRules();
std::vector<Rule> splitRules();
std::vector<Rule> licenseDeclarationRules();
std::vector<Rule> licenseTextRules();
std::vector<Rule> licenseUseRules();
std::vector<Rule> policyRules();

} // namespace cupel::findings
