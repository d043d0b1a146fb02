#pragma once

#include <string>

namespace cupel::batch {

/// The name that the person works under, as the window has it; empty where the system does not say
/// it. It goes to catalogs alone: reports name nobody.
std::string personName();

} // namespace cupel::batch
