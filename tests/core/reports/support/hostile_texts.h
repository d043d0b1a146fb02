#pragma once

#include <string>
#include <vector>

namespace cupel::test {

/// Texts that try to act where they are shown: markup, links, formulas, escape sequences, controls,
/// bidi controls, commands of build services, invalid bytes, a NUL.
const std::vector<std::string>& hostileTexts();

} // namespace cupel::test
