#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json_fwd.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {

/// Run the batch program of this build with these words.
RunResult cupel(const std::vector<std::string>& words, const RunOptions& options = {});

/// Audit a file and give back its JSON report, which has to fit the schema. Expects the exit code.
nlohmann::json auditJson(const std::filesystem::path& input,
    const std::vector<std::string>& words = {}, int exitCode = 0);

/// The one audit of this id in the first dataset of a report.
const nlohmann::json& auditOf(const nlohmann::json& report, const std::string& id);
/// Findings of a rule in a report.
std::vector<nlohmann::json> findingsOf(const nlohmann::json& report, const std::string& rule);

/// Whether the bytes of the first input of a report add up to those of the file.
testing::AssertionResult bytesAddUp(
    const nlohmann::json& report, const std::filesystem::path& input);

/// Lines of a text, without their ends.
std::vector<std::string> linesOf(const std::string& text);

} // namespace cupel::test
