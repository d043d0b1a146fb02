#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cupel::audits {

/// Where the members of a JSON text stand, which its parser forgets.
class JsonPositions {
public:
    /// Read a JSON text once. Fails with Usage for text that is no JSON, for a key that occurs
    /// twice in one object and for nesting beyond 64 levels, with line and column.
    static base::Result<JsonPositions> scan(std::string_view text, const std::string& fileName);

    /// Line and column of a member by its JSON pointer ("/columns/sex/bins/0"), or of the nearest
    /// object or list around it; of the beginning for none.
    base::Location locate(std::string pointer) const;

private:
    std::map<std::string, base::Location> m_byPointer;
};

/// A key as part of a JSON pointer (RFC 6901, section 3).
std::string escapedPointerPart(std::string_view key);

} // namespace cupel::audits
