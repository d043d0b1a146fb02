#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/documents/node.h"

namespace cupel::exports {

documents::Node textNode(std::string text);
documents::Node numberNode(std::uint64_t number);
documents::Node listNode(std::vector<documents::Node> items);
documents::Node mapNode(std::vector<std::pair<std::string, documents::Node>> members);

/// What a value of Croissant is called: its text, or its name, address or id.
std::string labelOf(const documents::Node& node);

} // namespace cupel::exports
