#pragma once

#include <cstddef>

#include "core/documents/node.h"

namespace cupel::test {

/// Whether two nodes hold the same values, wherever they stand. sameText(a, b) compares two nodes
/// of one kind by their texts.
template <typename SameText>
bool sameNodes(const documents::Node& a, const documents::Node& b, const SameText& sameText)
{
    if (a.kind != b.kind || !sameText(a, b) || a.items.size() != b.items.size()
        || a.members.size() != b.members.size())
        return false;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!sameNodes(a.items[i], b.items[i], sameText))
            return false;
    }
    for (std::size_t i = 0; i < a.members.size(); ++i) {
        if (a.members[i].key != b.members[i].key
            || !sameNodes(a.members[i].value, b.members[i].value, sameText))
            return false;
    }
    return true;
}

} // namespace cupel::test
