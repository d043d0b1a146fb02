#pragma once

#include <string>

#include "core/reports/json_report.h"
#include "core/reports/page_json.h"
#include "core/reports/page_json_names.h"

namespace cupel::test {

/// How the text of every page begins. The corpus of the fuzz target has what comes after it, so
/// that it is read by every version of the program.
inline std::string pageHead()
{
    return R"({"schema":")" + std::string(reports::kPageSchema) + R"(","form":)"
        + std::to_string(reports::kPageForm) + R"(,"program":")"
        + std::string(reports::programVersion()) + R"(",)";
}

} // namespace cupel::test
