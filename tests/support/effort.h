#pragma once

#include <cstddef>

namespace cupel::test {

/// How much of a property test to run: everything, and a part under sanitizers, where each case
/// takes ten to thirty times as long. At least one.
constexpr std::size_t effort(std::size_t cases)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr std::size_t kPart = 5;
    return cases < kPart ? 1 : cases / kPart;
#else
    return cases;
#endif
}

} // namespace cupel::test
