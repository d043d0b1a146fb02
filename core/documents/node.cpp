#include "core/documents/node.h"

namespace cupel::documents {

const Node* Node::find(std::string_view key) const
{
    for (const Member& member : members) {
        if (member.key == key)
            return &member.value;
    }
    return nullptr;
}

} // namespace cupel::documents
