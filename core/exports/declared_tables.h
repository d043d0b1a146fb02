#pragma once

#include <string>
#include <vector>

#include "core/documents/node.h"

namespace cupel::exports {

/// A record set of a Croissant file, as far as the Hub can say it too.
struct DeclaredTable {
    std::string name;
    std::vector<documents::Node> features; ///< maps of name and dtype
    std::string file; ///< id of the one file that all its fields are read from; empty: not known
};
/// Of a record set in plain words. Nested fields and those of types that the Hub does not have are
/// left out; a set of splits, or with its data inside, has no features.
DeclaredTable declaredTable(const documents::Node& set);

/// Whether the loader can read a file of data there: an address of http or https, or a path below
/// the folder of the card.
bool isDataPath(const std::string& path);

} // namespace cupel::exports
