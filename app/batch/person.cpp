#include "app/batch/person.h"

#include <cstdlib>

namespace cupel::batch {

std::string personName()
{
    for (const char* variable : {"USER", "USERNAME"}) {
        const char* const name = std::getenv(variable);
        if (name && *name != '\0')
            return name;
    }
    return {};
}

} // namespace cupel::batch
