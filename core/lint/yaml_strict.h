#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/documents/node.h"

namespace cupel::lint {

/// Something that PyYAML refuses although the reader of documents takes it.
struct YamlFault {
    documents::Position at; ///< in the text, whose first line has the number 1
    std::string message;
    std::string fix;
};

/// Tabs outside of quoted texts, block texts and comments, lines of a block that have no colon, and
/// values as far left as their key. `root` is what was read from the text, whose first line has the
/// number `firstLine` there.
std::optional<YamlFault> findYamlFault(
    std::string_view yaml, const documents::Node& root, std::uint64_t firstLine);

} // namespace cupel::lint
