#include "core/license/detection.h"

namespace cupel::license {

std::string_view className(TextClass kind)
{
    switch (kind) {
    case TextClass::Exact:
        return "exact";
    case TextClass::High:
        return "high";
    case TextClass::Embedded:
        return "embedded";
    case TextClass::Modified:
        return "modified";
    case TextClass::Partial:
        return "partial";
    case TextClass::Multiple:
        return "multiple";
    case TextClass::Reference:
        return "reference";
    case TextClass::None:
        break;
    }
    return "none";
}

bool isClean(TextClass kind)
{
    return kind == TextClass::Exact || kind == TextClass::High || kind == TextClass::Embedded;
}

} // namespace cupel::license
