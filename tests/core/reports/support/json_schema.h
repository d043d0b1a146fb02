#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace cupel::test {

/// Whether a JSON text fits the schema of this name that the program ships ("report", "roles"), by
/// an independent validator. Every fault is named.
testing::AssertionResult fitsSchema(const std::string& json, std::string_view schema);

/// Whether a JSON text fits a schema of draft 4, given as text.
testing::AssertionResult fitsSchemaText(const std::string& json, const std::string& schema);

} // namespace cupel::test
