#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/documents/node.h"
#include "core/documents/reader_options.h"

namespace cupel::documents {

/// A key that occurs twice in one map.
struct RepeatedKey {
    std::string key;
    Position at; ///< of the second one
};

struct YamlOptions : ReaderOptions {
    YamlOptions()
    {
        maxBytes = std::size_t{1} << 20U;
        maxDepth = 32;
    }
    /// Line of the text's first line in its file, for front matter.
    std::uint64_t firstLine = 1;
    /// Where given, keys that occur twice are put there instead of being refused; the last value
    /// counts.
    std::vector<RepeatedKey>* repeatedKeys = nullptr;
};

/// Read one YAML document with the place of every value and key. Scalars are resolved by the core
/// schema of YAML 1.2.2 (section 10.3.2): true and false are booleans, also as True and TRUE;
/// no, yes and on are texts; null, ~ and nothing are null; 1e3 and 0x1F are numbers and keep their
/// text; a quoted scalar is text. Refused, with line and column: anchors and aliases (a few bytes
/// can stand for gigabytes), tags beyond !!str, !!int, !!float, !!bool, !!null, !!seq and !!map,
/// merge keys, keys that are not scalars or occur twice in one map, a second document, nesting and
/// size beyond the limits, bytes that are not UTF-8, and what is no YAML. An empty text is null.
base::Result<Node> readYaml(std::string_view text, const YamlOptions& options = {});

} // namespace cupel::documents
