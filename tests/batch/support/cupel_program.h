#pragma once

#include "tests/support/run_program.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::test {

/// Run the batch program of this build.
RunResult cupel(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// Run a shell script in which $CUPEL is the batch program.
RunResult shell(const std::string& script, RunOptions options = {});

/// The report on standard output. Throws where that is not JSON from its first to its last byte.
nlohmann::json reportOf(const RunResult& run);

/// `cupel audit --json ARGUMENTS`, which must end with 0 or 1, and its report.
nlohmann::json audit(std::vector<std::string> arguments, const RunOptions& options = {});

/// The findings of a rule, in the order of the report.
std::vector<nlohmann::json> findingsOf(const nlohmann::json& report, std::string_view rule);

/// The profile of a column of the first dataset. Throws where there is none.
const nlohmann::json& columnOf(const nlohmann::json& report, std::string_view name);

/// The first metric of the first dataset with this id and variant whose subject has all these
/// members with these values. Throws where there is none.
const nlohmann::json& metricOf(const nlohmann::json& report, std::string_view id,
    std::string_view variant, const nlohmann::json& subject);

/// Write a file piece by piece, so that the test itself needs little memory.
void writePieces(const std::filesystem::path& path, std::size_t pieces,
    const std::function<std::string(std::size_t)>& piece);

} // namespace cupel::test
