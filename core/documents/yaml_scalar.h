#pragma once

#include <string_view>

#include "core/documents/node.h"

namespace cupel::documents {

/// What a plain scalar is by the core schema of YAML 1.2.2, section 10.3.2.
Node::Kind coreKind(std::string_view plain);

} // namespace cupel::documents
