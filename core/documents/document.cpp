#include "core/documents/document.h"

namespace cupel::documents {

std::string_view kindName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Card:
        return "hf-card";
    case DocumentKind::Croissant:
        return "croissant";
    case DocumentKind::License:
        break;
    }
    return "license-text";
}

} // namespace cupel::documents
