#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/documents/node.h"
#include "core/findings/policy.h"

namespace cupel::findings {

inline constexpr std::size_t kMaxPolicyBytes = std::size_t{1} << 20U;
inline constexpr std::size_t kMaxPolicyDepth = 32;
/// Parts of "for" of all rules, and waivers: all findings are compared with each.
inline constexpr std::size_t kMaxPolicyParts = 1'000;
inline constexpr std::size_t kMaxPatternBytes = 1'000;

/// A policy and everything that is wrong with it. One with problems is not used.
struct PolicyReading {
    Policy policy;
    std::vector<base::Error> problems; ///< Usage, with line and column, in the order of the file
};

/// Understand a policy file that was read as YAML or JSON; both give the same policy, places aside.
/// Every key, rule, type and value is checked; an unknown name is a problem that names the nearest
/// known one. At most 100 problems are kept.
PolicyReading readPolicy(const documents::Node& root, const std::string& fileName);

/// The same for the bytes of a file: JSON where its name ends in ".json", else YAML. Bytes that are
/// neither, are larger than 1 MiB or nested deeper than 32 levels are one problem.
PolicyReading parsePolicy(std::string_view text, const std::string& path);

} // namespace cupel::findings
