#pragma once

#include "core/documents/node.h"

namespace cupel::documents {

/// use(node) for a value that may stand alone or in a list, in their order; nothing where it is
/// absent or null.
template <typename Use> void forEachItem(const Node* node, Use use)
{
    if (!node || node->isNull())
        return;
    if (!node->isList()) {
        use(*node);
        return;
    }
    for (const Node& item : node->items)
        use(item);
}

} // namespace cupel::documents
