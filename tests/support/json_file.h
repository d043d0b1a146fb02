#pragma once

#include "core/base/figure.h"

#include <gtest/gtest.h>
#include <nlohmann/json_fwd.hpp>

#include <filesystem>

namespace cupel::test {

/// Read a JSON file. Throws where it is missing or malformed, which fails the test.
nlohmann::json readJson(const std::filesystem::path& path);

/// How far a figure may be from a vector's: |actual - expected| <= max(absolute, relative *
/// |expected|).
struct Tolerance {
    double relative = 1e-9;
    double absolute = 1e-12;
};

/// The tolerance of a vector case, which has precedence over that of its file.
Tolerance toleranceOf(const nlohmann::json& file, const nlohmann::json& oneCase);

/// Whether a figure is what a vector says: a number, "Infinity", or null and "NaN" for undefined.
testing::AssertionResult agrees(
    const base::Figure& actual, const nlohmann::json& expected, Tolerance tolerance);

} // namespace cupel::test
