#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/findings/policy.h"

namespace cupel::findings {

/// A setting as a person or a report reads it.
struct PolicyLine {
    std::string key; ///< "imbalance.ratio.max", "fail-on", as --set takes it
    Scope scope; ///< empty: everything
    std::variant<std::string, double, std::int64_t, bool> value;
    std::string origin;
    bool isDefault = true; ///< the value is the one without a policy
};

/// What holds: each setting of each rule, those for single datasets, columns or groups after the
/// one for all, then what is not about rules. Settings that a flag overrules are left out.
std::vector<PolicyLine> linesOf(const Policy& policy);
/// A policy file in YAML that states every default, with comments.
std::string policyTemplate();

/// The rule that a line is about; empty where it is about none.
std::string ruleOf(const PolicyLine& line);
/// Whether a line switches its rule off.
bool switchesOff(const PolicyLine& line);
/// The value as text: "0.1", "note", "true".
std::string valueText(const PolicyLine& line);

} // namespace cupel::findings
