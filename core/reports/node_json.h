#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/documents/node.h"

namespace cupel::reports {

/// A value of a document as JSON. Numbers that are no finite decimals in JSON's sense stay texts.
nlohmann::ordered_json nodeJson(const documents::Node& node);

} // namespace cupel::reports
