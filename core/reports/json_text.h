#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace cupel::reports {

/// A JSON document as text: two blanks per level, lists of plain values on one line, members in the
/// order they were added, numbers as shortest decimals that read back the same, UTF-8 with invalid
/// bytes replaced, a final line feed. The same value gives the same bytes everywhere.
std::string jsonText(const nlohmann::ordered_json& json);
/// On one line, without a final line feed.
std::string jsonLine(const nlohmann::ordered_json& json);

} // namespace cupel::reports
